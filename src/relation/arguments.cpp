#include "relation/arguments.hpp"

#include <algorithm>

#include "relation/argument_words.hpp"

namespace entente::relation {

ArgumentList Arguments::find(std::uint32_t predicate, const Function& function) const {
  if (function.kind == Function::Kind::host) {
    const auto verb = host(predicate, function.words);
    return verb == kNone ? ArgumentList() : ArgumentList{{verb, kReattached}};
  }
  if (function.kind == Function::Kind::next) {
    const auto name = name_after(predicate);
    return name == kNone ? ArgumentList() : ArgumentList{{name, 1.0F}};
  }
  auto out = tree_.is_noun(predicate) ? noun_argument(predicate, function) : verb_argument(predicate, function);
  for (auto& a : out) a.token = antecedent(a.token);
  return out;
}

ArgumentList Arguments::find(std::uint32_t predicate, const Path& path) const {
  ArgumentList out;
  follow(predicate, path, 1.0F, out);
  return out;
}

void Arguments::follow(std::uint32_t predicate, std::span<const Function> path, float certainty, ArgumentList& out) const {
  const auto before = out.size();
  for (const auto& a : find(predicate, path.front())) {
    if (path.size() == 1) out.push_back({a.token, certainty * a.certainty, a.rank});
    else follow(a.token, path.subspan(1), certainty * a.certainty, out);
  }
  // "to sway the vote in X": the parser may hang the object's phrase on the verb
  using enum Function::Kind;
  if (out.size() > before || path.size() != 2 || path[0].kind != obj || path[1].kind != prep || tree_.is_noun(predicate)) return;
  const auto& words = path[1].words;
  const bool author = words.size() == 1 && words[0] == "by" && !is_passive(predicate);  // "brushed aside a proposal by X"
  if (words.size() != 1 || (!author && !is_one_of(words[0], {"on", "with", "against", "for", "at", "over", "about"})) || logical_object(predicate) == kNone) return;
  for (const auto& a : verb_argument(predicate, path[1])) out.push_back({antecedent(a.token), certainty * a.certainty * kReattached, a.rank});
}

std::uint32_t Arguments::first_conjunct(std::uint32_t token) const {
  while (tree_.dep(token) == Dep::conj && !tree_.is_root(token)) token = tree_.head(token);
  return token;
}

std::uint32_t Arguments::antecedent(std::uint32_t token) const {
  // "X and Y, both of which left"
  if (is_one_of(tree_.lower(token), {"all", "both", "each", "many", "most", "neither", "none", "several", "some"}))
    if (const auto of = tree_.child_with_form(token, "of"); of != kNone)
      if (const auto o = tree_.child(of, Dep::pobj); o != kNone && tree_.is_relative(o)) return antecedent(o);
  if (!tree_.is_relative(token)) return token;
  for (auto t = token; !tree_.is_root(t); t = tree_.head(t))
    if (tree_.dep(t) == Dep::relcl) {
      const auto head = tree_.head(t);
      if (is_one_of(tree_.lower(token), {"who", "whom"})) return person_of(head);
      if (tree_.lower(token) != "which" || !is_person(head)) return head;
      // "X, the head of Y, which said": no person, so the name right before it, if that is something else
      const auto before = token >= 2 && tree_.lower(token - 1) == "," ? mentions_.containing(token - 2) : -1;
      const auto name = before < 0 ? kNone : mentions_.mentions[static_cast<std::size_t>(before)].head;
      return name == kNone || is_person(name) ? token : name;
    }
  return loose_antecedent(token);
}

// "X, head of the Red Cross, who left", "X of Chile, who left", "X, a Chilean who left": no body or state, but the person of whom it is said.
std::uint32_t Arguments::person_of(std::uint32_t noun) const {
  const auto m = mentions_.headed_by(noun);
  if (m < 0 || is_person(noun)) return noun;
  if (tree_.dep(noun) == Dep::appos && is_person(tree_.head(noun)))
    return mentions_.mentions[static_cast<std::size_t>(m)].kind == entity::MentionKind::adjective ? tree_.head(noun) : noun;
  constexpr int kPhrases = 3;
  auto at = noun;
  for (int steps = 0; steps < kPhrases && tree_.dep(at) == Dep::pobj; ++steps) {
    at = tree_.head(tree_.head(at));
    if (!tree_.is_noun(at)) break;
    if (is_person(at)) return at;
    if (tree_.dep(at) == Dep::appos && is_person(tree_.head(at))) return tree_.head(at);
  }
  return noun;
}

// Of a relative pronoun whose clause the parser took for another: "it is X which arms Y"; "turned to X and Y, both of which sent arms".
std::uint32_t Arguments::loose_antecedent(std::uint32_t token) const {
  const auto clause = tree_.head(token);
  if (tree_.is_verb(clause) && tree_.dep(clause) == Dep::ccomp && tree_.is_copula(tree_.head(clause)))
    if (const auto attribute = tree_.child(tree_.head(clause), Dep::attr); attribute != kNone && attribute < token) return attribute;
  const bool some = tree_.dep(token) == Dep::pobj && token >= 3 && tree_.lower(token - 1) == "of" && is_one_of(tree_.lower(token - 2), {"all", "both", "each", "neither", "none", "some"});
  if (!some || tree_.lower(token - 3) != "," || token < 4) return token;
  const auto before = mentions_.containing(token - 4);
  return before < 0 ? token : first_conjunct(mentions_.mentions[static_cast<std::size_t>(before)].head);
}

bool Arguments::is_over(std::uint32_t predicate) const {
  const auto carried = tree_.is_noun(predicate) ? carrier(predicate) : kNone;
  const auto verb = tree_.is_verb(predicate) ? predicate : carried;
  if (verb != kNone && tree_.tag(verb) != "VBD" && tree_.tag(verb) != "VBN") return false;
  for (auto at : {predicate, verb}) {
    if (at == kNone) continue;
    bool from = false, to = false;
    for (auto c : tree_.children(at)) {
      if (tree_.dep(c) == Dep::advmod && is_one_of(tree_.lower(c), {"once", "formerly", "previously"})) return true;
      if (tree_.dep(c) != Dep::prep) continue;
      const auto object = tree_.child(c, Dep::pobj);
      const bool time = object != kNone && (tree_.tag(object) == "CD" || tree_.token(object).pos == "NUM");
      if (tree_.lower(c) == "until" && object != kNone) {
        // "took charge until the end of the season": whoever begins it is still at it
        const bool begins = verb != kNone && is_one_of(tree_.lemma(verb), {"appoint", "assume", "elect", "extend", "hire", "install", "name", "prolong", "re-elect", "renew", "sign", "take"});
        return !begins;
      }
      from |= tree_.lower(c) == "from" && time;
      to |= (tree_.lower(c) == "to" || tree_.lower(c) == "through") && time;
      if (from && object != kNone)  // "from 2001 to 2005": the second phrase may hang on the first
        for (auto inner : tree_.children(c)) to |= tree_.lower(inner) == "to" || tree_.lower(inner) == "until";
    }
    if (from && to) return true;
  }
  return false;
}

bool Arguments::is_person(std::uint32_t token) const {
  const auto m = mentions_.headed_by(token);
  if (m < 0) return false;
  const auto& entities = mentions_.mentions[static_cast<std::size_t>(m)].entities;
  return std::all_of(entities.begin(), entities.end(), [&](auto e) { return mentions_.entities[e].kind == Kind::person; });
}

}  // namespace entente::relation
