#include "nlp/multi_hash_embed.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "nlp/file.hpp"

namespace entente::nlp {
namespace {

constexpr std::array<std::pair<std::string_view, LexAttr>, 8> kAttributes{{{"NORM", LexAttr::norm},
                                                                           {"PREFIX", LexAttr::prefix},
                                                                           {"SUFFIX", LexAttr::suffix},
                                                                           {"SHAPE", LexAttr::shape},
                                                                           {"LOWER", LexAttr::lower},
                                                                           {"ORTH", LexAttr::orth},
                                                                           {"SPACY", LexAttr::spacy},
                                                                           {"IS_SPACE", LexAttr::is_space}}};

LexAttr attribute(const ModelFile& file, const std::string& name) {
  const auto found = std::find_if(kAttributes.begin(), kAttributes.end(), [&](const auto& a) { return a.first == name; });
  if (found == kAttributes.end()) file.fail("extract_features", "unknown attribute " + name);
  return found->second;
}

}  // namespace

MultiHashEmbed::MultiHashEmbed(const ModelFile& file, const Config& config, const std::string& section, std::size_t width,
                               std::shared_ptr<const Vectors> vectors)
    : width_(width) {
  load_tables(file, config, section);
  if (config.boolean(section, "include_static_vectors")) {
    vectors_ = std::move(vectors);
    key_.push_back(LexAttr::orth);
    load_static(file);
  }
  const auto maxouts = file.named("maxout"), norms = file.named("layernorm");
  if (maxouts.empty() || norms.empty()) file.fail("maxout", "there is none");
  const std::size_t inputs = width * (tables_.size() + (vectors_ ? 1 : 0));
  const MaxoutParams mix = load_maxout(file, *maxouts.front(), width, inputs);
  pieces_ = mix.pieces;
  mix_ = Affine(inputs, padded(width) * pieces_);
  for (std::size_t o = 0; o < width; ++o)
    for (std::size_t p = 0; p < pieces_; ++p)
      mix_.set_column(maxout_column(o, p, pieces_), mix.row(o, p), mix.bias[o * pieces_ + p]);
  no_bias_.assign(mix_.columns(), 0);
  norm_ = LayerNorm(file, *norms.front(), width);
}

void MultiHashEmbed::load_tables(const ModelFile& file, const Config& config, const std::string& section) {
  const auto attrs = config.texts(section, "attrs");
  const auto rows = config.integers(section, "rows");
  const auto extractors = file.named("extract_features");
  const auto nodes = file.named("hashembed");
  if (rows.size() != attrs.size()) fail(config.name(), section, "not as many rows as attrs");
  if (extractors.size() != 1) file.fail("extract_features", "expected exactly one");
  const auto columns = extractors.front()->lists.find("columns");
  if (columns == extractors.front()->lists.end() || columns->second != attrs)
    file.fail("extract_features", "its columns are not the attrs of the configuration");
  if (nodes.size() != attrs.size())
    file.fail("hashembed", "there are " + std::to_string(nodes.size()) + ", expected " + std::to_string(attrs.size()));
  for (std::size_t i = 0; i < attrs.size(); ++i) {
    if (rows[i] <= 0) fail(config.name(), section + ".rows", "must be greater than 0");
    if (file.attr(*nodes[i], "column") != static_cast<std::int64_t>(i)) file.fail("hashembed", "out of order");
    key_.push_back(attribute(file, attrs[i]));
    tables_.emplace_back(file, *nodes[i], width_, static_cast<std::size_t>(rows[i]));
  }
}

void MultiHashEmbed::load_static(const ModelFile& file) {
  const auto nodes = file.named("static_vectors");
  if (nodes.size() != 1) file.fail("static_vectors", "expected exactly one");
  if (vectors_->width() == 0) file.fail("static_vectors", "the package has no vectors");
  const std::size_t inputs = vectors_->width();
  const std::vector<float> weights = file.values(*nodes.front(), "W", {width_, inputs});
  static_ = Affine(inputs, width_);
  for (std::size_t o = 0; o < width_; ++o) static_.set_column(o, weights.data() + o * inputs, 0);
}

void MultiHashEmbed::operator()(const Kernels& kernels, const std::uint64_t* keys, std::size_t count, Workspace& work,
                                Rows out) const {
  const std::size_t inputs = mix_.inputs(), columns = mix_.columns();
  const Rows concatenated{work.concatenated.resize(count * inputs), inputs};
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t t = 0; t < tables_.size(); ++t)
      tables_[t](keys[i * key_.size() + t], concatenated.data + i * inputs + t * width_);
  if (vectors_) add_vectors(kernels, keys, count, work, {concatenated.data + tables_.size() * width_, inputs});
  const Rows pieces{work.pieces.resize(count * columns), columns};
  mix_(kernels, {concatenated.data, inputs}, count, pieces);
  for (std::size_t i = 0; i < count; ++i) {
    const float* const sums = pieces.data + i * columns;
    float* const row = out.data + i * out.stride;
    kernels.sum_maxout({&sums, 1}, no_bias_.data(), columns / pieces_ / kPanel, pieces_, row);
    norm_(kernels, row, nullptr, row);
  }
}

void MultiHashEmbed::add_vectors(const Kernels& kernels, const std::uint64_t* keys, std::size_t count, Workspace& work,
                                 Rows out) const {
  const std::size_t columns = static_.columns();
  float* const projected = work.vectors.resize(columns);
  for (std::size_t i = 0; i < count; ++i) {
    const float* const vector = vectors_->find(keys[i * key_.size() + tables_.size()]);
    float* const to = out.data + i * out.stride;
    if (!vector) {
      std::fill_n(to, width_, 0.0F);
      continue;
    }
    static_(kernels, {vector, vectors_->width()}, 1, {projected, columns});
    std::copy_n(projected, width_, to);
  }
}

}  // namespace entente::nlp
