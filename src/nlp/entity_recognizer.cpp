#include "nlp/entity_recognizer.hpp"

#include <algorithm>
#include <utility>

#include "nlp/architectures.hpp"
#include "nlp/file.hpp"

namespace entente::nlp {

struct EntityRecognizer::Loaded {
  TransitionModel model;
  std::vector<Move> moves;
};

namespace {

/// Every entity that can be begun can be continued and ended, and there is a move for words outside of entities.
std::vector<Move> load_biluo_moves(const std::filesystem::path& file) {
  std::vector<Move> moves = load_moves(file);
  const auto has = [&](int kind, const std::string& label) {
    return std::find(moves.begin(), moves.end(), Move{kind, label}) != moves.end();
  };
  // spaCy makes no move of "missing".
  moves.erase(std::remove_if(moves.begin(), moves.end(), [](const Move& m) { return m.kind == Biluo::kMissing; }), moves.end());
  for (const Move& move : moves) {
    if (move.kind >= Biluo::kKinds) fail(file, "moves", "unknown kind " + std::to_string(move.kind));
    if (move.kind == Biluo::kBegin && (move.label.empty() || !has(Biluo::kIn, move.label) || !has(Biluo::kLast, move.label)))
      fail(file, "moves", "not all of B, I and L are there for the label '" + move.label + "'");
  }
  if (!has(Biluo::kOut, "")) fail(file, "moves", "O is not there");
  return moves;
}

}  // namespace

EntityRecognizer::EntityRecognizer(const std::filesystem::path& directory, const Config& config, const std::string& section,
                                   std::size_t width)
    : EntityRecognizer([&] {
        const std::size_t features = transition_features(config, section + ".model", "ner", 3, 6);
        std::vector<Move> moves = load_biluo_moves(directory / "moves");
        return Loaded{{ModelFile(directory / "model"), config, section + ".model", width, moves.size(), features},
                      std::move(moves)};
      }()) {}

EntityRecognizer::EntityRecognizer(Loaded&& loaded)
    : model_(std::move(loaded.model)), moves_(loaded.moves, model_.scores_size(), labels_) {}

void EntityRecognizer::operator()(const Kernels& kernels, std::span<const TokenFeatures> blocks, ConstRows reduced,
                                  std::span<const std::size_t> offsets, Workspace& work, std::span<Annotation> out) const {
  if (work.states.size() < blocks.size()) work.states.resize(blocks.size());
  const std::span states(work.states.data(), blocks.size());
  std::size_t count = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    states[i].reset(blocks[i][LexAttr::is_space], out[i].sent_start);
    count += blocks[i].size();
  }
  Contributions contributions(kernels, model_, reduced, count, work.contributions);
  greedy_parse(kernels, model_, moves_, states, offsets, contributions, work.greedy);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    out[i].ent.assign(blocks[i].size(), 0);
    out[i].iob.assign(blocks[i].size(), 0);
    for (const BiluoState::Entity& entity : states[i].entities()) {
      std::fill(out[i].ent.begin() + entity.begin, out[i].ent.begin() + entity.end, entity.label);
      std::fill(out[i].iob.begin() + entity.begin, out[i].iob.begin() + entity.end, char{2});
      out[i].iob[entity.begin] = 1;
    }
  }
}

}  // namespace entente::nlp
