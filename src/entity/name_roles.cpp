#include "entity/name_roles.hpp"

#include <algorithm>
#include <array>

namespace entente::entity {
namespace {

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& ascending, std::string_view word) {
  return std::binary_search(ascending.begin(), ascending.end(), word);
}

// Of verbs: whose object is a body, whose subject is.
constexpr std::array<std::string_view, 16> kBodyObjects{"acquire", "buy", "co-found", "control", "delist", "establish", "found", "liquidate",
                                                        "nationalise", "nationalize", "own", "privatise", "privatize", "purchase", "regulate", "restructure"};
constexpr std::array<std::string_view, 9> kBodySubjects{"acquire", "disband", "employ", "manufacture", "merge", "operate", "outsource", "publish", "relocate"};
// "cut jobs", "posted a profit", "raised its stake": what firms do, with these verbs.
constexpr std::array<std::string_view, 12> kFirmVerbs{"buy", "cut", "issue", "lift", "own", "pay", "post", "raise", "report", "shed", "slash", "unveil"};
constexpr std::array<std::string_view, 15> kFirmObjects{"dividend", "forecast", "guidance", "job", "loss", "outlook", "output", "price", "profit", "profits", "revenue", "sales", "share", "stake", "turnover"};
// "a stake in X", "the takeover of X".
constexpr std::array<std::string_view, 9> kShares{"acquisition", "merger", "nationalisation", "nationalization", "privatisation", "privatization", "shareholding", "stake", "takeover"};

// "took over X", "set up X"
bool with_particle(const Text& t, std::uint32_t verb) {
  const std::string_view lemma = t.token(verb).lemma;
  const std::string_view particle = lemma == "take" ? "over" : lemma == "set" ? "up" : lemma == "snap" ? "up" : "";
  if (particle.empty()) return false;
  const std::uint32_t p = t.child(verb, "prt");
  return p != none && t.lower(p) == particle;
}

// "Whitlock played his whole career": of a lone word that is the subject, what follows in the clause is "his" or "her".
bool owns_as_person(const Text& t, const Name& name) {
  if (name.end - name.begin != 1 || t.acronym(name.begin)) return false;
  for (std::uint32_t i = name.end; i < std::min(t.sentence_end(name.begin), name.end + 9); ++i) {
    if (t.cap(i) || t.form(i) == "," || t.dep(i).starts_with("nsubj") || t.lower(i) == "and") return false;
    if (t.tag(i) == "PRP$") return t.lower(i) == "his" || t.lower(i) == "her";
  }
  return false;
}

}  // namespace

void vote_by_role(const Analysis& a, const Name& name, Votes& votes) {
  const Text& t = a.text;
  const std::uint32_t head = t.span_head(name.begin, name.end), governor = t.head(head);
  if (governor == head) return;
  const std::string_view dep = t.dep(head), lemma = t.token(governor).lemma;
  if (dep.starts_with("nsubj") && owns_as_person(t, name)) votes.person += 2.5;
  if (dep == "dobj" || dep == "nsubjpass") {
    if (holds(kBodyObjects, lemma) || with_particle(t, governor)) votes.organization += 2;
  } else if (dep == "nsubj") {
    const std::uint32_t object = t.child(governor, "dobj");
    const bool firm = object != none && holds(kFirmVerbs, lemma) && holds(kFirmObjects, t.token(object).lemma);
    if (firm || (holds(kBodySubjects, lemma) && t.pos(governor) == "VERB")) votes.organization += firm ? 2 : 1;
  } else if (dep == "pobj" && (t.lower(governor) == "in" || t.lower(governor) == "of" || t.lower(governor) == "by")) {
    const std::uint32_t noun = t.head(governor);
    if (t.lower(governor) != "by" && holds(kShares, t.token(noun).lemma)) votes.organization += 3;
    if (t.lower(governor) == "by" && t.dep(governor) == "agent" && (t.token(noun).lemma == "acquire" || t.token(noun).lemma == "manufacture")) votes.organization += 2;
  }
}

void vote_by_apposed_noun(const Analysis& a, const Name& name, Votes& v) {
  const Text& t = a.text;
  const Gazetteer& g = a.gazetteer;
  const std::uint32_t head = t.span_head(name.begin, name.end), noun = t.head(head);
  if (t.dep(head) != "appos" || noun >= name.begin || a.name_at[noun] >= 0 || t.cap(noun) || t.tag(noun) != "NN") return;
  if (t.lower(name.begin - 1) != ",") return;
  if (a.title_at[noun] >= 0) {
    const TitleHit& title = a.titles[static_cast<std::size_t>(a.title_at[noun])];
    if (!title.plural && title.head == noun) v.person += 2.5;
  } else if (const std::string_view cls = g.noun_class(t.lower(noun)); !cls.empty()) {
    v.organization += 3;
    v.cls = cls;
  } else if (g.person_noun(t.lower(noun))) {
    v.person += 2;
  }
}

bool of_persons(OfficeKind office) {
  return office == OfficeKind::leads || office == OfficeKind::holds_office_in || office == OfficeKind::works_for || office == OfficeKind::kin;
}

void vote_by_apposition(const Analysis& a, const Name& name, std::uint32_t from, std::uint32_t limit, Votes& votes) {
  const Text& t = a.text;
  const Gazetteer& g = a.gazetteer;
  for (std::uint32_t i = from; i < std::min(limit, from + 6); ++i) {
    if (t.punctuation(i) && !t.hyphen(i)) return;
    const std::string_view pos = t.pos(i);
    const bool before_noun = t.dep(i) == "amod" || t.dep(i) == "compound";  // "the state holding company"
    if ((pos == "VERB" && !before_noun) || pos == "ADP" || pos == "AUX" || pos == "CCONJ") return;
    // "the coach builder": no coach.
    if (a.title_at[i] >= 0 && pos == "NOUN" && t.dep(i) == "compound" && t.head(i) > i && t.pos(t.head(i)) == "NOUN" && a.title_at[t.head(i)] < 0) continue;
    if (a.title_at[i] >= 0) {
      const TitleHit& title = a.titles[static_cast<std::size_t>(a.title_at[i])];
      const bool persons = of_persons(g.titles()[title.title].office) && name.end - name.begin > 1;
      const bool of = title.end < limit && t.lower(title.end) == "of" && !t.dep(title.head).starts_with("nsubj");
      if (i <= title.head && !title.plural && (of || t.head(title.head) != t.head(name.end - 1))) votes.person += persons ? 3 : 1.5;
      return;
    }
    if (pos != "NOUN") continue;
    if (i + 1 < limit && (t.pos(i + 1) == "NOUN" || t.hyphen(i + 1))) continue;  // "the family-owned Dutch shipbuilder"
    if (t.head(i) > i && t.dep(i) == "compound" && t.head(i) < std::min(limit, from + 6)) continue;  // "the state holding company"
    if (g.person_noun(t.lower(i))) votes.person += 2;
    std::string_view cls = g.noun_class(t.lower(i));
    if (const auto both = g.noun_class(t.key(i - 1, i + 1)); !both.empty()) cls = both;  // "a joint venture"
    if (!cls.empty()) {
      votes.organization += 3.5;
      if (votes.cls.empty()) votes.cls = cls;
    }
    return;
  }
}

}  // namespace entente::entity
