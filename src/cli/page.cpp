#include "cli/page.h"

#include <utility>

#include "cli/knowledge.h"
#include "cli/teller.h"
#include "cli/terminal.h"

namespace factbox::cli {

tl::expected<MadePage, PageFailure> make_page(const PageOptions& options,
                                              Surroundings& surroundings) {
  const auto fail = [](const Error& error, int status) {
    return tl::unexpected(PageFailure{error.what, status});
  };
  Teller teller{surroundings.messages, messages_are_terminal()};
  teller.progress("loading models", 0, 0);
  const auto knowledge =
      load_knowledge(surroundings, desk::Depth::pages, {.thorough = options.thorough});
  if (!knowledge) {
    return fail(knowledge.error(), failed);
  }
  auto order = options.order;
  order.speakers = options.inputs.speakers;
  const auto language = (*knowledge)->of(order.lang);
  auto inputs = read_inputs_in(*language, options.inputs, teller);
  if (!inputs) {
    return fail(inputs.error(), exit_status_of(inputs.error()));
  }
  const bool troubled = inputs->troubled;
  const int status = status_of(*inputs);
  order.jobs = options.inputs.jobs;
  auto compiled = desk::page_of(order, std::move(inputs->reports), **knowledge, teller);
  if (!compiled) {
    return fail(compiled.error(), troubled ? input_unusable : exit_status_of(compiled.error()));
  }
  return MadePage{std::move(compiled->page), status != done};
}

}  // namespace factbox::cli
