#include "relation/discourse.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace entente::relation {

namespace {

constexpr double kNorm = 0.55;
constexpr double kQuoted = 0.5;
constexpr double kPresence = 0.6;

// must, should, ought to, has to, needs to
bool is_norm(const Tree& tree, std::uint32_t verb) {
  bool norm = false;
  const auto subject = tree.child(verb, Dep::nsubj);
  for (auto c : tree.children(verb)) {
    if (tree.dep(c) == Dep::neg) return false;
    if (subject != Tree::npos && c < subject && tree.dep(c) == Dep::aux) return false;  // "should X insist, Y will ...": a condition
    if (tree.dep(c) == Dep::aux && (tree.lower(c) == "must" || tree.lower(c) == "should" || tree.lower(c) == "ought")) norm = true;
  }
  if (norm) return true;
  const auto head = tree.head(verb);
  // "has to leave", but "has until Friday to leave" gives a time
  const auto modal = tree.child(head, Dep::aux);
  if (modal != Tree::npos && tree.tag(modal) == "MD") return false;  // "will have to leave": it is foreseen
  return tree.dep(verb) == Dep::xcomp && tree.tag(verb) == "VB" && verb > head && verb - head <= 3 && (tree.lemma(head) == "have" || tree.lemma(head) == "need") && tree.word(head) == Word::verb;
}

// Of whom a norm is said; "told X that he should leave": whoever is told.
ArgumentList addressed(const Reader& reader, std::uint32_t verb) {
  const auto& tree = reader.tree;
  auto subjects = reader.arguments.find(verb, Function{Function::Kind::subj, {}});
  const auto clause = tree.dep(verb) == Dep::xcomp ? tree.head(verb) : verb;  // "that he has to leave"
  const auto teller = tree.head(clause);
  const bool told = tree.dep(clause) == Dep::ccomp && (tree.lemma(teller) == "tell" || tree.lemma(teller) == "remind" || tree.lemma(teller) == "warn");
  if (!told || subjects.size() != 1 || tree.word(subjects.front().token) != Word::pronoun) return subjects;
  auto listeners = reader.arguments.find(teller, Function{Function::Kind::obj, {}});
  if (listeners.empty() || tree.word(listeners.front().token) == Word::pronoun) return subjects;
  const auto actors = reader.actors.of(listeners.front().token, false);
  const auto& classes = reader.mentions.classes;
  const bool medium = std::any_of(actors.begin(), actors.end(), [&](const Actor& a) { return a.entity < classes.size() && classes[a.entity] == "medium"; });  // "told Reuters that he should"
  const auto pronoun = tree.lower(subjects.front().token);
  const bool he = pronoun == "he" || pronoun == "she";
  const bool fits = std::all_of(actors.begin(), actors.end(), [&](const Actor& a) { return (reader.mentions.entities[a.entity].kind == Kind::person) == he; });
  return actors.empty() || medium || !fits ? subjects : listeners;
}

// What a claimant's word at t says of an actor.
Statement told(std::uint16_t relation, const Claimant& claimant, const Actor& actor, std::uint32_t t, double confidence, std::string frame) {
  Statement st;
  st.relation = relation;
  st.source = claimant.entity;
  st.target = actor.entity;
  st.source_token = claimant.token;
  st.target_token = actor.begin;
  st.trigger = st.phrase = t;
  st.confidence = confidence * actor.certainty;
  st.begin = std::min({t, claimant.token, actor.begin});
  st.end = std::max({t, claimant.token, actor.begin}) + 1;
  st.frame = std::move(frame);
  st.some = actor.some;
  return st;
}

// Who says that something must be done, people of a state included ("Rwandan rebels announced that X must go").
std::optional<Claimant> speaker_of(const Reader& reader, std::uint32_t verb) {
  if (const auto claimant = reader.context.claimant(verb)) return claimant;
  const auto& tree = reader.tree;
  const auto head = tree.head(verb);
  if (tree.dep(verb) != Dep::ccomp || !reader.lexicon.speech.contains(tree.lemma(head))) return std::nullopt;
  const auto subject = reader.arguments.surface_subject(head);
  if (subject == Tree::npos) return std::nullopt;
  const auto actors = reader.actors.of(subject, false);
  return actors.size() == 1 ? std::optional(Claimant{actors.front().entity, actors.front().begin}) : std::nullopt;
}

// "had lost", "was losing": told of the past, before or behind what is said
bool is_looking_back(const Tree& tree, std::uint32_t verb) {
  const auto children = tree.children(verb);
  return std::any_of(children.begin(), children.end(), [&](auto c) {
    const auto form = tree.lower(c);
    return tree.dep(c) == Dep::aux && ((form == "had" && tree.tag(verb) == "VBN") || ((form == "was" || form == "were") && tree.tag(verb) == "VBG"));
  });
}

// "X said Y had 'lost its way'": what somebody says of another's past deeds in words quoted from him is most often a judgement.
void quoted_judgements(const Reader& reader, const Frames& frames, std::vector<Statement>& out) {
  const auto criticizes = frames.relation("criticizes");
  if (!criticizes) return;
  const auto& tree = reader.tree;
  for (std::uint32_t t = 0; t < tree.size(); ++t) {
    if (!tree.is_verb(t) || !is_looking_back(tree, t)) continue;
    const auto subject = tree.child(t, Dep::nsubj);
    if (subject == Tree::npos || subject > t) continue;
    const auto words = reader.arguments.find(t, Function{Function::Kind::quote, {}});
    if (words.empty()) continue;
    const auto claimant = reader.context.claimant(t);
    if (!claimant) continue;
    const auto& praise = reader.lexicon.praise;
    if (std::any_of(words.begin(), words.end(), [&](const Argument& a) { return std::find(praise.begin(), praise.end(), tree.lemma(a.token)) != praise.end(); })) continue;
    const auto& country = reader.mentions.entities[claimant->entity].country;
    for (const auto& actor : reader.actors.of(subject, false)) {
      const auto& entity = reader.mentions.entities[actor.entity];
      const bool own = entity.kind == Kind::country && !country.empty() && entity.country == country;  // his own state
      if (actor.entity == claimant->entity || own || entity.kind == Kind::place) continue;
      out.push_back(told(*criticizes, *claimant, actor, t, kQuoted, "criticizes/quoted:" + std::string(tree.lemma(t))));
    }
  }
}

// "Real Madrid 2-1 Bayern Munich": a result.
void results(const Reader& reader, const Frames& frames, std::vector<Statement>& out) {
  constexpr double kResult = 0.9;
  const auto defeats = frames.relation("defeats"), rival = frames.relation("rival_of");
  if (!defeats || !rival) return;
  const auto& tree = reader.tree;
  const auto& m = reader.mentions;
  const auto team = [&](const entity::Mention& mention) {
    return mention.kind == entity::MentionKind::name && mention.entities.size() == 1 && mention.entities[0] < m.classes.size() && m.classes[mention.entities[0]] == "sport";
  };
  for (const auto& host : m.mentions) {
    const auto at = host.end;
    if (!team(host) || at + 3 >= tree.size() || tree.tag(at) != "CD" || (tree.text(at + 1) != "-" && tree.text(at + 1) != "\u2013") || tree.token(at + 2).sentence != tree.token(host.begin).sentence) continue;
    const auto goals = tree.text(at), against = tree.text(at + 2);
    const auto other = m.containing(at + 3);
    const auto is_number = [](std::string_view word) { return !word.empty() && word.size() < 4 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }); };
    if (other < 0 || !is_number(goals) || !is_number(against)) continue;
    const auto& guest = m.mentions[static_cast<std::size_t>(other)];
    if (guest.begin != at + 3 || !team(guest) || guest.entities[0] == host.entities[0]) continue;
    const auto value = [](std::string_view word) { return std::stoi(std::string(word)); };
    const bool lost = value(goals) < value(against), draw = value(goals) == value(against);
    const auto& winner = lost ? guest : host;
    const auto& loser = lost ? host : guest;
    const Actor beaten{loser.entities[0], loser.begin, loser.end, 1.0F, false};
    out.push_back(told(draw ? *rival : *defeats, Claimant{winner.entities[0], winner.begin}, beaten, at, kResult, draw ? "rival_of/result" : "defeats/result"));
  }
}

