#include "relation/arguments.hpp"

#include <algorithm>

#include "relation/argument_words.hpp"

/// The arguments of verbs: subjects and objects through passives, control, coordination and relative clauses.
namespace entente::relation {

bool Arguments::is_passive(std::uint32_t verb) const {
  bool have = false, aux = false;
  // "X cut by half its aid", "X spoke by telephone": by how much or by what, not by whom
  const auto own = tree_.child(verb, Dep::nsubj);
  const bool reflexive = own != kNone && tree_.lower(own).ends_with("self");  // "found itself banned by X"
  if (own != kNone && is_headline_passive(verb)) return true;
  const bool measure = own != kNone && !reflexive && !tree_.has_child(verb, Dep::auxpass);
  for (auto c : tree_.children(verb)) {
    const auto d = tree_.dep(c);
    if (d == Dep::agent && measure) continue;
    if (d == Dep::auxpass || d == Dep::nsubjpass || d == Dep::agent || d == Dep::csubjpass) return true;
    if (d == Dep::aux) aux = true, have |= tree_.lemma(c) == "have" || tree_.lower(c) == "having";
  }
  // a clause on a noun without a subject has a participle, though it may look like a past tense
  const bool reduced = tree_.tag(verb) == "VBD" && tree_.dep(verb) == Dep::acl && !tree_.is_root(tree_.head(verb)) && !tree_.has_child(verb, Dep::nsubj) && !tree_.has_child(verb, Dep::dobj) && !tree_.has_child(verb, Dep::mark);
  if ((tree_.tag(verb) != "VBN" && !reduced) || have) return false;
  const auto d = tree_.dep(verb);
  if (d == Dep::acl || d == Dep::advcl) return true;
  if (d == Dep::conj && tree_.is_verb(tree_.head(verb))) return !aux && is_passive(tree_.head(verb));
  return false;
}

// "Peru slammed by Kenya", "Peru accused of spying by Kenya": a participle without an auxiliary whose agent is told.
bool Arguments::is_headline_passive(std::uint32_t verb) const {
  if ((tree_.tag(verb) != "VBN" && tree_.tag(verb) != "VBD") || !tree_.is_root(verb)) return false;
  for (auto d : {Dep::aux, Dep::auxpass, Dep::dobj, Dep::ccomp, Dep::xcomp, Dep::oprd, Dep::prt})
    if (tree_.has_child(verb, d)) return false;
  const auto own = tree_.child(verb, Dep::nsubj);
  if (own > verb || tree_.word(own) == Word::pronoun) return false;
  if (const auto by = tree_.child(verb, Dep::agent); by != kNone) {
    const auto agent = tree_.child(by, Dep::pobj);
    if (agent == kNone) return false;
    if (mentions_.headed_by(agent) >= 0 || mentions_.containing(agent) >= 0) return true;
    const auto before = tree_.child(agent, Dep::compound);  // "hit by Kenya sanctions"
    return before != kNone && mentions_.containing(before) >= 0;
  }
  return tree_.tag(verb) == "VBN" && takes_of(tree_.lemma(verb)) && agent_below(verb) != kNone;
}

// The subject as the clause shows it: of its own, or shared with the first conjunct, or given by control, raising or modification.
std::uint32_t Arguments::surface_subject(std::uint32_t predicate, int depth) const {
  if (depth > kMaxDepth) return kNone;
  auto subject = kNone;
  for (auto c : tree_.children(predicate)) {
    const auto d = tree_.dep(c);
    // "a decision that Trump applauded": of two subjects the relative pronoun is the object
    if ((d == Dep::nsubj || d == Dep::nsubjpass) && (subject == kNone || (tree_.is_relative(subject) && !tree_.is_relative(c)))) subject = c;
  }
  if (subject != kNone && tree_.lower(subject).ends_with("self") && !tree_.is_root(predicate)) return surface_subject(tree_.head(predicate), depth + 1);
  if (subject != kNone) return antecedent(subject);
  // "What X did angered Y", "That X did so angered Y"
  if (const auto clause = tree_.child(predicate, Dep::csubj); clause != kNone && tree_.is_verb(clause)) {
    const auto what = tree_.child(clause, Dep::dobj), that = tree_.child(clause, Dep::mark);
    const bool deed = (what != kNone && tree_.lower(what) == "what") || (that != kNone && tree_.lower(that) == "that" && clause < predicate);
    if (deed) return surface_subject(clause, depth + 1);
  }
  return controller(predicate, depth);
}

std::uint32_t Arguments::controller(std::uint32_t predicate, int depth) const {
  if (tree_.is_root(predicate)) return kNone;
  const auto head = tree_.head(predicate);
  switch (tree_.dep(predicate)) {
    case Dep::conj:
      if (const auto speaker = speaker_shared(predicate); speaker != kNone) return surface_subject(speaker, depth + 1);
      return surface_subject(head, depth + 1);
    case Dep::acomp:
    case Dep::attr:
      return surface_subject(head, depth + 1);
    case Dep::dobj:  // "saw fit to attack Y"
      return tree_.word(predicate) == Word::adjective && tree_.is_verb(head) ? surface_subject(head, depth + 1) : kNone;
    case Dep::oprd: {  // "called the move unacceptable"
      const auto object = tree_.child(head, Dep::dobj);
      return object != kNone ? antecedent(object) : surface_subject(head, depth + 1);
    }
    case Dep::xcomp:
    case Dep::ccomp: {
      if (tree_.dep(predicate) == Dep::ccomp && tree_.tag(predicate) != "VB" && tree_.tag(predicate) != "VBG") return told_relative(predicate);
      const auto object = tree_.child(head, Dep::dobj);
      if (object != kNone && object < predicate && !lexicon_.subject_control.contains(tree_.lemma(head))) return antecedent(object);
      // "appealed to X to leave", "called on X to leave"
      for (auto c : tree_.children(head))
        if (c < predicate && (tree_.dep(c) == Dep::prep || tree_.dep(c) == Dep::dative) && is_one_of(tree_.lower(c), {"on", "upon", "to", "for", "with"}) &&
            is_one_of(tree_.lemma(head), {"call", "appeal", "plead", "wait", "urge", "shout", "signal", "press", "push", "rely", "count", "prevail"}))
          if (const auto o = tree_.child(c, Dep::pobj); o != kNone) return antecedent(o);
      return surface_subject(head, depth + 1);
    }
    case Dep::other:  // an unclear link between verbs is most often coordination
      return tree_.is_verb(predicate) && tree_.is_verb(head) ? surface_subject(head, depth + 1) : kNone;
    case Dep::csubj:  // "X, welcoming Y, called for calm": with a subject beside it no participle is one
      return tree_.tag(predicate) == "VBG" && tree_.has_child(head, Dep::nsubj) ? surface_subject(head, depth + 1) : kNone;
    case Dep::advcl:
      if (replaces(predicate) && predicate > head && is_appointing(tree_.lemma(head)))
        if (const auto successor = logical_object(head, depth + 1); successor != kNone) return antecedent(successor);
      // "rejected a plan by X to host talks": whose plan it is
      if (const auto plan = tree_.child(head, Dep::dobj); plan != kNone && plan > head && plan < predicate && tree_.child_with_form(predicate, "to") != kNone && is_turning_down(tree_.lemma(head)) && is_project(tree_.lemma(plan)))
        if (const auto by = tree_.child_with_form(head, "by"); by != kNone && by > plan)
          if (const auto author = tree_.child(by, Dep::pobj); author != kNone) return author;
      return tree_.has_child(predicate, Dep::mark) && tree_.tag(predicate) != "VBG" ? kNone : surface_subject(head, depth + 1);
    case Dep::acl: {
      if (tree_.tag(predicate) == "VBG" && is_utterance(tree_.lemma(head))) {
        // "issued a statement demanding", "a letter accusing": who utters it says so
        ArgumentList author;
        noun_subject(head, author, depth + kNounStep);
        if (!author.empty()) return author.front().token;
      }
      const bool agent = tree_.tag(predicate) == "VBD" && tree_.has_child(predicate, Dep::agent);  // "the council set up by X"
      if (tree_.tag(predicate) == "VBG" || tree_.tag(predicate) == "VBN" || agent || is_passive(predicate)) return head;
      // "extended to X an invitation to visit Y": whoever is asked does it
      if (is_one_of(tree_.lemma(head), {"appeal", "call", "command", "demand", "invitation", "invite", "order", "permission", "plea", "request"}))
        for (const auto* to : {"to", "on"})
          if (const auto asked = noun_argument(head, Function{Function::Kind::prep, {to}}); !asked.empty() && asked.front().token != predicate) return asked.front().token;
      // "its decision to withdraw", "gave a pledge to withdraw": the noun's own subject
      ArgumentList subject;
      noun_subject(head, subject, depth + kNounStep);
      if (!subject.empty()) return subject.front().token;
      return head;
    }
    case Dep::relcl: {
      // "a bloc formed to ...", "the first to visit": an infinitive relative modifies its subject
      if (tree_.tag(predicate) != "VB") return kNone;
      if (tree_.is_root(head)) return head;
      // "were among the first to congratulate X"
      const auto among = tree_.head(head);
      if (tree_.dep(head) == Dep::pobj && tree_.lower(among) == "among" && tree_.is_copula(tree_.head(among))) {
        const auto named = among < tree_.head(among) ? tree_.child(tree_.head(among), Dep::attr) : kNone;  // "Among the first to congratulate X was Y"
        return named != kNone ? named : surface_subject(tree_.head(among), depth + 1);
      }
      return tree_.dep(head) == Dep::attr && tree_.is_copula(tree_.head(head)) ? surface_subject(tree_.head(head), depth + 1) : head;
    }
    case Dep::pcomp: {
      // head is the preposition: "accused X of attacking Y", "by attacking", "after meeting"
      auto governor = tree_.head(head);
      if (governor == head) return kNone;
      const bool said_of = tree_.dep(governor) == Dep::acomp || tree_.dep(governor) == Dep::oprd || tree_.dep(governor) == Dep::ccomp || tree_.dep(governor) == Dep::conj;
      if (tree_.word(governor) == Word::adjective && said_of) return surface_subject(governor, depth + 1);  // "found X guilty of arming Y"
      if (!tree_.is_noun(governor) && !tree_.is_verb(governor) && tree_.is_verb(tree_.head(governor))) governor = tree_.head(governor);  // "stopped short of naming X"
      if (tree_.is_noun(governor)) {
        ArgumentList subject;
        noun_subject(governor, subject, depth + kNounStep);
        if (!subject.empty()) return subject.front().token;
        // "sent arms with the aim of toppling X", "to the point of shelling X"
        const auto above = tree_.head(tree_.head(governor));
        const bool aim = tree_.dep(governor) == Dep::pobj && is_one_of(tree_.lemma(governor), {"aim", "brink", "hope", "intent", "intention", "point", "purpose", "verge", "view"});
        return aim && tree_.is_verb(above) ? surface_subject(above, depth + 1) : kNone;
      }
      const auto object = tree_.child(governor, Dep::dobj);
      if (object != kNone && is_one_of(tree_.lower(head), {"of", "for", "from", "into", "as"})) return antecedent(object);
      return surface_subject(governor, depth + 1);
    }
    default:
      return kNone;
  }
}

// "named X chief executive, replacing Y": who replaces is the one named.
bool Arguments::replaces(std::uint32_t participle) const { return tree_.tag(participle) == "VBG" && is_one_of(tree_.lemma(participle), {"replace", "succeed", "supplant"}); }

std::uint32_t Arguments::logical_subject(std::uint32_t verb, int depth) const {
  if (!is_passive(verb)) return surface_subject(verb, depth);
  for (auto c : tree_.children(verb))
    if (tree_.dep(c) == Dep::agent || (tree_.dep(c) == Dep::prep && tree_.lower(c) == "by"))
      if (const auto o = tree_.child(c, Dep::pobj); o != kNone) return o;
  // "was criticized and condemned by X": the agent hangs on the last conjunct
  for (auto c : tree_.children(verb))
    if (tree_.dep(c) == Dep::conj && tree_.is_verb(c) && c - verb <= 3 && is_passive(c) && !tree_.has_child(c, Dep::nsubjpass)) return logical_subject(c, depth);
  return agent_below(verb);
}

// "was unseated in a coup by X", "was shown the exit by X", "was asked to leave by X": the parser hangs the agent on the phrase in between.
std::uint32_t Arguments::agent_below(std::uint32_t verb) const {
  auto by = [this](std::uint32_t at) {
    for (auto c : tree_.children(at))
      if (c > at && (tree_.dep(c) == Dep::prep || tree_.dep(c) == Dep::agent) && tree_.lower(c) == "by")
        if (const auto o = tree_.child(c, Dep::pobj); o != kNone && (mentions_.headed_by(o) >= 0 || mentions_.containing(o) >= 0)) return o;
    return kNone;
  };
  for (auto c : tree_.children(verb)) {
    if (c < verb) continue;
    const auto d = tree_.dep(c);
    auto phrase = kNone;
    if (d == Dep::dobj || d == Dep::oprd) phrase = c;
    if (d == Dep::xcomp && tree_.tag(c) == "VB" && !tree_.has_child(c, Dep::dobj)) phrase = c;
    if (d == Dep::prep && (is_one_of(tree_.lower(c), {"as", "in", "on", "to", "with", "from"}) || (tree_.lower(c) == "of" && takes_of(tree_.lemma(verb))))) {
      const auto o = tree_.child(c, Dep::pobj);
      const auto det = o == kNone ? kNone : tree_.child(o, Dep::det);
      // "linked to the attack by X": what is definite has an agent of its own, a time ("in the early hours by X") has none
      if (o != kNone && (det == kNone || tree_.lower(det) != "the" || is_span_of_time(tree_.lemma(o)) || !is_deed(o))) phrase = o;
      if (const auto gerund = tree_.child(c, Dep::pcomp); gerund != kNone) {  // "was barred from playing matches by X"
        const auto object = tree_.child(gerund, Dep::dobj);
        phrase = object != kNone && by(object) != kNone ? object : gerund;
      }
    }
    // "was seized in a flat above a shop in Genk by X"
    for (int steps = 0; phrase != kNone && steps < 4; ++steps) {
      if (const auto agent = by(phrase); agent != kNone) return agent;
      auto inner = kNone;
      for (auto p : tree_.children(phrase))
        if (p > phrase && tree_.dep(p) == Dep::prep) inner = p;
      phrase = inner == kNone ? kNone : tree_.child(inner, Dep::pobj);
      if (phrase != kNone && is_deed(phrase)) phrase = kNone;
    }
  }
  return kNone;
}

// "the attack", "its decision": what may have an agent of its own.
bool Arguments::is_deed(std::uint32_t noun) const {
  const auto lemma = tree_.lemma(noun);
  return lexicon_.acts.contains(lemma) || lexicon_.suffered.contains(lemma) || is_utterance(lemma) || lemma.ends_with("ing") || lemma.ends_with("tion") || lemma.ends_with("ment");
}

// "X said Y would comply but accused Z": a past tense after a reported clause in another tense goes on with what the speaker does.
std::uint32_t Arguments::speaker_shared(std::uint32_t verb) const {
  const auto clause = tree_.head(verb);
  if (!tree_.is_verb(verb) || !tree_.is_verb(clause) || tree_.dep(clause) != Dep::ccomp || tree_.is_root(clause)) return kNone;
  const auto speech = tree_.head(clause);
  const bool asks = is_one_of(tree_.lemma(speech), {"demand", "insist", "propose", "recommend", "request", "urge"});
  if ((!asks && !lexicon_.speech.contains(tree_.lemma(speech))) || clause < speech || tree_.has_child(verb, Dep::mark)) return kNone;
  bool modal = false, had = false;
  for (auto c : tree_.children(clause)) {
    modal |= tree_.dep(c) == Dep::aux && tree_.tag(c) == "MD";
    had |= tree_.dep(c) == Dep::aux && tree_.lemma(c) == "have";
  }
  const auto tag = tree_.tag(clause);
  // "X said Y was wrong and blamed Z", "X demanded that Y go and blamed Z"
  const bool copula = tree_.lemma(clause) == "be" && is_address(tree_.lemma(verb));
  const bool other_tense = modal || copula || ((tag == "VB" || tag == "VBP" || tag == "VBZ" || tag == "VBG") && !had);
  const bool past = tree_.tag(verb) == "VBD" && !tree_.has_child(verb, Dep::aux) && !tree_.has_child(verb, Dep::auxpass);
  if (past && tree_.tag(speech) == "VBD" && (other_tense || (had && is_address(tree_.lemma(verb))))) return speech;
  return kNone;
}

// "whom X says it has killed", "whom X declared persona non grata": the relative pronoun that the parser took for a second subject.
std::uint32_t Arguments::relative_object(std::uint32_t verb) const {
  auto relative = kNone, subject = kNone;
  for (auto c : tree_.children(verb)) {
    if (tree_.dep(c) != Dep::nsubj) continue;
    if (tree_.is_relative(c)) relative = c;
    else subject = c;
  }
  return relative != kNone && subject != kNone && relative < subject ? antecedent(relative) : kNone;
}

// "whom X says it has killed", "which X said was a farce": the relative pronoun hangs on the verb that tells of its clause.
std::uint32_t Arguments::told_relative(std::uint32_t verb) const {
  if (tree_.dep(verb) != Dep::ccomp || tree_.is_root(verb)) return kNone;
  const auto teller = tree_.head(verb);
  if (tree_.dep(teller) != Dep::relcl || verb < teller || !lexicon_.speech.contains(tree_.lemma(teller))) return kNone;
  auto relative = kNone, subject = kNone;
  for (auto c : tree_.children(teller)) {
    if (c > teller) break;
    if (relative == kNone && tree_.is_relative(c)) relative = c;
    else if (tree_.dep(c) == Dep::nsubj) subject = c;
  }
  return relative != kNone && subject != kNone && relative < subject ? antecedent(relative) : kNone;
}

std::uint32_t Arguments::logical_object(std::uint32_t verb, int depth) const {
  if (is_passive(verb)) {
    const auto given = given_to_subject(verb);  // "was granted asylum by X"
    return given != kNone ? given : surface_subject(verb, depth);
  }
  if (const auto o = relative_object(verb); o != kNone) return o;
  if (const auto o = tree_.child(verb, Dep::dobj); o != kNone) {
    const auto second = second_object(verb);  // "lent Jordan 30 million": the first of two objects is the indirect one
    return second != kNone ? second : o;
  }
  // "kidnapped up to 16 engineers": the parser takes "up" for a particle
  if (const auto up = tree_.child(verb, Dep::prt); up != kNone && tree_.lower(up) == "up")
    if (const auto to = tree_.child_with_form(up, "to"); to != kNone)
      if (const auto o = tree_.child(to, Dep::pobj); o != kNone && tree_.has_child(o, Dep::nummod)) return o;
  // An object gap of a relative clause: "the treaty that X signed", "the minister X met"
  // ("a claim that Y rejected": the parser takes the pronoun for a conjunction)
  const bool content = tree_.dep(verb) == Dep::acl && (tree_.tag(verb) == "VBD" || tree_.tag(verb) == "VBN") && tree_.has_child(verb, Dep::mark);
  if ((tree_.dep(verb) == Dep::relcl || content) && !tree_.is_root(verb)) {
    auto s = tree_.child(verb, Dep::nsubj);
    if (s != kNone && tree_.is_relative(s))
      for (auto c : tree_.children(verb))
        if (tree_.dep(c) == Dep::nsubj && !tree_.is_relative(c)) s = c;
    const bool clause = tree_.has_child(verb, Dep::ccomp) || tree_.has_child(verb, Dep::xcomp) || tree_.has_child(verb, Dep::attr) || tree_.has_child(verb, Dep::acomp);
    const bool whose = s != kNone && tree_.child_with_form(s, "whose") != kNone;  // "X, whose chairman resigned": no gap
    const bool where = relative_place(verb) != kNone;
    if (s != kNone && !tree_.is_relative(s) && !clause && !whose && !where) {
      bool gap_in_preposition = false;
      for (auto c : tree_.children(verb))
        if (tree_.dep(c) == Dep::prep && tree_.lower(c) != "as")  // "a move X praised as wise"
          if (const auto o = tree_.child(c, Dep::pobj); o == kNone || tree_.is_relative(o)) gap_in_preposition = true;
      if (!gap_in_preposition) return tree_.head(verb);
    }
  }
  const bool bare = !tree_.has_child(verb, Dep::ccomp) && !tree_.has_child(verb, Dep::xcomp) && !tree_.has_child(verb, Dep::attr) && !tree_.has_child(verb, Dep::acomp);
  if (bare && tree_.has_child(verb, Dep::nsubj))
    if (const auto o = told_relative(verb); o != kNone) return o;
  if (const auto o = appointed_person(verb); o != kNone) return o;
  // "condemned and sanctioned X": the object hangs on the last conjunct, right after it
  for (auto c : tree_.children(verb))
    if (tree_.dep(c) == Dep::conj && tree_.is_verb(c) && c - verb <= 3 && !tree_.has_child(c, Dep::nsubj) && !is_passive(c) && speaker_shared(c) == kNone) return logical_object(c, depth);
  return kNone;
}

// "named Ana Ruiz chief executive": the parser takes the person for a part of what she is called.
std::uint32_t Arguments::appointed_person(std::uint32_t verb) const {
  if (!is_one_of(tree_.lemma(verb), {"name", "appoint", "elect", "make", "crown", "declare", "nominate", "vote", "call", "proclaim", "reelect"})) return kNone;
  const auto called = tree_.child(verb, Dep::oprd);
  if (called == kNone || tree_.word(called) != Word::noun) return kNone;
  for (auto c : tree_.children(called)) {
    if (c >= called || !is_modifier(tree_.dep(c)) || !is_person(c)) continue;
    if (mentions_.mentions[static_cast<std::size_t>(mentions_.headed_by(c))].begin == verb + 1) return c;
  }
  return kNone;
}

std::uint32_t Arguments::second_object(std::uint32_t verb) const {
  if (!is_one_of(tree_.lemma(verb), {"give", "lend", "send", "offer", "grant", "hand", "pay", "sell", "deny", "refuse", "promise", "award", "loan", "owe", "allow", "pledge", "supply", "show", "issue", "wish"})) return kNone;
  auto first = kNone;
  for (auto c : tree_.children(verb)) {
    if (tree_.dep(c) != Dep::dobj) continue;
    if (first != kNone) return c;
    first = c;
  }
  // "gave Jordan, which needs it, some $90 million": what is given taken for one more receiver
  if (first != kNone && tree_.word(first) == Word::proper)
    for (auto c : tree_.children(first))
      if (tree_.dep(c) == Dep::conj && tree_.tag(c) == "CD" && !tree_.has_child(first, Dep::cc)) return c;
  // "wished Mexico, which holds the chair, success": what is given taken for an apposition, but a bare noun says not who one is
  if (first != kNone && tree_.word(first) == Word::proper)
    if (const auto given = tree_.child(first, Dep::appos); given != kNone && tree_.word(given) == Word::noun && tree_.lower(given - 1) == "," && tree_.has_child(first, Dep::relcl)) return given;
  return kNone;
}

// What the subject of a passive is given, with npos for none: "X was granted [asylum] by Y", where the subject is the indirect object.
std::uint32_t Arguments::given_to_subject(std::uint32_t verb) const {
  if (!is_one_of(tree_.lemma(verb), {"give", "lend", "send", "offer", "grant", "promise", "award", "loan", "hand", "deny", "refuse", "pay", "pledge", "supply", "show", "allow", "owe"}) || !is_passive(verb)) return kNone;
  const auto object = tree_.child(verb, Dep::dobj);
  return object != kNone && object > verb && tree_.is_noun(object) ? object : kNone;
}

// "gave Ukraine MiG-29 jets", "wished Bolivia success": the parser takes the first of two objects for a part of the second.
std::uint32_t Arguments::swallowed_object(std::uint32_t verb) const {
  if (!is_one_of(tree_.lemma(verb), {"give", "lend", "send", "offer", "grant", "wish", "promise", "pledge", "award", "loan", "hand", "deny", "owe", "supply", "fine"})) return kNone;
  const auto object = tree_.child(verb, Dep::dobj);
  if (object == kNone || tree_.word(object) != Word::noun || is_passive(verb) || tree_.child_with_form(object, "to") != kNone) return kNone;
  if (const auto to = tree_.child_with_form(verb, "to"); to != kNone && tree_.dep(to) != Dep::aux) return kNone;
  for (auto c : tree_.children(object)) {
    if (c >= object || !is_modifier(tree_.dep(c))) continue;
    const auto m = mentions_.headed_by(c);
    if (m < 0) continue;
    const auto& mention = mentions_.mentions[static_cast<std::size_t>(m)];
    const bool article = mention.begin == verb + 2 && tree_.lower(verb + 1) == "the";  // "given the Philippines 12 boats"
    if ((mention.begin != verb + 1 && !article) || mention.kind != entity::MentionKind::name) continue;
    const bool fined = tree_.lemma(verb) == "fine";
    bool counted = false;  // "lent Siemens 210 million euros"
    for (auto t = c + 1; t < object; ++t) counted |= tree_.tag(t) == "CD" || tree_.tag(t) == "$";
    const bool receives = std::all_of(mention.entities.begin(), mention.entities.end(), [&](auto e) {
      const auto kind = mentions_.entities[e].kind;
      return kind == Kind::country || kind == Kind::person || kind == Kind::region || fined || counted;
    });
    if (receives) return c;
  }
  return kNone;
}

// "conferred by video with X", "spoke on the sidelines of the summit with X": the phrase hangs on the means or the occasion.
void Arguments::below_means(std::uint32_t verb, ArgumentList& out) const {
  for (auto p : tree_.children(verb)) {
    if (p < verb || tree_.dep(p) != Dep::prep || !is_one_of(tree_.lower(p), {"by", "over", "via", "on", "at", "in", "behind"})) continue;
    const auto means = tree_.child(p, Dep::pobj);
    if (means == kNone || !is_one_of(tree_.lemma(means), {"conference", "dinner", "door", "link", "lunch", "margin", "phone", "private", "sideline", "telephone", "video", "videoconference", "videolink"})) continue;
    prepositional(means, {"with"}, kReattached, out);
    if (out.empty()) below_of(means, {"with"}, out);
  }
}

ArgumentList Arguments::verb_argument(std::uint32_t verb, const Function& function) const {
  ArgumentList out;
  auto add = [&out](std::uint32_t token) {
    if (token != kNone) out.push_back({token, 1.0F});
  };
  using enum Function::Kind;
  switch (function.kind) {
    case subj:
      if (tree_.is_verb(verb) && tree_.dep(verb) != Dep::amod) {
        add(logical_subject(verb));
      } else if (tree_.dep(verb) == Dep::amod || (tree_.dep(verb) == Dep::acl && !tree_.is_root(verb))) {
        add(tree_.head(verb));
      } else {
        add(surface_subject(verb));
        if (out.empty() && tree_.dep(verb) == Dep::advcl) add(surface_subject(tree_.head(verb)));
      }
      break;
    case obj:
      add(logical_object(verb));
      break;
    case iobj:
      for (auto c : tree_.children(verb))
        if (tree_.dep(c) == Dep::dative) add(tree_.is_noun(c) || tree_.word(c) == Word::pronoun ? c : tree_.child(c, Dep::pobj));
      if (out.empty() && second_object(verb) != kNone) add(tree_.child(verb, Dep::dobj));
      if (out.empty()) add(swallowed_object(verb));
      if (out.empty() && given_to_subject(verb) != kNone) add(surface_subject(verb));
      break;
    case mod:
    case premodifier:
      for (auto c : tree_.children(verb))
        if (c < verb && (tree_.dep(c) == Dep::npadvmod || tree_.dep(c) == Dep::compound || tree_.dep(c) == Dep::amod)) add(c);
      break;
    case comp:
      return complement(verb);
    case purpose:
      purposes(verb, out);
      break;
    case condition:
      conditions(verb, out);
      break;
    case clause:  // "telephoned X to ask": telephone
      if (tree_.dep(verb) == Dep::amod && tree_.is_noun(tree_.head(verb)) && !tree_.has_child(tree_.head(verb), Dep::det)) {  // "an offer from rival Araucel"
        if (const auto above = clause_of(tree_.head(verb)); above != kNone) out.push_back({above, 1.0F});
      } else if (const auto above = tree_.head(verb); (tree_.dep(verb) == Dep::advcl || tree_.dep(verb) == Dep::xcomp) && tree_.is_verb(above) && above < verb &&
                                               (tree_.tag(verb) == "VBG" || (tree_.tag(verb) == "VB" && tree_.child_with_form(verb, "to") != kNone)))
        out.push_back({above, 1.0F});
      break;
    case bearer:
      break;
    case quote:
      quoted(verb, out);
      break;
    case between:
      for (std::string_view word : {"between", "among", "amongst"}) prepositional(verb, {std::string(word)}, 1.0F, out);
      if (out.empty())  // "shuttled for two years between X and Y"
        for (auto p : tree_.children(verb))
          if (p > verb && tree_.dep(p) == Dep::prep && is_one_of(tree_.lower(p), {"for", "in", "over", "during", "since", "on", "at"}))
            if (const auto span = tree_.child(p, Dep::pobj); span != kNone && out.empty()) prepositional(span, {"between"}, kReattached, out);
      if (out.empty() && is_passive(verb))  // "mediated by X between Y and Z": the parser hangs it on the agent
        for (auto c : tree_.children(verb))
          if (tree_.lower(c) == "by")
            if (const auto o = tree_.child(c, Dep::pobj); o != kNone) prepositional(o, {"between"}, kReattached, out);
      break;
    case poss:
    case speaker:
    case host:
    case parties:
    case next:
      break;
    case prep: {
      prepositional(verb, function.words, 1.0F, out);
      if (out.empty())  // Coordination: "met and talked with X"
        for (auto c : tree_.children(verb))
          if (tree_.dep(c) == Dep::conj && tree_.is_verb(c) && c - verb <= 3 && !tree_.has_child(c, Dep::nsubj))
            prepositional(c, function.words, kViaSupport, out);
      if (out.empty() && function.words.size() == 1 && function.words[0] == "with") below_means(verb, out);
      if (const bool of = function.words[0] == "of"; out.empty() && function.words.size() == 1 && function.words[0] != "by" && (!of || takes_of(tree_.lemma(verb))))
        for (auto d : {Dep::dobj, Dep::nsubjpass, Dep::attr, Dep::advmod, Dep::npadvmod})
          if (const auto o = tree_.child(verb, d); o != kNone && out.empty()) prepositional(o, function.words, kReattached, out);
      if (out.empty() && is_one_of(function.words[0], {"to", "from", "for"}))  // "sell 200 tonnes of rice to X": the phrase hangs on what is measured
        if (const auto o = tree_.child(verb, Dep::dobj); o != kNone)
          if (const auto of = tree_.child_with_form(o, "of"); of != kNone)
            if (const auto measured = tree_.child(of, Dep::pobj); measured != kNone && tree_.word(measured) == Word::noun) prepositional(measured, function.words, kReattached, out);
      break;
    }
  }
  return out;
}

}  // namespace entente::relation
