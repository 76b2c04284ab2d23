#include "relation/matcher.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "relation/accords.hpp"
#include "relation/argument_words.hpp"
#include "relation/conditions.hpp"
#include "relation/omitted.hpp"
#include "relation/told_deeds.hpp"

namespace entente::relation {

namespace {

constexpr float kSeat = 0.85F;     // a capital that may be its state
// Measured with scripts/calibration: edges of nouns, and of arguments far off, are wrong more often than others.
constexpr float kNominal = 0.94F;
constexpr float kFarSource = 0.93F, kFarTarget = 0.85F;
constexpr std::uint32_t kFar = 16;  // tokens
constexpr float kSpeaker = 0.85F;  // the attitude of a claim is its claimant's
constexpr float kTold = 0.7F;      // who did what was told before

class Matcher {
 public:
  Matcher(const Reader& reader, const Frames& frames, const std::function<void(const Trace&)>& trace)
      : r_(reader), frames_(frames), trace_(trace), asked_(reader, frames) {}

  std::vector<Statement> run() {
    for (std::uint32_t t = 0; t < r_.tree.size(); ++t) {
      const auto word = r_.tree.word(t);
      if (word != Word::verb && word != Word::noun && word != Word::proper && word != Word::adjective) continue;
      if (r_.tree.dep(t) == Dep::aux || r_.tree.dep(t) == Dep::auxpass) continue;
      const auto lemma = asked_.lemma(t), form = asked_.form(t);
      token(t, frames_.triggers(lemma));
      if (form != lemma) token(t, frames_.triggers(form));
      if (const auto verb = asked_.deed_of(t); verb != 0) token(t, frames_.triggers(verb));
    }
    return std::move(out_);
  }

 private:
  void token(std::uint32_t t, const std::vector<Trigger>& candidates) {
    if (candidates.empty() || r_.actors.in_name(t)) return;
    for (const auto& trigger : candidates) {
      if (!asked_.is_there(trigger, t) || (!trace_ && !asked_.may_fire(trigger, t))) continue;
      const auto verdict = apply(trigger, t);
      if (trace_) trace_({frames_.name(trigger), t, verdict.text()});
    }
  }

  // The actors of the first function, and the first rank of it, that has any of a fitting kind.
  // @param acts they are who does it: a city in which it is done is not its state then.
  // @param apart entities already taken for the other end: "Maduro's opponent, Elena Rojas" has both as candidates for its subject.
  ActorList resolve(const std::vector<Route>& routes, std::uint32_t t, Kinds kinds, bool author, const ActorList& apart, bool acts) const {
    ActorList out;
    for (const auto& route : routes) {
      if (route.speaker) {
        if (under_condition(t)) continue;
        if (const auto claimant = r_.context.claimant(t); claimant && kinds.has(r_.mentions.entities[claimant->entity].kind))
          out.push_back({claimant->entity, claimant->token, claimant->token + 1, kSpeaker, false});
        if (out.empty()) people_who_say(t, kinds, out);
        if (!out.empty()) break;
        continue;
      }
      if (route.parties) {
        for (const auto& noun : asked_.arguments(route.id, t)) parties(noun.token, kinds, apart, out);
        if (!out.empty()) break;
        continue;
      }
      std::uint8_t rank = 0;
      const bool doer = !author && route.path.size() == 1 && route.path.front().kind == Function::Kind::subj && r_.tree.is_verb(t);
      for (const auto& argument : asked_.arguments(route.id, t)) {
        if (!out.empty() && argument.rank > rank) break;
        rank = argument.rank;
        // "Hungary's veto blocked ...": who does a deed does what it does
        const auto lemma = r_.tree.lemma(argument.token);
        const bool deed = doer && r_.tree.word(argument.token) == Word::noun && (r_.lexicon.acts.contains(lemma) || r_.lexicon.suffered.contains(lemma));
        // "A ministry letter accused ...": what is written says what its author says
        const bool written = doer && is_document(lemma) && r_.lexicon.speech.contains(r_.tree.lemma(t));
        for (auto actor : r_.actors.of(argument.token, author || deed || written, t)) {
          if (!acts || !located(actor)) stand_for_state(actor, kinds);
          if (!kinds.has(r_.mentions.entities[actor.entity].kind) || contains(out, actor) || contains(apart, actor)) continue;
          actor.certainty *= argument.certainty;
          out.push_back(actor);
        }
      }
      if (!out.empty()) break;
    }
    return out;
  }

