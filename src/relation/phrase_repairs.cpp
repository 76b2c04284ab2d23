#include <algorithm>
#include <array>
#include <string_view>

#include "relation/tree.hpp"

/// Repairs of phrases that the parser takes for something else: objects after particles and "as", reduced relative clauses, small clauses.
namespace entente::relation {

namespace {

constexpr std::array<std::string_view, 14> kJudging{"brand",    "condemn", "criticise", "criticize", "decry", "denounce", "depict",
                                                    "deride",   "describe", "dismiss",  "hail",      "praise", "reject",  "slam"};
constexpr std::array<std::string_view, 12> kBrokered{"announce", "broker",  "chair",    "facilitate", "guarantee", "hold",
                                                     "host",     "mediate", "moderate", "negotiate",  "sign",      "sponsor"};
constexpr std::array<std::string_view, 18> kHeaded{"back", "captain", "chair", "coach", "command", "control", "dominate", "establish", "finance",
                                                   "found", "fund", "govern", "head", "lead", "manage", "own", "run", "sponsor"};
constexpr std::array<std::string_view, 8> kGoverning{"against", "at", "by", "for", "from", "of", "on", "to"};

constexpr std::array<std::string_view, 11> kDescribing{"a", "already", "an", "formerly", "herself", "himself", "itself", "long", "now", "once", "the"};

constexpr int kConjuncts = 8;  // an earlier repair may have closed a circle

template <std::size_t N>
bool listed(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

}  // namespace

bool Tree::has_later(std::uint32_t head, Word word) const {
  const auto& sentence = document_->sentences()[token(head).sentence];
  for (auto c = head + 1; c < sentence.end; ++c)
    if (heads_[c] == head && words_[c] == word) return true;
  return false;
}

bool Tree::has_dependent(std::uint32_t head, Dep dep) const {
  const auto& sentence = document_->sentences()[token(head).sentence];
  for (auto c = sentence.begin; c < sentence.end; ++c)
    if (heads_[c] == head && deps_[c] == dep && c != head) return true;
  return false;
}

// "shrugs off his remarks", "brushed aside the plan": what the parser hangs below a particle is the verb's object.
void Tree::repair_particle_objects() {
  for (std::uint32_t i = 1; i < size(); ++i) {
    const auto particle = heads_[i], verb = heads_[particle];
    // "edged out Real Madrid": the name taken for an adverbial
    if (deps_[i] == Dep::npadvmod && words_[i] == Word::proper && words_[particle] == Word::verb && !is_date(i))
      if (const auto first = first_of_name(i); first > 1 && deps_[first - 1] == Dep::prt && heads_[first - 1] == particle && !has_dependent(particle, Dep::dobj)) {
        deps_[i] = Dep::dobj;
        continue;
      }
    if (deps_[i] != Dep::pobj || i < particle || words_[verb] != Word::verb) continue;
    const bool over = lower_[particle] == "over" && particle == verb + 1 && (lemma_[verb] == "hand" || lemma_[verb] == "turn" || lemma_[verb] == "sign");
    if (deps_[particle] != Dep::prt && ((lower_[particle] != "aside" && !over) || deps_[particle] != Dep::prep)) continue;
    if (has_dependent(verb, Dep::dobj)) continue;
    heads_[i] = verb, deps_[i] = Dep::dobj;
    deps_[particle] = Dep::prt;
  }
}

// "declared the envoy persona non grata": a noun with a subject and no verb of its own says what the verb's object is called.
void Tree::repair_small_clauses() {
  for (std::uint32_t i = 1; i < size(); ++i) {
    const auto noun = heads_[i], verb = heads_[noun];
    if (deps_[i] != Dep::nsubj || noun < i || words_[noun] != Word::noun || deps_[noun] != Dep::ccomp) continue;
    if (verb > i || !names_its_object(lemma_[verb])) continue;
    if (has_dependent(verb, Dep::dobj) || has_dependent(noun, Dep::aux)) continue;
    heads_[i] = verb, deps_[i] = Dep::dobj;
    deps_[noun] = Dep::oprd;
  }
}

// "vetoed a resolution censuring its sweep": a participle with an object that the parser made the head of the noun before it.
void Tree::repair_headed_participles() {
  for (std::uint32_t i = 1; i < size(); ++i) {
    const auto noun = i - 1;
    const auto dep = deps_[i];
    if (tag(i) != "VBG" || words_[noun] != Word::noun || heads_[noun] != i || deps_[noun] != Dep::compound) continue;
    if ((dep != Dep::dobj && dep != Dep::pobj) || !has_dependent(i, Dep::dobj)) continue;
    for (std::uint32_t c = document_->sentences()[token(i).sentence].begin; c < noun; ++c)
      if (heads_[c] == i) heads_[c] = noun;
    heads_[noun] = heads_[i], deps_[noun] = dep;
    heads_[i] = noun, deps_[i] = Dep::acl;
  }
}

// "denounced as a crime Spain's raid", "dismissed as baseless accusations by Spain": a heavy object stands after the phrase with "as".
void Tree::repair_heavy_objects() {
  for (std::uint32_t as = 1; as + 1 < size(); ++as) {
    const auto verb = heads_[as];
    if (lower_[as] != "as" || deps_[as] != Dep::prep || verb + 1 > as || words_[verb] != Word::verb) continue;
    if (!listed(kJudging, lemma_[verb]) || deps_[verb] == Dep::acl || has_dependent(verb, Dep::dobj)) continue;
    if (has_dependent(verb, Dep::auxpass) || has_dependent(verb, Dep::nsubjpass)) continue;
    const auto end = document_->sentences()[token(as).sentence].end;
    auto named = npos;
    for (auto c = as + 1; c < end && named == npos; ++c)
      if (heads_[c] == as && deps_[c] == Dep::pobj) named = c;
    if (named == npos) continue;
    auto object = npos;
    for (auto c = named + 1; c < end && object == npos; ++c) {
      if (lower_[c] == "," || lower_[c] == "(" || lower_[c] == "-") break;
      if (heads_[c] == named && deps_[c] == Dep::appos) object = c;
    }
    if (object != npos) {
      heads_[object] = verb, deps_[object] = Dep::dobj;
      continue;
    }
    if (words_[as + 1] != Word::adjective || heads_[as + 1] != named || deps_[as + 1] != Dep::amod) continue;
    if (words_[named] != Word::noun) continue;
    heads_[named] = verb, deps_[named] = Dep::dobj;
    heads_[as + 1] = as;
  }
}

// "called the plan unacceptable", "described remarks made by Spain as rash": what the object is called hangs on the verb.
void Tree::repair_naming_adjectives() {
  for (std::uint32_t i = 2; i < size(); ++i) {
    const auto object = heads_[i];
    const bool behind = words_[i] == Word::adjective && deps_[i] == Dep::amod && object + 1 == i;
    const bool named = words_[object] == Word::noun && deps_[object] == Dep::dobj && names_its_object(lemma_[heads_[object]]);
    if (behind && named) {
      heads_[i] = heads_[object], deps_[i] = Dep::oprd;
      continue;
    }
    if (lower_[i] != "as" || deps_[i] != Dep::prep || !has_later(i, Word::adjective)) continue;
    auto noun = object;
    for (int steps = 0; steps < 3 && deps_[noun] != Dep::dobj && heads_[noun] != noun; ++steps) noun = heads_[noun];
    const auto verb = heads_[noun];
    if (deps_[noun] == Dep::dobj && noun != object && noun > verb && listed(kJudging, lemma_[verb])) heads_[i] = verb;
  }
}

// "Spain's membership bid": the possessor is the bid's.
void Tree::repair_possessors() {
  for (std::uint32_t i = 0; i + 2 < size(); ++i) {
    const auto modifier = heads_[i], noun = heads_[modifier];
    if (deps_[i] != Dep::poss || words_[i] != Word::proper || modifier < i) continue;
    if (words_[modifier] != Word::noun || deps_[modifier] != Dep::compound) continue;
    if (words_[noun] == Word::noun && noun > modifier && !has_dependent(noun, Dep::poss)) heads_[i] = noun;
  }
}

// "the UN mission in Chad, led by X": what is led is the mission, and not the place where it is.
std::uint32_t Tree::led_there(std::uint32_t place) const {
  constexpr std::array<std::string_view, 26> kLed{"army",    "branch",   "brigade", "bureau",     "chapter",   "coalition", "command", "commission", "committee", "company", "contingent", "council", "delegation",
                                                  "embassy", "force",    "garrison", "government", "group",     "militia",   "mission", "movement",   "office",    "operation", "party",      "team",    "unit"};
  if (deps_[place] != Dep::pobj) return place;
  const auto preposition = heads_[place], body = heads_[preposition];
  const auto word = lower_[preposition];
  if (word != "in" && word != "at" && word != "to" && word != "for") return place;
  return body < preposition && (listed(kLed, lemma_[body]) || (words_[body] == Word::proper && word == "in")) ? body : place;
}

// "joined the union, headed by X, in May": who heads is said of the noun before the comma, not of the deed.
void Tree::repair_headed() {
  for (std::uint32_t i = 3; i < size(); ++i) {
    const bool clause = deps_[i] == Dep::advcl || deps_[i] == Dep::conj || deps_[i] == Dep::acl;
    if (tag(i) != "VBN" || !clause || lower_[i - 1] != "," || !listed(kHeaded, lemma_[i])) continue;
    auto noun = i - 2;
    if (lower_[noun] == ")" && i > 5 && lower_[i - 4] == "(") noun = i - 5;  // "the World Fund (WF), led by X"
    if (!is_noun(noun) || heads_[i] >= noun || !has_dependent(i, Dep::agent)) continue;
    if (has_dependent(i, Dep::auxpass) || has_dependent(i, Dep::nsubjpass) || is_date(noun)) continue;
    heads_[i] = noun, deps_[i] = Dep::acl;
  }
  for (std::uint32_t i = 3; i < size(); ++i)
    if (tag(i) == "VBN" && deps_[i] == Dep::acl && lower_[i - 1] == "," && heads_[i] < i && listed(kHeaded, lemma_[i]) && has_dependent(i, Dep::agent)) heads_[i] = led_there(heads_[i]);
}

// "A truce between X and Y, brokered by Z": what was brokered is the truce.
void Tree::repair_brokered() {
  for (std::uint32_t i = 3; i < size(); ++i) {
    if (tag(i) != "VBN" || deps_[i] != Dep::acl || lower_[i - 1] != "," || !listed(kBrokered, lemma_[i])) continue;
    auto name = heads_[i];
    if (words_[name] != Word::proper) continue;
    for (int steps = 0; steps < kConjuncts && deps_[name] == Dep::conj; ++steps) name = heads_[name];
    const auto preposition = heads_[name];
    const auto word = lower_[preposition];
    if (deps_[name] != Dep::pobj || (word != "between" && word != "with" && word != "among")) continue;
    if (words_[heads_[preposition]] == Word::noun) heads_[i] = heads_[preposition];
  }
}

// "The charity working in Spain said that ...": a name with a participle before the verb of speech is its subject, not a clause.
void Tree::repair_clause_subjects() {
  for (std::uint32_t i = 1; i < size(); ++i) {
    const auto verb = heads_[i];
    if (tag(i) != "VBG" || (deps_[i] != Dep::nsubj && deps_[i] != Dep::csubj) || verb < i) continue;
    if (words_[verb] != Word::verb || !is_noun(i - 1)) continue;
    const auto subject = i - 1;
    if (heads_[subject] != i || deps_[subject] != Dep::nsubj || !has_dependent(verb, Dep::ccomp)) continue;
    heads_[subject] = verb, deps_[subject] = Dep::nsubj;
    heads_[i] = subject, deps_[i] = Dep::acl;
  }
}

// "to officers holed up in a flat", "from villagers hit by floods": the preposition has the noun for its object, not the clause.
void Tree::repair_reduced_relatives() {
  for (std::uint32_t i = 1; i < size(); ++i) {
    const auto participle = heads_[i];
    if (deps_[i] != Dep::nsubj || participle != i + 1 || (tag(participle) != "VBN" && tag(participle) != "VBD")) continue;
    const auto preposition = heads_[participle];
    if (preposition > i || deps_[preposition] != Dep::prep || !listed(kGoverning, lower_[preposition])) continue;
    if (has_dependent(preposition, Dep::pobj) || has_dependent(participle, Dep::aux) || has_dependent(participle, Dep::auxpass)) continue;
    heads_[i] = preposition, deps_[i] = Dep::pobj;
    heads_[participle] = i, deps_[participle] = Dep::acl;
  }
}

// "The council set up by X met": the parser takes a participle that looks like a past tense for a clause of its own, though it has an agent.
void Tree::repair_reduced_subjects() {
  for (std::uint32_t i = 1; i < size(); ++i) {
    const auto participle = heads_[i];
    if (deps_[i] != Dep::nsubj || i > participle || words_[participle] != Word::verb) continue;
    if ((tag(participle) != "VBD" && tag(participle) != "VBN") || deps_[participle] == Dep::conj || !has_dependent(participle, Dep::agent)) continue;
    if (has_dependent(participle, Dep::aux) || has_dependent(participle, Dep::auxpass) || has_dependent(participle, Dep::dobj)) continue;
    auto verb = heads_[participle];
    if (const auto lower = verb_below(participle); lower != npos) {
      verb = lower;
      heads_[verb] = heads_[participle] == participle ? verb : heads_[participle], deps_[verb] = deps_[participle];
      for (auto c = verb + 1; c < document_->sentences()[token(verb).sentence].end; ++c)
        if (heads_[c] == participle) heads_[c] = verb;
    } else if (participle >= verb || words_[verb] != Word::verb || has_dependent(verb, Dep::nsubj) || has_dependent(verb, Dep::nsubjpass)) {
      continue;
    }
    heads_[i] = verb, deps_[i] = has_dependent(verb, Dep::auxpass) ? Dep::nsubjpass : Dep::nsubj;
    heads_[participle] = i, deps_[participle] = Dep::acl;
  }
}

// "X, wanted in Y over a theft, was arrested": what stands between two commas before a verb of its own is a participle, not a past tense.
void Tree::repair_set_off_participles() {
  for (std::uint32_t participle = 2; participle < size(); ++participle) {
    if (tag(participle) != "VBD" || words_[participle] != Word::verb || lower_[participle - 1] != ",") continue;
    if (has_dependent(participle, Dep::aux) || has_dependent(participle, Dep::dobj) || has_dependent(participle, Dep::ccomp) || has_dependent(participle, Dep::xcomp)) continue;
    const auto end = document_->sentences()[token(participle).sentence].end;
    auto subject = npos, verb = npos;
    for (auto c = document_->sentences()[token(participle).sentence].begin; c + 1 < participle; ++c)
      if (heads_[c] == participle && deps_[c] == Dep::nsubj) subject = c;
    for (auto c = participle + 1; c < end && subject != npos; ++c) {
      if (heads_[c] == participle && deps_[c] == Dep::cc) break;
      if (heads_[c] != participle || deps_[c] != Dep::conj || words_[c] != Word::verb) continue;
      verb = c;
      break;
    }
    if (verb == npos || has_dependent(verb, Dep::nsubj) || has_dependent(verb, Dep::nsubjpass)) continue;
    auto first = verb;  // of the clause, with its auxiliaries
    while (first > participle + 1 && heads_[first - 1] == verb) --first;
    if (lower_[first] == ",") ++first;
    if (first == participle + 1 || lower_[first - 1] != ",") continue;
    heads_[verb] = heads_[participle] == participle ? verb : heads_[participle], deps_[verb] = deps_[participle];
    for (auto c = verb + 1; c < end; ++c)
      if (heads_[c] == participle) heads_[c] = verb;
    heads_[subject] = verb, deps_[subject] = has_dependent(verb, Dep::auxpass) ? Dep::nsubjpass : Dep::nsubj;
    heads_[participle] = subject, deps_[participle] = Dep::acl;
  }
}

// The finite verb without a subject that the parser hung on the participle, with nothing that joins the two.
std::uint32_t Tree::verb_below(std::uint32_t participle) const {
  const auto end = document_->sentences()[token(participle).sentence].end;
  for (auto c = participle + 1; c < end; ++c) {
    if (heads_[c] != participle) continue;
    if (deps_[c] == Dep::cc || lower_[c] == "," || deps_[c] == Dep::mark) return npos;
    if (words_[c] != Word::verb || (deps_[c] != Dep::advcl && deps_[c] != Dep::conj && deps_[c] != Dep::ccomp)) continue;
    const bool finite = tag(c) == "VBD" || tag(c) == "VBZ" || tag(c) == "VBP" || has_dependent(c, Dep::aux) || has_dependent(c, Dep::auxpass);
    return finite && !has_dependent(c, Dep::nsubj) && !has_dependent(c, Dep::nsubjpass) && !has_dependent(c, Dep::mark) ? c : npos;
  }
  return npos;
}

// "After talks with X, Y and Z signed": what stands between the comma of a fronted phrase and a verb without a subject is the subject, not
// one more name of the phrase.
void Tree::repair_swallowed_subjects() {
  for (const auto& sentence : document_->sentences()) {
    auto verb = sentence.begin;
    while (verb < sentence.end && heads_[verb] != verb) ++verb;
    if (verb == sentence.end || verb < sentence.begin + 4 || words_[verb] != Word::verb || tag(verb) == "VBG") continue;
    if (has_dependent(verb, Dep::nsubj) || has_dependent(verb, Dep::nsubjpass)) continue;
    if (deps_[sentence.begin] != Dep::prep || heads_[sentence.begin] != verb) continue;
    for (auto i = verb - 1; i > sentence.begin + 2; --i) {
      const auto first = heads_[i];
      if (deps_[i] != Dep::conj || first > i || !is_noun(i)) continue;
      auto begin = i;
      while (begin > first + 1 && heads_[begin - 1] >= begin && heads_[begin - 1] <= i && deps_[begin - 1] != Dep::punct) --begin;
      if (lower_[begin - 1] != "," || heads_[begin - 1] > begin) continue;
      const bool joined = [&] {  // "X, Y and Z": the comma is one of a list
        for (auto c = first + 1; c < begin; ++c)
          if (heads_[c] == first && deps_[c] == Dep::cc) return true;
        return false;
      }();
      if (joined) continue;
      heads_[i] = verb, deps_[i] = has_dependent(verb, Dep::auxpass) ? Dep::nsubjpass : Dep::nsubj;
      break;
    }
  }
}

// "has armed X and pressured Y": an adjective in -ed with an object is a past tense.
void Tree::repair_past_tenses(const std::function<bool(std::string_view)>& is_frame_verb) {
  for (std::uint32_t i = 1; i < size(); ++i) {
    const auto t = heads_[i];
    if (deps_[i] != Dep::dobj || t > i || words_[t] != Word::adjective || !lower_[t].ends_with("ed") || lemma_[t] != lower_[t] || lower_[t].size() < 5) continue;
    const auto n = lemma_[t].size();
    const auto stem = lemma_[t].substr(0, n - 2), silent = lemma_[t].substr(0, n - 1), single = lemma_[t].substr(0, n - 3);
    if (is_frame_verb(stem)) lemma_[t] = stem;
    else if (is_frame_verb(silent)) lemma_[t] = silent;
    else if (stem.back() == single.back() && is_frame_verb(single)) lemma_[t] = single;
    else continue;
    words_[t] = Word::verb;
  }
}

// "are destabilising Kenya": an adjective in -ing with an object is a participle.
void Tree::repair_participles(const std::function<bool(std::string_view)>& is_frame_verb) {
  constexpr std::string_view kEnding = "ing";
  for (std::uint32_t i = 1; i < size(); ++i) {
    const auto t = heads_[i];
    if (deps_[i] != Dep::dobj || words_[t] != Word::adjective || !lower_[t].ends_with(kEnding) || lemma_[t] != lower_[t]) continue;
    const auto stem = lemma_[t].size() - kEnding.size();
    if (const auto bare = lemma_[t].substr(0, stem); is_frame_verb(bare)) {
      lemma_[t] = bare;
    } else {  // its lemma is a copy of its own, whose "i" becomes the final e
      const auto at = static_cast<std::size_t>(lemma_[t].data() - arena_.data());
      arena_[at + stem] = 'e';
      lemma_[t] = std::string_view(arena_).substr(at, stem + 1);
      if (!is_frame_verb(lemma_[t])) {
        arena_[at + stem] = 'i';
        lemma_[t] = std::string_view(arena_).substr(at, stem + kEnding.size());
        continue;
      }
    }
    words_[t] = Word::verb;
  }
}

// "A close ally of X, Y sent troops", "Long a champion of X, Y spoke up": a description before the subject, with a comma, says what that is.
void Tree::repair_described_subjects() {
  for (const auto& sentence : document_->sentences()) {
    auto begin = sentence.begin;
    if (begin < sentence.end && is_quote(begin)) ++begin;
    if (begin + 4 > sentence.end || !listed(kDescribing, lower_[begin])) continue;
    auto comma = begin;
    while (comma < sentence.end && lower_[comma] != ",") ++comma;
    auto noun = npos;  // that by which the phrase hangs on the rest
    bool one = true;
    for (auto c = begin; c < comma; ++c) {
      if (heads_[c] >= begin && heads_[c] < comma) continue;
      if (noun == npos && words_[c] == Word::noun) noun = c;
      else one = false;
    }
    if (!one || noun == npos || comma + 2 >= sentence.end || deps_[noun] == Dep::conj || deps_[noun] == Dep::root) continue;
    auto subject = comma + 1;
    if (lower_[subject] == "the") ++subject;
    while (subject < sentence.end && deps_[subject] != Dep::nsubj && deps_[subject] != Dep::nsubjpass && words_[subject] == Word::proper && heads_[subject] > subject) ++subject;
    if (subject >= sentence.end || words_[subject] != Word::proper || (deps_[subject] != Dep::nsubj && deps_[subject] != Dep::nsubjpass)) continue;
    const auto verb = heads_[subject];
    if (verb < subject || words_[verb] != Word::verb || (heads_[noun] != verb && heads_[noun] != subject)) continue;
    heads_[noun] = subject;
    deps_[noun] = Dep::appos;
  }
}

}  // namespace entente::relation
