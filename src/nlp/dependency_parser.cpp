#include "nlp/dependency_parser.hpp"

#include <utility>

#include "nlp/architectures.hpp"
#include "nlp/file.hpp"

namespace entente::nlp {

struct DependencyParser::Loaded {
  TransitionModel model;
  std::vector<Move> moves;
  std::vector<std::string> labels{};
};

namespace {

std::vector<Move> load_arc_eager_moves(const std::filesystem::path& file) {
  std::vector<Move> moves = load_moves(file);
  bool seen[ArcEager::kKinds] = {};
  for (const Move& move : moves) {
    if (move.kind >= ArcEager::kKinds) fail(file, "moves", "unknown kind " + std::to_string(move.kind));
    if (move.label == "subtok") fail(file, "moves", "the label subtok (learned token merging) is not known");
    seen[move.kind] = true;
  }
  for (const bool kind : seen)
    if (!kind) fail(file, "moves", "one of the five kinds is not there");
  return moves;
}

}  // namespace

DependencyParser::DependencyParser(const std::filesystem::path& directory, const Config& config, const std::string& section,
                                   std::size_t width)
    : DependencyParser([&] {
        const std::size_t features = transition_features(config, section + ".model", "parser", 8, 13);
        std::vector<Move> moves = load_arc_eager_moves(directory / "moves");
        return Loaded{{ModelFile(directory / "model"), config, section + ".model", width, moves.size(), features},
                      std::move(moves)};
      }()) {}

DependencyParser::DependencyParser(Loaded&& loaded)
    : model_(std::move(loaded.model)),
      moves_(loaded.moves, model_.scores_size(), loaded.labels),
      labels_(std::move(loaded.labels)) {}

void DependencyParser::operator()(const Kernels& kernels, std::span<const TokenFeatures> blocks, ConstRows reduced,
                                  std::span<const std::size_t> offsets, Workspace& work, std::span<Annotation> out) const {
  if (work.states.size() < blocks.size()) work.states.resize(blocks.size());
  const std::span states(work.states.data(), blocks.size());
  std::size_t count = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    states[i].reset(blocks[i].size());
    count += blocks[i].size();
  }
  Contributions contributions(kernels, model_, reduced, count, work.contributions);
  greedy_parse(kernels, model_, moves_, states, offsets, contributions, work.greedy);
  for (std::size_t i = 0; i < blocks.size(); ++i) annotate(states[i], blocks[i], work.tree, out[i]);
}

void DependencyParser::annotate(const ArcEagerState& state, const TokenFeatures& block, TreeWorkspace& work,
                                Annotation& out) const {
  const std::size_t n = state.length();
  out.head.resize(n);
  out.dep.resize(n);
  out.sent_start.resize(n);
  bool decorated = false;
  for (std::size_t i = 0; i < n; ++i) {
    const std::int32_t head = state.heads()[i];
    out.head[i] = head < 0 ? static_cast<std::uint32_t>(i) : static_cast<std::uint32_t>(head);
    out.dep[i] = head < 0 ? labels_.root() : state.labels()[i];
    decorated |= labels_.is_decorated(out.dep[i]);
  }
  set_sentence_starts(out.head, out.sent_start, work);
  if (decorated) {
    deprojectivize(labels_, block[LexAttr::is_space], out.head, out.dep, work);
    set_sentence_starts(out.head, out.sent_start, work);
  }
  for (std::uint16_t& dep : out.dep) dep = labels_.output(dep);
}

}  // namespace entente::nlp