  static bool is_document(std::string_view noun) {
    constexpr std::array<std::string_view, 16> kDocuments{"article", "cable", "communique", "editorial", "email", "indictment", "lawsuit", "leaflet",
                                                          "letter", "memo", "memorandum", "note", "paper", "petition", "report", "tweet"};
    return std::binary_search(kDocuments.begin(), kDocuments.end(), noun);
  }

  // "Dutch police said that ...": people of a state or body who are no actor by name.
  void people_who_say(std::uint32_t t, Kinds kinds, ActorList& out) const {
    constexpr int kSteps = 4;
    const auto& tree = r_.tree;
    for (int steps = 0; steps < kSteps && !tree.is_root(t); ++steps, t = tree.head(t)) {
      const auto d = tree.dep(t);
      const auto head = tree.head(t);
      if (d == Dep::ccomp && r_.lexicon.speech.contains(tree.lemma(head))) {
        const auto subject = r_.arguments.surface_subject(head);
        if (subject == Tree::npos || tree.word(subject) == Word::pronoun) return;
        const auto actors = r_.actors.of(subject, false);
        if (actors.size() == 1 && kinds.has(r_.mentions.entities[actors.front().entity].kind)) out.push_back(actors.front());
        return;
      }
      if (d != Dep::xcomp && d != Dep::acomp && d != Dep::attr && d != Dep::conj) return;
    }
  }

  // "The deal was brokered by X": the parties to the accord last told of; who signs does so for his state.
  void parties(std::uint32_t noun, Kinds kinds, const ActorList& apart, ActorList& out) const {
    auto found = parties_of(r_, frames_, out_, noun);
    stand_for_states(found);
    for (const auto& actor : found)
      if (kinds.has(r_.mentions.entities[actor.entity].kind) && !contains(out, actor) && !contains(apart, actor)) out.push_back(actor);
  }

  // A capital named as a place where the relation takes none is its state: "took aim at Zagreb".
  void stand_for_state(Actor& actor, Kinds kinds) const {
    const auto kind = r_.mentions.entities[actor.entity].kind;
    if (kind != Kind::place || kinds.has(kind) || actor.entity >= r_.mentions.seat_of.size()) return;
    const auto state = r_.mentions.seat_of[actor.entity];
    if (state < 0 || !kinds.has(Kind::country)) return;
    actor.entity = static_cast<std::uint32_t>(state);
    actor.certainty *= kSeat;
  }

  // "X said that he would leave if Y lied": what is said under a condition is not said of anybody
  bool under_condition(std::uint32_t t) const {
    constexpr int kSteps = 4;
    const auto& tree = r_.tree;
    for (int steps = 0; steps < kSteps && !tree.is_root(t); ++steps, t = tree.head(t)) {
      const auto mark = tree.child(t, Dep::mark);
      if (mark != Tree::npos && (tree.lower(mark) == "if" || tree.lower(mark) == "unless" || tree.lower(mark) == "whether")) return true;
      const auto d = tree.dep(t);
      if (d != Dep::xcomp && d != Dep::conj && d != Dep::pcomp && d != Dep::prep && d != Dep::acomp && d != Dep::attr) return false;
    }
    return false;
  }

  // "X warned that his country would ...": whoever speaks of his own state
  bool is_own_state(const Actor& who, const Actor& state) const {
    const auto& one = r_.mentions.entities[who.entity];
    const auto& other = r_.mentions.entities[state.entity];
    return other.kind == Kind::country && !other.country.empty() && one.country == other.country;
  }

  // "landed in Accra"
  bool located(const Actor& actor) const {
    for (auto t = actor.begin; t < actor.end; ++t)
      if (r_.tree.dep(t) == Dep::pobj) return r_.tree.lower(r_.tree.head(t)) == "in";
    return false;
  }

  // What came of trying a frame.
  struct Verdict {
    enum What { fired, condition_fails, not_denied, no_source, no_target, same } what = fired;
    const Condition* condition = nullptr;  // the one that fails

