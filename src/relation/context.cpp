#include "relation/context.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace entente::relation {

namespace {

constexpr std::uint32_t kNone = Tree::npos;
constexpr int kMaxClimb = 40;

}  // namespace

// The innermost operator that is not mere assertion decides; a negation anywhere on the way up turns the whole into negated.
struct Context::Reading {
  Operator innermost = Operator::none;
  bool negated = false;
};

void Context::apply(Operator op, Reading& reading) const {
  if (op == Operator::negated) reading.negated = true;
  else if (reading.innermost == Operator::none || reading.innermost == Operator::attempt) reading.innermost = op;
}

std::optional<Operator> Context::operator_of(const WordMap<Operator>& map, std::uint32_t token) const {
  // "call for", "rule out", "break off": a particle or preposition belongs to the word where the list says so
  for (auto c : tree_.children(token)) {
    const auto d = tree_.dep(c);
    if (d != Dep::prt && d != Dep::prep && d != Dep::advmod) continue;
    if (d == Dep::prep && is_one_of(tree_.lower(c), {"away", "back", "down", "off", "out", "up"}) && tree_.has_child(c, Dep::pobj)) continue;  // "held exercises off Durban"
    std::string joined(tree_.lemma(token));
    joined.append(" ").append(tree_.lower(c));
    if (const auto it = map.find(joined); it != map.end()) return it->second;
  }
  if (const auto it = map.find(tree_.lemma(token)); it != map.end()) return it->second;
  return std::nullopt;
}

// Auxiliaries and negation of a verb.
void Context::read_verb(std::uint32_t verb, Reading& reading) const {
  bool own_auxiliary = false, own_subject = false;
  for (auto c : tree_.children(verb)) {
    const auto d = tree_.dep(c);
    const auto word = tree_.lower(c);
    if (d == Dep::neg || (d == Dep::preconj && word == "neither")) apply(Operator::negated, reading);
    if (d == Dep::advmod && is_one_of(word, {"never", "hardly", "no"})) apply(Operator::negated, reading);
    if (d == Dep::advmod && word == "longer" && tree_.child_with_form(c, "no") != kNone) apply(Operator::negated, reading);
    if (d == Dep::advmod && is_one_of(word, {"once", "formerly", "previously"}) && tree_.tag(verb) == "VBN" && !tree_.has_child(verb, Dep::aux)) apply(Operator::ended, reading);
    if (d == Dep::nsubj || d == Dep::nsubjpass) {
      own_subject = true;
      if (const auto det = tree_.child(c, Dep::det); (det != kNone && is_one_of(tree_.lower(det), {"no", "neither"})) || is_one_of(word, {"nobody", "none", "neither"})) apply(Operator::negated, reading);
      // "Neither X nor Y"
      if (const auto pre = tree_.child(c, Dep::preconj); pre != kNone && tree_.lower(pre) == "neither") apply(Operator::negated, reading);
    }
    if (d == Dep::dobj)
      if (const auto det = tree_.child(c, Dep::det); det != kNone && tree_.lower(det) == "no") apply(Operator::negated, reading);
    if (d == Dep::mark && is_one_of(word, {"if", "unless", "whether", "should"})) apply(Operator::possible, reading);
    if (d != Dep::aux) continue;
    if (tree_.tag(c) == "MD") {
      own_auxiliary = true;
      if (is_one_of(word, {"will", "shall", "'ll", "’ll", "wo", "would", "'d", "’d"})) apply(Operator::planned, reading);
      if (is_one_of(word, {"can", "could", "may", "might", "ca"})) apply(Operator::possible, reading);
      if (is_one_of(word, {"must", "should", "ought"})) apply(Operator::wanted, reading);
    }
  }
  // "will visit Cuba and meet X": the second verb shares the first one's auxiliary
  if (!own_auxiliary && !own_subject && tree_.dep(verb) == Dep::conj && !tree_.is_root(verb)) {
    const auto first = tree_.head(verb);
    if (tree_.is_verb(first) && (tree_.tag(verb) == "VB" || (tree_.tag(verb) == "VBN" && tree_.has_child(first, Dep::auxpass)) || (tree_.tag(verb) == "VBG" && tree_.tag(first) == "VBG"))) {
      Reading shared;
      for (auto c : tree_.children(first))
        if (tree_.dep(c) == Dep::aux || tree_.dep(c) == Dep::neg) {
          if (tree_.tag(c) == "MD") {
            const auto word = tree_.lower(c);
            if (is_one_of(word, {"will", "shall", "'ll", "’ll", "wo", "would", "'d", "’d"})) apply(Operator::planned, shared);
            if (is_one_of(word, {"can", "could", "may", "might"})) apply(Operator::possible, shared);
            if (is_one_of(word, {"must", "should", "ought"})) apply(Operator::wanted, shared);
          }
        }
      if (shared.innermost != Operator::none) apply(shared.innermost, reading);
    }
  }
}