// Words behind the name of a place that say how long, or what for, somebody is there; ascending.
constexpr std::array<std::string_view, 10> kWhile{"after", "ahead", "at", "before", "for", "last", "next", "on", "this", "to"};

// The persons whom a phrase denotes have come to the place, if they are not known to be of its state.
void arrivals(const Reader& reader, std::uint16_t visits, std::uint32_t who, const entity::Mention& place, std::uint32_t in, std::vector<Statement>& out) {
  const auto& entities = reader.mentions.entities;
  for (const auto& actor : reader.actors.of(who, false)) {
    const auto& person = entities[actor.entity];
    if (person.kind != Kind::person || (!person.country.empty() && person.country == entities[place.entities.front()].country)) continue;
    const Actor where{place.entities.front(), place.begin, place.end, actor.certainty, false};
    out.push_back(told(visits, Claimant{actor.entity, actor.begin}, where, in, kPresence, "visits/in"));
  }
}

// "X, in Paris for talks, said", "Y, in Cuba this week, met": a phrase between commas tells where the one before it has gone.
void inserted_presences(const Reader& reader, const Frames& frames, std::vector<Statement>& out) {
  constexpr std::uint32_t kLongest = 14;
  const auto visits = frames.relation("visits");
  if (!visits) return;
  const auto& tree = reader.tree;
  const auto& m = reader.mentions;
  for (const auto& mention : m.mentions) {
    if (mention.kind != entity::MentionKind::name || mention.entities.size() != 1 || mention.begin < 3) continue;
    const auto& city = m.entities[mention.entities.front()];
    const auto in = mention.begin - 1;
    if ((city.kind != Kind::place && city.kind != Kind::country) || tree.lower(in) != "in" || tree.lower(in - 1) != ",") continue;
    const auto& sentence = tree.document().sentences()[tree.token(in).sentence];
    auto close = mention.end;
    while (close < sentence.end && close < mention.end + kLongest && tree.lower(close) != ",") ++close;
    auto lasting = false;  // "in Spain for 20 years"
    for (auto t = mention.end; t < close; ++t) lasting |= tree.lower(t) == "years" || tree.lower(t) == "decades" || tree.lower(t) == "life";
    const bool closed = !lasting && close < sentence.end && tree.lower(close) == "," && close > mention.end;
    if (!closed || in - 1 <= sentence.begin || !std::binary_search(kWhile.begin(), kWhile.end(), tree.lower(mention.end))) continue;
    const auto head = tree.head(in);
    const auto who = head < in && tree.is_noun(head) ? head : in - 2;
    arrivals(reader, *visits, who, mention, in, out);
  }
}

