#include "relation/matcher.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "relation/accords.hpp"
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
      : r_(reader), frames_(frames), trace_(trace),
        asked_for_(frames.routes(), Tree::npos), found_(frames.routes()) {
    const auto n = reader.tree.size();
    lemma_.reserve(n), form_.reserve(n);
    for (std::uint32_t t = 0; t < n; ++t) {
      const auto lemma = reader.tree.lemma(t), form = reader.tree.lower(t);
      lemma_.push_back(frames.word(lemma));
      form_.push_back(form == lemma ? lemma_.back() : frames.word(form));
      if (reader.tree.tag(t) == "CD" && is_money(t)) lemma_.back() = frames.word("million");
    }
  }

  std::vector<Statement> run() {
    for (std::uint32_t t = 0; t < r_.tree.size(); ++t) {
      const auto word = r_.tree.word(t);
      if (word != Word::verb && word != Word::noun && word != Word::proper && word != Word::adjective) continue;
      if (r_.tree.dep(t) == Dep::aux || r_.tree.dep(t) == Dep::auxpass) continue;
      token(t, frames_.triggers(lemma_[t]));
      if (form_[t] != lemma_[t]) token(t, frames_.triggers(form_[t]));
      if (const auto verb = deed_of(t); verb != 0) token(t, frames_.triggers(verb));
    }
    return std::move(out_);
  }

 private:
  // "Spain's banning of X": the verb of a noun in -ing that no frame knows as a noun; 0 for all others.
  std::uint32_t deed_of(std::uint32_t t) const {
    constexpr std::string_view kEnding = "ing";
    const auto form = r_.tree.lower(t);
    if (r_.tree.word(t) != Word::noun || form_[t] != 0 || form.size() < 6 || !form.ends_with(kEnding)) return 0;
    if (r_.tree.child_with_form(t, "of") == Tree::npos) return 0;
    auto stem = std::string(form.substr(0, form.size() - kEnding.size()));
    if (const auto word = frames_.word(stem); frames_.is_verb(stem)) return word;
    if (const auto n = stem.size(); stem[n - 1] == stem[n - 2] && frames_.is_verb(stem.substr(0, n - 1))) return frames_.word(stem.substr(0, n - 1));
    stem += 'e';
    return frames_.is_verb(stem) ? frames_.word(stem) : 0;
  }

  // "gave £400,000": as if the million were said
  bool is_money(std::uint32_t t) const {
    const auto children = r_.tree.children(t);
    return std::any_of(children.begin(), children.end(), [&](auto c) { return c < t && r_.tree.tag(c) == "$"; });
  }

  void token(std::uint32_t t, const std::vector<Trigger>& candidates) {
    if (candidates.empty() || r_.actors.in_name(t)) return;
    for (const auto& trigger : candidates) {
      if (!is_there(trigger, t)) continue;
      const auto verdict = apply(trigger, t);
      if (trace_) trace_({frames_.name(trigger), t, verdict.text()});
    }
  }

  bool is_there(const Trigger& trigger, std::uint32_t t) const {
    const auto& tree = r_.tree;
    switch (trigger.word_class) {
      case Trigger::Class::verb:
        if (!tree.is_verb(t)) return deed_of(t) != 0 && trigger.size == 0;
        if (tree.dep(t) == Dep::amod && tree.tag(t) != "VBG") return false;
        break;
      case Trigger::Class::noun:
        if (!tree.is_noun(t)) return false;
        break;
      case Trigger::Class::adjective:
        if (tree.word(t) != Word::adjective && tree.tag(t) != "VBN" && tree.tag(t) != "VBG" && tree.tag(t) != "VBD") return false;
        break;
    }
    const std::uint32_t n = trigger.size;
    if (n == 0) return trigger.word_class != Trigger::Class::verb || !is_phrasal(t);
    if (trigger.before) {
      if (t < n) return false;
      for (std::uint32_t i = 0; i < n; ++i)
        if (form_[t - n + i] != trigger.particles[i]) return false;
      return true;
    }
    for (std::uint32_t i = 0; i < n; ++i) {
      const auto next = t + 1 + i;
      const bool follows = next < tree.size() && (form_[next] == trigger.particles[i] || lemma_[next] == trigger.particles[i]);
      if (!follows && !below(t, trigger.particles[i])) return false;
    }
    return true;
  }

  // "took in", "knocked out": a verb with a particle that some frame knows by that particle is another verb.
  bool is_phrasal(std::uint32_t verb) const {
    const auto children = r_.tree.children(verb);
    return std::any_of(children.begin(), children.end(), [&](auto c) { return r_.tree.dep(c) == Dep::prt && frames_.is_phrasal(lemma_[verb], form_[c]); });
  }

  // A particle among the verb's children, its object moved in between: "threw [X] out".
  bool below(std::uint32_t verb, std::uint32_t particle) const {
    for (auto c : r_.tree.children(verb)) {
      if (form_[c] != particle) continue;
      const auto d = r_.tree.dep(c);
      const bool preposition = d == Dep::prep && r_.tree.has_child(c, Dep::pobj);  // "took over the port in May" is no "take in"
      if (d == Dep::prt || d == Dep::advmod || (d == Dep::prep && !preposition) || d == Dep::acomp) return true;
    }
    return false;
  }

  // Many frames of one trigger ask for the same arguments.
  const ArgumentList& arguments(const Route& route, std::uint32_t t) const {
    if (asked_for_[route.id] != t) {
      asked_for_[route.id] = t;
      found_[route.id] = r_.arguments.find(t, route.path);
    }
    return found_[route.id];
  }

  bool holds(const Condition& condition, std::uint32_t t) const {
    const auto& found = arguments(condition.route, t);
    if (condition.absent) return found.empty() || (condition.route.company && !denotes_actor(found));
    const bool by_actor = condition.actor || !condition.kinds.empty() || !condition.classes.empty();
    const bool unconditional = condition.lemmas.empty() && !by_actor && !condition.wish && !condition.infinitive;
    if (found.empty()) return unconditional && !condition.any;  // only prohibitions
    for (const auto& a : found)
      if ((contains(condition.forbidden, a.token) && !begins_name(a.token)) || (!condition.forbidden_classes.empty() && of_class(condition.forbidden_classes, a.token))) return false;
    if (condition.any || unconditional) return true;
    for (const auto& a : found) {
      // "Pacific Alliance" is no "alliance" that somebody forms
      const bool itself = contains(condition.lemmas, a.token);
      const auto what = itself || condition.lemmas.empty() ? Tree::npos : counted(a.token);
      const bool named = (itself && !r_.actors.in_name(a.token)) || (what != Tree::npos && contains(condition.lemmas, what));
      if (named || (condition.wish && is_wish(a.token)) || (condition.infinitive && is_infinitive(a.token))) return true;
      if (!condition.lemmas.empty() && conjunct_contained(condition.lemmas, a.token)) return true;
      if (!by_actor) continue;
      if (!condition.classes.empty() && of_class(condition.classes, a.token)) return true;
      for (const auto& actor : r_.actors.of(a.token, false))
        if (condition.actor || condition.kinds.has(r_.mentions.entities[actor.entity].kind)) return true;
    }
    return false;
  }

  // "Rally for the Republic" is no rally, "Mission of Hope" no mission.
  bool begins_name(std::uint32_t token) const {
    const auto m = r_.mentions.containing(token);
    if (m < 0) return false;
    const auto& mention = r_.mentions.mentions[static_cast<std::size_t>(m)];
    return mention.kind == entity::MentionKind::name && mention.end > token + 2;
  }

  bool denotes_actor(const ArgumentList& found) const {
    return std::any_of(found.begin(), found.end(), [&](const Argument& a) { return !r_.actors.of(a.token, false).empty(); });
  }

  // "signed a treaty, a protocol and a letter": each conjunct hangs on the one before it.
  bool conjunct_contained(const Words& lemmas, std::uint32_t t) const {
    constexpr int kConjuncts = 6;
    for (int steps = 0; steps < kConjuncts && t != Tree::npos; ++steps) {
      auto next = Tree::npos;
      for (auto c : r_.tree.children(t)) {
        if (r_.tree.dep(c) != Dep::conj) continue;
        if (contains(lemmas, c)) return true;
        if (next == Tree::npos) next = c;
      }
      t = next;
    }
    return false;
  }

  bool of_class(const std::vector<std::string>& classes, std::uint32_t t) const {
    const auto actors = r_.actors.of(t, false);
    return std::any_of(actors.begin(), actors.end(), [&](const Actor& actor) {
      return actor.entity < r_.mentions.classes.size() && std::find(classes.begin(), classes.end(), r_.mentions.classes[actor.entity]) != classes.end();
    });
  }

  bool is_infinitive(std::uint32_t verb) const { return r_.tree.tag(verb) == "VB" && r_.tree.child_with_form(verb, "to") != Tree::npos; }

  bool is_wish(std::uint32_t verb) const {
    const auto& tree = r_.tree;
    if (tree.tag(verb) == "VB") {  // but "will leave" and "could leave" are no wishes
      const auto children = tree.children(verb);
      const bool modal = std::any_of(children.begin(), children.end(), [&](auto c) {
        return tree.dep(c) == Dep::aux && tree.tag(c) == "MD" && tree.lower(c) != "should" && tree.lower(c) != "must" && tree.lower(c) != "ought";
      });
      if (!modal) return true;
    }
    if (tree.tag(verb) == "VBD" && tree.lemma(verb) == tree.lower(verb)) {  // "recommended that X cut subsidies"
      const auto governor = tree.lemma(tree.head(verb));
      if (governor == "demand" || governor == "urge" || governor == "request" || governor == "ask" || governor == "propose" || governor == "recommend" || governor == "insist") return true;
    }
    if ((tree.tag(verb) == "NN" || (tree.tag(verb) == "JJ" && tree.is_verb(verb))) && tree.dep(verb) == Dep::ccomp) return true;  // "demanded that X resign"
    if (tree.tag(verb) == "VBP") {  // a subjunctive looks like a plural: "demanded that the government end curbs"
      const auto subject = tree.child(verb, Dep::nsubj);
      const auto governor = tree.lemma(tree.head(verb));
      const bool asks = governor == "demand" || governor == "urge" || governor == "request" || governor == "ask" || governor == "propose" || governor == "recommend";
      if (asks || (subject != Tree::npos && (tree.tag(subject) == "NN" || tree.tag(subject) == "NNP"))) return true;
    }
    for (auto c : r_.tree.children(verb))
      if (r_.tree.dep(c) == Dep::aux && (r_.tree.lower(c) == "should" || r_.tree.lower(c) == "must" || r_.tree.lower(c) == "ought")) return true;
    return false;
  }

  bool contains(const Words& words, std::uint32_t t) const {
    const auto has = [&](std::uint32_t word) { return word != 0 && std::binary_search(words.ids.begin(), words.ids.end(), word); };
    const bool hyphen = t >= 2 && r_.tree.lower(t - 1) == "-";
    if (!(hyphen && is_lower_rank(t)) && (has(lemma_[t]) || (form_[t] != lemma_[t] && has(form_[t])))) return true;
    return hyphen && std::any_of(words.hyphenated.begin(), words.hyphenated.end(), [&](const std::string& w) { return is_compound(w, t); });
  }

  // "vice-president": no president
  bool is_lower_rank(std::uint32_t t) const {
    const auto rank = r_.tree.lower(t - 2);
    return rank == "vice" || rank == "deputy" || rank == "under" || rank == "sub";
  }

  // "sit-in": three tokens, of which the last heads the word
  bool is_compound(std::string_view word, std::uint32_t t) const {
    const auto hyphen = word.find('-');
    return r_.tree.lower(t - 2) == word.substr(0, hyphen) && (r_.tree.lower(t) == word.substr(hyphen + 1) || r_.tree.lemma(t) == word.substr(hyphen + 1));
  }

  // "a series of bombs", "dozens of rounds": a noun of number or measure stands for what it counts.
  std::uint32_t counted(std::uint32_t t) const {
    constexpr std::array<std::string_view, 20> kMeasures{"barrage", "couple", "dozen", "handful", "host", "hundred", "kind", "lot", "million", "number",
                                                         "package", "range", "round", "score", "series", "set", "spate", "string", "thousand", "volley"};
    if (std::find(kMeasures.begin(), kMeasures.end(), r_.tree.lemma(t)) == kMeasures.end()) return Tree::npos;
    const auto of = r_.tree.child_with_form(t, "of");
    return of == Tree::npos ? Tree::npos : r_.tree.child(of, Dep::pobj);
  }

  // The actors of the first function, and the first rank of it, that has any of a fitting kind.
  // @param acts they are who does it: a city in which it is done is not its state then.
  // @param apart entities already taken for the other end: "Maduro's opponent, Elena Rojas" has both as candidates for its subject.
  ActorList resolve(const std::vector<Route>& routes, std::uint32_t t, Kinds kinds, bool author, const ActorList& apart, bool acts) const {
    ActorList out;
    for (const auto& route : routes) {
      if (route.speaker) {
        if (const auto claimant = r_.context.claimant(t); claimant && kinds.has(r_.mentions.entities[claimant->entity].kind))
          out.push_back({claimant->entity, claimant->token, claimant->token + 1, kSpeaker, false});
        if (!out.empty()) break;
        continue;
      }
      if (route.parties) {
        for (const auto& noun : arguments(route, t)) parties(noun.token, kinds, apart, out);
        if (!out.empty()) break;
        continue;
      }
      std::uint8_t rank = 0;
      const bool doer = !author && route.path.size() == 1 && route.path.front().kind == Function::Kind::subj && r_.tree.is_verb(t);
      for (const auto& argument : arguments(route, t)) {
        if (!out.empty() && argument.rank > rank) break;
        rank = argument.rank;
        // "Hungary's veto blocked ...": who does a deed does what it does
        const auto lemma = r_.tree.lemma(argument.token);
        const bool deed = doer && r_.tree.word(argument.token) == Word::noun && (r_.lexicon.acts.contains(lemma) || r_.lexicon.suffered.contains(lemma));
        for (auto actor : r_.actors.of(argument.token, author || deed, t)) {
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

  // "landed in Accra"
  bool located(const Actor& actor) const {
    for (auto t = actor.begin; t < actor.end; ++t)
      if (r_.tree.dep(t) == Dep::pobj) return r_.tree.lower(r_.tree.head(t)) == "in";
    return false;
  }

  // What came of trying a frame.
  struct Verdict {
    enum What { fired, condition_fails, no_source, no_target, same } what = fired;
    const Condition* condition = nullptr;  // the one that fails

    std::string text() const {
      switch (what) {
        case fired: return "fired";
        case condition_fails: return "\"" + condition->name + "\" is not as asked";
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
      if (!holds(condition, t)) return {Verdict::condition_fails, &condition};
    const auto& type = frames_.relations()[frame.relation];
    auto targets = resolve(frame.target, t, frame.target_kinds, frame.author, {}, false);
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
    if (targets.empty() && (type.symmetric || frame.mutual) && pairs_up(frame)) targets = sources;
    // "called the ruling 'a triumph'": what is called so is not who calls it.
    if (frame.author && !targets.empty() && std::all_of(targets.begin(), targets.end(), [&](const Actor& a) { return contains(sources, a); })) targets.clear();
    if (targets.empty() && frame.author) told_before(frame, t, sources, targets);
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

  // "talks of A and B", "exports to A and B": those to whom or with whom it is done are no party to one another.
  static bool pairs_up(const Frame& frame) {
    return std::any_of(frame.source.begin(), frame.source.end(), [](const Route& route) {
      if (route.path.empty()) return false;
      const auto& last = route.path.back();
      return last.kind != Function::Kind::prep || last.words == std::vector<std::string>{"of"} || last.words == std::vector<std::string>{"by"} || last.words == std::vector<std::string>{"among"};
    });
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
    const auto other = help ? omitted_recipient(r_, frames_, out_, t, sources) : omitted_opponent(frames_, out_, frame.relation, t, sources);
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
    st.status = frame.status && status != Status::negated ? *frame.status : status;
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
  std::vector<std::uint32_t> lemma_, form_;       ///< Numbers of the tokens' words.
  mutable std::vector<std::uint32_t> asked_for_;  ///< Per route: the token whose arguments are kept in found_.
  mutable std::vector<ArgumentList> found_;
  std::vector<Statement> out_;
};

}  // namespace

std::vector<Statement> match_frames(const Reader& reader, const Frames& frames, const std::function<void(const Trace&)>& trace) {
  return Matcher(reader, frames, trace).run();
}

}  // namespace entente::relation
