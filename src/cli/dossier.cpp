#include "cli/dossier.hpp"

#include <algorithm>
#include <tuple>

namespace entente::cli {

namespace {

/// Runs of spaces become one; none is taken off the ends.
std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' || out.empty() || out.back() != ' ') out += c;
  return out;
}

}  // namespace

Quotation quotation(const Network& network, const Evidence& evidence) {
  const PassageInfo* passage = network.documents()[evidence.document].passage(evidence.sentence);
  const bool within = passage != nullptr && evidence.begin >= passage->begin && evidence.end >= evidence.begin &&
                      evidence.end - passage->begin <= passage->text.size();
  if (!within) return {"", std::string(evidence.text), ""};
  const std::size_t begin = evidence.begin - passage->begin, end = evidence.end - passage->begin;
  return {folded(passage->text.substr(0, begin)), folded(passage->text.substr(begin, end - begin)),
          folded(passage->text.substr(end))};
}

std::vector<const Evidence*> shown_evidence(const Dossier& dossier, const ViewEdge& edge) {
  const auto documents = dossier.view.network->documents();
  auto pieces = edge.evidence;
  std::stable_sort(pieces.begin(), pieces.end(), [&](const Evidence* a, const Evidence* b) {
    return std::tie(documents[a->document].date, a->document, a->begin) <
           std::tie(documents[b->document].date, b->document, b->begin);
  });
  if (dossier.pieces > 0 && pieces.size() > dossier.pieces) pieces.resize(dossier.pieces);
  return pieces;
}

}  // namespace entente::cli
