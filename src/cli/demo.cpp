#include <CLI/App.hpp>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>

#include "cli/commands.h"
#include "cli/page.h"
#include "cli/result_file.h"
#include "desk/threads.h"
#include "outputs/outputs.h"

namespace factbox::cli {

namespace {

constexpr const char* kStory = "Kalvania Tarsenia talks";

/// Where the page goes unless the user says so: beside the program, as build/demo.html; where that
/// is installed, into the folder that the user is in.
std::filesystem::path usual_place(const std::filesystem::path& data) {
  return data.parent_path().filename() == "factbox" &&
                 data.parent_path().parent_path().filename() == "share"
             ? std::filesystem::path{"factbox-demo.html"}
             : program_file().parent_path().parent_path() / "demo.html";
}

int show(const std::string& output, Surroundings& surroundings) {
  const auto fail = [&](const std::string& why, int status) {
    surroundings.messages << "factbox: " << why << '\n';
    return status;
  };
  const auto data = find_data(surroundings.places, program_file());
  if (!data) {
    return fail(data.error().what, failed);
  }
  const auto samples = data->parent_path() / "samples";
  surroundings.places.outlets = samples / "outlets.tsv";
  PageOptions options;
  options.inputs.paths = {samples / "talks"};
  options.inputs.jobs = desk::threads_of_this_machine();
  options.order.story = kStory;
  const auto made = make_page(options, surroundings);
  if (!made) {
    return fail(made.error().why, made.error().status);
  }
  const auto file = output.empty() ? usual_place(*data).string() : output;
  const auto text = outputs::find_format("text");
  const auto html = outputs::find_format("html");
  const auto shown = write_result(text->render(made->page, {}), "", surroundings.out);
  const auto written = write_result(html->render(made->page, {}), file, surroundings.out);
  if (!shown || !written) {
    return fail(shown ? written.error().what : shown.error().what, failed);
  }
  surroundings.out << "\nThe same page for a browser: " << file << '\n';
  return made->troubled ? input_unusable : done;
}

}  // namespace

std::function<int()> add_demo(CLI::App& command, Surroundings& surroundings) {
  auto output = std::make_shared<std::string>();
  command.add_option("-o,--output", *output, "Where the page for a browser is written")
      ->type_name("FILE");
  return [output, &surroundings] { return show(*output, surroundings); };
}

}  // namespace factbox::cli
