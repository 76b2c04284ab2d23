#include <algorithm>
#include <array>
#include <set>

#include "entity/analysis.hpp"

/// In the report of a match a country's name is its team's.
namespace entente::entity {
namespace {

constexpr std::array<std::string_view, 62> words{
    "goal", "goals", "goalkeeper", "goalless", "striker", "midfielder", "defender", "winger", "forward", "penalty", "penalties", "offside", "equaliser",
    "equalizer", "half-time", "halftime", "kick-off", "kickoff", "stoppage", "substitute", "substituted", "substitution", "corner", "header", "headed",
    "crossbar", "goalpost", "box", "tackle", "dribble", "scored", "score", "scoreline", "match", "matches", "fixture", "pitch", "stadium", "referee",
    "coach", "squad", "team", "teams", "cup", "tournament", "championship", "qualifier", "quarterfinal", "quarter-final", "semifinal", "semi-final", "knockout",
    "wicket", "wickets", "innings", "batsman", "bowler", "try", "scrum", "medal", "champions", "lineup"};

struct Hits {
  std::size_t all = 0, distinct = 0;
};

Hits count(const Text& t) {
  std::set<std::string_view> seen;
  std::size_t hits = 0;
  for (std::uint32_t i = 0; i < t.size(); ++i)
    if (std::find(words.begin(), words.end(), t.lower(i)) != words.end()) {
      ++hits;
      seen.insert(t.lower(i));
    }
  return {hits, seen.size()};
}

bool reports_a_match(const Text& t) {
  const Hits hits = count(t);
  return hits.distinct >= 7 && hits.all >= 12 && hits.all * 60 >= t.size();
}

bool located(const Text& t, const Mention& m) {
  if (t.dep(m.head) != "pobj") return false;
  const std::string_view preposition = t.lower(t.head(m.head));
  return preposition == "in" || preposition == "at" || preposition == "from" || preposition == "near";
}

}  // namespace

bool tells_of_sport(const Text& t) {
  const Hits hits = count(t);
  return hits.distinct >= 4 && hits.all >= 6 && hits.all * 100 >= t.size();
}

void read_teams(Analysis& a) {
  if (!reports_a_match(a.text)) return;
  std::vector<bool> plays(a.drafts.size(), false);
  for (const Mention& m : a.mentions)
    if (m.entities.size() == 1 && !located(a.text, m)) plays[m.entities[0]] = true;
  for (std::uint32_t d = 0; d < plays.size(); ++d) {
    Draft& draft = a.drafts[d];
    const bool nation = draft.type == Type::country || (draft.type == Type::region && draft.country == "GBR");
    if (!plays[d] || !nation) continue;
    draft.type = Type::organization;
    draft.cls = "sport";
    draft.ref = "team:" + draft.ref.substr(draft.ref.find(':') + 1);
    draft.nouns = {"team", "side", "squad"};
  }
}

}  // namespace entente::entity