// "Ruiz in Cairo for talks with Sall": a headline without a verb.
void headline_presences(const Reader& reader, const Frames& frames, std::vector<Statement>& out) {
  const auto visits = frames.relation("visits");
  if (!visits) return;
  const auto& tree = reader.tree;
  const auto& m = reader.mentions;
  for (std::uint32_t root = 0; root + 3 < tree.size(); ++root) {
    const auto in = root + 1;
    if (!tree.is_root(root) || tree.word(root) != Word::proper || tree.lower(in) != "in" || tree.head(in) != root) continue;
    const auto place = tree.child(in, Dep::pobj);
    const auto named = place == Tree::npos ? -1 : m.headed_by(place);
    if (named < 0) continue;
    const auto& mention = m.mentions[static_cast<std::size_t>(named)];
    const bool goes_on = mention.end < tree.size() && std::binary_search(kWhile.begin(), kWhile.end(), tree.lower(mention.end));
    if (mention.entities.size() != 1 || !goes_on) continue;
    const auto& city = m.entities[mention.entities.front()];
    if (city.kind != Kind::place && city.kind != Kind::country) continue;
    arrivals(reader, *visits, root, mention, in, out);
  }
}

// "X said in Paris", "In Paris X met": whoever speaks or acts in a city of another state than his own has come to it.
void presences(const Reader& reader, const Frames& frames, std::vector<Statement>& out) {
  constexpr std::array<std::string_view, 16> kPresent{"address", "announce", "attend", "comment", "declare", "discuss", "hold", "inform",
                                                      "meet", "negotiate", "say", "sign", "speak", "stress", "talk", "tell"};
  const auto visits = frames.relation("visits");
  if (!visits) return;
  const auto& tree = reader.tree;
  const auto& m = reader.mentions;
  for (const auto& mention : m.mentions) {
    if (mention.kind != entity::MentionKind::name || mention.entities.size() != 1) continue;
    const auto& city = m.entities[mention.entities.front()];
    const auto in = tree.head(mention.head), verb = tree.head(in);
    if (city.kind != Kind::place || city.country.empty() || tree.dep(mention.head) != Dep::pobj || tree.lower(in) != "in") continue;
    if (!tree.is_verb(verb) || !std::binary_search(kPresent.begin(), kPresent.end(), tree.lemma(verb)) || reader.arguments.is_passive(verb)) continue;
    for (const auto& subject : reader.arguments.find(verb, Function{Function::Kind::subj, {}}))
      for (const auto& actor : reader.actors.of(subject.token, false)) {
        const auto& person = m.entities[actor.entity];
        if (person.kind != Kind::person || person.country.empty() || person.country == city.country) continue;
        const Claimant who{actor.entity, actor.begin};
        const Actor where{mention.entities.front(), mention.begin, mention.end, actor.certainty, false};
        out.push_back(told(*visits, who, where, verb, kPresence, "visits/in:" + std::string(tree.lemma(verb))));
        out.back().status = reader.context.status(verb, false);
      }
  }
}

}  // namespace

std::vector<Statement> discourse_statements(const Reader& reader, const Frames& frames) {
  std::vector<Statement> out;
  presences(reader, frames, out);
  headline_presences(reader, frames, out);
  results(reader, frames, out);
  inserted_presences(reader, frames, out);
  quoted_judgements(reader, frames, out);
  const auto urges = frames.relation("urges");
  if (!urges) return out;
  const auto& tree = reader.tree;
  for (std::uint32_t t = 0; t < tree.size(); ++t) {
    if (!tree.is_verb(t) || !is_norm(tree, t) || reader.arguments.is_passive(t)) continue;
    const auto claimant = speaker_of(reader, t);
    if (!claimant) continue;
    for (const auto& subject : addressed(reader, t))
      for (const auto& actor : reader.actors.of(subject.token, false)) {
        if (actor.entity == claimant->entity || reader.mentions.entities[actor.entity].kind == Kind::place) continue;
        out.push_back(told(*urges, *claimant, actor, t, kNorm, "urges/norm:" + std::string(tree.lemma(t))));
      }
  }
  return out;
}

}  // namespace entente::relation
