#pragma once
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

/// Votes on the kind of a name. Internal to the entity layer.
namespace entente::entity {

struct Score {
  double person = 0, organization = 0, place = 0, region = 0, nothing = 0;

  void add(const Score& o, double factor) {
    person += o.person * factor;
    organization += o.organization * factor;
    place += o.place * factor;
    region += o.region * factor;
    nothing += o.nothing * factor;
  }
};

/// What speaks for each kind: words and forms, which add up, and the model's opinion, which counts by its shares (it tends to repeat its
/// mistakes).
struct Votes : Score {
  Score model;
  double occurrences = 0;
  std::string cls;

  Votes& operator+=(const Votes& o) {
    add(o, 1.0);
    model.add(o.model, 1.0);
    occurrences += o.occurrences;
    if (cls.empty()) cls = o.cls;
    return *this;
  }
  Score total() const {
    Score s = *this;
    if (occurrences > 0) s.add(model, (1.0 + std::min(0.3, 0.05 * (occurrences - 1))) / occurrences);
    return s;
  }
};

// The words of a key, into a set.
inline void add_words(std::string_view key, std::set<std::string, std::less<>>& words) {
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    words.emplace(key.substr(begin, end - begin));
    begin = end + 1;
  }
}

// What bodies have and persons and places have not: "X's shareholders", "X striker Y", "chief executive of X".
inline bool of_a_body(std::string_view lemma) {
  constexpr std::array<std::string_view, 62> nouns{
      "board", "share", "shareholder", "stockholder", "profit", "revenue", "turnover", "chairman", "chairwoman", "chair", "ceo", "executive", "founder", "co-founder", "coach",
      "captain", "goalkeeper", "midfielder", "striker", "defender", "winger", "forward", "skipper", "manager", "headquarters", "subsidiary", "plant", "factory", "employee",
      "management", "owner", "editor", "editor-in-chief", "columnist", "correspondent", "trustee", "spokesman", "spokeswoman", "spokesperson", "treasurer", "spinoff", "brand",
      "branch", "congress", "manifesto", "candidate", "lawmaker", "mp", "leadership", "fan", "supporter", "stadium", "squad", "workforce", "customer", "boss", "director", "affiliate", "arm", "division", "parent", "unit"};
  return std::find(nouns.begin(), nouns.end(), lemma) != nouns.end();
}

}  // namespace entente::entity