// "rejected allegations by X that Y meddles", "X's request was turned down": what is denied or refused has been said all the same.
bool Context::is_answered(std::uint32_t noun, std::uint32_t verb) const {
  constexpr std::array<std::string_view, 22> kSaid{"accusation", "allegation", "appeal", "assertion", "call", "charge", "claim", "complaint", "condemnation", "criticism", "demand",
                                                   "insinuation", "motion", "objection", "petition", "plea", "protest", "rebuke", "request", "threat", "ultimatum", "warning"};
  if (!std::binary_search(kSaid.begin(), kSaid.end(), tree_.lemma(noun))) return false;
  return is_one_of(tree_.lemma(verb), {"block", "brush", "decline", "defy", "deny", "dismiss", "ignore", "rebuff", "refuse", "reject", "shrug", "spurn", "turn", "veto", "wave"});
}

// Determiners and adjectives of a noun predicate, then the verb that carries it.
void Context::read_noun(std::uint32_t noun, Reading& reading, bool itself) const {
  for (auto c : tree_.children(noun)) {
    const auto d = tree_.dep(c);
    if (d == Dep::det && tree_.lower(c) == "no") apply(Operator::negated, reading);
    if (d == Dep::neg) apply(Operator::negated, reading);
    const bool inner = tree_.lower(c) == "non" && c + 2 < noun && tree_.lower(c + 1) == "-" && tree_.dep(c + 2) != Dep::punct;  // "a non-permanent member" is one
    if ((d == Dep::amod || d == Dep::compound || d == Dep::advmod || d == Dep::nmod) && !inner)
      if (const auto it = lexicon_.modifiers.find(tree_.lower(c)); it != lexicon_.modifiers.end()) apply(it->second, reading);
  }
  const auto carrier = arguments_.carrier(noun);
  if (carrier == kNone || (itself && is_answered(noun, carrier))) return;
  // "offered his condolences": said by that
  if (tree_.lemma(carrier) == "offer" && is_one_of(tree_.lemma(noun), {"apology", "condolence", "congratulation", "gratitude", "praise", "prayer", "regret", "sympathy", "thank", "thanks", "tribute", "wish"})) return;
  // "As a member of X, Y can block the deal": what it is, it is anyway.
  if (tree_.dep(noun) == Dep::pobj && tree_.lower(tree_.head(noun)) == "as" && noun < carrier) return;
  // "ruled out talks in an interview": no denial of the interview
  if (tree_.dep(noun) == Dep::pobj && tree_.lower(tree_.head(noun)) == "in" && !lexicon_.support.contains(tree_.lemma(carrier))) return;
  if (const auto op = operator_of(lexicon_.carriers, carrier)) apply(*op, reading);
}

void Context::read_predicate(std::uint32_t predicate, Reading& reading, bool itself) const {
  if (tree_.is_verb(predicate)) read_verb(predicate, reading);
  else if (tree_.is_noun(predicate)) read_noun(predicate, reading, itself);
  else if (const auto n = tree_.child(predicate, Dep::neg); n != kNone) apply(Operator::negated, reading);
}

// "went on to lead", "rose to chair", "grew to oppose": what follows came about.
bool Context::came_about(std::uint32_t verb) const {
  if (is_one_of(tree_.lemma(verb), {"rise", "grow", "proceed"})) return true;
  if (tree_.lemma(verb) != "go") return false;
  const auto on = tree_.child_with_form(verb, "on");
  return on == verb + 1 && !tree_.has_child(on, Dep::pobj);
}

// "has yet to", "is yet to".
bool Context::has_yet(std::uint32_t verb, std::uint32_t infinitive) const {
  const auto yet = tree_.child_with_form(verb, "yet");
  return yet != kNone && yet > verb && yet < infinitive;
}

