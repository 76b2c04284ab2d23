#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "nlp/annotate.hpp"
#include "nlp/architectures.hpp"
#include "nlp/dependency_parser.hpp"
#include "nlp/entity_recognizer.hpp"
#include "nlp/file.hpp"
#include "nlp/tagger.hpp"
#include "nlp/tok2vec.hpp"

namespace entente::nlp {
namespace {

constexpr std::size_t kBatch = 256;  // tokens that go through tok2vec at once: what they need stays in the processor's cache
constexpr std::size_t kGroup = Contributions::kWindow;  // tokens of blocks that are parsed together

/// Buffers of one call of annotate().
struct Workspace {
  Tok2Vec::Workspace tok2vec;
  DependencyParser::Workspace parser;
  EntityRecognizer::Workspace ner;
  FloatBuffer tokens, scores, parser_rows, ner_rows;
  std::vector<TokenRange> ranges;
  std::vector<std::size_t> offsets;
  std::vector<std::uint16_t> tags;
};

/// Loads the networks that the components share or own.
class Tok2VecLoader {
 public:
  Tok2VecLoader(const std::filesystem::path& directory, const Config& config) : directory_(directory), config_(config) {}

  /// The index of the tok2vec of a component, which either listens to another or has its own.
  std::size_t load(const std::string& name) {
    const std::string section = "components." + name + ".model.tok2vec";
    if (config_.text(section, "@architectures") != "spacy.Tok2VecListener.v1") return add(name, section);
    std::string upstream = config_.text(section, "upstream");
    if (upstream == "*") upstream = "tok2vec";
    const std::string model = "components." + upstream + ".model";
    if (!config_.has_section(model)) fail(config_.name(), section + ".upstream", "there is no component " + upstream);
    return add(upstream, model);
  }

  std::vector<Tok2Vec> take() { return std::move(nets_); }
  std::size_t width(std::size_t net) const { return nets_[net].width(); }

 private:
  std::size_t add(const std::string& component, const std::string& section) {
    const auto found = std::find(sections_.begin(), sections_.end(), section);
    if (found != sections_.end()) return static_cast<std::size_t>(found - sections_.begin());
    check_tok2vec(config_, section);
    if (!vectors_ && config_.boolean(section + ".embed", "include_static_vectors"))
      vectors_ = std::make_shared<const Vectors>(Vectors::load(directory_));
    nets_.emplace_back(ModelFile(directory_ / component / "model"), config_, section, vectors_);
    sections_.push_back(section);
    return nets_.size() - 1;
  }

  const std::filesystem::path& directory_;
  const Config& config_;
  std::shared_ptr<const Vectors> vectors_;
  std::vector<std::string> sections_;
  std::vector<Tok2Vec> nets_;
};

/// Where in the pipeline a component stands, which must be there, of this factory.
std::size_t position(const Config& config, const std::string& name) {
  const auto pipeline = config.texts("nlp", "pipeline");
  const auto disabled = config.has("nlp", "disabled") ? config.texts("nlp", "disabled") : std::vector<std::string>{};
  const auto found = std::find(pipeline.begin(), pipeline.end(), name);
  if (found == pipeline.end() || std::find(disabled.begin(), disabled.end(), name) != disabled.end())
    fail(config.name(), "nlp.pipeline", "there is no " + name);
  const std::string factory = config.text("components." + name, "factory");
  if (factory != name) fail(config.name(), "components." + name, "unknown factory " + factory);
  return static_cast<std::size_t>(found - pipeline.begin());
}

}  // namespace

struct Annotator::Impl {
  Impl(const Kernels& k, std::array<std::size_t, 3> net_of, Tagger&& t, DependencyParser&& p, EntityRecognizer&& n,
       std::vector<Tok2Vec>&& all)
      : kernels(k),
        nets(std::move(all)),
        tagger_net(net_of[0]),
        parser_net(net_of[1]),
        ner_net(net_of[2]),
        tagger(std::move(t)),
        parser(std::move(p)),
        ner(std::move(n)) {}

  const Kernels& kernels;
  std::vector<Tok2Vec> nets;
  std::size_t tagger_net, parser_net, ner_net;  // indices of nets
  Tagger tagger;
  DependencyParser parser;
  EntityRecognizer ner;

  std::mutex mutex;
  std::vector<std::unique_ptr<Workspace>> idle;  // under the mutex

  std::unique_ptr<Workspace> take_workspace() {
    const std::lock_guard lock(mutex);
    if (idle.empty()) return std::make_unique<Workspace>();
    auto work = std::move(idle.back());
    idle.pop_back();
    return work;
  }
  void put_back(std::unique_ptr<Workspace> work) {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(work));
  }

