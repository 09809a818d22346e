#include <CLI/App.hpp>
#include <memory>
#include <ostream>
#include <string>

#include "cli/commands.h"
#include "cli/page_file.h"
#include "cli/printing.h"
#include "factboxes/edits.h"
#include "outputs/factbox_json.h"

namespace factbox::cli {

namespace {

struct RenderOrder {
  std::string page;
  PrintingOptions printing;
};

Result<int> render(const RenderOrder& order, Surroundings& surroundings) {
  FB_TRY(printing, read_printing(order.printing));
  FB_TRY(bytes, read_page_file(order.page));
  auto read = outputs::read_edited_json(bytes);
  if (!read) {
    return tl::unexpected(Error{read.error().kind, order.page + ": " + read.error().what});
  }
  auto notes = factboxes::settle_edits(read->page);
  notes.insert(notes.begin(), read->notes.begin(), read->notes.end());
  for (const auto& note : notes) {
    surroundings.messages << "factbox: " << order.page << ": " << note << '\n';
  }
  if (const auto written = print_page(read->page, printing, surroundings); !written) {
    return tl::unexpected(written.error());
  }
  return read->troubled ? input_unusable : done;
}

int run(const RenderOrder& order, Surroundings& surroundings) {
  const auto status = render(order, surroundings);
  if (!status) {
    surroundings.messages << "factbox: " << status.error().what << '\n';
    return exit_status_of(status.error());
  }
  return *status;
}

}  // namespace

std::function<int()> add_render(CLI::App& command, Surroundings& surroundings) {
  auto order = std::make_shared<RenderOrder>();
  command.add_option("PAGE", order->page, "The page; - for standard input")->required();
  bind_printing(command, order->printing, surroundings);
  return [order, &surroundings] { return run(*order, surroundings); };
}

}  // namespace factbox::cli
