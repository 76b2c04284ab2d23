#pragma once
#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "relation/tree.hpp"
#include "text/words.hpp"

/// Certainties and classes of words that the files of Arguments share.
namespace entente::relation {

inline constexpr std::uint32_t kNone = Tree::npos;
inline constexpr int kMaxDepth = 12;          // of control chains: "agreed to try to begin to ..."
inline constexpr int kNounStep = 4;           // what a noun on the way counts: its subject is looked for along several ways, which may lead back to it
inline constexpr std::uint32_t kConjuncts = 6;  // of a list, to the last of which a phrase hangs
inline constexpr float kViaSupport = 0.95F;   // an argument taken over from a support verb
inline constexpr float kReattached = 0.85F;   // a prepositional phrase the parser put on a neighbour
inline constexpr float kModifier = 0.9F;      // "US support": a name before the noun as its subject

inline bool is_modifier(Dep dep) { return dep == Dep::compound || dep == Dep::amod || dep == Dep::nmod || dep == Dep::npadvmod; }

// Verbs with an of-argument beside their object: "stripped X of its title".
inline bool takes_of(std::string_view verb) {
  return is_one_of(verb, {"strip", "deprive", "rob", "accuse", "suspect", "convict", "acquit", "clear", "absolve", "relieve", "rid", "cleanse", "warn", "inform", "notify", "remind", "assure", "dispossess"});
}

// Nouns that call someone by what he does to another; not deeds ("sanctions on many, including X").
inline bool calls_people(std::string_view lemma) {
  return is_one_of(lemma, {"adversary", "ally", "backer", "buyer", "critic", "customer", "defector", "deserter", "donor", "enemy", "foe", "founder", "friend", "guarantor", "opponent", "owner", "partner", "rival", "shareholder", "signatory", "sponsor", "supplier", "supporter"});
}

// Verbs of a stand on what another does.
inline bool is_stand(std::string_view verb) {
  return is_one_of(verb, {"welcome", "praise", "support", "back", "reject", "oppose", "note", "stress", "highlight", "demand", "urge", "condemn", "favor", "favour", "see", "mark", "discuss", "cite"});
}

// "a takeover opposed by X", "the decision hailed by Y": whoever responds to a deed has not done it.
inline bool is_response(std::string_view verb) {
  return is_one_of(verb, {"oppose", "reject", "criticize", "criticise", "condemn", "denounce", "block", "veto", "hail", "welcome", "praise", "applaud", "slam", "decry", "fear", "resist", "contest", "dispute", "protest"});
}

inline bool is_turning_down(std::string_view verb) {
  return is_one_of(verb, {"reject", "dismiss", "rebuff", "brush", "oppose", "veto", "block", "turn", "spurn", "ignore", "refuse", "decline", "shrug", "welcome", "foil", "thwart", "snub", "condemn", "criticize", "criticise", "denounce"});
}

// What somebody would do.
inline bool is_project(std::string_view noun) {
  return is_one_of(noun, {"attempt", "bid", "call", "demand", "effort", "idea", "move", "offer", "plan", "proposal", "push", "request", "suggestion", "threat"});
}

// Who is one thing to another: a nationality before it is his own.
inline bool is_opposite(std::string_view noun) {
  return is_one_of(noun, {"ally", "archrival", "challenger", "competitor", "contender", "counterpart", "opponent", "partner", "peer", "rival"});
}

// Verbs that lay a deed on their object.
inline bool lays_blame(std::string_view verb) {
  return is_one_of(verb, {"blame", "accuse", "suspect", "condemn", "criticize", "criticise", "denounce", "fault", "slam", "punish", "try", "convict", "indict", "charge", "sanction", "thank", "praise", "rebuke", "castigate"});
}

// What somebody says, writes or decides: its participle is his ("a statement condemning X").
inline bool is_utterance(std::string_view noun) {
  return is_one_of(noun, {"statement", "declaration", "letter", "resolution", "communique", "communiqué", "message", "petition", "note", "report", "speech", "article", "editorial",
                          "telegram", "document", "memo", "order", "decree", "ruling", "bill", "law", "campaign", "post", "tweet", "motion", "appeal", "manifesto", "leaflet",
                          "protest", "demonstration", "rally", "march", "strike", "vigil"});
}

// What one says to or of somebody, with him for an object.
inline bool is_address(std::string_view verb) {
  return is_one_of(verb, {"accuse", "urge", "criticize", "criticise", "denounce", "condemn", "blame", "praise", "thank", "reject", "call", "warn", "demand", "ask", "vow", "dismiss", "appeal", "slam", "blast", "hail", "welcome", "deny", "challenge"});
}

// Verbs that put somebody into an office.
inline bool is_appointing(std::string_view verb) {
  return is_one_of(verb, {"appoint", "choose", "designate", "elect", "hire", "install", "instal", "make", "name", "nominate", "pick", "promote", "recruit", "select"});
}

inline bool is_span_of_time(std::string_view noun) {
  return is_one_of(noun, {"afternoon", "century", "day", "decade", "evening", "hour", "month", "morning", "night", "second",
                          "summer", "week", "weekend", "winter", "year"});
}

inline bool is_clause(Dep dep) {
  return dep == Dep::xcomp || dep == Dep::ccomp || dep == Dep::advcl || dep == Dep::acl || dep == Dep::relcl || dep == Dep::pcomp;
}

}  // namespace entente::relation