    std::string text() const {
      switch (what) {
        case fired: return "fired";
        case condition_fails: return "\"" + condition->name + "\" is not as asked";
        case not_denied: return "not denied";
        case no_source: return "no source";
        case no_target: return "no target";
        case same: return "source and target are the same";
      }
      return {};
    }
  };

  Verdict apply(const Trigger& trigger, std::uint32_t t) {
    const auto& frame = frames_.frames()[trigger.frame];
    for (const auto& condition : frame.where)
      if (!asked_.holds(condition, t)) return {Verdict::condition_fails, &condition};
    const auto& type = frames_.relations()[frame.relation];
    if (frame.denied && r_.context.status(t, type.attempt_counts) != Status::negated) return {Verdict::not_denied};
    const auto judged = frame.author ? ToldDeeds(r_, frames_, out_).judged(frame, t) : Tree::npos;
    auto targets = judged == Tree::npos ? resolve(frame.target, t, frame.target_kinds, frame.author, {}, false) : ActorList();
    auto sources = resolve(frame.source, t, frame.source_kinds, false, targets, true);
    if (sources.empty() && !targets.empty()) {
      // "talks between X and Y": both ends in one. "X's predecessor, Y": X is a candidate for either end, Y only for the other.
      sources = resolve(frame.source, t, frame.source_kinds, false, {}, true);
      if (auto others = resolve(frame.target, t, frame.target_kinds, frame.author, sources, false); !others.empty()) targets = std::move(others);
    }
    if (sources.empty()) return {Verdict::no_source};
    if (type.between_states) {
      const bool personal = all_persons(sources) && all_persons(targets) && !targets.empty();
      if (!personal) stand_for_states(sources), stand_for_states(targets);
    }
    if (targets.empty() && (type.symmetric || frame.mutual) && pairs_up(frame) && !one_of_a_family(type, t) && !has_other_side(frame, t) && !has_company(t, sources)) targets = sources;
    // "called the ruling 'a triumph'": what is called so is not who calls it.
    if (frame.author && !targets.empty() && std::all_of(targets.begin(), targets.end(), [&](const Actor& a) { return contains(sources, a); })) targets.clear();
    // "accused X of spying and expelled its envoys": nobody's own
    if (frame.elliptic && !targets.empty() && std::all_of(targets.begin(), targets.end(), [&](const Actor& a) { return contains(sources, a); })) targets.clear();
    if (judged != Tree::npos)
      for (const auto& actor : ToldDeeds(r_, frames_, out_).last_doers(judged, sources)) remember(frame, actor, judged, sources, targets);
    else if (targets.empty() && frame.author) told_before(frame, t, sources, targets);
    if (targets.empty() && frame.elliptic) left_out(frame, t, sources, targets);
    if (targets.empty()) return {Verdict::no_target};
    const bool of_accord = std::any_of(frame.target.begin(), frame.target.end(), [](const Route& route) { return route.parties; });
    if (of_accord && std::any_of(sources.begin(), sources.end(), [&](const Actor& a) { return contains(targets, a); })) return {Verdict::same};
    bool fired = false;
    for (std::size_t i = 0; i < sources.size(); ++i)
      for (std::size_t j = 0; j < targets.size(); ++j) {
        const auto& s = sources[i];
        const auto& g = targets[j];
        if (s.entity == g.entity) continue;
        // "the four wanted to leave": what one phrase denotes does nothing to itself, unless the frame says so.
        if (!type.symmetric && !frame.mutual && s.begin == g.begin && s.end == g.end) continue;
        if (frame.foreign && is_own_state(s, g)) continue;
        // "X and Y suspended their participation": their own
        if (!type.symmetric && r_.tree.tag(g.begin) == "PRP$" && contains(sources, g)) continue;
        // "contacts between X and those countries": the countries are one party
        if (s.begin == g.begin && s.end == g.end && sources.size() > 2 && !one_phrase(sources)) continue;
        if ((type.symmetric || frame.mutual) && i > j && contains(targets, s) && contains(sources, g)) continue;  // pairs of one list, once
        emit(trigger, type, t, s, g);
        if (frame.mutual) emit(trigger, type, t, g, s);
        fired = true;
      }
    return {fired ? Verdict::fired : Verdict::same};
  }

