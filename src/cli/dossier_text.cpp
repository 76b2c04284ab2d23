#include <algorithm>
#include <ostream>

#include "cli/dossier.hpp"
#include "cli/table.hpp"
#include "entente/graph.hpp"

namespace entente::cli {

namespace {

/// What differs between the formats for people.
struct Style {
  std::string_view title, heading, edge, piece, quote;  ///< What lines of each kind begin with.
  std::string_view on, off;                             ///< Around highlighted words.
  bool escapes = false;                                 ///< Characters with a meaning in Markdown are escaped.
};

constexpr Style plain{"", "\n", "  ", "    ", "      ", "**", "**", false};
constexpr Style bold{"", "\n", "  ", "    ", "      ", "\x1b[1m", "\x1b[0m", false};
constexpr Style markdown{"# ", "\n## ", "\n**", "\n- ", "\n  > ", "**", "**", true};

class Writer {
 public:
  Writer(std::ostream& out, const Dossier& dossier, const Style& style)
      : out_(out), dossier_(dossier), network_(*dossier.view.network), style_(style) {}

  void run() {
    for (const ViewNode* node : dossier_.entities) entity(*node);
    out_ << "View: " << text(dossier_.view.definition) << '\n';
    std::string_view heading;
    for (const ViewEdge* edge : dossier_.edges) {
      if (edge->event_class != heading) {
        heading = edge->event_class;
        std::string shown(heading);
        shown.front() = static_cast<char>(shown.front() - 'a' + 'A');
        out_ << style_.heading << shown << '\n';
      }
      relation(*edge);
    }
  }

 private:
  std::string text(std::string_view raw) const {
    if (!style_.escapes) return std::string(raw);
    std::string out;
    for (const char c : raw) {
      if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
    return out;
  }

  static std::string count(std::size_t n, const char* what) {
    return std::to_string(n) + ' ' + what + (n == 1 ? "" : "s");
  }
  static std::string dates(std::string_view first, std::string_view last) {
    if (first.empty()) return "";
    return ", " + std::string(first) + (first == last ? "" : " to " + std::string(last));
  }

  void entity(const ViewNode& node) {
    out_ << style_.title << text(node.name) << '\n' << (style_.escapes ? "\n" : "");
    out_ << to_string(node.kind);
    if (!node.country.empty() && node.kind != Kind::country) out_ << " of " << node.country;
    out_ << ", " << text(node.id) << "; in " << count(node.documents, "document") << dates(node.first, node.last)
         << '\n';
    if (node.names.size() > 1) {
      out_ << (style_.escapes ? "\n" : "") << "also: ";
      bool first = true;
      for (const auto name : node.names) {
        if (name == node.name) continue;
        out_ << (first ? "" : ", ") << text(name);
        first = false;
      }
      out_ << '\n';
    }
    joins(node);
    if (style_.escapes) out_ << '\n';
  }

  void joins(const ViewNode& node) {
    for (const auto member : node.members)
      for (const Join& join : network_.graph()[member].joined) {
        out_ << (style_.escapes ? "\n" : "") << "one by " << join.rule << ": ";
        for (std::size_t i = 0; i < join.names.size(); ++i) out_ << (i == 0 ? "" : ", ") << text(join.names[i]);
        out_ << '\n';
      }
  }

  std::string status(const ViewEdge& edge) const {
    std::string out;
    const auto kinds = std::count_if(edge.statuses.begin(), edge.statuses.end(), [](auto n) { return n > 0; });
    for (std::size_t s = 0; s < edge.statuses.size(); ++s)
      if (edge.statuses[s] > 0)
        out += (out.empty() ? "" : ", ") + std::string(to_string(static_cast<Status>(s))) +
               (kinds > 1 ? " " + std::to_string(edge.statuses[s]) : "");
    return out;
  }

  void relation(const ViewEdge& edge) {
    const auto& nodes = dossier_.view.nodes;
    out_ << style_.edge << text(nodes[edge.source].name) << ' ' << text(edge.relation) << ' '
         << text(nodes[edge.target].name) << (style_.escapes ? "** (" : " (") << status(edge) << "; "
         << count(edge.documents, "document") << dates(edge.first, edge.last) << "; confidence "
         << exact(edge.confidence) << ")\n";
    const auto pieces = shown_evidence(dossier_, edge);
    for (const Evidence* piece : pieces) evidence(*piece);
    if (pieces.size() < edge.evidence.size())
      out_ << style_.piece << "and " << count(edge.evidence.size() - pieces.size(), "more piece") << " of evidence\n";
  }

  void evidence(const Evidence& piece) {
    const DocumentInfo& document = network_.documents()[piece.document];
    out_ << style_.piece << text(document.id);
    if (!document.date.empty()) out_ << ", " << document.date;
    out_ << ", sentence " << piece.sentence + 1 << ": " << to_string(piece.status);
    if (piece.claimant != no_index)
      out_ << ", claimed by " << text(network_.graph()[network_.forms()[piece.claimant].node].name);
    out_ << ", confidence " << exact(piece.confidence) << '\n';
    const Quotation q = quotation(network_, piece);
    out_ << style_.quote << text(q.before) << style_.on << text(q.words) << style_.off << text(q.after) << '\n';
  }

  std::ostream& out_;
  const Dossier& dossier_;
  const Network& network_;
  const Style& style_;
};

}  // namespace

void write_text(std::ostream& out, const Dossier& dossier, bool is_bold) {
  Writer(out, dossier, is_bold ? bold : plain).run();
}

void write_markdown(std::ostream& out, const Dossier& dossier) { Writer(out, dossier, markdown).run(); }

}  // namespace entente::cli