// "took the opportunity to thank X": a chance that is taken is no mere chance.
bool Context::is_taken(std::uint32_t chance) const {
  const auto verb = tree_.head(chance);
  return is_one_of(tree_.lemma(chance), {"chance", "occasion", "opportunity"}) && tree_.dep(chance) == Dep::dobj && is_one_of(tree_.lemma(verb), {"grab", "seize", "take", "use"});
}

// One step up; npos at the top or where a clause's status does not hang on what is above.
std::uint32_t Context::read_governor(std::uint32_t predicate, Reading& reading) const {
  if (tree_.is_root(predicate)) return kNone;
  const auto head = tree_.head(predicate);
  switch (tree_.dep(predicate)) {
    case Dep::xcomp:
    case Dep::ccomp: {
      const bool infinitive = tree_.tag(predicate) == "VB" || tree_.tag(predicate) == "VBG";
      if (lexicon_.speech.contains(tree_.lemma(head)) && !infinitive) {
        // Reported speech: only a denial or a wish reaches into the clause ("told X that" is no wish, "told X to" is)
        if (const auto op = operator_of(lexicon_.governors, head)) {
          const bool wish = is_one_of(tree_.lemma(head), {"hope", "wish", "want", "demand", "urge", "request", "ask", "pray"});
          if (*op == Operator::negated || (*op == Operator::wanted && wish)) apply(*op, reading);
        }
        return kNone;
      }
      if (came_about(head)) return head;
      // "X backed it; Y did not": a clause of its own, put before another
      if (tree_.dep(predicate) == Dep::ccomp && !infinitive && tree_.child(head, Dep::nsubj) != Tree::npos && tree_.child(head, Dep::nsubj) > predicate) return kNone;
      if (const auto op = operator_of(lexicon_.governors, head)) apply(*op, reading);
      if (tree_.tag(predicate) == "VB") {
        // "used to support" is over, "has yet to recognise" did not happen.
        if (tree_.lower(head) == "used" && tree_.tag(head) == "VBD" && !tree_.has_child(head, Dep::dobj)) apply(Operator::ended, reading);
        if (is_one_of(tree_.lemma(head), {"have", "be", "remain"}) && has_yet(head, predicate)) apply(Operator::negated, reading);
      }
      // "is to visit", "is due to visit"
      if (tree_.lemma(head) == "be" && tree_.tag(predicate) == "VB" && tree_.dep(predicate) == Dep::xcomp) apply(Operator::planned, reading);
      return head;
    }
    case Dep::acomp:
    case Dep::attr:
    case Dep::oprd:
      return head;
    case Dep::relcl:
      // "X to visit Y next week": a headline
      if (tree_.tag(predicate) == "VB" && tree_.is_root(head) && tree_.word(head) == Word::proper && tree_.child_with_form(predicate, "to") != kNone) apply(Operator::planned, reading);
      return kNone;
    case Dep::acl:
      if (tree_.tag(predicate) == "VB" && tree_.is_root(head) && tree_.word(head) == Word::proper) apply(Operator::planned, reading);
      if (tree_.tag(predicate) == "VB" && !is_taken(head))
        if (const auto op = operator_of(lexicon_.governors, head)) apply(*op, reading);
      return tree_.tag(predicate) == "VB" ? head : kNone;
    case Dep::pcomp: {
      const auto governor = tree_.head(head);
      if (governor == head) return kNone;
      if (const auto op = operator_of(lexicon_.governors, governor)) apply(*op, reading);
      return is_one_of(tree_.lower(head), {"of", "from", "for", "to", "in", "on", "about", "against"}) ? governor : kNone;
    }
    case Dep::advcl:
      if (tree_.tag(predicate) == "VB" && came_about(head)) return head;
      // A purpose lies ahead: "flew to Cuba to meet X"
      // but what the deed itself expresses does not: "marched to protest against X", "wrote to thank X"
      if (tree_.tag(predicate) == "VB" && tree_.child_with_form(predicate, "to") != kNone &&
          !is_one_of(tree_.lemma(predicate), {"protest", "denounce", "condemn", "criticize", "criticise", "demand", "express", "thank", "congratulate", "oppose", "support", "honor", "honour", "mourn", "praise", "urge", "back"}))
        apply(Operator::planned, reading);
      return kNone;
    case Dep::conj:
      if (tree_.is_verb(predicate) && (tree_.has_child(predicate, Dep::nsubj) || tree_.has_child(predicate, Dep::nsubjpass))) return kNone;
      if (tree_.is_noun(predicate) || tree_.tag(predicate) == "VB" || tree_.tag(predicate) == "VBG") {
        // shares the governor of the first conjunct, not its own negation
        return read_governor(head, reading);
      }
      return kNone;
    case Dep::dobj:
    case Dep::nsubjpass:
      return tree_.is_verb(head) && (lexicon_.support.contains(tree_.lemma(head)) || lexicon_.carriers.contains(tree_.lemma(head))) ? head : kNone;
    case Dep::pobj: {
      const auto governor = tree_.head(head);
      if (governor == head) return kNone;
      // "is tipped to replace X at the helm of Y"
      if (tree_.lower(head) == "at" && is_one_of(tree_.lemma(predicate), {"helm", "head", "top"}) && tree_.is_verb(governor)) return governor;
      // "ready for cooperation", "plans for a visit", "calls for sanctions", "in favour of"
      if (is_one_of(tree_.lower(head), {"for", "to", "on", "of", "about", "against", "with"})) {
        if (tree_.is_noun(governor) || tree_.word(governor) == Word::adjective || (tree_.is_verb(governor) && tree_.lower(head) != "with"))
          if (const auto op = operator_of(tree_.is_verb(governor) ? lexicon_.carriers : lexicon_.governors, governor)) {
            apply(*op, reading);
            return governor;
          }
      }
      return arguments_.carrier(predicate) != kNone && lexicon_.support.contains(tree_.lemma(governor)) ? governor : kNone;
    }
    default:
      return kNone;
  }
}

