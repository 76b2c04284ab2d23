#include "nlp/tagger.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <limits>

#include "nlp/architectures.hpp"
#include "nlp/file.hpp"

namespace entente::nlp {
namespace {

std::vector<std::string> load_labels(const std::filesystem::path& file) {
  rapidjson::Document json;
  json.Parse(read_file(file));
  if (json.HasParseError()) fail(file, "", "not JSON");
  if (!json.IsObject() || !json.HasMember("labels") || !json["labels"].IsArray()) fail(file, "labels", "not a list");
  std::vector<std::string> labels;
  for (const auto& label : json["labels"].GetArray()) {
    if (!label.IsString()) fail(file, "labels", "not a list of strings");
    labels.emplace_back(label.GetString());
  }
  if (labels.empty()) fail(file, "labels", "there are none");
  return labels;
}

}  // namespace

Tagger::Tagger(const std::filesystem::path& directory, const Config& config, const std::string& section, std::size_t width)
    : labels_(load_labels(directory / "cfg")) {
  static constexpr std::string_view kArchitectures[] = {"spacy.Tagger.v2", "spacy.Tagger.v1"};
  check_architecture(config, section + ".model", kArchitectures);
  const ModelFile file(directory / "model");
  scores_ = load_linear(file, file.ref("softmax"), width, labels_.size());
  mask_.assign(scores_.columns(), -std::numeric_limits<float>::infinity());
  std::fill_n(mask_.begin(), labels_.size(), 0.0F);
}

void Tagger::operator()(const Kernels& kernels, ConstRows tokens, FloatBuffer& work, std::span<std::uint16_t> tags) const {
  const std::size_t columns = scores_.columns();
  float* const scores = work.resize(tags.size() * columns);
  scores_(kernels, tokens, tags.size(), {scores, columns});
  for (std::size_t i = 0; i < tags.size(); ++i)
    tags[i] = static_cast<std::uint16_t>(kernels.argmax(scores + i * columns, mask_.data(), columns));
}

}  // namespace entente::nlp
