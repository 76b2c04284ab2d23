#include <algorithm>
#include <cassert>
#include <limits>
#include <mutex>

#include "nlp/analysis.hpp"
#include "nlp/annotate.hpp"
#include "nlp/config.hpp"
#include "nlp/document_builder.hpp"
#include "nlp/hash.hpp"
#include "nlp/meta.hpp"
#include "nlp/tokenizer.hpp"
#include "nlp/unicode.hpp"

namespace entente::nlp {

namespace {

std::vector<std::uint64_t> ids_of(std::span<const std::string> labels) {
  std::vector<std::uint64_t> ids;
  for (const std::string& label : labels) ids.push_back(string_id(label));
  return ids;
}

/// Everything read from the package. Documents share it: their labels are views into it.
struct Model {
  Model(const std::filesystem::path& directory, const Config& config)
      : meta(Meta::load(directory)),
        norms(NormTable::load(directory)),
        tokenizer(Tokenizer::load(directory)),
        analyzer(AttributeRuler::load(directory), Lemmatizer::load(directory)),
        annotator(Annotator::load(directory, config)),
        tag_ids(ids_of(annotator.tag_labels())),
        dep_ids(ids_of(annotator.dep_labels())) {}

  Meta meta;
  NormTable norms;
  Tokenizer tokenizer;
  WordAnalyzer analyzer;
  Annotator annotator;
  std::vector<std::uint64_t> tag_ids, dep_ids;
};

/// What one thread needs while it parses; kept for the next text.
struct Workspace {
  explicit Workspace(const NormTable& norms) : tokens(norms) {}

  Tokenizer::Cache tokens;
  WordAnalyzer::Cache words;
  std::vector<TokenSlot> slots;
  std::vector<Range> blocks;  ///< Ranges of slots; none is empty.
  std::vector<TokenFeatures> features;
  std::vector<Annotation> annotations;
  std::vector<AttributeRuler::Word> block_words;
  std::vector<std::uint32_t> keys;
  std::vector<WordAnalyzer::Result> results;
};

void fill_features(std::span<const TokenSlot> slots, TokenFeatures& features) {
  for (auto& values : features.values) values.resize(slots.size());
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const Lexeme& lexeme = *slots[i].lexeme;
    features[LexAttr::norm][i] = slots[i].norm;
    features[LexAttr::prefix][i] = lexeme.prefix;
    features[LexAttr::suffix][i] = lexeme.suffix;
    features[LexAttr::shape][i] = lexeme.shape;
    features[LexAttr::lower][i] = lexeme.lower;
    features[LexAttr::orth][i] = lexeme.orth;
    features[LexAttr::spacy][i] = slots[i].space_after;
    features[LexAttr::is_space][i] = lexeme.is_space;
  }
}

void check_text(std::string_view text) {
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) throw std::length_error("a text longer than 4 GiB cannot be parsed");
  if (const std::size_t valid = valid_utf8_prefix(text); valid < text.size())
    throw std::invalid_argument("the text is not valid UTF-8 at byte " + std::to_string(valid));
}

/// One text on its way through the components.
class Parse {
 public:
  Parse(const std::shared_ptr<const Model>& model, Workspace& workspace) : model_(model), work_(workspace) {
    if (work_.tokens.trim()) work_.words.clear();
  }

  Document run(std::string text, std::span<const Range> blocks) {
    tokenize(text, blocks);
    annotate();
    DocumentBuilder builder(std::move(text));
    builder.keep(model_);
    builder.reserve(work_.slots.size());
    for (std::size_t i = 0; i < work_.blocks.size(); ++i) add_block(work_.blocks[i], work_.annotations[i], builder);
    return builder.build();
  }

 private:
  void tokenize(std::string_view text, std::span<const Range> blocks) {
    work_.slots.clear();
    work_.blocks.clear();
    for (const Range block : blocks) {
      assert(block.begin <= block.end && block.end <= text.size());
      const auto first = static_cast<std::uint32_t>(work_.slots.size());
      model_->tokenizer.tokenize(text, block.begin, block.end, work_.tokens, work_.slots);
      const auto last = static_cast<std::uint32_t>(work_.slots.size());
      if (first < last) work_.blocks.push_back({first, last});
    }
  }

  void annotate() {
    const std::size_t count = work_.blocks.size();
    if (work_.features.size() < count) work_.features.resize(count), work_.annotations.resize(count);
    for (std::size_t i = 0; i < count; ++i) fill_features(slots(work_.blocks[i]), work_.features[i]);
    model_->annotator.annotate(std::span(work_.features).first(count), std::span(work_.annotations).first(count));
  }

