#include "relation/actors.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "relation/argument_words.hpp"

namespace entente::relation {

namespace {

constexpr int kDeepest = 4;          // "the head of the delegation of the government of X"
constexpr float kAuthor = 0.85F;     // the author of a deed stands for the deed
constexpr float kOwn = 0.8F;         // a pronoun taken for who says the clause
constexpr float kPeople = 0.6F;      // people of a nationality may not act for their state
constexpr float kDescribed = 0.95F;  // found in an apposition or list after a common noun

// Nouns that say what kind of body or place a name before them is; ascending.
constexpr std::array<std::string_view, 83> kBodies{
    "agency", "airline", "alliance", "app", "army", "bank", "battalion", "bloc", "brand", "brewery", "brigade", "broadcaster",
    "cartel", "chain", "channel", "charity", "clan", "club", "coalition", "collective", "college", "command", "commission",
    "committee", "company", "confederation", "conglomerate", "consortium", "council", "court", "daily", "district", "enclave",
    "faction", "federation", "firm", "forum", "foundation", "front", "gang", "group", "hospital", "institute", "island", "label",
    "league", "mafia", "magazine", "militia", "mine", "ministry", "movement", "network", "newspaper", "newsroom", "organisation",
    "organization", "outlet", "party", "peninsula", "platform", "police", "province", "refinery", "region", "regulator", "republic",
    "service", "side", "state", "station", "syndicate", "tabloid", "team", "territory", "think-tank", "tribunal", "union",
    "university", "valley", "watchdog", "website", "weekly"};

float certainty_of(entity::MentionKind kind) {
  using enum entity::MentionKind;
  switch (kind) {
    case name: return 1.0F;
    case role: return 0.87F;
    case pronoun: return 0.75F;
    default: return 0.97F;
  }
}

// What comes from its author.
bool is_sent(std::string_view noun) {
  return is_one_of(noun, {"appeal", "bid", "call", "communique", "complaint", "criticism", "decision", "declaration", "demand", "invitation", "letter", "message",
                          "motion", "note", "offer", "order", "petition", "plea", "proposal", "report", "request", "resolution", "ruling", "statement", "threat", "warning"});
}

// What its author does with a text or deed.
bool is_tabling(std::string_view verb) {
  return is_one_of(verb, {"adopt", "announce", "bring", "carry", "commit", "conclude", "draft", "file", "hand", "impose", "issue", "launch", "lodge", "make", "move", "order",
                          "pass", "present", "propose", "publish", "push", "put",
                          "reach", "sign", "sponsor", "stage", "strike", "submit", "table", "take", "unveil", "write"});
}

}  // namespace

bool Actors::in_name(std::uint32_t token) const {
  const auto m = mentions_.containing(token);
  if (m < 0) return false;
  const auto& mention = mentions_.mentions[static_cast<std::size_t>(m)];
  return mention.kind == entity::MentionKind::name || mention.kind == entity::MentionKind::metonym;
}

void Actors::add(const entity::Mention& mention, float certainty, ActorList& out) const {
  for (auto e : mention.entities) {
    const bool known = std::any_of(out.begin(), out.end(), [e](const Actor& a) { return a.entity == e; });
    if (!known) out.push_back({e, mention.begin, mention.end, certainty * certainty_of(mention.kind), mention.some});
  }
}

// "by Rothschild and BNP Paribas": the first name taken for a part of a name made of the last words of both.
std::uint32_t Actors::glued_name(std::uint32_t token) const {
  const auto m = mentions_.headed_by(token);
  if (m < 0) return Tree::npos;
  const auto begin = mentions_.mentions[static_cast<std::size_t>(m)].begin;
  for (auto c : tree_.children(token)) {
    if (c >= begin) break;
    if (tree_.dep(c) != Dep::nmod && tree_.dep(c) != Dep::compound) continue;
    const auto conjunct = tree_.child(c, Dep::conj);
    if (conjunct != Tree::npos && conjunct >= begin && conjunct < token && mentions_.headed_by(c) >= 0 && mentions_.headed_by(c) != m) return c;
  }
  return Tree::npos;
}

void Actors::conjuncts(std::uint32_t token, boost::container::small_vector<std::uint32_t, 8>& out) const {
  if (const auto name = glued_name(token); name != Tree::npos) out.push_back(name);
  const bool excluded = tree_.has_child(token, Dep::neg) && tree_.child_with_form(token, "but") != Tree::npos;  // "not X but Y"
  if (!excluded) out.push_back(token);
  for (auto c : tree_.children(token))
    if (tree_.dep(c) == Dep::conj && !tree_.is_verb(c)) conjuncts(c, out);
}

ActorList Actors::of(std::uint32_t token, bool author, std::uint32_t predicate) const {
  ActorList out;
  boost::container::small_vector<std::uint32_t, 8> phrase;
  conjuncts(token, phrase);
  const bool before = predicate != Tree::npos && token < predicate;
  for (auto t : phrase)
    if (!before || t < predicate) single(t, author, 1.0F, 0, out);
  return out;
}

// The mention headed by a token; of a name at the beginning of a longer one ("[UN] Security Council") the longer.
std::int32_t Actors::whole_name(std::uint32_t token) const {
  const auto inner = mentions_.headed_by(token);
  if (inner < 0) return inner;
  const auto& name = mentions_.mentions[static_cast<std::size_t>(inner)];
  // "the Union of [Zambia], led by X": what hangs on its last word hangs on the whole
  if (name.begin > 0)
    if (const auto longer = mentions_.containing(name.begin - 1); longer >= 0) {
      const auto& all = mentions_.mentions[static_cast<std::size_t>(longer)];
      if (all.end == name.end && all.kind == entity::MentionKind::name && all.entities != name.entities) return longer;
    }
  const auto outer = mentions_.containing(name.end);
  if (outer < 0) return inner;
  const auto& whole = mentions_.mentions[static_cast<std::size_t>(outer)];
  return whole.begin == name.begin && whole.kind == entity::MentionKind::name ? outer : inner;
}

void Actors::single(std::uint32_t token, bool author, float certainty, int depth, ActorList& out) const {
  if (depth > kDeepest) return;
  token = arguments_.antecedent(token);
  if (const auto m = whole_name(token); m >= 0) return add(mentions_.mentions[static_cast<std::size_t>(m)], certainty, out);
  // The parser's head of a name may not be the name's: any token of it serves.
  if (const auto m = mentions_.containing(token); m >= 0) {
    const auto& mention = mentions_.mentions[static_cast<std::size_t>(m)];
    if (mention.kind == entity::MentionKind::name || mention.kind == entity::MentionKind::metonym) return add(mention, certainty, out);
  }
  const auto before = out.size();
  if (const auto speaker = speaker_of_clause(token); speaker != Tree::npos) return single(speaker, false, certainty * kOwn, depth + 1, out);
  through_phrase(token, certainty, depth, out);
  if (out.size() == before) described(token, certainty, depth, out);
  if (const auto object = author ? taken_up(token) : Tree::npos; out.size() == before && object != Tree::npos) return single(object, true, certainty * kOwn, depth + 1, out);
  if (out.size() == before && author) author_of(token, certainty, depth, out);
  if (out.size() == before) people_of(token, certainty, depth, out);
}

// "dismissed X's remarks, calling them absurd": of a participle behind the clause the pronoun is what the clause acts on.
std::uint32_t Actors::taken_up(std::uint32_t token) const {
  if (!is_one_of(tree_.lower(token), {"it", "them"}) || tree_.dep(token) != Dep::dobj) return Tree::npos;
  const auto participle = tree_.head(token), verb = tree_.head(participle);
  if (tree_.dep(participle) != Dep::advcl || tree_.tag(participle) != "VBG" || !tree_.is_verb(verb) || verb > participle) return Tree::npos;
  const auto object = tree_.child(verb, Dep::dobj);
  return object != Tree::npos && object < token && tree_.word(object) == Word::noun ? object : Tree::npos;
}

// "Syria says it is willing to ...": a pronoun that begins what somebody says, and that nothing else explains, is the speaker.
std::uint32_t Actors::speaker_of_clause(std::uint32_t token) const {
  if (!is_one_of(tree_.lower(token), {"it", "they", "he", "she"}) || (tree_.dep(token) != Dep::nsubj && tree_.dep(token) != Dep::nsubjpass)) return Tree::npos;
  const auto clause = tree_.head(token);
  if (tree_.dep(clause) != Dep::ccomp || tree_.is_root(clause) || !lexicon_.speech.contains(tree_.lemma(tree_.head(clause)))) return Tree::npos;
  const auto speaker = arguments_.surface_subject(tree_.head(clause));
  return speaker == token || (speaker != Tree::npos && tree_.word(speaker) == Word::pronoun) ? Tree::npos : speaker;
}

// "rebels led by X", "a delegation headed by X": people, not a body that acts by itself.
bool Actors::is_led(std::uint32_t people, std::uint32_t participle) const {
  if (tree_.tag(participle) != "VBN" || !is_one_of(tree_.lemma(participle), {"lead", "head", "command", "spearhead"})) return false;
  if (tree_.lemma(people) == "group" && tree_.child_with_form(people, "of") != Tree::npos) return true;  // "a group of lawmakers led by X"
  for (auto c : tree_.children(people))  // "the UN mission led by X" acts for the UN
    if (c < people && tree_.lemma(people) == "mission" && mentions_.headed_by(c) >= 0) return false;
  return tree_.tag(people) == "NNS" || is_one_of(tree_.lemma(people), {"coalition", "column", "crowd", "delegation", "mission", "mob", "squad", "team"});
}

// "X, a UN agency based in Y": an indefinite apposition describes the name before it.
bool Actors::is_one_of_several(std::uint32_t token) const {
  if (tree_.dep(token) != Dep::appos || tree_.is_root(token) || !in_name(tree_.head(token))) return false;
  const auto article = tree_.child(token, Dep::det);
  return article != Tree::npos && is_one_of(tree_.lower(article), {"a", "an", "another"});
}

// A common noun that introduces names: "three countries - A, B and C", "countries such as A", "its neighbour A", "the city of A".
void Actors::through_phrase(std::uint32_t token, float certainty, int depth, ActorList& out) const {
  boost::container::small_vector<std::uint32_t, 8> phrase;
  for (auto c : tree_.children(token)) {
    if (tree_.dep(c) == Dep::appos) conjuncts(c, phrase);
    if (tree_.dep(c) == Dep::acl && is_led(token, c))  // "rebels led by X": X with them
      for (auto by : tree_.children(c))
        if (tree_.lower(by) == "by")
          if (const auto o = tree_.child(by, Dep::pobj); o != Tree::npos) conjuncts(o, phrase);
    // "the Fellowship of Believers, a network known as X"
    if (tree_.dep(c) == Dep::acl && c > token && is_one_of(tree_.lemma(c), {"know", "call", "dub"}))
      for (auto as : tree_.children(c))
        if (tree_.dep(as) == Dep::oprd || (tree_.lower(as) == "as" && tree_.dep(as) == Dep::prep))
          if (const auto o = tree_.dep(as) == Dep::oprd ? as : tree_.child(as, Dep::pobj); o != Tree::npos && tree_.word(o) == Word::proper) phrase.push_back(o);
    if (tree_.dep(c) != Dep::prep) continue;
    const auto word = tree_.lower(c);
    const bool list = is_one_of(word, {"including", "like", "namely"}) || (word == "as" && tree_.has_child(c, Dep::amod));
    // "two members of the bloc, Mali and Guinea": those two
    const bool group = word == "of" && !tree_.has_child(token, Dep::appos) && is_one_of(tree_.lemma(token), {"group", "number", "team", "delegation", "majority", "dozen", "hundred", "thousand", "million", "score", "handful", "lot", "part", "rest", "last", "bulk", "remainder", "remnant", "series", "wave", "barrage", "swarm", "salvo", "volley", "hail", "spate", "fleet", "flotilla", "string", "coalition", "bloc", "contingent", "unit", "convoy", "pair", "couple", "trio", "quartet", "band", "crowd", "mass", "member", "leader", "official", "representative", "head", "side", "government", "authority", "administration", "regime", "republic", "kingdom", "people", "parliament", "troop", "force", "army", "military", "police", "junta", "diplomat", "envoy", "minister", "board", "leadership", "management", "executive", "navy", "brigade", "battalion"});
    if (word == "of" && tree_.tag(token) == "CD")  // "two of its members, Chad and Niger"
      if (const auto o = tree_.child(c, Dep::pobj); o != Tree::npos && tree_.has_child(o, Dep::appos)) phrase.push_back(o);
    const bool place = word == "of" && is_one_of(tree_.lemma(token), {"city", "town", "capital", "port", "village", "island", "province", "state", "region", "district", "republic", "territory", "emirate", "kingdom"});
    if (list || place || group)
      if (const auto o = tree_.child(c, Dep::pobj); o != Tree::npos) conjuncts(o, phrase);
    if (place)  // "the Cuban city of X": both
      for (auto m : tree_.children(token))
        if (tree_.dep(m) == Dep::amod) single(m, false, certainty * kDescribed, depth + 1, out);
  }
  // "the UN agency for refugees, UNRWA,"
  if (phrase.empty() && tree_.tag(token) == "NN" && std::binary_search(kBodies.begin(), kBodies.end(), tree_.lemma(token)))
    for (auto c : tree_.children(token)) {
      if (c < token || tree_.dep(c) != Dep::prep || tree_.lower(c) != "for") continue;
      const auto o = tree_.child(c, Dep::pobj);
      const auto apposed = o == Tree::npos ? Tree::npos : tree_.child(o, Dep::appos);
      const auto m = apposed == Tree::npos ? -1 : mentions_.headed_by(apposed);
      if (m < 0 || mentions_.mentions[static_cast<std::size_t>(m)].kind != entity::MentionKind::name) continue;
      const auto& entities = mentions_.mentions[static_cast<std::size_t>(m)].entities;
      if (std::all_of(entities.begin(), entities.end(), [&](auto e) { return mentions_.entities[e].kind == Kind::organization; })) phrase.push_back(apposed);
    }
  // "Prensa Latina news agency", "the Caribbean region", "the FNE teachers' union": a common noun after the name says what it is
  if (phrase.empty() && std::binary_search(kBodies.begin(), kBodies.end(), tree_.lemma(token)) && !is_one_of_several(token))
    for (auto c : tree_.children(token)) {
      const auto d = tree_.dep(c);
      if (c > token || (d != Dep::compound && d != Dep::nmod && d != Dep::amod && d != Dep::poss)) continue;
      const auto name = d == Dep::poss && tree_.tag(c) == "NNS" ? tree_.child(c, Dep::compound) : c;
      if (name == Tree::npos || (d == Dep::poss && name == c)) continue;
      if (d == Dep::compound && tree_.word(c) == Word::noun)  // "the BIA security agency": the name hangs on what the body is for
        for (auto inner : tree_.children(c))
          if (const auto m = mentions_.headed_by(inner); tree_.dep(inner) == Dep::compound && m >= 0 && mentions_.mentions[static_cast<std::size_t>(m)].kind == entity::MentionKind::name) phrase.push_back(inner);
      if (const auto m = mentions_.headed_by(name); m >= 0 && mentions_.mentions[static_cast<std::size_t>(m)].kind == entity::MentionKind::name) phrase.push_back(name);
    }
  for (auto t : phrase) single(t, false, certainty * kDescribed, depth + 1, out);
}

// "Iraqi soldiers", "a French journalist", "Hezbollah fighters", "rebels in Chad", "US-led forces": people of a state or body act for it,
// though not surely.
void Actors::people_of(std::uint32_t token, float certainty, int depth, ActorList& out) const {
  const bool agent = lexicon_.agents.contains(tree_.lemma(token));
  const bool body = is_one_of(tree_.lemma(token), {"government", "regime", "administration", "junta", "army", "force", "troop", "police", "navy", "soldier", "court", "authority", "parliament", "official",
                                                   "board", "fund", "management", "leadership", "congress", "senate", "legislature", "cabinet", "prosecutor", "lawmaker", "legislator", "regulator", "negotiator", "agency", "bureau", "commission", "guard", "judiciary", "service", "tribunal", "watchdog"});
  if (tree_.tag(token) != "NNS" && !agent && !body) return;
  const auto before = out.size();
  auto whole = [&](std::uint32_t t, bool bodies) {
    const auto m = mentions_.headed_by(t);
    if (m < 0) {  // "troops in the Kivu region"
      if (!tree_.is_verb(t)) through_phrase(t, certainty * kPeople, depth + 1, out);
      return;
    }
    const auto& entities = mentions_.mentions[static_cast<std::size_t>(m)].entities;
    // "a Boeing jet" is made by it; "NATO jets" are its own
    const bool means = is_one_of(tree_.lemma(token), {"aircraft", "boat", "bomber", "bulldozer", "drone", "helicopter", "jet", "plane", "ship", "tank", "tanker", "trawler", "truck", "vehicle", "vessel", "warplane"});
    const bool fits = std::all_of(entities.begin(), entities.end(), [&](auto e) {
      const auto& entity = mentions_.entities[e];
      return entity.kind == Kind::country || entity.kind == Kind::region || (bodies && entity.kind == Kind::organization && !(means && !entity.country.empty()));
    });
    if (fits) single(t, false, certainty * kPeople, depth + 1, out);
  };
  for (auto c : tree_.children(token)) {
    if (c >= token) break;
    if (tree_.is_sided_with(c)) continue;
    const auto d = tree_.dep(c);
    const auto m = mentions_.headed_by(c);
    const bool adjective = m >= 0 && mentions_.mentions[static_cast<std::size_t>(m)].kind == entity::MentionKind::adjective;
    if (d == Dep::amod && (adjective || agent) && tree_.lower(c) != "led") whole(c, agent);
    else if ((agent || adjective) && (d == Dep::compound || d == Dep::nmod)) whole(c, agent);
    else if (body && d == Dep::poss) whole(c, true);
    else if (agent && d == Dep::amod && is_one_of(tree_.lower(c), {"led", "flagged", "registered", "owned", "operated", "commanded"}))
      for (auto leader : tree_.children(c)) whole(leader, true);
  }
  if (out.size() > before || !agent) return;
  for (auto c : tree_.children(token))
    if (tree_.dep(c) == Dep::prep && is_one_of(tree_.lower(c), {"in", "from", "of", "at", "across", "throughout"}))
      if (const auto o = tree_.child(c, Dep::pobj); o != Tree::npos && out.size() == before) {
        boost::container::small_vector<std::uint32_t, 8> places;
        conjuncts(o, places);
        for (auto place : places) whole(place, is_one_of(tree_.lower(c), {"from", "of", "at"}));
      }
}

// A description of an actor named elsewhere: "X is a country that ...", "X, a country that ...", "X was among 17 parties demanding ...".
void Actors::described(std::uint32_t token, float certainty, int depth, ActorList& out) const {
  const bool those = tree_.lower(token) == "those" && tree_.dep(token) == Dep::pobj;  // "Among those who congratulated X was Y"
  const auto head = tree_.head(token);
  if (tree_.dep(token) == Dep::appos && is_one_of(tree_.lower(token), {"both", "all", "each", "neither"})) {  // "X and Y, both killed by Z"
    boost::container::small_vector<std::uint32_t, 8> phrase;
    conjuncts(arguments_.first_conjunct(head), phrase);
    for (auto t : phrase) single(t, false, certainty * kDescribed, depth + 1, out);
    return;
  }
  if (tree_.is_root(token) || (tree_.word(token) != Word::noun && !those)) return;
  // "the Berlin-based artist Olaf Lund": what stands right before a name describes it.
  if ((tree_.dep(token) == Dep::compound || tree_.dep(token) == Dep::nmod) && head > token)
    if (const auto m = mentions_.containing(token + 1); m >= 0) {
      const auto& name = mentions_.mentions[static_cast<std::size_t>(m)];
      if (name.begin == token + 1 && head < name.end && name.kind == entity::MentionKind::name) return add(name, certainty * kDescribed, out);
    }
  // "Y armed X, a claim that Z dismissed": it takes up the clause
  if (tree_.dep(token) == Dep::appos && lexicon_.acts.contains(tree_.lemma(token))) return;
  if (tree_.dep(token) == Dep::appos) return single(head, false, certainty * kDescribed, depth + 1, out);
  // "The country that X attacked was Y"
  if (tree_.dep(token) == Dep::nsubj && tree_.is_copula(head) && tree_.has_child(token, Dep::relcl))
    if (const auto name = tree_.child(head, Dep::attr); name != Tree::npos && tree_.word(name) == Word::proper) return single(name, false, certainty * kDescribed, depth + 1, out);
  auto verb = Tree::npos;
  if (tree_.dep(token) == Dep::attr && tree_.is_copula(head)) verb = head;
  // "X was one of the hostages freed by Y"
  if (tree_.dep(token) == Dep::pobj && tree_.lower(head) == "of" && tree_.lower(tree_.head(head)) == "one" && tree_.dep(tree_.head(head)) == Dep::attr && tree_.is_copula(tree_.head(tree_.head(head))))
    verb = tree_.head(tree_.head(head));
  if (tree_.dep(token) == Dep::pobj && tree_.lower(head) == "among" && tree_.is_copula(tree_.head(head))) verb = tree_.head(head);
  if (verb == Tree::npos) return;
  const auto subject = arguments_.surface_subject(verb);
  if (subject == Tree::npos || subject == token) return;
  boost::container::small_vector<std::uint32_t, 8> phrase;
  conjuncts(subject, phrase);
  for (auto t : phrase) single(t, false, certainty * kDescribed, depth + 1, out);
}

// "the motion, which was tabled by X": a relative clause that says whose it is.
bool Actors::is_own_passive(std::uint32_t verb) const {
  if (tree_.dep(verb) != Dep::relcl || !is_tabling(tree_.lemma(verb))) return false;
  const auto subject = tree_.child(verb, Dep::nsubjpass);
  return subject != Tree::npos && tree_.is_relative(subject);
}

void Actors::author_of(std::uint32_t token, float certainty, int depth, ActorList& out) const {
  const auto sure = certainty * kAuthor;
  const auto before = out.size();
  const auto authors = [&](std::uint32_t phrase_head) {
    boost::container::small_vector<std::uint32_t, 8> phrase;
    conjuncts(phrase_head, phrase);
    for (auto t : phrase) single(t, true, sure, depth + 1, out);
  };
  if (const auto p = tree_.child(token, Dep::poss); p != Tree::npos) {
    authors(p);
    if (tree_.word(p) == Word::pronoun) return;  // "its purchase of Y" is not Y's
  }
  if (out.size() > before) return;
  const bool sent = is_sent(tree_.lemma(token));  // "a statement from X"
  for (auto c : tree_.children(token))
    if ((tree_.dep(c) == Dep::prep || tree_.dep(c) == Dep::agent) && (tree_.lower(c) == "by" || (sent && tree_.lower(c) == "from")))
      if (const auto o = tree_.child(c, Dep::pobj); o != Tree::npos) authors(o);
  // "We condemn this raid by X": the parser may hang the author of an object on the active verb
  if (const auto verb = tree_.head(token); out.size() == before && tree_.dep(token) == Dep::dobj && tree_.is_verb(verb) && !arguments_.is_passive(verb))
    for (auto c : tree_.children(verb))
      if (c > token && tree_.lower(c) == "by" && tree_.dep(c) == Dep::prep)
        if (const auto o = tree_.child(c, Dep::pobj); o != Tree::npos && tree_.word(o) == Word::proper) authors(o);
  for (auto c : tree_.children(token))  // "the raid carried out by X", "remarks made by X"
    if (out.size() == before && tree_.dep(c) == Dep::relcl && is_tabling(tree_.lemma(c)) && !arguments_.is_passive(c)) {  // "a resolution that X had drafted"
      const auto subject = tree_.child(c, Dep::nsubj);
      const auto object = arguments_.find(c, Function{Function::Kind::obj, {}});
      if (subject != Tree::npos && !tree_.is_relative(subject) && !object.empty() && object.front().token == token) authors(subject);
    } else if (out.size() == before && tree_.tag(c) == "VBN" && !is_response(tree_.lemma(c)) && (tree_.dep(c) == Dep::acl || is_own_passive(c)))
      for (auto by : tree_.children(c))
        if (tree_.dep(by) == Dep::agent || (tree_.dep(by) == Dep::prep && tree_.lower(by) == "by"))
          if (const auto o = tree_.child(by, Dep::pobj); o != Tree::npos) authors(o);
  for (auto c : tree_.children(token))
    if (out.size() == before && c < token && (tree_.dep(c) == Dep::amod || tree_.dep(c) == Dep::compound || tree_.dep(c) == Dep::nmod)) single(c, false, sure, depth + 1, out);
  for (auto c : tree_.children(token))  // "a U.S.-drafted resolution"
    if (out.size() == before && c < token && tree_.dep(c) == Dep::amod &&
        is_one_of(tree_.lower(c), {"drafted", "sponsored", "proposed", "tabled", "written", "imposed", "ordered", "penned", "authored", "initiated", "devised", "brokered"}))
      for (auto by : tree_.children(c)) single(by, false, sure, depth + 1, out);
  if (out.size() > before || lexicon_.suffered.contains(tree_.lemma(token))) return;
  for (auto c : tree_.children(token))
    if (tree_.dep(c) == Dep::prep && tree_.lower(c) == "of")
      if (const auto o = tree_.child(c, Dep::pobj); o != Tree::npos) {
        boost::container::small_vector<std::uint32_t, 8> phrase;
        conjuncts(o, phrase);
        for (auto t : phrase) single(t, true, sure, depth + 1, out);
      }
  if (out.size() > before) return;
  const Function between{Function::Kind::between, {}};  // "welcomed the talks between X and Y"
  for (const auto& party : arguments_.find(token, between)) {
    boost::container::small_vector<std::uint32_t, 8> phrase;
    conjuncts(party.token, phrase);
    for (auto t : phrase) single(t, false, sure * party.certainty, depth + 1, out);
  }
}

}  // namespace entente::relation
