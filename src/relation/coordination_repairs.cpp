#include "relation/tree.hpp"

/// Repairs of coordination that the parser hangs elsewhere: with the preposition said again, with "as well as".
namespace entente::relation {

namespace {

constexpr int kConjuncts = 8;  // an earlier repair may have closed a circle

bool before_noun(Dep dep) { return dep == Dep::compound || dep == Dep::det || dep == Dep::amod || dep == Dep::poss; }
bool before_verb(Dep dep) { return dep == Dep::aux || dep == Dep::auxpass || dep == Dep::neg || dep == Dep::advmod; }

}  // namespace

std::uint32_t Tree::object_of(std::uint32_t preposition) const {
  const auto end = document_->sentences()[token(preposition).sentence].end;
  for (auto c = preposition + 1; c < end; ++c)
    if (heads_[c] == preposition && deps_[c] == Dep::pobj) return c;
  return npos;
}

// "was welcomed by X, the minister, and by Y", "talks with X and with Y": what the second preposition has is coordinated with what the first
// has.
void Tree::repair_repeated_prepositions() {
  for (std::uint32_t i = 3; i < size(); ++i) {
    if (tag(i) != "IN" || lower_[i - 1] != "and") continue;
    auto first = heads_[i];
    if (deps_[i] != Dep::conj) {
      // Two agents of one verb.
      if (lower_[i] != "by" || (deps_[i] != Dep::agent && deps_[i] != Dep::prep) || words_[first] != Word::verb) continue;
      auto other = npos;
      for (auto c = first + 1; c < i && other == npos; ++c)
        if (heads_[c] == first && lower_[c] == "by" && deps_[c] == Dep::agent) other = c;
      if (other == npos) continue;
      first = other;
    }
    if (first >= i || lower_[first] != lower_[i]) continue;
    const auto one = object_of(first), two = object_of(i);
    if (one == npos || two == npos || one > i) continue;
    heads_[two] = one, deps_[two] = Dep::conj;
    heads_[i] = one, deps_[i] = Dep::cc;
  }
}

// "Russia's and China's support": the support of both.
void Tree::repair_joined_possessors() {
  for (std::uint32_t i = 0; i + 4 < size(); ++i) {
    if (words_[i] != Word::proper || deps_[i + 1] != Dep::case_ || heads_[i + 1] != i || lower_[i + 2] != "and" || heads_[i + 2] != i) continue;
    const auto end = document_->sentences()[token(i).sentence].end;
    auto noun = npos, other = npos;
    for (auto t = i + 3; t < end; ++t) {
      const bool beside = heads_[t] == heads_[i] && heads_[i] > t && deps_[t] == deps_[i];
      if (noun == npos && words_[t] == Word::noun && ((heads_[t] == i && deps_[t] == Dep::conj) || beside)) noun = t;
      if (noun == npos && deps_[t] == Dep::poss && words_[t] == Word::proper && heads_[t] > t && other == npos) other = t;
    }
    if (noun == npos || other == npos || heads_[other] != noun) continue;
    heads_[noun] = heads_[i] == i ? noun : heads_[i], deps_[noun] = deps_[i];
    heads_[i] = noun, deps_[i] = Dep::poss;
    heads_[other] = i, deps_[other] = Dep::conj;
  }
}

// "attacked X, then Y": one after the other.
void Tree::repair_sequences() {
  for (std::uint32_t i = 3; i < size(); ++i) {
    const auto name = heads_[i];
    if (words_[i] != Word::proper || words_[name] != Word::proper || deps_[i] != Dep::appos || name > i) continue;
    const auto first = first_of_name(i);
    if (first > name + 2 && lower_[first - 1] == "then" && lower_[first - 2] == "," && name + 3 == first) deps_[i] = Dep::conj;
  }
}

// "X beat Y and Z lost to W", "X criticised Y and Z thanked W": right before a finite verb that follows on without a comma the last name is its
// subject, not one more object of the verb before, nor the first object its subject too.
void Tree::repair_joined_clauses() {
  for (std::uint32_t second = 3; second + 1 < size(); ++second) {
    const auto name = heads_[second];
    const auto first = first_of_name(second);
    if (words_[second] != Word::proper || deps_[second] != Dep::conj || words_[name] != Word::proper || first < 2 || lower_[first - 1] != "and" || lower_[first - 2] == ",") continue;
    auto next = second + 1;
    bool finite = false;
    for (; next + 1 < size() && (words_[next] == Word::adverb || before_verb(deps_[next])); ++next) finite |= tag(next) == "MD" || tag(next) == "VBD" || tag(next) == "VBZ";
    if (words_[next] != Word::verb || (!finite && tag(next) != "VBD" && tag(next) != "VBZ")) continue;
    const auto above = heads_[name];
    if (deps_[name] == Dep::dobj && heads_[next] == above && above < name && words_[above] == Word::verb) {
      if (has_dependent(next, Dep::nsubj) || has_dependent(next, Dep::nsubjpass) || has_dependent(next, Dep::mark) || !has_subject(above)) continue;
      heads_[second] = next, deps_[second] = has_dependent(next, Dep::auxpass) ? Dep::nsubjpass : Dep::nsubj;
      deps_[next] = Dep::conj;
    } else if ((deps_[name] == Dep::nsubj || deps_[name] == Dep::nsubjpass) && above == next) {
      const auto before = first_of_name(name) - 1;
      if (before == npos || words_[before] != Word::verb || heads_[before] != next || deps_[before] != Dep::ccomp) continue;
      if (!has_subject(before) || has_dependent(before, Dep::dobj) || has_dependent(before, Dep::mark)) continue;
      deps_[second] = deps_[name], heads_[second] = next;
      heads_[name] = before, deps_[name] = Dep::dobj;
      heads_[before] = heads_[next] == next ? before : heads_[next], deps_[before] = deps_[next];
      heads_[next] = before, deps_[next] = Dep::conj;
    }
  }
}

// "X as well as Y condemned", "signed by X and Y, as well as Z": a conjunction.
void Tree::repair_as_well_as() {
  for (std::uint32_t i = 1; i + 3 < size(); ++i) {
    if (lower_[i] != "as" || lower_[i + 1] != "well" || lower_[i + 2] != "as" || token(i - 1).sentence != token(i + 3).sentence) continue;
    auto left = lower_[i - 1] == "," && i > 1 ? i - 2 : i - 1, right = i + 3;
    // "the National Union (NU), as well as"
    if (lower_[left] == ")" && left > 3 && lower_[left - 2] == "(") left -= 3;
    for (int steps = 0; steps < kConjuncts && heads_[right] > right && before_noun(deps_[right]); ++steps) right = heads_[right];
    // "the Union of Miners": the whole name.
    if (const auto of = heads_[left]; deps_[left] == Dep::pobj && lower_[of] == "of")
      if (words_[left] == Word::proper && words_[heads_[of]] == Word::proper) left = heads_[of];
    if (!is_noun(left) || !is_noun(right) || token(left).sentence != token(right).sentence) continue;
    const auto hangs = [&] { return deps_[left] == Dep::conj || deps_[left] == Dep::appos; };
    for (int steps = 0; steps < kConjuncts && hangs() && heads_[left] < left && is_noun(heads_[left]); ++steps) left = heads_[left];
    if (words_[left] != words_[right] || heads_[right] == left || heads_[left] == right) continue;
    heads_[right] = left, deps_[right] = Dep::conj;
    heads_[i] = left, deps_[i] = Dep::cc;
    heads_[i + 2] = i, deps_[i + 2] = Dep::other;
  }
}

// "X, along with Y and Z, condemned", "thanked X, together with Y": a conjunction of names.
void Tree::repair_along_with() {
  for (std::uint32_t i = 2; i + 2 < size(); ++i) {
    const bool two_words = (lower_[i] == "along" || lower_[i] == "together") && lower_[i + 1] == "with";
    if ((!two_words && lower_[i] != "alongside") || lower_[i - 1] != ",") continue;
    const auto with = two_words ? i + 1 : i;
    auto left = i - 2, right = npos;
    for (auto c = with + 1; c < size() && c < with + 8 && right == npos; ++c)
      if (heads_[c] == with && deps_[c] == Dep::pobj) right = c;
    for (int steps = 0; steps < kConjuncts && (deps_[left] == Dep::conj || deps_[left] == Dep::appos) && heads_[left] < left && is_noun(heads_[left]); ++steps) left = heads_[left];
    const bool argument = deps_[left] == Dep::nsubj || deps_[left] == Dep::nsubjpass || deps_[left] == Dep::dobj;
    if (right == npos || !argument || words_[left] != Word::proper || words_[right] != Word::proper || token(left).sentence != token(right).sentence) continue;
    heads_[right] = left, deps_[right] = Dep::conj;
    heads_[i] = left, deps_[i] = Dep::cc;
    if (two_words) heads_[with] = i, deps_[with] = Dep::other;
  }
}

// The verb that the token is or hangs below; npos if none is near.
std::uint32_t Tree::verb_above(std::uint32_t i) const {
  for (int steps = 0; steps < kConjuncts && words_[i] != Word::verb && heads_[i] != i; ++steps) i = heads_[i];
  return words_[i] == Word::verb ? i : npos;
}

// Coordinates a conjunct with `verb` instead of `before`, and the conjunction with it.
void Tree::join_to(std::uint32_t verb, std::uint32_t before, std::uint32_t conjunct) {
  heads_[conjunct] = verb;
  for (auto c = before + 1; c < conjunct; ++c)
    if (heads_[c] == before && deps_[c] == Dep::cc) heads_[c] = verb;
}

// "praised the choice made by X and extended an invitation": a past tense with an object goes on with the main verb, not with the participle.
void Tree::repair_participle_conjuncts() {
  for (std::uint32_t i = 2; i < size(); ++i) {
    const auto participle = heads_[i];
    if (deps_[i] != Dep::conj || tag(i) != "VBD" || participle > i || deps_[participle] != Dep::acl || tag(participle) != "VBN" || !has_dependent(i, Dep::dobj)) continue;
    if (!has_dependent(participle, Dep::agent) || has_dependent(i, Dep::nsubj) || has_dependent(i, Dep::agent)) continue;
    const auto verb = verb_above(heads_[participle]);
    if (verb != npos && verb < participle && tag(verb) == "VBD") join_to(verb, participle, i);
  }
}

// "accused X of arming Y and expelled its envoy": a past tense or participle is not coordinated with a gerund, but with the verb above it.
void Tree::repair_gerund_conjuncts() {
  for (std::uint32_t i = 3; i < size(); ++i) {
    const auto gerund = heads_[i];
    if (deps_[i] != Dep::conj || gerund > i || tag(gerund) != "VBG" || words_[gerund] != Word::verb || (tag(i) != "VBD" && tag(i) != "VBN" && tag(i) != "VBZ")) continue;
    if ((deps_[gerund] != Dep::pcomp && deps_[gerund] != Dep::advcl) || has_dependent(i, Dep::nsubj) || has_dependent(i, Dep::nsubjpass) || has_dependent(i, Dep::auxpass) || has_dependent(i, Dep::agent) || has_dependent(i, Dep::aux)) continue;
    const auto verb = verb_above(deps_[gerund] == Dep::pcomp ? heads_[heads_[gerund]] : heads_[gerund]);
    if (verb != npos && verb < gerund && tag(verb) != "VBG" && tag(verb) != "VB" && deps_[verb] != Dep::acl) join_to(verb, gerund, i);
  }
}

// "X and her running mate, Y, campaigned": the name behind the last of a list says who that is, not who the first is.
void Tree::repair_listed_appositions() {
  for (std::uint32_t name = 4; name < size(); ++name) {
    const auto first = heads_[name];
    if (deps_[name] != Dep::appos || words_[name] != Word::proper || first > name || words_[first] != Word::proper) continue;
    auto last = npos;
    for (auto c = first + 1; c < name; ++c)
      if (heads_[c] == first && deps_[c] == Dep::conj) last = c;
    if (last == npos || words_[last] != Word::noun || has_dependent(last, Dep::appos)) continue;
    auto begin = name;
    while (begin > last + 1 && heads_[begin - 1] == name && lower_[begin - 1] != ",") --begin;
    if (begin < 2 || lower_[begin - 1] != ",") continue;
    auto before = begin - 2;  // it must end the phrase of the last of the list
    for (int steps = 0; before != last && heads_[before] >= last && heads_[before] != before && steps < kConjuncts; ++steps) before = heads_[before];
    if (before == last) heads_[name] = last;
  }
}

// "X, whose chairman, Y, pleaded with Z, condemned W", "as did X, whose chairman, Y, flew to Z": the verb behind the apposition is that of
// the clause with "whose"; X has the one coordinated with it, or the auxiliary before it.
void Tree::repair_possessive_clauses() {
  for (std::uint32_t whose = 2; whose + 4 < size(); ++whose) {
    if (lower_[whose] != "whose" || deps_[whose] != Dep::poss) continue;
    const auto noun = heads_[whose], owner = heads_[noun];
    const bool hangs = deps_[noun] == Dep::relcl || deps_[noun] == Dep::appos;
    if (!hangs || !is_noun(noun) || !is_noun(owner) || owner > whose || !has_dependent(noun, Dep::appos)) continue;
    const auto verb = heads_[owner];
    if (verb < noun || words_[verb] != Word::verb || (deps_[owner] != Dep::nsubj && deps_[owner] != Dep::nsubjpass)) continue;
    auto begin = verb;
    while (begin > noun && heads_[begin - 1] == verb && before_verb(deps_[begin - 1])) --begin;
    if (lower_[begin - 1] != ",") continue;
    const auto& sentence = document_->sentences()[token(verb).sentence];
    auto main = npos;
    for (auto c = sentence.begin; c < sentence.end && main == npos; ++c) {
      // "had flown to Rome, condemned Y": what looks like a participle has an object, and so is none.
      const bool participle = c > verb && deps_[c] == Dep::acl && lower_[c - 1] == "," && heads_[heads_[heads_[c]]] == verb;
      if (participle && has_dependent(c, Dep::dobj)) main = c;
      if (heads_[c] != verb || c == verb) continue;
      if (c < owner && deps_[c] == Dep::aux && (lemma_[c] == "do" || lemma_[c] == "have")) main = c;
      const bool joined = c > verb && deps_[c] == Dep::conj && words_[c] == Word::verb && lower_[c - 1] == ",";
      if (joined && !has_dependent(c, Dep::nsubj)) main = c;
    }
    if (main == npos) continue;
    heads_[main] = heads_[verb] == verb ? main : heads_[verb], deps_[main] = deps_[verb];
    if (main < owner) words_[main] = Word::verb;
    for (auto c = sentence.begin; c < main && main < owner; ++c)
      if (heads_[c] == verb && deps_[c] == Dep::mark) heads_[c] = main;  // "as"
    heads_[noun] = verb, deps_[noun] = deps_[owner];
    heads_[owner] = main, deps_[owner] = Dep::nsubj;
    heads_[verb] = owner, deps_[verb] = Dep::relcl;
  }
}

// "the newspaper X": the common noun that the name X is a close apposition to, or npos.
std::uint32_t Tree::described_noun(std::uint32_t name) const {
  const auto noun = heads_[name];
  if (words_[name] != Word::proper || deps_[name] != Dep::appos || words_[noun] != Word::noun || noun > name) return npos;
  const bool close = std::none_of(lower_.begin() + noun + 1, lower_.begin() + name, [](std::string_view w) { return w == ","; });
  return close ? noun : npos;
}

// "the magazine Y": headed by the common noun, or by the name with the noun before it.
bool Tree::has_own_description(std::uint32_t i) const {
  constexpr std::uint32_t kNear = 6;
  bool article = false, noun = words_[i] == Word::noun;
  for (auto t = i > kNear ? i - kNear : 0; t < i; ++t) {
    if (heads_[t] != i) continue;
    article |= deps_[t] == Dep::det;
    noun |= deps_[t] == Dep::compound && words_[t] == Word::noun;
  }
  return article && noun;
}

// "won praise from X and condemnation from Y": both phrases hang on the verb, and the second noun on the first name; what comes from Y is
// not what comes from X.
bool Tree::part_objects(std::uint32_t verb, std::uint32_t preposition, std::uint32_t name, std::uint32_t noun) {
  if (words_[verb] != Word::verb || words_[name] != Word::proper || words_[noun] != Word::noun || noun + 1 >= size()) return false;
  const auto second = noun + 1;
  if (lower_[second] != lower_[preposition] || deps_[second] != Dep::prep || (heads_[second] != verb && heads_[second] != noun)) return false;
  auto object = npos;
  for (auto c = verb + 1; c < preposition; ++c)
    if (heads_[c] == verb && deps_[c] == Dep::dobj && words_[c] == Word::noun) object = c;
  if (object == npos || object + 1 != preposition) return false;
  heads_[second] = noun;
  heads_[noun] = object, deps_[noun] = Dep::other;
  return true;
}

// "the newspaper X and the magazine Y": the descriptions are coordinated, not the names.
// "Ruiz of Chad and Sall of Niger": a conjunct with a phrase of its own under the same preposition is coordinated with the noun that the
// first phrase hangs on, not with the name in it.
void Tree::repair_parallel_coordination() {
  constexpr std::uint32_t kNear = 8;
  for (std::uint32_t i = 1; i < size(); ++i) {
    if (deps_[i] != Dep::conj || heads_[i] == i || !is_noun(i)) continue;
    if (const auto noun = described_noun(heads_[i]); noun != npos && has_own_description(i)) {
      heads_[i] = noun;
      continue;
    }
    auto first = heads_[i];
    while (deps_[first] == Dep::conj && heads_[first] != first) first = heads_[first];
    const auto preposition = heads_[first];
    if (deps_[first] != Dep::pobj || preposition == first || deps_[preposition] != Dep::prep) continue;
    const auto noun = heads_[preposition];
    if (part_objects(noun, preposition, first, i)) continue;
    if (noun == preposition || noun > preposition || words_[noun] != words_[i]) continue;
    for (auto p = i + 1; p < size() && p <= i + kNear; ++p)
      if (heads_[p] == i && deps_[p] == Dep::prep && lower_[p] == lower_[preposition]) {
        heads_[i] = noun;
        break;
      }
  }
}

// "Egypt, Syria and Iraq were": two names with a comma between them as subjects of one verb are coordinated.
void Tree::repair_split_subjects() {
  for (std::uint32_t i = 2; i < size(); ++i) {
    if (words_[i] != Word::proper || (deps_[i] != Dep::nsubj && deps_[i] != Dep::nsubjpass)) continue;
    auto first = i;
    while (first > 0 && heads_[first - 1] == i && (words_[first - 1] == Word::proper || deps_[first - 1] == Dep::det)) --first;
    if (first < 2 || lower_[first - 1] != ",") continue;
    auto other = first - 2;
    // "Mali and, less openly, Chad": the conjunction hangs on the first
    for (int steps = 0; steps < 6 && other > 0 && !(heads_[other] == heads_[i] && deps_[other] == deps_[i]); ++steps) --other;
    const bool joined = other + 2 == first || (heads_[other] == heads_[i] && has_dependent(other, Dep::cc) && !has_dependent(other, Dep::conj));
    if (joined && words_[other] == Word::proper && deps_[other] == deps_[i] && heads_[other] == heads_[i]) heads_[i] = other, deps_[i] = Dep::conj;
  }
}

}  // namespace entente::relation