  static bool one_phrase(const ActorList& list) {
    return std::all_of(list.begin(), list.end(), [&](const Actor& a) { return a.begin == list.front().begin && a.end == list.front().end; });
  }

  // "a wife, X, and a son, Y": one of them is no wife of the other.
  bool one_of_a_family(const RelationType& type, std::uint32_t t) const {
    constexpr std::array<std::string_view, 7> kBonds{"betrothal", "couple", "divorce", "engagement", "marriage", "separation", "wedding"};
    return type.name == "kin_of" && r_.tree.tag(t) == "NN" && std::find(kBonds.begin(), kBonds.end(), r_.tree.lemma(t)) == kBonds.end();
  }

  // Is the function the argument of one of these prepositions?
  static bool is_under(const Function& function, std::initializer_list<std::string_view> prepositions) {
    return function.kind == Function::Kind::prep && function.words.size() == 1 && is_one_of(function.words.front(), prepositions);
  }

  // "talks of A and B", "exports to A and B": those to whom or with whom it is done are no party to one another.
  // "imports from X", "exports to X": without X the importers are no party to one another either.
  static bool pairs_up(const Frame& frame) {
    const bool joint = frame.target.empty() || std::any_of(frame.target.begin(), frame.target.end(), [&](const Route& route) {
      if (route.path.empty()) return true;
      const auto& last = route.path.back();
      return !is_under(last, {"for", "from", "in", "into", "of", "on", "to"}) && last.kind != Function::Kind::iobj;
    });
    if (!joint) return false;
    return std::any_of(frame.source.begin(), frame.source.end(), [](const Route& route) {
      if (route.path.empty()) return false;
      const auto& last = route.path.back();
      return last.kind != Function::Kind::prep || is_under(last, {"of", "by", "among"});
    });
  }

  // "X and Y signed a deal with unions", "see Z as a rival": whom it is done with is said, though he is no actor.
  bool has_other_side(const Frame& frame, std::uint32_t t) const {
    return std::any_of(frame.target.begin(), frame.target.end(), [&](const Route& route) {
      if (route.speaker || route.parties || route.path.empty()) return false;
      const auto& last = route.path.back();
      const bool party = last.kind == Function::Kind::obj || is_under(last, {"with", "against"});
      const bool named_by_it = is_under(last, {"of"}) && calls_people(r_.tree.lemma(t));  // "X and Y, foes of the dam"
      return (party || named_by_it) && !asked_.arguments(route.id, t).empty();
    });
  }

  // "X and Y worked with Z": each with Z, not with one another.
  bool has_company(std::uint32_t t, const ActorList& sources) const {
    if (!r_.tree.is_verb(t)) return false;
    for (const auto& argument : r_.arguments.find(t, Function{Function::Kind::prep, {"with"}}))
      for (const auto& actor : r_.actors.of(argument.token, false))
        if (!contains(sources, actor) && r_.mentions.entities[actor.entity].kind != Kind::place) return true;
    return false;
  }

  // "denounced the move": whose deed it is.
  void told_before(const Frame& frame, std::uint32_t t, const ActorList& sources, ActorList& found) const {
    const ToldDeeds deeds(r_, frames_, out_);
    const bool denies = frames_.relations()[frame.relation].name == "opposes" || r_.tree.lemma(t) == "dismiss";
    if (const auto noun = deeds.summing_up(frame, t); noun != Tree::npos) {
      for (const auto& actor : deeds.summed_up(noun, denies, sources)) remember(frame, actor, noun, sources, found);
      return;
    }
    const auto noun = deeds.taken_up(frame, t);
    if (noun == Tree::npos) return;
    auto authors = deeds.authors(noun, std::min(noun, t), denies, sources);
    if (deeds.is_accord(noun)) stand_for_states(authors);
    for (const auto& actor : authors) remember(frame, actor, noun, sources, found);
  }

  // The phrase at `token` stands for the actor told of before.
  void remember(const Frame& frame, Actor actor, std::uint32_t token, const ActorList& sources, ActorList& found) const {
    actor.begin = token;
    actor.end = token + 1;
    if (!frame.target_kinds.has(r_.mentions.entities[actor.entity].kind) || contains(sources, actor) || contains(found, actor)) return;
    actor.certainty *= kTold;
    found.push_back(actor);
  }