Status Context::status(std::uint32_t predicate, bool attempt_counts) const {
  Reading reading;
  auto at = predicate;
  for (int i = 0; i < kMaxClimb && at != kNone; ++i) {
    read_predicate(at, reading, i == 0);
    at = read_governor(at, reading);
  }
  if (reading.negated) return Status::negated;
  switch (reading.innermost) {
    case Operator::planned: return Status::planned;
    case Operator::possible: return Status::possible;
    case Operator::wanted: return Status::wanted;
    case Operator::ended: return Status::ended;
    case Operator::attempt: return attempt_counts ? Status::asserted : Status::planned;
    default: return Status::asserted;
  }
}

std::optional<Claimant> Context::named(std::uint32_t token) const {
  token = arguments_.antecedent(token);
  auto m = mentions_.headed_by(token);
  if (m < 0)
    if (const auto a = tree_.child(token, Dep::appos); a != kNone) m = mentions_.headed_by(a);
  if (m < 0) return std::nullopt;
  const auto& mention = mentions_.mentions[static_cast<std::size_t>(m)];
  if (mention.entities.size() != 1) return std::nullopt;
  return Claimant{mention.entities[0], token};
}

std::optional<Claimant> Context::according_to(std::uint32_t token) const {
  for (auto c : tree_.children(token)) {
    if (tree_.dep(c) != Dep::prep && tree_.dep(c) != Dep::advmod && tree_.dep(c) != Dep::pcomp) continue;
    if (tree_.lower(c) == "according" || tree_.lower(c) == "per") {
      const auto to = tree_.lower(c) == "per" ? c : tree_.child(c, Dep::prep);
      if (to != kNone)
        if (const auto o = tree_.child(to, Dep::pobj); o != kNone) return named(o);
    }
    if (tree_.lower(c) == "in")  // "in X's view", "in his opinion", "in the words of X"
      if (const auto o = tree_.child(c, Dep::pobj); o != kNone && is_one_of(tree_.lemma(o), {"opinion", "view", "word", "assessment", "account", "judgment"})) {
        if (const auto p = tree_.child(o, Dep::poss); p != kNone) return named(p);
        if (const auto of = tree_.child_with_form(o, "of"); of != kNone)
          if (const auto p = tree_.child(of, Dep::pobj); p != kNone) return named(p);
      }
  }
  return std::nullopt;
}

bool Context::semicolon_between(std::uint32_t begin, std::uint32_t end) const {
  for (auto t = begin; t < end; ++t)
    if (tree_.lower(t) == ";") return true;
  return false;
}

