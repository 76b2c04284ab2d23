#include "entente/extractor.hpp"

#include <future>
#include <iterator>
#include <utility>
#include <vector>

#include "entity/gazetteer.hpp"
#include "relation/assemble.hpp"
#include "relation/discourse.hpp"
#include "relation/explain.hpp"
#include "relation/structure.hpp"

namespace entente {

struct Extractor::Impl {
  Impl(const std::filesystem::path& data, const std::filesystem::path& names)
      : Impl(data, std::async(std::launch::async,
                              [&] { return entity::Gazetteer::load(data / "entities", names); })) {}
  /// The gazetteer is loaded meanwhile: a run over one sentence consists of little else than loading.
  Impl(const std::filesystem::path& data, std::future<entity::Gazetteer> loading)
      : lexicon(relation::Lexicon::load(data / "language" / "context.json")),
        frames(relation::Frames::load(data / "relations", lexicon)),
        gazetteer(loading.get()) {}
  relation::Lexicon lexicon;
  relation::Frames frames;
  entity::Gazetteer gazetteer;
};

Extractor::Extractor(const std::filesystem::path& data, const std::filesystem::path& names)
    : impl_(std::make_unique<Impl>(data, names)) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

namespace {

std::vector<relation::Statement> read(const relation::Reader& reader, const relation::Frames& frames) {
  auto statements = relation::match_frames(reader, frames);
  for (auto more : {relation::elliptical_statements(reader, frames, statements), relation::structural_statements(reader, frames), relation::discourse_statements(reader, frames)})
    statements.insert(statements.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  return statements;
}

}  // namespace

Record Extractor::extract(const Article& article, const nlp::Document& document) const {
  const auto mentions = entity::resolve(article, document, impl_->gazetteer);
  const relation::Reader reader(document, mentions, impl_->lexicon, impl_->frames);
  return relation::assemble(article, reader, impl_->frames, read(reader, impl_->frames));
}

void Extractor::explain(std::ostream& out, const Article& article, const nlp::Document& document) const {
  const auto mentions = entity::resolve(article, document, impl_->gazetteer);
  const relation::Reader reader(document, mentions, impl_->lexicon, impl_->frames);
  relation::explain(out, reader, impl_->frames,
                    relation::assemble(article, reader, impl_->frames, read(reader, impl_->frames)));
}

nlp::Document parse(const nlp::Pipeline& pipeline, Article& article) {
  segment(article);
  std::vector<nlp::Range> ranges;
  for (const auto& block : article.blocks)
    if (block.kind == BlockKind::headline || block.kind == BlockKind::body) ranges.push_back({block.begin, block.end});
  return pipeline.parse(text_for_parsing(article), ranges);
}

Record extract(const Extractor& extractor, const nlp::Pipeline& pipeline, Article article) {
  const auto document = parse(pipeline, article);
  return extractor.extract(article, document);
}

}  // namespace entente
