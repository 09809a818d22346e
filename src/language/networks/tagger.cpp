#include "language/networks/tagger.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "language/package_file.h"

namespace factbox::language {

Result<Tagger> Tagger::read(const NetworkFile& network, const std::string& settings,
                            std::size_t inputs, Labels& labels) {
  const auto json = nlohmann::json::parse(settings, nullptr, /*allow_exceptions=*/false);
  const auto wrong = [] {
    return tl::unexpected(unexpected_file("tagger/cfg", "JSON with a list of texts, \"labels\""));
  };
  Tagger tagger;
  if (!json.is_object() || !json.contains("labels") || !json["labels"].is_array()) {
    return wrong();
  }
  for (const auto& label : json["labels"]) {
    if (!label.is_string()) {
      return wrong();
    }
    tagger.tags_.push_back(labels.add(label.get_ref<const std::string&>()));
  }
  if (tagger.tags_.empty()) {
    return wrong();
  }
  FB_TRY(nodes, network.nodes("softmax", 1));
  FB_TRY(weights, network.tensor(nodes.front(), "W", {tagger.tags_.size(), inputs}));
  FB_TRY(bias, network.tensor(nodes.front(), "b", {tagger.tags_.size()}));
  tagger.scores_ = lay_out(weights.values, bias.values, inputs, Padding::never);
  return tagger;
}

void Tagger::tag(const Kernels& kernels, const float* rows, std::span<LabelId> tags,
                 Floats& scratch) const {
  const std::size_t outputs = scores_.outputs;
  scratch.resize(tags.size() * outputs + outputs);
  float* scores = scratch.data() + outputs;  // behind zeros, the bias that best_of adds
  kernels.affine(scores_, rows, scores_.inputs, tags.size(), scores, outputs);
  for (std::size_t row = 0; row < tags.size(); ++row) {
    tags[row] = tags_[kernels.best_of(scores + row * outputs, scratch.data(), outputs)];
  }
}

}  // namespace factbox::language