std::optional<Claimant> Context::speaker(std::uint32_t verb) const {
  const auto subjects = arguments_.find(verb, Function{Function::Kind::subj, {}});
  return subjects.empty() ? std::nullopt : named(subjects.front().token);
}

// "X called on Y to leave", "X demanded that Y leave": what is wanted of another is the word of who wants it.
std::optional<Claimant> Context::asker(std::uint32_t wanted) const {
  constexpr std::array<std::string_view, 29> kAsking{"advise",  "appeal",   "ask",   "beg",   "beseech",  "call",    "challenge", "counsel",   "demand",  "encourage", "exhort", "implore", "instruct", "invite", "lobby",
                                                     "order",   "petition", "plead", "press", "pressure", "propose", "push",      "recommend", "request", "require",   "suggest", "tell",   "urge",     "want"};
  const auto verb = tree_.head(wanted);
  const auto d = tree_.dep(wanted);
  if ((d != Dep::xcomp && d != Dep::ccomp && d != Dep::advcl) || tree_.tag(wanted) != "VB" || verb > wanted || !tree_.is_verb(verb)) return std::nullopt;
  if (!std::binary_search(kAsking.begin(), kAsking.end(), tree_.lemma(verb))) return std::nullopt;
  const auto who = arguments_.find(verb, Function{Function::Kind::subj, {}}), whom = arguments_.find(wanted, Function{Function::Kind::subj, {}});
  if (who.empty() || whom.empty() || who.front().token == whom.front().token) return std::nullopt;
  return named(who.front().token);
}

std::optional<Claimant> Context::claimant(std::uint32_t predicate) const {
  bool inside_phrase = false;  // of a noun that describes an actor
  auto at = predicate;
  for (int i = 0; i < kMaxClimb; ++i) {
    if (auto source = according_to(at)) return source;
    // "..., X said" as a parenthesis: parataxis below the main verb
    for (auto c : tree_.children(at))
      if ((tree_.dep(c) == Dep::parataxis || tree_.dep(c) == Dep::ccomp) && tree_.is_verb(c) && lexicon_.speech.contains(tree_.lemma(c)) && c != predicate && tree_.dep(c) == Dep::parataxis)
        if (auto source = speaker(c)) return source;
    if (tree_.is_root(at)) break;
    const auto head = tree_.head(at);
    // "X accused Y of arming Z"
    if (tree_.dep(at) == Dep::pcomp && tree_.lower(head) == "of" && !tree_.is_root(head) && is_one_of(tree_.lemma(tree_.head(head)), {"accuse", "suspect"}))
      if (auto source = speaker(tree_.head(head))) return source;
    // "X fined Y; Z called it a farce": a clause of its own
    const bool apart = tree_.dep(at) == Dep::ccomp && at < head && semicolon_between(at, head);
    // "had hoped that X, a firm backed by Y, would bid": what a wish takes for granted is nobody's claim
    const bool granted = inside_phrase && is_one_of(tree_.lemma(head), {"hope", "wish", "want", "fear", "expect", "demand"});
    inside_phrase |= tree_.dep(at) == Dep::acl || tree_.dep(at) == Dep::relcl || tree_.dep(at) == Dep::appos;
    if (!apart && !granted && (tree_.dep(at) == Dep::ccomp || (tree_.dep(at) == Dep::parataxis && at < head))) {
      if (lexicon_.speech.contains(tree_.lemma(head)))
        if (auto source = speaker(head)) return source;
    }
    const bool ends = at != predicate && is_one_of(tree_.lemma(at), {"cease", "continue", "end", "halt", "keep", "quit", "resume", "stop"});  // "asked X to stop shelling Y": X shells Y
    if (!ends)
      if (auto source = asker(at)) return source;
    if (tree_.dep(at) == Dep::acl && is_one_of(tree_.lemma(head), {"claim", "statement", "allegation", "report", "announcement", "belief", "suggestion"}) && tree_.tag(at) != "VB") {
      const auto owners = arguments_.find(head, Function{Function::Kind::poss, {}});
      if (!owners.empty())
        if (auto source = named(owners.front().token)) return source;
    }
    at = head;
  }
  for (const auto& quote : mentions_.quotes)
    if (quote.begin <= predicate && predicate < quote.end) return Claimant{quote.speaker, predicate};
  return std::nullopt;
}

}  // namespace entente::relation