  void embed(std::span<const TokenRange> ranges, std::size_t offset, std::size_t count, Workspace& work);
  void annotate_group(std::span<const TokenFeatures> blocks, std::span<Annotation> out, Workspace& work);
};

/// Runs the networks on one batch, and what the components make of a token by itself.
void Annotator::Impl::embed(std::span<const TokenRange> ranges, std::size_t offset, std::size_t count, Workspace& work) {
  for (std::size_t net = 0; net < nets.size(); ++net) {
    const std::size_t width = padded(nets[net].width());
    const Rows rows{work.tokens.resize(count * width), width};
    nets[net](kernels, ranges, work.tok2vec, rows);
    const ConstRows tokens{rows.data, width};
    if (net == tagger_net) tagger(kernels, tokens, work.scores, std::span(work.tags).subspan(offset, count));
    const auto reduce = [&](const TransitionModel& model, FloatBuffer& to) {
      model.reduce(kernels, tokens, count, {to.data() + offset * model.reduced_size(), model.reduced_size()});
    };
    if (net == parser_net) reduce(parser.model(), work.parser_rows);
    if (net == ner_net) reduce(ner.model(), work.ner_rows);
  }
}

void Annotator::Impl::annotate_group(std::span<const TokenFeatures> blocks, std::span<Annotation> out, Workspace& work) {
  std::size_t total = 0;
  work.offsets.clear();
  for (const TokenFeatures& block : blocks) {
    work.offsets.push_back(total);
    total += block.size();
  }
  work.tags.resize(total);
  work.parser_rows.resize(total * parser.model().reduced_size());
  work.ner_rows.resize(total * ner.model().reduced_size());

  std::size_t offset = 0, count = 0;
  const auto flush = [&] {
    if (count > 0) embed(work.ranges, offset, count, work);
    work.ranges.clear();
    offset += std::exchange(count, 0);
  };
  work.ranges.clear();
  for (const TokenFeatures& block : blocks) {
    for (std::size_t begin = 0; begin < block.size(); begin += kBatch) {
      const TokenRange range{&block, begin, std::min(begin + kBatch, block.size())};
      if (count + range.size() > kBatch) flush();
      work.ranges.push_back(range);
      count += range.size();
    }
  }
  flush();

  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto tags = work.tags.begin() + static_cast<std::ptrdiff_t>(work.offsets[i]);
    out[i].tag.assign(tags, tags + static_cast<std::ptrdiff_t>(blocks[i].size()));
  }
  parser(kernels, blocks, {work.parser_rows.data(), parser.model().reduced_size()}, work.offsets, work.parser, out);
  ner(kernels, blocks, {work.ner_rows.data(), ner.model().reduced_size()}, work.offsets, work.ner, out);
}

Annotator Annotator::load(const std::filesystem::path& model_dir, const Config& config, const Kernels* kernels) {
  position(config, "tagger");
  if (position(config, "parser") > position(config, "ner"))
    fail(config.name(), "nlp.pipeline", "the parser must come before ner, which needs to know the sentences");
  Tok2VecLoader loader(model_dir, config);
  const std::size_t tagger = loader.load("tagger"), parser = loader.load("parser"), ner = loader.load("ner");
  Tagger tags(model_dir / "tagger", config, "components.tagger", loader.width(tagger));
  DependencyParser parses(model_dir / "parser", config, "components.parser", loader.width(parser));
  EntityRecognizer entities(model_dir / "ner", config, "components.ner", loader.width(ner));
  return Annotator(std::make_unique<Impl>(kernels ? *kernels : *available_kernels().front(), std::array{tagger, parser, ner},
                                          std::move(tags), std::move(parses), std::move(entities), loader.take()));
}

Annotator::Annotator(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;
Annotator::~Annotator() = default;

void Annotator::annotate(std::span<const TokenFeatures> blocks, std::span<Annotation> out) const {
  auto work = impl_->take_workspace();
  for (std::size_t begin = 0; begin < blocks.size();) {
    std::size_t end = begin, count = 0;
    while (end < blocks.size() && (end == begin || count + blocks[end].size() <= kGroup)) count += blocks[end++].size();
    impl_->annotate_group(blocks.subspan(begin, end - begin), out.subspan(begin, end - begin), *work);
    begin = end;
  }
  impl_->put_back(std::move(work));
}

std::span<const std::string> Annotator::tag_labels() const { return impl_->tagger.labels(); }
std::span<const std::string> Annotator::dep_labels() const { return impl_->parser.labels(); }
std::span<const std::string> Annotator::ent_labels() const { return impl_->ner.labels(); }

}  // namespace entente::nlp