  std::span<const TokenSlot> slots(Range block) const { return std::span(work_.slots).subspan(block.begin, block.end - block.begin); }

  void analyze_words(Range block, const Annotation& annotation) {
    work_.block_words.clear();
    work_.keys.clear();
    work_.results.clear();
    const auto tokens = slots(block);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      work_.block_words.push_back({tokens[i].lexeme, model_->tag_ids[annotation.tag[i]], model_->dep_ids[annotation.dep[i]]});
      work_.keys.push_back(std::uint32_t{annotation.tag[i]} << 16 | annotation.dep[i]);
    }
    model_->analyzer.analyze(work_.block_words, work_.keys, work_.words, work_.results);
  }

  void add_block(Range block, const Annotation& annotation, DocumentBuilder& builder) {
    analyze_words(block, annotation);
    const auto tokens = slots(block);
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      const WordAnalyzer::Result& word = work_.results[i];
      const auto size = static_cast<std::uint32_t>(tokens[i].lexeme->text.size());
      const std::string_view form = builder.text().substr(tokens[i].begin, size);
      Token token;
      token.begin = tokens[i].begin;
      token.end = tokens[i].begin + size;
      token.head = block.begin + annotation.head[i];
      token.lemma = word.lemma == form ? form : builder.store(word.lemma);
      token.tag = word.tag.empty() ? std::string_view(model_->annotator.tag_labels()[annotation.tag[i]]) : word.tag;
      token.dep = word.dep.empty() ? std::string_view(model_->annotator.dep_labels()[annotation.dep[i]]) : word.dep;
      token.pos = word.pos;
      token.space_after = tokens[i].space_after;
      builder.add_token(token);
    }
    add_spans(block, annotation, builder);
  }

  void add_spans(Range block, const Annotation& annotation, DocumentBuilder& builder) const {
    const std::uint32_t size = block.end - block.begin;
    for (std::uint32_t i = 0, next; i < size; i = next) {
      for (next = i + 1; next < size && !annotation.sent_start[next];) ++next;
      builder.add_sentence(block.begin + i, block.begin + next);
    }
    for (std::uint32_t i = 0, next; i < size; i = next) {
      for (next = i + 1; annotation.iob[i] != 0 && next < size && annotation.iob[next] == 2;) ++next;
      if (annotation.iob[i] != 0) builder.add_entity(block.begin + i, block.begin + next, model_->annotator.ent_labels()[annotation.ent[i]]);
    }
  }

  const std::shared_ptr<const Model>& model_;
  Workspace& work_;
};

}  // namespace

struct Pipeline::Impl {
  explicit Impl(std::shared_ptr<const Model> loaded) : model(std::move(loaded)) {}

  std::unique_ptr<Workspace> take() {
    const std::lock_guard lock(mutex);
    if (idle.empty()) return std::make_unique<Workspace>(model->norms);
    std::unique_ptr<Workspace> workspace = std::move(idle.back());
    idle.pop_back();
    return workspace;
  }
  void give_back(std::unique_ptr<Workspace> workspace) {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(workspace));
  }

  std::shared_ptr<const Model> model;
  std::mutex mutex;
  std::vector<std::unique_ptr<Workspace>> idle;  ///< Workspaces no thread uses now.
};

Pipeline::Pipeline(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Pipeline::Pipeline(Pipeline&&) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&&) noexcept = default;
Pipeline::~Pipeline() = default;

Pipeline Pipeline::load(const std::filesystem::path& directory) {
  const Config config = Config::load(directory / "config.cfg");
  check_components(config);
  return Pipeline(std::make_unique<Impl>(std::make_shared<const Model>(directory, config)));
}

Document Pipeline::parse(std::string text) const {
  const Range whole{0, static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), std::numeric_limits<std::uint32_t>::max()))};
  return parse(std::move(text), std::span(&whole, 1));
}

Document Pipeline::parse(std::string text, std::span<const Range> blocks) const {
  check_text(text);
  std::unique_ptr<Workspace> workspace = impl_->take();
  Document document = Parse(impl_->model, *workspace).run(std::move(text), blocks);
  impl_->give_back(std::move(workspace));
  return document;
}

std::string_view Pipeline::name() const { return impl_->model->meta.name; }
std::string_view Pipeline::version() const { return impl_->model->meta.version; }

}  // namespace entente::nlp
