#include <algorithm>
#include <array>
#include <string_view>

#include "relation/tree.hpp"

/// Repairs of clauses whose verb the parser took for a modifier or a noun, or whose noun for a verb.
namespace entente::relation {

namespace {
constexpr int kPhrases = 6;  // "told a meeting of members of the party"
}

// "X abducted priest Y, police said", "X froze aid to Y, officials said": the clause that is told of has its verb before its topmost noun.
void Tree::repair_told_clauses() {
  for (const auto& sentence : document_->sentences()) {
    auto root = sentence.begin;
    while (root < sentence.end && heads_[root] != root) ++root;
    if (root == sentence.end || words_[root] != Word::verb || root < sentence.begin + 5) continue;
    auto teller = npos, comma = npos;
    for (auto i = root; i-- > sentence.begin && teller == npos;)
      if (heads_[i] == root && deps_[i] == Dep::nsubj) teller = i;
    if (teller == npos) continue;
    for (auto i = sentence.begin; i < teller; ++i)
      if (lower_[i] == "," && (heads_[i] == root || heads_[i] == teller)) comma = i;
    if (comma == npos) continue;
    auto top = npos;  // of the clause before the comma
    for (auto i = sentence.begin; i < comma; ++i)
      if (heads_[i] == root && i != teller && is_noun(i)) top = top == npos ? i : root;
    if (top == npos || top == root) continue;
    const auto verb = told_verb(sentence.begin, top);
    if (verb == npos) continue;
    const auto subject = verb - 1;
    for (auto i = sentence.begin; i < comma; ++i) {
      if (i == subject || i == verb || i == top) continue;
      if (i < verb && (heads_[i] >= verb || heads_[i] == i)) heads_[i] = subject;
      if (i > verb && heads_[i] < verb) heads_[i] = verb;
    }
    words_[verb] = Word::verb;
    heads_[verb] = root, deps_[verb] = Dep::ccomp;
    heads_[subject] = verb, deps_[subject] = Dep::nsubj;
    heads_[top] = verb, deps_[top] = Dep::dobj;
  }
}

// The past tense right after the name at `begin` that the parser hung on `top`, or npos.
std::uint32_t Tree::told_verb(std::uint32_t begin, std::uint32_t top) const {
  auto t = begin;
  if (deps_[t] == Dep::det) ++t;
  const auto name = t;
  while (t < top && (words_[t] == Word::proper || (t == name && capital(t)))) ++t;
  if (t == name || t >= top || deps_[t] != Dep::amod || heads_[t] != top || t > begin + 5) return npos;
  const bool past = tag(t) == "VBD" || tag(t) == "VBN";
  const auto head = heads_[t - 1];
  const bool astray = head == t || head == top;
  const bool object = is_noun(t + 1) || words_[t + 1] == Word::adjective || deps_[t + 1] == Dep::det;
  return past && astray && object ? t : npos;
}

bool Tree::capital(std::uint32_t i) const {
  const char c = text(i).front();
  return c >= 'A' && c <= 'Z';
}

// "US strikes on X continued", "Fighting between X and Y spread": what is a subject names a deed.
void Tree::repair_deeds() {
  for (std::uint32_t i = 0; i + 1 < size(); ++i) {
    const bool subject = deps_[i] == Dep::nsubj || deps_[i] == Dep::nsubjpass || deps_[i] == Dep::csubj;
    if (!subject || words_[i] != Word::verb || heads_[i] <= i) continue;
    const bool named = i > 0 && words_[i - 1] == Word::proper && heads_[i - 1] == i && deps_[i - 1] == Dep::nsubj;
    const bool plural = tag(i) == "VBZ" && deps_[i] != Dep::csubj && named;
    const bool phrase = heads_[i + 1] == i && (lower_[i + 1] == "between" || lower_[i + 1] == "by" || lower_[i + 1] == "of");
    const bool gerund = tag(i) == "VBG" && phrase && !has_dependent(i, Dep::dobj) && !has_dependent(i, Dep::nsubj);
    if (plural) deps_[i - 1] = Dep::compound;
    if (gerund) lemma_[i] = lower_[i];
    if (!plural && !gerund) continue;
    words_[i] = Word::noun;
    if (deps_[i] == Dep::csubj) deps_[i] = Dep::nsubj;
  }
}

// "It is X which arms Y": what is singled out is the subject of the clause behind it.
void Tree::repair_clefts() {
  for (std::uint32_t i = 3; i < size(); ++i) {
    const auto clause = heads_[i], copula = heads_[clause];
    const bool relative = lower_[i] == "which" || lower_[i] == "who" || lower_[i] == "that";
    if (!relative || deps_[i] != Dep::nsubj || clause < i || words_[clause] != Word::verb) continue;
    if (lemma_[copula] != "be" || copula > i) continue;
    if (deps_[clause] != Dep::ccomp && deps_[clause] != Dep::advcl && deps_[clause] != Dep::relcl) continue;
    const auto singled = i - 1;
    if (!is_noun(singled) || heads_[singled] != copula || (deps_[singled] != Dep::attr && deps_[singled] != Dep::dobj)) continue;
    for (auto c = document_->sentences()[token(copula).sentence].begin; c < copula; ++c)
      if (heads_[c] == copula && deps_[c] == Dep::nsubj && lower_[c] == "it") heads_[clause] = singled, deps_[clause] = Dep::relcl;
  }
}

// "a day after X accused Y", "a call for X to leave": what hangs on the conjunction is the subject of its clause.
void Tree::repair_marked_subjects() {
  for (std::uint32_t i = 1; i < size(); ++i) {
    const auto mark = heads_[i];
    if (deps_[i] != Dep::pobj || deps_[mark] != Dep::mark || mark > i || words_[i] != Word::proper) continue;
    const auto verb = heads_[mark];
    if (verb < i || words_[verb] != Word::verb || has_dependent(verb, Dep::nsubj) || has_dependent(verb, Dep::nsubjpass)) continue;
    heads_[i] = verb, deps_[i] = has_dependent(verb, Dep::auxpass) ? Dep::nsubjpass : Dep::nsubj;
  }
}

// The finite verb without a subject and without a conjunction that follows a noun with an apposition between commas.
std::uint32_t Tree::clause_behind(std::uint32_t noun) const {
  const auto end = document_->sentences()[token(noun).sentence].end;
  for (auto verb = noun + 2; verb < end; ++verb) {
    if (lower_[verb] == "and" || lower_[verb] == "but" || lower_[verb] == ";") return npos;
    if (words_[verb] != Word::verb || deps_[verb] == Dep::acl || deps_[verb] == Dep::relcl || deps_[verb] == Dep::aux || deps_[verb] == Dep::auxpass) continue;
    const bool finite = tag(verb) == "VBD" || tag(verb) == "VBZ" || has_dependent(verb, Dep::aux) || has_dependent(verb, Dep::auxpass);
    const bool stray = deps_[verb] == Dep::conj || deps_[verb] == Dep::advcl || deps_[verb] == Dep::ccomp;
    const bool own = has_dependent(verb, Dep::nsubj) || has_dependent(verb, Dep::nsubjpass) || has_dependent(verb, Dep::mark);
    return finite && stray && !own && heads_[verb] < noun ? verb : npos;
  }
  return npos;
}

// "X, whose president Y came to Z and held talks": what "whose" stands before is the subject of a clause on X.
void Tree::repair_whose_clauses() {
  for (std::uint32_t i = 2; i < size(); ++i) {
    if (lower_[i] != "whose") continue;
    auto subject = heads_[i];
    if (deps_[subject] == Dep::compound || deps_[subject] == Dep::poss || deps_[subject] == Dep::nmod) subject = heads_[subject];
    // "left X, whose minister, Y, had sued Z": the clause taken for another of the main verb
    if (deps_[subject] == Dep::appos && subject > i && words_[subject] == Word::noun)
      if (const auto clause = clause_behind(subject); clause != npos) {
        heads_[clause] = heads_[subject], deps_[clause] = Dep::relcl;
        heads_[subject] = clause, deps_[subject] = has_dependent(clause, Dep::auxpass) ? Dep::nsubjpass : Dep::nsubj;
      }
    const auto verb = heads_[subject];
    if (subject < i || deps_[subject] != Dep::nsubj || words_[verb] != Word::verb || verb < subject) continue;
    for (auto owner = document_->sentences()[token(i).sentence].begin; owner < i; ++owner) {
      if (heads_[owner] != verb || deps_[owner] != Dep::nsubj || !is_noun(owner)) continue;
      const bool root = heads_[verb] == verb;
      heads_[owner] = root ? owner : heads_[verb], deps_[owner] = root ? Dep::root : Dep::attr;
      heads_[verb] = owner, deps_[verb] = Dep::relcl;
      break;
    }
  }
}

// The verb of a clause with "whose" taken for the sentence's own: hung on the name before the clause, which is given back; the end where there
// is none, or where nothing in the sentence could be its verb instead.
std::uint32_t Tree::hang_on_owner(std::uint32_t verb, std::uint32_t begin) {
  std::uint32_t whose = npos, other = npos;
  for (auto i = begin; i < verb; ++i)
    if (lower_[i] == "whose") whose = i;
  for (auto i = verb + 1; i < size() && token(i).sentence == token(verb).sentence && other == npos; ++i)
    if (heads_[i] == verb && deps_[i] == Dep::conj && words_[i] == Word::verb && lower_[i - 1] == "," && !has_dependent(i, Dep::nsubj)) other = i;
  if (whose == npos || other == npos || heads_[heads_[whose]] != verb || deps_[heads_[whose]] != Dep::nsubj) return npos;
  for (auto owner = begin; owner < whose; ++owner) {
    const char initial = text(owner).front();
    const bool name = words_[owner] == Word::proper || (initial >= 'A' && initial <= 'Z' && lower_[owner + 1] == ",");
    if (heads_[owner] != verb || !name) continue;
    for (auto i = begin; i < whose; ++i)
      if (heads_[i] == verb && i != owner) heads_[i] = owner;
    heads_[owner] = owner, deps_[owner] = Dep::root;
    heads_[verb] = owner, deps_[verb] = Dep::relcl;
    return owner;
  }
  return npos;
}

// "X, whose party has ruled since May, accused Y": the verb behind the relative clause, taken for another of it, is the sentence's own.
void Tree::repair_stranded_subjects() {
  for (const auto& sentence : document_->sentences()) {
    auto root = sentence.begin;
    while (root < sentence.end && heads_[root] != root) ++root;
    const bool buried = root < sentence.end && words_[root] == Word::verb;
    if (buried) root = hang_on_owner(root, sentence.begin);
    if (root >= sentence.end || (words_[root] != Word::proper && !buried)) continue;
    for (auto verb = root + 3; verb < sentence.end; ++verb) {
      const auto inner = heads_[verb];
      if (deps_[verb] != Dep::conj || words_[verb] != Word::verb || lower_[verb - 1] != "," || inner > verb || deps_[inner] != Dep::relcl || heads_[inner] != root) continue;
      if (tag(verb) != "VBD" && tag(verb) != "VBZ" && tag(verb) != "VBP") continue;
      if (has_dependent(verb, Dep::nsubj) || has_dependent(verb, Dep::nsubjpass)) continue;
      for (auto i = verb + 1; i < sentence.end; ++i)
        if (heads_[i] == root) heads_[i] = verb;
      heads_[verb] = verb, deps_[verb] = Dep::root;
      heads_[root] = verb, deps_[root] = Dep::nsubj;
      break;
    }
  }
}

// "The Labour Party named X as leader": a sentence taken for a name with a participle, which has an object of its own.
void Tree::repair_named_sentences() {
  for (const auto& sentence : document_->sentences()) {
    auto root = sentence.begin;
    while (root < sentence.end && heads_[root] != root) ++root;
    const auto verb = root + 1;
    if (root + 2 >= sentence.end || words_[root] != Word::proper) continue;
    if (tag(verb) != "VBN" || heads_[verb] != root || deps_[verb] != Dep::acl) continue;
    const bool object = has_dependent(verb, Dep::oprd) || has_dependent(verb, Dep::dobj);
    if (!object || has_dependent(verb, Dep::agent)) continue;
    for (auto i = verb + 1; i < sentence.end; ++i) {
      if (heads_[i] == root) heads_[i] = verb;
      const bool person = heads_[i] == verb && deps_[i] == Dep::oprd && words_[i] == Word::proper;
      if (person && !has_dependent(verb, Dep::dobj)) deps_[i] = Dep::dobj;
    }
    heads_[verb] = verb, deps_[verb] = Dep::root;
    heads_[root] = verb, deps_[root] = Dep::nsubj;
  }
}

// "had the party banned": between its auxiliary and the participle stands what it was done to. "mulls ban on X": a noun is no clause.
void Tree::repair_causatives() {
  for (std::uint32_t i = 1; i + 1 < size(); ++i) {
    const auto verb = heads_[i];
    if (deps_[i] == Dep::xcomp && words_[i] == Word::noun && verb < i && words_[verb] == Word::verb) {
      if (!has_dependent(i, Dep::aux) && !has_dependent(verb, Dep::dobj)) deps_[i] = Dep::dobj;
      continue;
    }
    // "had X arrested", taken for a clause with X as its subject: who had it done does it.
    if (const auto have = heads_[verb]; deps_[i] == Dep::nsubj && verb > i && is_noun(i) && have < i && lemma_[have] == "have" && deps_[verb] == Dep::ccomp && (tag(verb) == "VBN" || tag(verb) == "VBD")) {
      bool bare = verb == i + 1;  // nothing but the words of the noun between them
      for (auto c = have + 1; c < i && bare; ++c) bare = heads_[c] == i;
      if (bare) deps_[i] = Dep::dobj, deps_[verb] = Dep::xcomp;
      continue;
    }
    if (deps_[i] != Dep::nsubj || verb < i || tag(verb) != "VBN" || !is_noun(i)) continue;
    auto subject = npos, auxiliary = npos;
    for (auto c = document_->sentences()[token(i).sentence].begin; c < i; ++c) {
      if (heads_[c] != verb) continue;
      if (deps_[c] == Dep::nsubj) subject = c;
      if (deps_[c] == Dep::aux && lemma_[c] == "have") auxiliary = c;
    }
    if (subject != npos && auxiliary != npos && subject < auxiliary && words_[subject] != Word::pronoun) deps_[i] = Dep::dobj;
  }
}

// "denied expelling minors": what is denied or begun is a deed, taken for an attribute of its object.
void Tree::repair_governed_gerunds(const std::function<bool(std::string_view)>& is_frame_verb) {
  constexpr std::array<std::string_view, 14> kGoverning{"admit", "avoid", "begin", "cease", "consider", "contemplate", "deny", "halt", "keep", "quit", "recommend", "resume", "start", "stop"};
  for (std::uint32_t i = 1; i + 1 < size(); ++i) {
    const auto object = heads_[i], verb = heads_[object];
    if (tag(i) != "VBG" || deps_[i] != Dep::amod || object < i || deps_[object] != Dep::dobj || verb + 1 != i || words_[verb] != Word::verb) continue;
    if (!std::binary_search(kGoverning.begin(), kGoverning.end(), lemma_[verb]) || !is_frame_verb(lemma_[i])) continue;
    const auto end = document_->sentences()[token(i).sentence].end;
    for (auto c = object + 1; c < end; ++c)
      if (heads_[c] == verb && deps_[c] == Dep::prep) heads_[c] = i;
    words_[i] = Word::verb;
    heads_[i] = verb, deps_[i] = Dep::xcomp;
    heads_[object] = i;
  }
}

// "reiterated his call for X to leave": the infinitive is what is called for, not what the call is made for.
void Tree::repair_called_for() {
  constexpr std::array<std::string_view, 12> kCalls{"appeal", "call", "campaign", "demand", "desire", "insistence", "order", "plea", "proposal", "push", "request", "wish"};
  for (std::uint32_t to = 3; to + 1 < size(); ++to) {
    const auto infinitive = heads_[to], verb = heads_[infinitive];
    if (lower_[to] != "to" || deps_[to] != Dep::aux || infinitive != to + 1 || words_[infinitive] != Word::verb || verb > to || words_[verb] != Word::verb) continue;
    if (deps_[infinitive] != Dep::advcl && deps_[infinitive] != Dep::xcomp) continue;
    auto name = to - 1;
    while (deps_[name] != Dep::pobj && heads_[name] < to && heads_[name] > verb && deps_[name] != Dep::prep) name = heads_[name];
    const auto preposition = heads_[name], noun = heads_[preposition];
    if (deps_[name] != Dep::pobj || lower_[preposition] != "for" || noun > preposition || words_[noun] != Word::noun) continue;
    if (!std::binary_search(kCalls.begin(), kCalls.end(), lemma_[noun]) || heads_[noun] != verb) continue;
    heads_[infinitive] = noun, deps_[infinitive] = Dep::acl;
    heads_[preposition] = infinitive, deps_[preposition] = Dep::mark;
    heads_[name] = infinitive, deps_[name] = Dep::nsubj;
  }
}

// "told a briefing that X should leave": a clause after "that" which has all its parts says what was told, it does not modify who was told.
void Tree::repair_told_content() {
  constexpr std::array<std::string_view, 8> kTold{"advise", "assure", "inform", "notify", "promise", "remind", "tell", "warn"};
  constexpr std::array<std::string_view, 20> kAudiences{"assembly", "audience", "briefing", "broadcaster", "committee", "conference", "correspondent", "crowd", "daily", "forum",
                                                        "gathering", "journalist", "lawmaker", "meeting", "newspaper", "panel", "parliament", "rally", "reporter", "session"};
  for (std::uint32_t i = 2; i + 1 < size(); ++i) {
    const auto clause = heads_[i];
    if (lower_[i] != "that" || (deps_[i] != Dep::mark && deps_[i] != Dep::dobj) || clause < i || words_[clause] != Word::verb || (deps_[clause] != Dep::relcl && deps_[clause] != Dep::acl)) continue;
    auto told = heads_[clause];
    if (!is_noun(told) || told > i || !has_dependent(clause, Dep::nsubj)) continue;
    if (deps_[i] == Dep::dobj && !std::binary_search(kAudiences.begin(), kAudiences.end(), lemma_[told])) continue;  // a gap, unless it is an audience
    for (int steps = 0; steps < kPhrases && (deps_[told] == Dep::pobj || deps_[told] == Dep::prep || deps_[told] == Dep::conj || deps_[told] == Dep::appos); ++steps) told = heads_[told];
    const auto verb = heads_[told];
    if (deps_[told] != Dep::dobj || verb > told || !std::binary_search(kTold.begin(), kTold.end(), lemma_[verb]) || has_dependent(verb, Dep::ccomp)) continue;
    heads_[clause] = verb, deps_[clause] = Dep::ccomp;
    deps_[i] = Dep::mark;
  }
}

// "groups, among them X and Y, ...", "arrested activists, among them X": the names say who of the many.
void Tree::repair_among_them() {
  constexpr std::uint32_t kNear = 12;
  for (std::uint32_t among = 2; among + 2 < size(); ++among) {
    const auto them = among + 1;
    if (lower_[among] != "among" || (lower_[them] != "them" && lower_[them] != "whom") || heads_[them] != among) continue;
    const auto comma = among - 1;
    const auto& sentence = document_->sentences()[token(among).sentence];
    if (lower_[comma] != "," && lower_[comma] != "-" && lower_[comma] != "—") continue;
    if (tag(comma - 1) == "CD") continue;  // "X freed 23 soldiers and Y eight, among them ...": of those left out
    auto many = npos;
    for (auto i = comma; i-- > sentence.begin && i + kNear > comma && many == npos;)
      if (tag(i) == "NNS" || tag(i) == "NNPS") many = i;
    if (many == npos) continue;
    auto name = npos;
    if (heads_[among] > them && is_noun(heads_[among])) name = heads_[among];
    for (auto i = them + 1; i < sentence.end && name == npos; ++i)
      if (heads_[i] == among && is_noun(i)) name = i;
    if (name == npos || heads_[name] == name) continue;
    auto first = them + 1;  // the name follows at once
    while (first < name && (heads_[first] == name || heads_[heads_[first]] == name)) ++first;
    if (first != name) continue;
    if (heads_[among] == name) heads_[among] = many;
    heads_[name] = many, deps_[name] = Dep::appos;
  }
}

// "X accused Y of fraud, a charge Y denied": a noun before the subject takes up the clause, which nobody governs.
void Tree::repair_taken_up_clauses() {
  constexpr std::array<std::string_view, 22> kTakenUp{"accusation", "act", "action", "allegation", "assertion", "charge", "claim", "comment", "comparison", "decision", "demand",
                                                      "idea", "measure", "move", "plan", "proposal", "remark", "report", "request", "statement", "step", "suggestion"};
  for (std::uint32_t noun = 3; noun + 2 < size(); ++noun) {
    const auto verb = heads_[noun];
    // "a charge Kenya has denied": the subject taken for the charge's name
    const bool named = deps_[noun] == Dep::nsubj && std::binary_search(kTakenUp.begin(), kTakenUp.end(), lemma_[noun]) && verb > noun && !has_dependent(verb, Dep::dobj);
    if (named)
      for (auto i = noun + 1; i < verb; ++i)
        if (heads_[i] == noun && deps_[i] == Dep::appos && words_[i] == Word::proper && first_of_name(i) == noun + 1 && has_dependent(verb, Dep::ccomp)) {
          heads_[i] = verb, deps_[i] = Dep::nsubj;
          deps_[noun] = Dep::dobj;
          break;
        }
    if (words_[noun] != Word::noun || deps_[noun] != Dep::dobj || verb < noun + 2 || words_[verb] != Word::verb) continue;
    const auto& sentence = document_->sentences()[token(verb).sentence];
    auto clause = npos, subject = npos;
    for (auto i = sentence.begin; i < verb; ++i) {
      if (heads_[i] != verb) continue;
      if (i < noun && deps_[i] == Dep::ccomp && words_[i] == Word::verb) clause = i;
      if (i > noun && deps_[i] == Dep::nsubj) subject = i;
    }
    if (clause == npos || subject == npos || has_dependent(verb, Dep::mark)) continue;
    auto first = noun;  // of "a charge"
    while (first > clause + 1 && heads_[first - 1] == noun) --first;
    if (lower_[first - 1] != ",") continue;
    for (auto i = sentence.begin; i < first; ++i)
      if (heads_[i] == verb && i != clause) heads_[i] = clause;
    heads_[clause] = heads_[verb] == verb ? clause : heads_[verb], deps_[clause] = deps_[verb];
    for (auto i = verb + 1; i < sentence.end; ++i)
      if (heads_[i] == verb && deps_[i] == Dep::conj) heads_[i] = clause;
    heads_[noun] = clause, deps_[noun] = Dep::npadvmod;
    heads_[verb] = noun, deps_[verb] = Dep::relcl;
  }
}

// "Also arrested was X", "Named in the indictment were X and Y": who stands behind the auxiliary is the subject.
void Tree::repair_inverted_passives() {
  for (std::uint32_t was = 1; was + 1 < size(); ++was) {
    const auto participle = heads_[was];
    if (deps_[was] != Dep::auxpass || participle > was || tag(participle) != "VBN" || has_dependent(participle, Dep::nsubj) || has_dependent(participle, Dep::nsubjpass)) continue;
    const auto end = document_->sentences()[token(was).sentence].end;
    for (auto i = was + 1; i < end; ++i) {
      const bool below = heads_[i] == was && (deps_[i] == Dep::nsubj || deps_[i] == Dep::attr || deps_[i] == Dep::dobj);
      const bool beside = heads_[i] == participle && (deps_[i] == Dep::attr || deps_[i] == Dep::dobj || deps_[i] == Dep::oprd);
      if (!is_noun(i) || (!below && !beside)) continue;
      heads_[i] = participle, deps_[i] = Dep::nsubjpass;
      break;
    }
  }
}

// "thanked its allies, X and Y": names after a comma behind a possessed noun are those it means, not more of them.
void Tree::repair_listed_names() {
  for (std::uint32_t i = 3; i < size(); ++i) {
    const auto noun = heads_[i];
    if (words_[i] != Word::proper || deps_[i] != Dep::conj || noun >= i || words_[noun] != Word::noun) continue;
    const auto first = first_of_name(i);
    if (noun + 2 != first || lower_[first - 1] != "," || has_dependent(noun, Dep::cc) || !has_dependent(noun, Dep::poss)) continue;
    deps_[i] = Dep::appos;
  }
}

// "its crime agency, IMPACS": the name right after the comma says which.
void Tree::repair_late_names() {
  for (std::uint32_t i = 2; i < size(); ++i) {
    if (words_[i] != Word::proper || deps_[i] != Dep::npadvmod || heads_[i] >= i) continue;
    if (words_[heads_[i]] != Word::noun || is_date(i)) continue;
    const auto first = first_of_name(i);
    if (first > 1 && lower_[first - 1] == "," && heads_[i] + 1 == first - 1) deps_[i] = Dep::appos;
  }
}

// "Accusing X of fraud, Y sued", "Boycotting X, Y closed": a participle at the beginning, taken for a name.
void Tree::repair_fronted_participles(const std::function<bool(std::string_view)>& is_frame_verb) {
  constexpr std::string_view kEnding = "ing";
  for (const auto& sentence : document_->sentences()) {
    const auto t = sentence.begin;
    if (sentence.end - t < 6 || !lower_[t].ends_with(kEnding) || lower_[t].size() < 6) continue;
    if (words_[t] != Word::proper && tag(t) != "VBG") continue;
    if (words_[t] == Word::verb && deps_[t] == Dep::advcl) continue;
    const auto bare = lower_[t].substr(0, lower_[t].size() - kEnding.size());
    const auto single = bare.substr(0, bare.size() - 1);  // "barring"
    auto lemma = is_frame_verb(bare) ? bare : std::string_view();
    if (lemma.empty() && bare.size() > 3 && single.back() == bare.back() && is_frame_verb(single)) lemma = single;
    if (lemma.empty() && words_[t] == Word::verb && is_frame_verb(lemma_[t])) lemma = lemma_[t];
    if (lemma.empty()) continue;
    if (deps_[t] == Dep::advcl) {
      words_[t] = Word::verb, lemma_[t] = lemma;
      continue;
    }
    const auto object = heads_[t], verb = heads_[object];
    if (deps_[t] != Dep::compound || object < t || object > t + 3) continue;
    if (words_[verb] != Word::verb || verb < object || deps_[object] != Dep::nsubj) continue;
    auto comma = object + 1;
    while (comma < verb && lower_[comma] != ",") ++comma;
    auto subject = npos;
    for (auto i = comma + 1; i < verb && subject == npos; ++i) {
      const bool below = heads_[i] == object && (deps_[i] == Dep::appos || deps_[i] == Dep::npadvmod);
      const bool beside = heads_[i] == verb && (deps_[i] == Dep::nsubj || deps_[i] == Dep::npadvmod);
      if (is_noun(i) && (below || beside)) subject = i;
    }
    if (subject == npos) continue;
    words_[t] = Word::verb, lemma_[t] = lemma;
    heads_[t] = verb, deps_[t] = Dep::advcl;
    heads_[object] = t, deps_[object] = Dep::dobj;
    heads_[subject] = verb, deps_[subject] = Dep::nsubj;
  }
}

}  // namespace entente::relation
