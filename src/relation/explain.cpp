#include "relation/explain.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <string>

namespace entente::relation {

namespace {

class Explainer {
 public:
  Explainer(std::ostream& out, const Reader& reader, const Frames& frames) : out_(out), r_(reader), frames_(frames) {}

  void run(const Record& record) {
    actors();
    for (const auto& sentence : r_.tree.document().sentences()) {
      out_ << "\nSentence: " << words(sentence.begin, sentence.end) << "\n\nParse\n";
      for (auto t = sentence.begin; t < sentence.end; ++t)
        if (r_.tree.is_root(t)) subtree(t, 1);
      out_ << "\nPropositions\n";
      for (auto t = sentence.begin; t < sentence.end; ++t) proposition(t);
    }
    traces();
    edges(record);
  }

 private:
  std::string words(std::uint32_t begin, std::uint32_t end) const {
    std::string out;
    for (auto t = begin; t < end; ++t) {
      if (r_.tree.token(t).pos == "SPACE") continue;
      out.append(r_.tree.text(t));
      if (r_.tree.token(t).space_after && t + 1 < end) out.push_back(' ');
    }
    return out;
  }

  void actors() {
    out_ << "Actors\n";
    for (const auto& entity : r_.mentions.entities) {
      out_ << "  " << entity.name << " (" << to_string(entity.kind);
      if (!entity.country.empty()) out_ << ", " << entity.country;
      out_ << ")";
      const auto index = static_cast<std::uint32_t>(&entity - r_.mentions.entities.data());
      const char* separator = ": ";
      for (const auto& mention : r_.mentions.mentions) {
        if (std::find(mention.entities.begin(), mention.entities.end(), index) == mention.entities.end()) continue;
        out_ << separator << '"' << words(mention.begin, mention.end) << "\" " << kind_name(mention.kind);
        if (!mention.rule.empty()) out_ << " (" << mention.rule << ")";
        separator = ", ";
      }
      out_ << '\n';
    }
    for (const auto& office : r_.mentions.offices) {
      out_ << "  office: " << r_.mentions.entities[office.holder].name << ", " << (office.former ? "former " : "") << office.title;
      const char* separator = " of ";
      for (auto body : office.bodies) out_ << separator << r_.mentions.entities[body].name, separator = ", ";
      out_ << '\n';
    }
  }

  static const char* kind_name(entity::MentionKind kind) {
    using enum entity::MentionKind;
    switch (kind) {
      case name: return "name";
      case adjective: return "adjective";
      case metonym: return "metonym";
      case body: return "body";
      case role: return "role";
      case pronoun: return "pronoun";
    }
    return "";
  }

  void subtree(std::uint32_t t, int depth) {
    if (r_.tree.token(t).pos == "SPACE") return;
    out_ << std::string(static_cast<std::size_t>(depth) * 2, ' ') << r_.tree.text(t) << "  " << r_.tree.tag(t) << ' ' << r_.tree.token(t).dep;
    if (const auto m = r_.mentions.headed_by(t); m >= 0) {
      out_ << "  =";
      for (auto e : r_.mentions.mentions[static_cast<std::size_t>(m)].entities) out_ << ' ' << r_.mentions.entities[e].name << ';';
    }
    out_ << '\n';
    for (auto c : r_.tree.children(t)) subtree(c, depth + 1);
  }

  void proposition(std::uint32_t t) {
    const bool predicate = r_.tree.is_verb(t) || r_.tree.word(t) == Word::noun || r_.tree.word(t) == Word::adjective;
    if (!predicate || r_.tree.dep(t) == Dep::aux || r_.tree.dep(t) == Dep::auxpass || r_.actors.in_name(t)) return;
    std::string line;
    for (const char* function : {"subj", "obj", "iobj", "poss", "mod", "comp", "of", "with", "to", "from", "for", "on", "against", "in", "at", "between", "as", "by"}) {
      std::string values;
      for (const auto& argument : r_.arguments.find(t, parse_path(function))) {
        if (!values.empty()) values += ", ";
        values += r_.tree.text(argument.token);
        std::string names;
        for (const auto& actor : r_.actors.of(argument.token, false)) names += (names.empty() ? "" : "; ") + r_.mentions.entities[actor.entity].name;
        if (!names.empty()) values += " [" + names + "]";
      }
      if (!values.empty()) line += std::string("  ") + function + "=" + values;
    }
    if (line.empty()) return;
    out_ << "  " << r_.tree.lemma(t) << " (" << to_string(r_.context.status(t, false));
    if (const auto claimant = r_.context.claimant(t)) out_ << ", claimed by " << r_.mentions.entities[claimant->entity].name;
    out_ << ")" << line << '\n';
  }

  void traces() {
    // Frames of one relation and one trigger word tell the same: the best verdict is shown.
    std::map<std::pair<std::uint32_t, std::string>, std::string> verdicts;
    match_frames(r_, frames_, [&](const Trace& trace) {
      auto& verdict = verdicts[{trace.trigger, std::string(trace.frame)}];
      if (verdict.empty() || trace.verdict == "fired") verdict = trace.verdict;
    });
    out_ << "\nFrames\n";
    for (const auto& [key, verdict] : verdicts) out_ << "  " << key.second << " at \"" << r_.tree.text(key.first) << "\": " << verdict << '\n';
    if (verdicts.empty()) out_ << "  none has a trigger here\n";
  }

  void edges(const Record& record) {
    out_ << "\nEdges\n";
    std::map<std::string, std::string> names;
    for (const auto& entity : record.entities) names[entity.id] = entity.name;
    for (const auto& edge : record.relations) {
      out_ << "  " << names[edge.source] << " " << edge.relation << " " << names[edge.target] << " (" << to_string(edge.status);
      if (!edge.claimed_by.empty()) out_ << ", claimed by " << names[edge.claimed_by];
      out_ << ", confidence " << edge.confidence << ") by " << edge.frame << ": \"" << edge.evidence << "\"\n";
    }
    if (record.relations.empty()) out_ << "  none\n";
  }

  std::ostream& out_;
  const Reader& r_;
  const Frames& frames_;
};

}  // namespace

void explain(std::ostream& out, const Reader& reader, const Frames& frames, const Record& record) { Explainer(out, reader, frames).run(record); }

}  // namespace entente::relation
