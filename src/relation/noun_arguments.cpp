#include "relation/arguments.hpp"

#include "relation/argument_words.hpp"

/// The arguments of nouns: who does what a noun names, and its phrases, below it or below the verb that carries it.
namespace entente::relation {

// Whom a phrase describes: "X, himself under investigation by Y", "a colonel under Y's sanctions".
std::uint32_t Arguments::bearer_of(std::uint32_t noun) const {
  const auto first = first_conjunct(noun);
  if (tree_.dep(first) == Dep::compound && !tree_.is_root(first) && tree_.head(first) > first && tree_.word(tree_.head(first)) == Word::noun) return tree_.head(first);  // "a trade pact"
  if (tree_.dep(first) != Dep::pobj) return kNone;
  auto who = tree_.head(tree_.head(first));
  if (tree_.lower(who).ends_with("self") || tree_.lower(who).ends_with("selves")) {
    if (tree_.is_root(who)) return kNone;
    who = tree_.head(who);
  }
  if (!tree_.is_noun(who)) return kNone;
  const auto named = tree_.child(who, Dep::appos);  // the name right before the phrase
  return named != kNone && tree_.word(named) == Word::proper && named > who && named < tree_.head(first) ? named : who;
}

// The verb in whose clause a prepositional phrase or apposition stands: "At X's request, Y left"; "Y hailed the deal, a dig at X".
std::uint32_t Arguments::clause_of(std::uint32_t noun) const {
  auto at = first_conjunct(noun);
  if (tree_.dep(at) == Dep::compound && !tree_.is_root(at) && tree_.word(tree_.head(at)) == Word::proper && !tree_.has_child(tree_.head(at), Dep::det)) at = tree_.head(at);  // "an offer from rival Araucel"
  for (int steps = 0; steps < 6 && !tree_.is_root(at); ++steps) {
    const auto d = tree_.dep(at);
    if (d != Dep::pobj && d != Dep::prep && d != Dep::dobj && d != Dep::appos && d != Dep::attr && d != Dep::npadvmod && d != Dep::pcomp) return kNone;
    at = tree_.head(at);
    if (tree_.is_verb(at)) return at;
  }
  return kNone;
}

std::uint32_t Arguments::carrier(std::uint32_t noun) const {
  noun = first_conjunct(noun);
  if (tree_.is_root(noun)) return kNone;
  const auto head = tree_.head(noun);
  switch (tree_.dep(noun)) {
    case Dep::dobj:
    case Dep::nsubjpass:
    case Dep::attr:
    case Dep::oprd:
      return head;
    case Dep::pobj:  // "entered into talks with", "engaged in cooperation", "acting as mediator"
      if (const auto verb = tree_.head(head); verb != head && tree_.is_verb(verb) && is_one_of(tree_.lower(head), {"into", "in", "as", "to", "for", "on"})) {
        // "won a licence from X in partnership with Y": what stands before the verb, or between commas, has only phrases of its own
        const bool inserted = noun < verb || (head > 0 && tree_.lower(head - 1) == ",");
        return inserted ? kNone : verb;
      }
      return kNone;
    default:
      return kNone;
  }
}

// Who is said to be one of those named under a preposition: "X was among the founders of Y", "X is one of its backers", "X, one of its backers".
std::uint32_t Arguments::one_of_many(std::uint32_t preposition) const {
  const auto governor = tree_.head(preposition);
  if (tree_.lower(preposition) == "among" && tree_.is_copula(governor)) return surface_subject(governor);
  if (tree_.lower(preposition) != "of" || tree_.lower(governor) != "one" || tree_.is_root(governor)) return kNone;
  const auto above = tree_.head(governor);
  if (tree_.dep(governor) == Dep::attr && tree_.is_copula(above)) return surface_subject(above);
  return tree_.dep(governor) == Dep::appos ? above : kNone;
}

void Arguments::modifiers(std::uint32_t noun, ArgumentList& out) const {
  for (auto c : tree_.children(noun)) {
    if (c >= noun) break;
    const auto d = tree_.dep(c);
    if (!is_modifier(d) || tree_.is_sided_with(c)) continue;
    modifiers(c, out);  // "Russia-CELAC dialogue": Russia hangs on CELAC
    const char initial = tree_.text(c).front();
    if (initial < 'a' || initial > 'z') out.push_back({c, kModifier});  // what names an actor is capitalised
  }
}

// Who does what a noun names. Candidates in order of trust, each group with a rank of its own.
void Arguments::noun_subject(std::uint32_t noun, ArgumentList& out, int depth) const {
  if (depth > kMaxDepth) return;
  std::uint8_t rank = 0;
  auto add = [&](std::uint32_t token, float certainty) {
    if (token != kNone) out.push_back({token, certainty, rank});
  };
  const auto first = first_conjunct(noun);
  // "X, the Union's mediator", "Union mediator X": who mediates is X
  if (is_one_of(tree_.lemma(noun), {"mediator", "facilitator", "intermediary", "go-between", "broker", "arbiter", "peacemaker", "negotiator"})) {
    const bool before_name = tree_.dep(first) == Dep::compound && tree_.head(first) > first && tree_.word(tree_.head(first)) == Word::proper;
    if (before_name || (tree_.dep(first) == Dep::appos && !tree_.is_root(first))) add(tree_.head(first), 1.0F);
    add(tree_.child(noun, Dep::appos), 1.0F);
    ++rank;
  }
  const auto owner = possessor(noun);
  if (const auto praised = owner != kNone ? praised_owner(noun, owner, depth) : kNone; praised != kNone) add(praised, 1.0F), ++rank;
  // "Guyana's president, X, on a visit to Y,": who is on it, not whose he is
  if (tree_.dep(first) == Dep::pobj && tree_.lower(tree_.head(first)) == "on" && is_one_of(tree_.lemma(noun), {"visit", "trip", "tour", "mission", "pilgrimage"}) && tree_.is_noun(tree_.head(tree_.head(first)))) {
    add(tree_.head(tree_.head(first)), kViaSupport);
    ++rank;
  }
  add(owner, 1.0F);
  ++rank;
  for (auto c : tree_.children(noun))
    if ((tree_.dep(c) == Dep::agent || tree_.dep(c) == Dep::prep) && tree_.lower(c) == "by") {
      ArgumentList by;
      objects_of(c, 1.0F, by);
      for (const auto& a : by) add(a.token, a.certainty);
      // "after the storming of its embassy by protesters": who does it is said, be he an actor or not
      if (!by.empty() && tree_.word(by.front().token) == Word::noun && tree_.tag(by.front().token) == "NNS") return;
    }
  // "the expulsion of diplomats by X": the parser hangs the agent on the nearer noun
  for (auto of : tree_.children(noun))
    if (tree_.dep(of) == Dep::prep && tree_.lower(of) == "of")
      if (const auto object = tree_.child(of, Dep::pobj); object != kNone)
        if (const auto by = tree_.child_with_form(object, "by"); by != kNone) add(tree_.child(by, Dep::pobj), kReattached);
  // "hours of mediation by X"
  if (tree_.dep(first) == Dep::pobj && tree_.lower(tree_.head(first)) == "of")
    if (const auto measure = tree_.head(tree_.head(first)); is_span_of_time(tree_.lemma(measure)) || is_one_of(tree_.lemma(measure), {"bout", "round", "series", "spell", "string", "wave"}))
      if (const auto by = tree_.child_with_form(measure, "by"); by != kNone) objects_of(by, kReattached, out);
  ++rank;
  // Participle or relative clause on it: "sanctions imposed by X", "the support that X gave"
  for (auto c : tree_.children(noun))
    if ((tree_.dep(c) == Dep::acl || tree_.dep(c) == Dep::relcl) && tree_.is_verb(c) && lexicon_.support.contains(tree_.lemma(c))) {
      // A passive participle's object is the noun itself; asking for it would come back here.
      const bool passive = tree_.dep(c) == Dep::acl && is_passive(c);
      if (passive || ((tree_.dep(c) == Dep::relcl || tree_.has_child(c, Dep::nsubj)) && logical_object(c, depth + 1) == noun)) add(logical_subject(c, depth + 1), kViaSupport);
    }
  ++rank;
  ArgumentList before;
  modifiers(noun, before);
  // "Russia's Chinese rival", "Brazilian rival Araucel": where the other comes from, not the one to whom he is it
  const bool other = is_opposite(tree_.lemma(noun)) && (owner != kNone || !is_country(named_by(noun)));
  for (const auto& a : before)
    if (tree_.dep(a.token) == Dep::amod && !other) add(a.token, kViaSupport);
  ++rank;
  if (first != noun) add(tree_.child(first, Dep::poss), kViaSupport);
  ++rank;
  // The verb that carries it: "X gave its support", "X is a member". A verb of speech only tells of it ("X announced US support").
  const auto verb = carrier(noun);
  // "welcomed the return of X": who takes a stand on another's deed does not do it
  const bool stand = verb != kNone && is_stand(tree_.lemma(verb)) && tree_.child_with_form(noun, "of") != kNone;
  // "vetoed a resolution demanding ...": who turns a text down does not utter it
  const bool lawsuit = verb != kNone && is_one_of(tree_.lemma(noun), {"appeal", "case", "charge", "complaint", "indictment", "lawsuit", "suit"});
  const bool thrown_out = lawsuit && is_one_of(tree_.lemma(verb), {"dismiss", "drop", "hear", "quash", "reject", "strike", "throw", "toss"});
  const bool refused = thrown_out || (verb != kNone && is_utterance(tree_.lemma(noun)) && is_one_of(tree_.lemma(verb), {"veto", "reject", "block", "oppose", "condemn", "ignore", "receive", "dismiss", "defy"}));
  // "X praised defectors from Y": others than X
  const bool others = verb != kNone && !tree_.is_copula(verb) && !is_one_of(tree_.lemma(verb), {"become", "remain"}) && tree_.dep(first) == Dep::dobj &&
                      is_one_of(tree_.lemma(noun), {"backer", "critic", "defector", "deserter", "donor", "founder", "shareholder", "supporter"});
  const bool carried = verb != kNone && !stand && !refused && !others && (tree_.is_copula(verb) || lexicon_.support.contains(tree_.lemma(verb)) || lexicon_.carriers.contains(tree_.lemma(verb)));
  const auto carrying = !carried ? kNone : tree_.is_copula(verb) ? surface_subject(verb, depth + 1) : logical_subject(verb, depth + 1);
  const bool tells = carried && lexicon_.speech.contains(tree_.lemma(verb));
  if (carrying != noun && carrying != first && !tells) add(carrying, kViaSupport);
  ++rank;
  for (const auto& a : before)
    if (tree_.dep(a.token) != Dep::amod && !(other && owner != kNone)) add(a.token, a.certainty);
  ++rank;
  if (tree_.dep(first) == Dep::appos && !tree_.is_root(first)) add(tree_.head(first), 1.0F);
  add(tree_.child(noun, Dep::appos), 1.0F);
  // "critics of X, including Y", "defectors from X such as Y": those whom the noun calls so
  const auto of_whom = [&] { return owner != kNone || tree_.child_with_form(noun, "of") != kNone || tree_.child_with_form(noun, "from") != kNone; };
  if (tree_.tag(noun) == "NNS" && calls_people(tree_.lemma(noun)) && of_whom())  // without another side they would be paired
    for (auto c : tree_.children(noun))
      if (c > noun && tree_.dep(c) == Dep::prep && (is_one_of(tree_.lower(c), {"including", "like", "among"}) || (tree_.lower(c) == "as" && tree_.has_child(c, Dep::amod)))) {
        ArgumentList named;
        objects_of(c, kViaSupport, named);
        for (const auto& a : named) add(a.token, a.certainty);
      }
  // "X's main rival is Y"
  if (!tree_.is_root(first) && tree_.dep(first) == Dep::nsubj && tree_.is_copula(tree_.head(first)))
    if (const auto called = tree_.child(tree_.head(first), Dep::attr); called != kNone && tree_.word(called) == Word::proper) add(called, 1.0F);
  ++rank;
  // "X arrived in Y, the first leg of a tour": an apposition to where one goes tells of who goes
  if (const auto place = tree_.head(first); tree_.dep(first) == Dep::appos && !tree_.is_root(first) && tree_.dep(place) == Dep::pobj)
    if (const auto verb_of_place = tree_.head(tree_.head(place)); tree_.is_verb(verb_of_place)) add(surface_subject(verb_of_place, depth + 1), kReattached);
  ++rank;
  if (carrying != noun && carrying != first && tells) add(carrying, kReattached);
  ++rank;
  if (tree_.is_root(first)) return;
  if ((tree_.dep(first) == Dep::compound || tree_.dep(first) == Dep::nmod) && tree_.head(first) > first) {
    // A description before the name ("US ally South Korea"), or a noun that only frames the predicate ("the integration process of X")
    const auto framing = tree_.head(first);
    add(framing, 1.0F);
    ++rank;
    ArgumentList outer;
    if (tree_.word(framing) == Word::noun) noun_subject(framing, outer, depth + kNounStep);
    for (const auto& a : outer)
      if (a.token != noun) out.push_back({a.token, a.certainty * kViaSupport, static_cast<std::uint8_t>(rank + a.rank)});
    return;
  }
  // "headed for X after stops in Y": the parser takes the noun for a clause
  if (tree_.dep(first) == Dep::advcl && tree_.has_child(first, Dep::mark) && tree_.is_verb(tree_.head(first)) && !is_passive(tree_.head(first))) {
    add(surface_subject(tree_.head(first), depth + 1), kReattached);
    return;
  }
  if (tree_.dep(first) != Dep::pobj) return;
  const auto preposition = tree_.head(first), governor = tree_.head(preposition);
  if (governor == preposition) return;
  if (const auto one = one_of_many(preposition); one != kNone) {
    add(one, kViaSupport);
    return;
  }
  if (tree_.is_verb(governor) && lays_blame(tree_.lemma(governor)) && is_one_of(tree_.lower(preposition), {"for", "of", "over"})) {
    // "blamed X for the invasion of Y": X did it
    if (const auto blamed = logical_object(governor, depth + 1); blamed != noun && blamed != first) add(blamed, kViaSupport);
    return;
  }
  // "spoke after the invasion of Y", "called for calm in the wake of the killing of Y": whoever else did it
  if (lexicon_.suffered.contains(tree_.lemma(noun)) && tree_.child_with_form(noun, "of") != kNone) return;
  if (tree_.lower(preposition) == "as" && tree_.is_verb(governor)) {
    // "described X as its partner", "acting as mediator"
    const auto described = logical_object(governor, depth + 1);
    add(described != kNone ? described : surface_subject(governor, depth + 1), kViaSupport);
  } else if (tree_.word(governor) == Word::proper && governor < preposition && tree_.lower(preposition - 1) == "," && is_one_of(tree_.lower(preposition), {"in", "on", "under", "after", "amid"})) {
    // "X, in partnership with Y, drilled for oil"
    add(governor, kReattached);
  } else if (tree_.word(governor) == Word::proper && tree_.is_root(governor) && is_one_of(tree_.lower(preposition), {"after", "for", "in", "on"})) {
    // "Ruiz in Cairo for talks with Sall": a headline without a verb
    add(governor, kReattached);
  } else if (tree_.is_noun(governor) && is_one_of(tree_.lower(preposition), {"of", "for", "on", "in", "at"})) {
    // "a mechanism of dialogue", "prospects for cooperation": the subject of the first noun
    ArgumentList outer;
    noun_subject(governor, outer, depth + kNounStep);
    for (const auto& a : outer) out.push_back({a.token, a.certainty * kReattached, static_cast<std::uint8_t>(rank + a.rank)});
  } else if (lexicon_.agents.contains(tree_.lemma(noun))) {
    // "fired at supporters of X": whoever does so is none of them
    return;
  } else if (tree_.is_verb(governor) && !is_passive(governor) && is_one_of(tree_.lower(preposition), {"in", "during", "on", "under", "after", "before", "following", "at", "for", "amid"})) {
    // "said in an interview with X", "arrived for talks with X"
    add(surface_subject(governor, depth + 1), kReattached);
  } else if (is_one_of(tree_.lower(governor), {"open", "ready", "committed", "receptive", "amenable", "interested", "keen", "eager", "serious", "prepared", "set", "poised", "close"}) &&
             is_one_of(tree_.lower(preposition), {"to", "for", "in", "on", "about"})) {
    // "is open to cooperation with X", "is interested in talks with X"
    add(surface_subject(governor, depth + 1), kReattached);
  } else if (is_one_of(tree_.lower(governor), {"fresh", "back", "home", "straight"}) && tree_.lower(preposition) == "from") {
    // "X, fresh from a visit to Y, arrived in Z"
    const auto bearer = tree_.is_root(governor) ? kNone : tree_.head(governor);
    if (bearer != kNone && tree_.is_noun(bearer)) add(bearer, kReattached);
    else add(surface_subject(governor, depth + 1), kReattached);
  }
}

// "thanked X for its help", "condemned X for its raids": what somebody is praised or blamed for is his own.
std::uint32_t Arguments::praised_owner(std::uint32_t noun, std::uint32_t owner, int depth) const {
  if (tree_.tag(owner) != "PRP$" || tree_.dep(noun) != Dep::pobj || tree_.lower(tree_.head(noun)) != "for" || lexicon_.suffered.contains(tree_.lemma(noun))) return kNone;
  const auto verb = tree_.head(tree_.head(noun));
  return tree_.is_verb(verb) && lays_blame(tree_.lemma(verb)) && tree_.lemma(verb) != "blame" ? logical_object(verb, depth + 1) : kNone;
}

// The name that a noun before it describes: "rival Araucel", "its rival, Araucel".
std::uint32_t Arguments::named_by(std::uint32_t noun) const {
  if (is_modifier(tree_.dep(noun)) && !tree_.is_root(noun) && tree_.head(noun) > noun && tree_.word(tree_.head(noun)) == Word::proper) return tree_.head(noun);
  return tree_.child(noun, Dep::appos);
}

bool Arguments::is_country(std::uint32_t token) const {
  const auto m = token == kNone ? -1 : mentions_.headed_by(token);
  if (m < 0) return false;
  const auto& entities = mentions_.mentions[static_cast<std::size_t>(m)].entities;
  return !entities.empty() && mentions_.entities[entities.front()].kind == Kind::country;
}

// "its rival", "its arch-rival Boeing": with a name behind it the parser hangs the possessor on the name.
std::uint32_t Arguments::possessor(std::uint32_t noun) const {
  if (const auto own = tree_.child(noun, Dep::poss); own != kNone) return own;
  const bool before_name = tree_.word(noun) == Word::noun && tree_.dep(noun) == Dep::compound && !tree_.is_root(noun) && tree_.head(noun) == noun + 1 && tree_.word(tree_.head(noun)) == Word::proper;
  const auto outer = before_name ? tree_.child(tree_.head(noun), Dep::poss) : kNone;
  return outer != kNone && outer < noun ? outer : kNone;
}

// The noun coordinated with this one; "pressure and blackmail" may be taken for a noun and a verb.
std::uint32_t Arguments::next_conjunct(std::uint32_t noun) const {
  for (auto c : tree_.children(noun))
    if (tree_.dep(c) == Dep::conj && (tree_.is_noun(c) || tree_.tag(c) == "VB")) return c;
  return kNone;
}

ArgumentList Arguments::noun_argument(std::uint32_t noun, const Function& function) const {
  ArgumentList out;
  using enum Function::Kind;
  switch (function.kind) {
    case subj:
      noun_subject(noun, out);
      break;
    case poss:
      if (auto p = possessor(noun); p != kNone) out.push_back({p, 1.0F});
      break;
    case mod:
      modifiers(noun, out);
      break;
    case premodifier:
      for (auto c : tree_.children(noun))
        if (c < noun && is_modifier(tree_.dep(c))) out.push_back({c, 1.0F});
      break;
    case comp:
      return complement(noun);
    case purpose:
      purposes(noun, out);
      break;
    case condition:
      if (const auto verb = carrier(noun); verb != kNone) conditions(verb, out);
      break;
    case clause:
      if (const auto verb = clause_of(noun); verb != kNone) out.push_back({verb, 1.0F});
      break;
    case bearer:
      if (const auto who = bearer_of(noun); who != kNone) out.push_back({who, 1.0F});
      break;
    case quote:
      quoted(noun, out);
      break;
    case obj:  // "the banning of X"
      if (tree_.lower(noun).ends_with("ing")) prepositional(noun, {"of"}, 1.0F, out);
      break;
    case speaker:
    case host:
    case parties:
    case next:
      break;
    case iobj:
      if (const auto verb = carrier(noun); verb != kNone) return verb_argument(verb, function);
      break;
    case between:
      for (std::string_view word : {"between", "among", "amongst"}) prepositional(noun, {std::string(word)}, 1.0F, out);
      if (out.empty()) below_of(noun, {"between"}, out);
      if (out.empty()) below_matter(noun, {"between"}, out);
      if (out.empty() && tree_.dep(noun) == Dep::compound && tree_.word(tree_.head(noun)) == Word::noun) return noun_argument(tree_.head(noun), function);
      if (out.empty())
        if (const auto verb = carrier(noun); verb != kNone) return verb_argument(verb, function);
      break;
    case prep: {
      prepositional(noun, function.words, 1.0F, out);
      // "support, aid and solidarity for X": the phrase hangs on the last conjunct
      auto last = next_conjunct(noun);
      for (std::uint32_t n = 0; out.empty() && last != kNone && n < kConjuncts; ++n, last = next_conjunct(last))
        prepositional(last, function.words, kViaSupport, out);
      if (out.empty())  // "sanctions imposed on X"
        for (auto c : tree_.children(noun))
          if (tree_.is_verb(c) && !(function.words[0] == "by" && is_response(tree_.lemma(c))) && (function.words[0] != "by" || possessor(noun) == kNone || is_carried(c)) && (tree_.dep(c) == Dep::acl || (tree_.dep(c) == Dep::relcl && carries_on(c)))) prepositional(c, function.words, kViaSupport, out);
      if (out.empty() && tree_.dep(noun) == Dep::compound && tree_.word(tree_.head(noun)) == Word::noun)  // "dialogue mechanisms with X"
        return noun_argument(tree_.head(noun), function);
      if (out.empty() && function.words[0] != "of" && function.words[0] != "by") below_of(noun, function.words, out);
      if (out.empty() && function.words.size() == 1 && function.words[0] == "of") owner(noun, out);
      if (out.empty() && function.words.size() == 1 && function.words[0] == "of")  // "the detention by Polish police of X", "the withdrawal from X of Y"
        for (auto p : tree_.children(noun))
          if (is_one_of(tree_.lower(p), {"by", "from", "in"}) && (tree_.dep(p) == Dep::prep || tree_.dep(p) == Dep::agent))
            if (const auto object = tree_.child(p, Dep::pobj); object != kNone)
              if (const auto of = tree_.child_with_form(object, "of"); of != kNone && mentions_.containing(of) < 0 && (tree_.lower(p) == "by" || tree_.word(object) == Word::proper))
                objects_of(of, kReattached, out);
      if (out.empty() && is_one_of(function.words[0], {"with", "from", "against"})) below_matter(noun, function.words, out);
      // "Praise for X came from Y"
      if (out.empty() && function.words[0] == "from" && function.words.size() == 1 && tree_.dep(noun) == Dep::nsubj && !tree_.is_root(noun) && is_one_of(tree_.lemma(tree_.head(noun)), {"come", "arrive", "emanate", "flow", "pour"}))
        prepositional(tree_.head(noun), function.words, kViaSupport, out);
      if (!out.empty()) break;
      const auto verb = carrier(noun);
      if (verb == kNone) break;
      // "doubled its aid to X": what stands right behind an object goes with it, though the parser gave it to the verb
      if (tree_.dep(noun) == Dep::dobj && possessor(noun) != kNone && function.words.size() == 1 && noun + 1 < tree_.size() && tree_.lower(noun + 1) == function.words[0] &&
          tree_.head(noun + 1) == verb && is_one_of(function.words[0], {"to", "for", "with", "against"}))
        objects_of(noun + 1, kReattached, out);
      if (!out.empty()) break;
      if (function.words.size() == 1 && function.words[0] == "of") {
        fronted_relative(verb, "of", out);
        break;
      }
      if (lexicon_.support.contains(tree_.lemma(verb)) || lexicon_.carriers.contains(tree_.lemma(verb)) || tree_.is_copula(verb)) {
        prepositional(verb, function.words, kViaSupport, out);
        if (out.empty() && function.words.size() == 1 && function.words[0] == "to") {
          const Function indirect{iobj, {}};
          for (auto a : verb_argument(verb, indirect)) out.push_back({a.token, kViaSupport});  // "gave Kyiv its support"
        }
      }
      break;
    }
  }
  return out;
}

// "a tanker belonging to X", "a market held by X": whose it is.
void Arguments::owner(std::uint32_t noun, ArgumentList& out) const {
  for (auto c : tree_.children(noun)) {
    if (tree_.dep(c) != Dep::acl || !tree_.is_verb(c)) continue;
    const bool belongs = tree_.lemma(c) == "belong";
    if (!belongs && (tree_.tag(c) != "VBN" || !is_one_of(tree_.lemma(c), {"charter", "control", "hold", "manage", "operate", "own", "run"}))) continue;
    for (auto p : tree_.children(c))
      if (tree_.lower(p) == (belongs ? "to" : "by")) objects_of(p, kReattached, out);
  }
}

// "the return of X to Y", "the mediation of X between Y and Z": the parser may hang the second phrase on the object of the first.
void Arguments::below_of(std::uint32_t noun, const std::vector<std::string>& words, ArgumentList& out) const {
  for (auto of : tree_.children(noun))
    if (tree_.dep(of) == Dep::prep && (tree_.lower(of) == "of" || tree_.lower(of) == "by"))
      if (const auto object = tree_.child(of, Dep::pobj); object != kNone && tree_.word(object) == Word::proper) prepositional(object, words, kReattached, out);
}

// "talks on gas between X and Y", "an agreement on fishing rights with X": the parser may hang the second phrase on the matter of the first.
void Arguments::below_matter(std::uint32_t noun, const std::vector<std::string>& words, ArgumentList& out) const {
  for (auto preposition : tree_.children(noun)) {
    if (preposition < noun || tree_.dep(preposition) != Dep::prep || !is_one_of(tree_.lower(preposition), {"on", "in", "for", "about", "over", "at", "of"})) continue;
    const auto matter = tree_.child(preposition, Dep::pobj);
    if (matter == kNone || (tree_.lower(preposition) == "of" && tree_.word(matter) != Word::noun)) continue;
    prepositional(matter, words, kReattached, out);
    if (const auto of = tree_.child_with_form(matter, "of"); out.empty() && of != kNone)
      if (const auto inner = tree_.child(of, Dep::pobj); inner != kNone) prepositional(inner, words, kReattached, out);
  }
}

// "Z's support, given by X", but not "Z's support, documented by X"
bool Arguments::is_carried(std::uint32_t participle) const {
  return lexicon_.support.contains(tree_.lemma(participle)) || lexicon_.carriers.contains(tree_.lemma(participle));
}

// A relative clause whose phrases are its noun's too: "the support that X gave to Y", not "claims to a field, half of which is held by X".
bool Arguments::carries_on(std::uint32_t relative_clause) const {
  const auto passive = tree_.child(relative_clause, Dep::nsubjpass);
  return lexicon_.support.contains(tree_.lemma(relative_clause)) && (passive == kNone || tree_.is_relative(passive));
}

}  // namespace entente::relation