  // "X attacked Y and recalled its ambassador", "Z pledged forty million".
  void left_out(const Frame& frame, std::uint32_t t, const ActorList& sources, ActorList& found) const {
    if (r_.tree.tag(t) == "VB") return;  // "told X to withdraw its envoys": whose they are is not said
    const bool help = frames_.relations()[frame.relation].name == "aids";
    const auto other = help ? omitted_recipient(r_, frames_, out_, t, sources) : omitted_opponent(r_, frames_, out_, frame.relation, t, sources);
    if (other >= 0) remember(frame, {static_cast<std::uint32_t>(other), t, t + 1, 1.0F, false}, t, sources, found);
  }

  bool all_persons(const ActorList& list) const {
    return std::all_of(list.begin(), list.end(), [&](const Actor& a) { return r_.mentions.entities[a.entity].kind == Kind::person; });
  }

  // "Lavrov highlighted cooperation with CELAC": those who cooperate are not the speaker but the state or body for which he acts.
  void stand_for_states(ActorList& list) const {
    for (auto& actor : list) {
      if (r_.mentions.entities[actor.entity].kind != Kind::person) continue;
      for (const auto& office : r_.mentions.offices)
        if (office.holder == actor.entity && !office.bodies.empty() && (office.kind == entity::OfficeKind::leads || office.kind == entity::OfficeKind::holds_office_in || office.kind == entity::OfficeKind::chairs)) {
          actor.entity = office.bodies.front();
          break;
        }
    }
  }

  static bool contains(const ActorList& list, const Actor& actor) {
    return std::any_of(list.begin(), list.end(), [&](const Actor& a) { return a.entity == actor.entity; });
  }

  void emit(const Trigger& trigger, const RelationType& type, std::uint32_t t, const Actor& s, const Actor& g) {
    const auto& frame = frames_.frames()[trigger.frame];
    Statement st;
    st.relation = frame.relation;
    st.source = s.entity;
    st.target = g.entity;
    st.source_token = s.begin;
    st.target_token = g.begin;
    st.trigger = t;
    const auto carrier = r_.tree.is_noun(t) ? r_.arguments.carrier(t) : Tree::npos;
    st.phrase = carrier == Tree::npos ? t : carrier;
    const auto status = r_.context.status(t, type.attempt_counts);
    st.status = frame.denied ? Status::asserted : frame.status && status != Status::negated ? *frame.status : status;
    if (type.event_class == "structural" && st.status == Status::asserted && r_.arguments.is_over(t)) st.status = Status::ended;
    // Whoever tells of his own act does not claim it of another.
    if (const auto claimant = r_.context.claimant(t); claimant && !presupposed(type, t) && claimant->entity != s.entity)
      st.claimant = static_cast<std::int32_t>(claimant->entity);
    st.confidence = frame.confidence * s.certainty * g.certainty * (trigger.word_class == Trigger::Class::noun ? kNominal : 1.0F) *
                    (distance(t, s) >= kFar ? kFarSource : 1.0F) * (distance(t, g) >= kFar ? kFarTarget : 1.0F);
    st.begin = std::min({t, s.begin, g.begin});
    st.end = std::max({t + 1, s.end, g.end});
    st.frame = frames_.name(trigger);
    st.some = s.some || g.some;
    out_.push_back(std::move(st));
  }

  static std::uint32_t distance(std::uint32_t t, const Actor& actor) { return actor.begin > t ? actor.begin - t : t - actor.begin; }

  // "Mexico's chairmanship": what a possessive noun of standing presupposes is the article's, whoever speaks.
  bool presupposed(const RelationType& type, std::uint32_t t) const {
    return type.event_class == "structural" && r_.tree.is_noun(t) && r_.tree.has_child(t, Dep::poss);
  }

  const Reader& r_;
  const Frames& frames_;
  const std::function<void(const Trace&)>& trace_;
  Conditions asked_;
  std::vector<Statement> out_;
};

}  // namespace

std::vector<Statement> match_frames(const Reader& reader, const Frames& frames, const std::function<void(const Trace&)>& trace) {
  return Matcher(reader, frames, trace).run();
}

}  // namespace entente::relation
