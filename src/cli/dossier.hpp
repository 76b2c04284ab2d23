#pragma once
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "entente/view.hpp"

/// What `entente show` shows: the relations of an actor, or between two, with the sentences that say them.
namespace entente::cli {

struct Dossier {
  const View& view;
  std::vector<const ViewNode*> entities;  ///< One or two.
  std::vector<const ViewEdge*> edges;     ///< By class, then the best attested first.
  std::size_t pieces = 0;                 ///< Show at most so many pieces of evidence of an edge; 0 for all.
};

/// Evidence as it stands in its sentence; white space is folded.
struct Quotation {
  std::string before, words, after;
};
Quotation quotation(const Network& network, const Evidence& evidence);

/// The pieces of an edge that the dossier shows: by date, document and place.
std::vector<const Evidence*> shown_evidence(const Dossier& dossier, const ViewEdge& edge);

/// For people. Where words are not bold they stand between two asterisks.
void write_text(std::ostream& out, const Dossier& dossier, bool bold);
void write_markdown(std::ostream& out, const Dossier& dossier);
/// A row for each piece of evidence.
void write_csv(std::ostream& out, const Dossier& dossier);
void write_json(std::ostream& out, const Dossier& dossier);

}  // namespace entente::cli
