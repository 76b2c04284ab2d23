#include <algorithm>
#include <array>

#include "entity/references.hpp"
#include "text/words.hpp"

namespace entente::entity {
namespace {

constexpr double kInner = 1.35;   // the subject of the pronoun's own clause, to others
constexpr double kOuter = 1.25;   // of a clause above
constexpr double kOwn = 2.0;      // "its own"
constexpr double kActing = 200;   // the weight that it has at the least
constexpr double kTold = 0.06;    // for each time that a person was "she"
constexpr double kLast = 1.7;     // the organization that the sentence before ends with
constexpr double kControl = 1.8;  // the object that acts in the clause

// What states have and companies, clubs and papers have not, and the other way round.
constexpr std::array<std::string_view, 27> state_things{"airspace", "army", "border", "borders", "capital", "citizens", "coast", "coastline", "constitution", "consul", "currency", "economy", "embassy", "envoy",
                                                        "frontier", "gdp", "military", "navy", "neighbour", "neighbor", "neighbours", "neighbors", "parliament", "ports", "soil", "sovereignty", "territory"};
constexpr std::array<std::string_view, 29> body_things{"board", "boss", "chairman", "chairwoman", "chief", "coach", "captain", "customer", "customers", "directors", "editor", "employees", "executive", "factory", "goalkeeper", "headquarters",
                                                       "investors", "management", "parent", "plant", "profit", "profits", "revenue", "sales", "shareholders", "shares", "striker", "subsidiary", "workforce"};

// Of verbs whose object is to do what the infinitive says.
constexpr std::array<std::string_view, 34> directing{"advise", "allow", "appeal", "ask", "authorise", "authorize", "beg", "call", "compel", "counsel", "direct", "empower", "enable", "encourage", "expect", "forbid", "force", "implore",
                                                     "instruct", "invite", "oblige", "order", "permit", "persuade", "plead", "press", "pressure", "push", "remind", "require", "tell", "urge", "warn", "want"};

bool single(const Discourse::Item& item) { return item.entities.size() == 1; }

}  // namespace

void References::pronoun(std::uint32_t i) {
  const std::string_view lower = t_.lower(i);
  if (lower == "he" || lower == "him" || lower == "his") return person_pronoun(i, 'm');
  if (lower == "she" || lower == "her" || lower == "hers") return person_pronoun(i, 'f');
  if (lower == "it" || lower == "its") return thing_pronoun(i);
  if (lower == "they" || lower == "them" || lower == "their") return plural_pronoun(i);
  if (lower == "who" || lower == "which" || lower == "that" || lower == "whose" || lower == "whom") return relative(i);
}

// The object of a verb is not its subject: "Putin met him".
bool References::bound(std::uint32_t i, const Discourse::Item& item) const {
  const std::string_view dep = t_.dep(i);
  if (dep == "nsubj" || dep == "nsubjpass") {
    // "With Ebadi, she set up": what stands in the pronoun's own clause is another.
    if (item.last < t_.sentence_begin(i) || t_.dep(item.last) == "poss") return false;
    std::uint32_t at = item.last;
    for (int steps = 0; steps < 10 && t_.head(at) != at; ++steps) {
      at = t_.head(at);
      if (t_.pos(at) != "VERB" && t_.pos(at) != "AUX") continue;
      if (at == t_.head(i)) return true;
      // "After meeting Ebadi, she": of a verb without a subject of its own the pronoun is the subject too.
      const std::string_view clause = t_.dep(at);
      if (t_.subject(at) != none || (clause != "pcomp" && clause != "advcl") || at > i) return false;
    }
    return false;
  }
  if (dep != "dobj" && dep != "pobj" && dep != "dative") return false;
  std::uint32_t governor = t_.head(i);
  if (dep == "pobj") governor = t_.head(governor);
  // "Hamas hailed the judges and asked them": joined verbs share the subject.
  for (int steps = 0; steps < 4 && item.last_governor != governor && t_.dep(governor) == "conj" && t_.subject(governor) == none; ++steps) governor = t_.head(governor);
  // "Chad condemned Mali, accusing it of treason".
  if (t_.dep(governor) == "advcl" && t_.tag(governor) == "VBG" && t_.subject(governor) == none && t_.child(governor, "mark") == none) governor = t_.head(governor);
  if (item.last_governor == governor) return true;
  // "Peru, whose ambassador praised it, offered it a loan": named again after the subject.
  const std::uint32_t subject = t_.subject(governor);
  // "Two members of the bloc, Mali and Guinea, were barred by it": in a list or apposition of the subject.
  std::uint32_t at = item.last;
  for (int steps = 0; steps < 6 && at != subject && (t_.dep(at) == "conj" || t_.dep(at) == "appos" || t_.dep(at) == "compound"); ++steps) at = t_.head(at);
  if (at != item.last && t_.dep(at) == "pobj") at = t_.head(t_.head(at));
  if (subject != none && at == subject) return true;
  return t_.lower(i) != "them" && subject != none && subject < i && t_.tag(subject) != "WP" && entities_at(subject) == item.entities;
}

bool References::speaks(std::uint32_t i) const {
  return t_.dep(i) == "nsubj" && g_.cue(Gazetteer::Cue::speech_verb, t_.token(t_.head(i)).lemma);
}

// The object that is the subject of an infinitive too: "reminded [Peru] to pay its dues", "called on [Peru] to explain why it had".
std::uint32_t References::controlling_object(std::uint32_t clause) const {
  const std::string_view dep = t_.dep(clause);
  if (t_.subject(clause) != none) {
    // "warned Peru that it risked suspension"
    constexpr std::array<std::string_view, 6> telling{"advise", "inform", "notify", "remind", "warn", "caution"};
    if (dep != "ccomp" || std::find(telling.begin(), telling.end(), t_.token(t_.head(clause)).lemma) == telling.end()) return none;
    return t_.child(t_.head(clause), "dobj");
  }
  if (dep != "xcomp" && dep != "ccomp" && (dep != "advcl" || t_.tag(clause) != "VB")) return none;
  const std::uint32_t verb = t_.head(clause);
  if (t_.pos(verb) != "VERB" || verb > clause || !is_one_of(t_.token(verb).lemma, directing)) return none;
  if (const std::uint32_t object = t_.child(verb, "dobj", "dative"); object != none) return object < clause && dep != "advcl" ? object : none;
  for (const std::uint32_t c : t_.children(verb)) {
    const std::string_view word = t_.lower(c);
    if (t_.dep(c) == "prep" && c < clause && (word == "on" || word == "to" || word == "with")) return t_.child(c, "pobj");
  }
  return none;
}

// The subject of the verb that the pronoun stands under ("Clinton praised ... his envoy", "Varadkar said he"), or the object that is: how much
// sooner it is meant than another.
double References::governed(std::uint32_t i, const Discourse::Item& item) const {
  const bool own = i + 1 < t_.size() && t_.lower(i + 1) == "own" && t_.dep(i) == "poss";
  bool inner = true, controlled = false;
  std::uint32_t at = i;
  for (int steps = 0; steps < 12 && t_.head(at) != at; ++steps) {
    at = t_.head(at);
    if (t_.pos(at) != "VERB" && t_.pos(at) != "AUX") continue;
    if (item.last_governor == at && item.last_governor != none) return controlled ? 1.0 : !inner ? kOuter : own ? kOwn : kInner;
    const std::uint32_t object = controlling_object(at);
    if (object != none && item.last == object) return std::max(inner ? kControl : kInner, kActing / item.weight());
    controlled |= object != none;
    if (object != none || (t_.subject(at) != none && t_.subject(at) != i)) inner = false;
  }
  return 1.0;
}

// "In his article, Lavrov outlined": the subject of the verb that the pronoun's phrase is set before.
std::uint32_t References::following_subject(std::uint32_t i) const {
  std::uint32_t at = i;
  for (int steps = 0; steps < 8; ++steps) {
    const std::string_view pos = t_.pos(at);
    if ((pos == "VERB" || pos == "AUX") && at > i) {
      const std::uint32_t subject = t_.subject(at);
      return subject != none && subject > i ? subject : none;
    }
    if (t_.head(at) == at) return none;
    at = t_.head(at);
  }
  return none;
}

// "the West's sanctions and its pressure", "Russia and its allies".
std::vector<std::uint32_t> References::coordinated_possessor(std::uint32_t i) const {
  if (t_.dep(i) != "poss") return {};
  const std::uint32_t noun = t_.head(i);
  if (t_.dep(noun) != "conj" || t_.head(noun) >= i) return {};
  const std::uint32_t first = t_.head(noun);
  if (const auto entities = entities_at(first); !entities.empty()) return entities;
  const std::uint32_t possessor = t_.child(first, "poss");
  return possessor == none ? std::vector<std::uint32_t>() : entities_at(possessor);
}

// Of a name that no list has, the last letter of the given name says something: Xiomara, Evaristo.
double References::gender_fit(const Draft& d, char gender) const {
  if (d.gender) return 1.0;
  if (d.words.size() < 2 || d.words[0].size() < 4) return 0.9;
  const char last = d.words[0].back();
  return (last == 'a' && gender == 'm') || (last == 'o' && gender == 'f') ? 0.55 : 0.9;
}

// "Ana Ruiz made her a judge, and [she]": with the subject named and the object a pronoun, a pronoun as the next subject is the object; of the
// same subject nothing need be said again.
std::vector<std::uint32_t> References::object_before(std::uint32_t i) const {
  const std::uint32_t clause = t_.head(i), first = t_.head(clause);
  if (!t_.dep(i).starts_with("nsubj") || t_.dep(clause) != "conj" || t_.pos(first) != "VERB" || first > i) return {};
  const std::uint32_t subject = t_.subject(first), object = t_.child(first, "dobj", "dative");
  if (subject == none || object == none || object > i || t_.tag(object) != "PRP" || t_.tag(subject) == "PRP") return {};
  const auto named = entities_at(subject);
  if (named.size() != 1 || a_.drafts[named[0]].type != Type::person) return {};
  const bool he = t_.lower(i) == "he", him = t_.lower(object) == "him";
  return he == him && (him || t_.lower(object) == "her") ? entities_at(object) : std::vector<std::uint32_t>();
}

// "The outgoing mayor said she would": of a speaker who is not named.
bool References::unnamed_speaker(std::uint32_t i) const {
  const std::uint32_t clause = t_.head(i);
  if (!t_.dep(i).starts_with("nsubj") || t_.dep(clause) != "ccomp" || !g_.cue(Gazetteer::Cue::speech_verb, t_.token(t_.head(clause)).lemma)) return false;
  const std::uint32_t speaker = t_.subject(t_.head(clause));
  if (speaker == none || speaker > i || t_.tag(speaker) != "NN") return false;
  const auto named = entities_at(speaker);
  if (std::any_of(named.begin(), named.end(), [&](std::uint32_t e) { return a_.drafts[e].type == Type::person; })) return false;
  return a_.title_at[speaker] >= 0 || g_.person_noun(t_.lower(speaker)) != 0;
}

void References::person_pronoun(std::uint32_t i, char gender) {
  const Quotation* quotation = quotation_at(i);
  const std::vector<std::uint32_t> speaker = quotation ? speaker_of(*quotation) : std::vector<std::uint32_t>();
  const auto compatible = [&](std::uint32_t e) {
    const Draft& d = a_.drafts[e];
    return d.type == Type::person && (!d.gender || d.gender == gender) && std::find(speaker.begin(), speaker.end(), e) == speaker.end();
  };
  std::vector<std::uint32_t> found = coordinated_possessor(i);
  if (found.size() != 1 || !compatible(found[0])) found.clear();
  if (found.empty() && t_.dep(i) != "nsubj" && t_.sentence_begin(i) + 6 > i)
    if (const std::uint32_t subject = following_subject(i); subject != none)
      if (const auto named = entities_at(subject); named.size() == 1 && compatible(named[0])) found = named;
  if (found.empty() && unnamed_speaker(i)) return;
  if (found.empty())
    if (const auto object = object_before(i); object.size() == 1 && compatible(object[0])) found = object;
  if (found.empty()) {
    const bool saying = speaks(i) && !quotation;
    const std::uint32_t topic = discourse_.topic();
    const bool known_topic = topic != none && a_.drafts[topic].gender == gender;
    // One person alone, and not whom the text is about, in this paragraph so far.
    std::size_t others_here = 0;
    bool just_named = false, in_sentence = false;
    for (const Discourse::Item& item : discourse_.items()) {
      in_sentence |= single(item) && item.last < i && item.last >= t_.sentence_begin(i) && compatible(item.entities[0]) && !bound(i, item);
      if (single(item) && item.last < i && t_.paragraph(item.last) == t_.paragraph(i) && compatible(item.entities[0]))
        ++others_here, just_named = item.entities[0] != topic && a_.name_at[item.last] >= 0 && t_.sentence(item.last) + 1 == t_.sentence(i) && !bound(i, item);
    }
    const Discourse::Item* best = discourse_.best(i, [&](const Discourse::Item& item) {
      if (!single(item) || !compatible(item.entities[0]) || bound(i, item)) return 0.0;
      double fit = gender_fit(a_.drafts[item.entities[0]], gender);
      // Whom the text is about is known to be a woman: "she" is sooner she than one of whom that is not known.
      if (!a_.drafts[item.entities[0]].gender && known_topic && item.entities[0] != topic) fit *= 0.75;
      // Whom the text is about is out of mind in a paragraph that has spoken of another alone.
      if (others_here == 1 && just_named && item.entities[0] == topic) fit *= 0.6;
      if (t_.dep(i) == "nsubj" && item.last_subject) fit *= 1.15;
      fit *= governed(i, item);
      if (saying && last_speaker_ == item.entities) fit *= 1.5;
      if (const auto told = told_of_.find(item.entities[0]); told != told_of_.end() && !in_sentence) fit *= 1 + kTold * std::min(told->second, 6);
      // Between two equally near, the one that the text is about.
      return fit * (1 + 30 * topicality(item.entities[0]) / (item.weight() + 1));
    });
    if (best) found = best->entities;
  }
  if (found.empty()) return;
  if (!a_.drafts[found[0]].gender) a_.drafts[found[0]].gender = gender;
  if (speaks(i)) last_speaker_ = found;
  ++told_of_[found[0]];
  answer(i, i + 1, i, MentionKind::pronoun, found);
}

// "It is clear that", "makes it hard to".
bool References::pleonastic(std::uint32_t i) const {
  if (t_.lower(i) != "it") return false;
  if (t_.dep(i) == "expl") return true;
  const std::uint32_t verb = t_.head(i);
  const std::string_view lemma = t_.token(verb).lemma;
  if (t_.dep(i) != "nsubj" && t_.dep(i) != "nsubjpass") return lemma == "make" || lemma == "find" || lemma == "take";
  if (lemma == "rain" || lemma == "snow" || lemma == "seem" || lemma == "appear" || lemma == "happen" || lemma == "turn") return true;
  const bool clause = t_.child(verb, "ccomp", "xcomp") != none || t_.child(verb, "csubj", "advcl") != none;
  if (t_.dep(i) == "nsubjpass") return clause && t_.child(verb, "ccomp") != none;
  if (lemma != "be" && lemma != "remain" && lemma != "become") return false;
  const std::uint32_t predicate = t_.child(verb, "acomp", "attr");
  if (predicate == none) return t_.child(verb, "prep") != none;
  return (clause || t_.pos(predicate) == "ADJ" || t_.child(predicate, "relcl", "xcomp") != none || t_.child(predicate, "ccomp", "acl") != none ||
                               t_.pos(predicate) == "NUM" || t_.child(verb, "prep") != none);
}

// "The commission's spokesman called it a farce": no one says so of the body for which he speaks.
bool References::own_speaker(std::uint32_t i, const std::vector<std::uint32_t>& body) const {
  if (t_.dep(i) != "dobj" || body.size() != 1) return false;
  const std::uint32_t subject = t_.subject(t_.head(i));
  // "A spokesman for the commission, X, called it".
  if (subject != none && a_.title_at[subject] >= 0)
    for (const std::uint32_t c : t_.children(subject))
      if (t_.dep(c) == "prep")
        if (const std::uint32_t of = t_.child(c, "pobj"); of != none && entities_at(of) == body) return true;
  const auto speaker = subject == none ? std::vector<std::uint32_t>() : entities_at(subject);
  if (speaker.size() != 1 || a_.drafts[speaker[0]].type != Type::person) return false;
  const auto roles = a_.roles_near(i);
  return std::any_of(roles.begin(), roles.end(), [&](const Role& r) {
    return r.person == speaker[0] && !r.former && std::find(r.bodies.begin(), r.bodies.end(), body[0]) != r.bodies.end();
  });
}

// The organization that the sentence before ends with.
std::vector<std::uint32_t> References::organization_last(std::uint32_t i) const {
  for (std::uint32_t k = i; k > 0 && i - k < 5;) {
    --k;
    if (t_.punctuation(k)) continue;
    const std::int32_t n = a_.name_at[k];
    if (n < 0) return {};
    const Name& name = a_.names[static_cast<std::size_t>(n)];
    return name.type == Type::organization && name.entity != none ? std::vector{name.entity} : std::vector<std::uint32_t>();
  }
  return {};
}

void References::thing_pronoun(std::uint32_t i) {
  if (pleonastic(i)) return;
  const bool saying = t_.dep(i) == "nsubj" && (g_.cue(Gazetteer::Cue::speech_verb, t_.token(t_.head(i)).lemma) ||
                                               g_.cue(Gazetteer::Cue::communication_verb, t_.token(t_.head(i)).lemma));
  // "its prime minister" is a state's, "its chief executive" an organization's; neither is a thing's.
  const std::uint32_t owned = t_.dep(i) == "poss" ? t_.head(i) : none;
  const std::uint32_t title = owned == none || a_.title_at[owned] < 0 ? none : a_.titles[static_cast<std::size_t>(a_.title_at[owned])].title;
  const bool office = title != none;
  const bool of_state = office && g_.titles()[title].state_default;
  const std::string_view what = owned == none ? std::string_view() : t_.lower(owned);
  const bool states_own = owned != none && (what == "minister" || what == "ministers" || what == "ambassador" || what == "premier" || is_one_of(what, state_things));
  const bool bodies_own = owned != none && is_one_of(what, body_things);
  const auto fits = [&](const std::vector<std::uint32_t>& entities) {
    if (entities.size() != 1) return 0.0;
    switch (a_.drafts[entities[0]].type) {
      case Type::organization: return states_own ? 0.4 : 1.0;
      case Type::country: return bodies_own ? 0.3 : office && !of_state ? 0.6 : 1.0;
      case Type::region: return 0.6;
      case Type::place: return 0.25;
      default: return 0.0;
    }
  };
  std::vector<std::uint32_t> found = coordinated_possessor(i);
  if (fits(found) < 0.5) found.clear();
  // "the paper and its editor": what no name is known of.
  if (found.empty() && t_.dep(i) == "poss" && t_.dep(t_.head(i)) == "conj") {
    const std::uint32_t first = t_.head(t_.head(i));
    if (first < i && t_.pos(first) == "NOUN" && entities_at(first).empty() && t_.child(first, "poss") == none) return;
  }
  if (found.empty() && t_.sentence_begin(i) + 6 > i && t_.dep(i) == "poss")
    if (const std::uint32_t subject = following_subject(i); subject != none)
      if (const auto named = entities_at(subject); fits(named) > 0.5) found = named;
  if (found.empty()) {
    const std::uint32_t from = t_.sentence_begin(i);
    const bool begins = from == i && t_.dep(i) == "poss" && i > 0 && t_.paragraph(i - 1) == t_.paragraph(i);
    const std::vector<std::uint32_t> last = begins ? organization_last(i) : std::vector<std::uint32_t>();
    const Discourse::Item* best = discourse_.best(i, [&](const Discourse::Item& item) {
      if (bound(i, item) || item.plural) return 0.0;
      if (item.entities.empty()) {
        // "The commission can act alone. It has": a body that no one was named for.
        const bool body = !item.lemma.empty() && item.last_subject && (!g_.noun_class(item.lemma).empty() || !g_.described_classes(item.lemma).empty());
        if (body && t_.dep(i) != "poss") return 1.0;
        return office ? 0.0 : (saying ? 0.1 : item.last_subject ? 0.75 : 0.5) * governed(i, item);
      }
      // "..., according to the Port Authority. Its spokesman": whom the sentence before names last.
      const bool named_last = begins && office && !of_state && item.entities == last;
      return fits(item.entities) * governed(i, item) * (named_last ? kLast : 1.0);
    });
    if (!best || best->entities.empty() || own_speaker(i, best->entities)) return;
    found = best->entities;
  }
  answer(i, i + 1, i, MentionKind::pronoun, found);
}

void References::plural_pronoun(std::uint32_t i) {
  // "Ecuador and their ally Venezuela".
  if (t_.dep(i) == "poss" && t_.dep(t_.head(i)) == "conj" && t_.tag(t_.head(i)) == "NN")
    if (const auto owner = coordinated_possessor(i); owner.size() == 1 && a_.drafts[owner[0]].type != Type::person && a_.drafts[owner[0]].type != Type::place)
      return answer(i, i + 1, i, MentionKind::pronoun, owner);
  const bool acting = speaks(i);
  const Discourse::Item* best = discourse_.best(i, [&](const Discourse::Item& item) {
    if (bound(i, item)) return 0.0;
    if (item.entities.empty()) return item.plural ? (acting ? 0.5 : 0.8) : 0.0;
    if (item.entities.size() > 1) return 1.0;
    // "the Social Democrats ... their leader".
    if (item.plural || t_.tag(item.last) == "NNPS") return 0.9;
    const Draft& d = a_.drafts[item.entities[0]];
    if (d.type != Type::organization) return 0.0;
    return d.cls == "sport" || d.cls == "armed_group" || d.cls == "party" || d.cls == "union" ? 0.6 : d.cls == "company" || d.cls == "army" || d.cls == "police" ? 0.4 : 0.0;
  });
  if (best && !best->entities.empty()) answer(i, i + 1, i, MentionKind::pronoun, best->entities, true);
}

// A person (or an organization) on whose name the name at `token` hangs by a preposition; empty where the name itself can be meant.
std::vector<std::uint32_t> References::owner_of(std::uint32_t token, bool person) const {
  const std::int32_t m = a_.mention_of_head[token];
  if (m < 0 || a_.mentions[static_cast<std::size_t>(m)].kind != MentionKind::name) return {};
  const Type type = a_.drafts[a_.mentions[static_cast<std::size_t>(m)].entities[0]].type;
  if (person ? type == Type::person : type != Type::place) return {};
  std::uint32_t at = token;
  for (int steps = 0; steps < 5 && t_.head(at) != at; ++steps) {
    at = t_.head(at);
    if (t_.pos(at) == "VERB") break;
    const auto entities = entities_at(at);
    if (!entities.empty() && a_.drafts[entities[0]].type == (person ? Type::person : Type::organization)) return entities;
  }
  return {};
}

// "each of which", "both of whom": the clause is about all that is coordinated.
bool References::shared_out(std::uint32_t i) const {
  const std::uint32_t of = t_.head(i);
  if (t_.dep(i) != "pobj" || t_.lower(of) != "of") return false;
  const std::string_view word = t_.lower(t_.head(of));
  return word == "each" || word == "both" || word == "all" || word == "neither" || word == "none" || word == "two" || word == "three";
}

// "who", "which", "that": what the relative clause hangs on.
void References::relative(std::uint32_t i) {
  std::uint32_t at = i;
  for (int steps = 0; steps < 12 && t_.head(at) != at; ++steps) {
    if (t_.dep(at) == "relcl" && at > i - std::min<std::uint32_t>(i, 1)) {
      std::uint32_t antecedent = t_.head(at);
      if (antecedent >= i) return;
      // "Ana Ruiz, an Italian who": one of a nationality, who is no state.
      const std::int32_t m = a_.mention_of_head[antecedent];
      const bool native = m >= 0 && a_.mentions[static_cast<std::size_t>(m)].kind == MentionKind::adjective && (t_.lower(i) == "who" || t_.lower(i) == "whom");
      if (native && t_.dep(antecedent) != "appos") return;
      if (native) antecedent = t_.head(antecedent);
      const std::vector<std::uint32_t> entities = shared_out(i) ? coordinated(antecedent) : entities_at(antecedent);
      if (entities.empty()) return;
      const bool person = std::all_of(entities.begin(), entities.end(), [&](std::uint32_t e) { return a_.drafts[e].type == Type::person; });
      if ((t_.lower(i) == "which" || t_.lower(i) == "that") && person) return;
      // "an economist with Goldman Sachs, who", "Dana Inc., of Maumee, which": the clause belongs to what the name hangs on.
      const bool who = t_.lower(i) == "who" || t_.lower(i) == "whom";
      if (const auto owner = owner_of(antecedent, who); !owner.empty()) return answer(i, i + 1, i, MentionKind::pronoun, owner);
      return answer(i, i + 1, i, MentionKind::pronoun, entities);
    }
    at = t_.head(at);
  }
  // "Cliffs, whose chief executive, X, went public": the parser may see no clause. The name right before is meant.
  if (t_.lower(i) != "whose" || i < 2) return;
  std::uint32_t k = t_.form(i - 1) == "," ? i - 2 : i - 1;
  if (t_.form(k) == ")" && k > 0) --k;
  std::vector<std::uint32_t> entities = entities_at(k);
  // "the Suntracs union, whose": a noun that says what the name is of.
  if (entities.empty() && k > 0 && a_.name_at[k] < 0 && t_.pos(k) == "NOUN" && a_.name_at[k - 1] >= 0 && t_.head(k - 1) == k) --k;
  if (entities.empty() && a_.name_at[k] >= 0 && a_.names[static_cast<std::size_t>(a_.name_at[k])].entity != none)
    entities = {a_.names[static_cast<std::size_t>(a_.name_at[k])].entity};
  if (!entities.empty()) answer(i, i + 1, i, MentionKind::pronoun, entities);
}

}  // namespace entente::entity
