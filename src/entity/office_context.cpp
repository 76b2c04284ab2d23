#include <algorithm>
#include <array>
#include <map>

#include "entity/analysis.hpp"
#include "entity/fold.hpp"
#include "entity/story_bodies.hpp"
#include "text/words.hpp"

/// What a title without a body is an office of: "President Boris Tadic", "the director general".
namespace entente::entity {
namespace {

bool same_kind(const Gazetteer& g, std::uint32_t x, std::uint32_t y) {
  if (y == none) return true;
  const std::string &a = g.titles()[x].title, &b = g.titles()[y].title;
  const auto deputy = [](const std::string& title) { return title.starts_with("deputy ") || title.starts_with("vice ") || title.starts_with("vice-"); };
  return a == b || (deputy(a) == deputy(b) && (a.ends_with(" " + b) || b.ends_with(" " + a)));
}

// States that have another holder of the same office in the text.
std::vector<std::uint32_t> taken(const Analysis& a, const TitlePhrase& p, const Title& title, std::uint32_t holder) {
  std::vector<std::uint32_t> out;
  if (p.former || title.office == OfficeKind::works_for) return out;
  for (const Role& role : a.roles_near(a.titles[p.hit].head)) {
    if (role.person == holder || role.former || role.context || role.title == none || role.bodies.size() != 1 ||
        a.gazetteer.titles()[role.title].title != title.title)
      continue;
    if (const auto c = a.gazetteer.country_by_code(a.drafts[role.bodies[0]].country); c && a.drafts[role.bodies[0]].type == Type::country) out.push_back(*c);
  }
  return out;
}

// "paid a call on Prime Minister X", "met with President X": he is seldom of the state of who came to him.
void add_visitor(const Analysis& a, std::uint32_t holder, std::vector<std::uint32_t>& out) {
  constexpr std::array<std::string_view, 10> meetings{"call", "confer", "dinner", "lunch", "meet", "meeting", "negotiate", "summit", "talk", "visit"};
  const Text& t = a.text;
  std::uint32_t at = holder;
  if (t.dep(at) == "pobj" && (t.lower(t.head(at)) == "with" || t.lower(t.head(at)) == "on" || t.lower(t.head(at)) == "to")) at = t.head(t.head(at));
  else if (t.dep(at) == "dobj") at = t.head(at);
  else return;
  if (std::find(meetings.begin(), meetings.end(), t.token(at).lemma) == meetings.end()) return;
  for (int steps = 0; steps < 6 && t.head(at) != at; ++steps) {
    if (t.pos(at) == "VERB" && t.subject(at) != none) break;
    at = t.head(at);
  }
  const std::uint32_t subject = t.subject(at);
  const std::int32_t n = subject == none ? -1 : a.name_at[subject];
  if (n < 0 || a.names[static_cast<std::size_t>(n)].entity == none) return;
  if (const auto c = a.gazetteer.country_by_code(a.drafts[a.names[static_cast<std::size_t>(n)].entity].country)) out.push_back(*c);
}

std::optional<std::uint32_t> most_named(const Analysis& a) {
  const auto most = std::max_element(a.country_weight.begin(), a.country_weight.end(), [](const auto& x, const auto& y) { return x.second < y.second; });
  return most == a.country_weight.end() ? std::nullopt : std::optional(most->first);
}

// "President X met his Zambian counterpart": the other's state is not his own.
void add_counterparts(const Analysis& a, std::uint32_t title, std::vector<std::uint32_t>& out) {
  for (const TitlePhrase& other : a.phrases) {
    const TitleHit& hit = a.titles[other.hit];
    if (!other.counterpart || a.text.sentence(hit.head) != a.text.sentence(title) || hit.head < title || other.possessor == none || a.text.tag(other.possessor) != "PRP$") continue;
    for (const std::uint32_t body : other.bodies)
      if (const auto c = a.gazetteer.country_by_code(a.drafts[body].country); c && a.drafts[body].type == Type::country) out.push_back(*c);
  }
}

// States that the clause of which the holder is the subject acts upon, or that act upon him: "thanked New Delhi", "flew to Bishkek", "was held by
// Italian police". They are seldom his own.
void add_opposite(const Analysis& a, std::uint32_t holder, std::vector<std::uint32_t>& out) {
  const Text& t = a.text;
  std::uint32_t at = holder;
  for (int steps = 0; steps < 4 && (t.dep(at) == "compound" || t.dep(at) == "appos"); ++steps) at = t.head(at);
  if (t.dep(at) != "nsubj" && t.dep(at) != "nsubjpass") return add_visitor(a, at, out);
  const auto add = [&](std::uint32_t token, bool place = false) {
    const std::int32_t n = a.name_at[token];
    if (n < 0 || a.names[static_cast<std::size_t>(n)].entity == none) return;
    const Draft& d = a.drafts[a.names[static_cast<std::size_t>(n)].entity];
    if (d.type != Type::country && !(place && d.type == Type::place)) return;
    // "flew to Tamale": in his own state it is no capital.
    if (d.type == Type::place && d.seat_of == none && a.gazetteer.country_by_code(d.country) == most_named(a)) return;
    if (const auto c = a.gazetteer.country_by_code(d.country)) out.push_back(*c);
  };
  const auto phrase = [&](std::uint32_t preposition) {
    const std::string_view word = t.lower(preposition);
    const std::uint32_t object = t.child(preposition, "pobj");
    if (object == none) return;
    if (word == "to" || word == "with" || word == "against" || word == "at") add(object, word == "to");
    if (word != "by") return;
    add(object);
    for (const std::uint32_t c : t.children(object))
      if (t.dep(c) == "amod" || t.dep(c) == "poss") add(c);
  };
  std::vector<std::uint32_t> verbs{t.head(at)};
  for (std::size_t v = 0; v < verbs.size() && v < 6; ++v)
    for (const std::uint32_t c : t.children(verbs[v])) {
      const std::string_view dep = t.dep(c);
      if (dep == "dobj" || dep == "dative") add(c);
      if (dep == "prep" || dep == "agent" || dep == "dative") phrase(c);
      const bool joined = dep == "xcomp" || dep == "advcl" || dep == "conj";
      if (joined && t.pos(c) == "VERB" && t.subject(c) == none) verbs.push_back(c);
    }
}

// "summoned Ambassador X", "expelled First Secretary X": who does so is the host.
void add_host(const Analysis& a, std::uint32_t holder, std::vector<std::uint32_t>& out) {
  constexpr std::array<std::string_view, 6> summoning{"call", "expel", "summon", "oust", "deport", "reprimand"};
  const Text& t = a.text;
  const std::uint32_t verb = t.head(holder);
  if (t.dep(holder) != "dobj" || std::find(summoning.begin(), summoning.end(), t.token(verb).lemma) == summoning.end()) return;
  const std::uint32_t subject = t.subject(verb);
  const std::int32_t m = subject == none ? -1 : a.mention_of_head[subject];
  if (m < 0 || a.mentions[static_cast<std::size_t>(m)].entities.size() != 1) return;
  if (const auto c = a.gazetteer.country_by_code(a.drafts[a.mentions[static_cast<std::size_t>(m)].entities[0]].country)) out.push_back(*c);
}

std::uint32_t state_of(const Analysis& a, std::uint32_t token) {
  const std::int32_t m = token == none ? -1 : a.mention_of_head[token];
  if (m < 0 || a.mentions[static_cast<std::size_t>(m)].entities.size() != 1) return none;
  const Draft& d = a.drafts[a.mentions[static_cast<std::size_t>(m)].entities[0]];
  if (d.type != Type::person && d.type != Type::country) return none;
  return a.gazetteer.country_by_code(d.country).value_or(none);
}

// The state that the sentence gives by the holder's companions: "President X and Foreign Minister Y flew", "Chancellor X had been informed,
// spokesman Y said", "Peru will do its utmost, Foreign Minister Y said": who speaks of what another intends is of the same state.
std::uint32_t shared_state(const Analysis& a, std::uint32_t title, const Title& office) {
  const Text& t = a.text;
  std::uint32_t at = title;
  for (int steps = 0; steps < 4 && (t.dep(at) == "compound" || t.dep(at) == "appos"); ++steps) at = t.head(at);
  for (int steps = 0; steps < 6 && t.dep(at) == "conj"; ++steps) {
    at = t.head(at);
    if (const std::uint32_t c = state_of(a, at); c != none && t.dep(at) != "pobj") return c;
  }
  // "President X put Minister Y in charge": who has power over him.
  constexpr std::array<std::string_view, 14> power{"appoint", "assign", "designate", "dismiss", "dispatch", "fire", "instruct", "name", "order", "pick", "promote", "put", "sack", "send"};
  if (t.dep(at) == "dobj" && std::find(power.begin(), power.end(), t.token(t.head(at)).lemma) != power.end()) {
    std::uint32_t verb = t.head(at);
    for (int steps = 0; steps < 3 && t.subject(verb) == none && t.dep(verb) == "conj"; ++steps) verb = t.head(verb);
    return state_of(a, t.subject(verb));
  }
  if (t.dep(at) != "nsubj") return none;
  const std::uint32_t clause = t.child(t.head(at), "ccomp");
  if (clause == none || clause > at) return none;
  const std::uint32_t subject = t.subject(clause);
  const std::uint32_t modal = t.child(clause, "aux");
  const std::uint32_t infinitive = t.token(clause).lemma == "be" ? t.child(clause, "xcomp") : none;  // "is to shut"
  const bool intends = (modal != none && (t.lower(modal) == "will" || t.lower(modal) == "would")) || (infinitive != none && t.child(infinitive, "aux") != none);
  const bool person = subject != none && a.name_at[subject] >= 0 && a.names[static_cast<std::size_t>(a.name_at[subject])].type == Type::person;
  return (office.speaks && person) || (intends && !person) ? state_of(a, subject) : none;
}

bool is_known(const Analysis& a, std::uint32_t person) {
  std::string key;
  for (const std::string& word : a.drafts[person].words) key.append(key.empty() ? "" : " ").append(word);
  return !a.gazetteer.public_figure(key).empty();
}

// "High Representative": the organization that alone has one, if the text names it.
std::uint32_t hinted(const Analysis& a, const Title& title) {
  if (title.body_hint.empty() || (title.state_default && title.body_hint != "European Parliament")) return none;
  const std::uint32_t id = a.gazetteer.names().find(fold(title.body_hint));
  if (id == PhraseIndex::none) return none;
  const auto [first, last] = a.gazetteer.names().values(id);
  for (auto v = first; v != last; ++v) {
    const Form& f = a.gazetteer.form(*v);
    const auto it = a.known_drafts.find({2, f.index});
    if (f.sense == Sense::organization && it != a.known_drafts.end()) return it->second;
  }
  return none;
}

// The offices of a city and those of a part of a state, where no body is named beside them.
bool of_city(std::string_view title) {
  constexpr std::array<std::string_view, 2> titles{"police chief", "fire chief"};
  return title.ends_with("mayor") || title.starts_with("city ") || title.starts_with("town ") || std::find(titles.begin(), titles.end(), title) != titles.end();
}
bool of_council(std::string_view title) {
  constexpr std::array<std::string_view, 8> titles{"councilman", "councilwoman", "councillor", "councilor", "council member", "alderman", "council president", "council leader"};
  return std::find(titles.begin(), titles.end(), title) != titles.end();
}
bool of_province(std::string_view title) {
  return title == "governor" || title == "lieutenant governor" || title == "state governor" || title == "provincial governor" || title == "state senator" || title == "state representative";
}

// "Justice X".
bool of_court(std::string_view title) { return title == "justice" || title == "magistrate" || title == "judge"; }

// Offices of firms, clubs, schools and papers: "Chief Executive X" in a story of one of them.
bool of_firm(std::string_view title) {
  constexpr std::array<std::string_view, 22> titles{"chief executive", "chief executive officer", "managing director", "chairman", "chairwoman", "chairperson", "chair", "chief financial officer",
                                                    "chief operating officer", "finance director", "finance chief", "editor", "editor-in-chief", "head coach", "manager", "general manager", "rector",
                                                    "vice-chancellor", "director general", "co-founder", "founder", "board chairman"};
  return std::find(titles.begin(), titles.end(), title) != titles.end();
}

// "Captain X", "coach Y" in a report of sport.
bool of_team(std::string_view title) {
  constexpr std::array<std::string_view, 9> titles{"captain", "coach", "head coach", "manager", "skipper", "team captain", "team manager", "vice captain", "vice-captain"};
  return std::find(titles.begin(), titles.end(), title) != titles.end();
}

// Provinces that have another holder of the same office in the text.
bool has_holder(const Analysis& a, std::uint32_t province, std::string_view title, std::uint32_t holder) {
  return std::any_of(a.roles.begin(), a.roles.end(), [&](const Role& role) {
    return role.person != holder && !role.context && role.title != none && a.gazetteer.titles()[role.title].title == title &&
           std::find(role.bodies.begin(), role.bodies.end(), province) != role.bodies.end();
  });
}

// The province of India that the text speaks of most and that has no other chief minister in it.
std::uint32_t indian_state(const Analysis& a, std::string_view title, std::uint32_t holder) {
  std::map<std::uint32_t, double> weight;
  for (const Name& n : a.names)
    if (n.entity != none && a.drafts[n.entity].type == Type::region && a.drafts[n.entity].country == "IND")
      weight[n.entity] += a.text.headline(n.begin) ? 3.0 : a.text.paragraph(n.begin) <= 1 ? 2.0 : 1.0;
  std::uint32_t best = none;
  for (const auto& [draft, w] : weight)
    if ((best == none || w > weight[best]) && !has_holder(a, draft, title, holder)) best = draft;
  return best;
}

bool of_federation(std::string_view country) { return country == "CAN" || country == "AUS" || country == "ZAF"; }

// "Premier X" of a province, where the story is of one in a federation whose provinces have premiers.
std::uint32_t province_with(Analysis& a, std::string_view title, std::uint32_t holder, std::uint32_t at) {
  if (title.ends_with("chief minister")) return indian_state(a, title, holder);
  if (title != "premier") return none;
  // "Manitoba goes to the polls after Premier X": the province that the sentence names before.
  for (std::uint32_t i = at; i > a.text.sentence_begin(at); --i) {
    const std::int32_t n = a.name_at[i - 1];
    const std::uint32_t e = n < 0 ? none : a.names[static_cast<std::size_t>(n)].entity;
    if (e != none && a.drafts[e].type == Type::region && of_federation(a.drafts[e].country)) return e;
  }
  const std::uint32_t seat = local_seat(a, true);
  if (seat == none) return none;
  return of_federation(a.drafts[seat].country) ? seat : none;
}

// "Chad will not sign. Foreign Minister X said": the state that the sentence before is of, in the same paragraph.
std::uint32_t state_before(const Analysis& a, std::uint32_t title) {
  const Text& t = a.text;
  const std::uint32_t begin = t.sentence_begin(title);
  if (begin == 0 || t.paragraph(begin - 1) != t.paragraph(title) || title > begin + 2) return none;
  const std::uint32_t from = t.sentence_begin(begin - 1);
  for (std::uint32_t i = from; i < begin; ++i) {
    if (t.head(i) != i) continue;
    const std::uint32_t subject = t.subject(i);
    const std::int32_t m = subject == none || subject > i ? -1 : a.mention_of_head[subject];
    if (m < 0 || a.mentions[static_cast<std::size_t>(m)].entities.size() != 1) return none;
    // "Chad shelled Gao. Foreign Minister X": who was shelled speaks as well.
    for (const std::uint32_t c : t.children(i)) {
      const std::uint32_t object = t.dep(c) == "prep" ? t.child(c, "pobj") : t.dep(c) == "dobj" ? c : none;
      if (object != none && object != subject && a.name_at[object] >= 0) return none;
    }
    const Draft& d = a.drafts[a.mentions[static_cast<std::size_t>(m)].entities[0]];
    return d.type == Type::country ? a.gazetteer.country_by_code(d.country).value_or(none) : none;
  }
  return none;
}

}  // namespace

// "Chancellor X": of the one of the two states with such a head of government that the text speaks of; Britain's heads a ministry.
std::optional<std::uint32_t> state_of_chancellor(const Analysis& a) {
  const auto named = [&](std::string_view code) {
    const auto c = a.gazetteer.country_by_code(code);
    return c && a.country_weight.contains(*c) ? c : std::nullopt;
  };
  const auto germany = named("DEU"), austria = named("AUT");
  if (germany.has_value() == austria.has_value() || named("GBR")) return std::nullopt;
  return germany ? germany : austria;
}

// "The bills go before parliament in May. The speaker, X": he is not one who addresses a meeting.
bool tells_of_parliament(const Analysis& a, std::uint32_t token) {
  constexpr std::array<std::string_view, 11> words{"assembly", "bill", "bills", "congress", "lawmakers", "legislators", "legislature", "mps", "parliament", "parliamentary", "senate"};
  for (std::uint32_t i = token; i > 0 && token - i < 80; --i)
    if (std::binary_search(words.begin(), words.end(), a.text.lower(i - 1))) return true;
  return false;
}

// "the commander of the armed forces, X", "commander of the navy X", "the head of the government delegation, X": of a state, whatever the text
// calls it by.
bool of_forces(const Analysis& a, const TitlePhrase& p) {
  const std::uint32_t force = p.of_role;
  if (force == none) return false;
  constexpr std::array<std::string_view, 6> forces{"army", "forces", "gendarmerie", "military", "navy", "police"};
  if (p.definite && is_one_of(a.text.lower(force), forces)) return true;
  if (force < 2 || a.text.child(force, "poss") != none || a.text.child(force, "relcl") != none) return false;
  const std::string_view noun = a.text.lower(force), before = a.text.lower(force - 1);
  if (noun == "navy") return before == "the";
  const bool whole = (noun == "forces" && (before == "armed" || before == "security")) || (noun == "force" && before == "air") || (noun == "delegation" && before == "government");
  return whole && a.text.lower(force - 2) == "the";
}

// A military rank alone is a form of address.
bool is_rank(std::string_view title) {
  constexpr std::array<std::string_view, 14> ranks{"general", "colonel", "captain", "major", "lieutenant", "admiral", "sergeant", "commander", "marshal",
                                                   "brigadier", "corporal", "commodore", "officer", "judge"};
  return std::find(ranks.begin(), ranks.end(), title.substr(title.rfind(' ') + 1)) != ranks.end();
}

std::vector<std::uint32_t> bare_title_bodies(Analysis& a, const TitlePhrase& p, const Title& title, std::uint32_t holder) {
  const Gazetteer& g = a.gazetteer;
  const TitleHit& hit = a.titles[p.hit];
  for (const Role& role : a.roles_near(hit.head))
    if (role.person == holder && role.token != hit.head && !role.bodies.empty() && !role.context && role.title != none &&
        g.titles()[role.title].office == title.office && title.office != OfficeKind::works_for && same_kind(g, role.title, hit.title))
      return role.bodies;
  if (const std::uint32_t organization = hinted(a, title); organization != none) return {organization};
  if (title.title.ends_with("judge") && title.title != "judge")
    if (const std::uint32_t court = only_court(a); court != none) return {court};
  // "The commission's chairman, Justice X": his office stands before it.
  const bool before_name = hit.end + 1 < a.text.size() && a.text.form(hit.end) == "," && a.name_at[hit.end + 1] >= 0;
  const bool apposed = hit.begin > 1 && a.text.form(hit.begin - 1) == "," && a.title_at[hit.begin - 2] >= 0;
  const bool form_of_address = hit.capital && !p.former && !p.indefinite && !apposed;
  if (form_of_address && of_court(title.title))
    if (const std::uint32_t court = court_before(a, hit.begin); court != none) return {court};
  if ((form_of_address || (before_name && p.definite)) && title.title == "speaker")
    if (const std::uint32_t parliament = only_parliament(a); parliament != none) return {parliament};
  if (const std::uint32_t chamber = only_chamber(a, title.title, holder); chamber != none) return {chamber};
  if (of_council(title.title)) {
    const std::uint32_t council = only_council(a);
    return council == none ? std::vector<std::uint32_t>() : std::vector{council};
  }
  if (of_city(title.title) || of_province(title.title))
    if (const std::uint32_t seat = local_seat(a, of_province(title.title)); seat != none) {
      if (a.drafts[seat].type == Type::place) a.drafts[seat].type = Type::region;
      return {seat};
    }
  if (const std::uint32_t province = province_with(a, title.title, holder, hit.begin); province != none) return {province};
  if (of_team(title.title) && !p.former && !p.indefinite && tells_of_sport(a.text))
    if (const std::uint32_t team = team_near(a, hit.head); team != none && team != holder) return {team};
  if (of_firm(title.title) && !p.former && !p.indefinite) {
    if (const std::uint32_t firm = firm_of_story(a); firm != none && firm != holder) return {firm};
    if (const std::uint32_t firm = firm_near(a, hit.head); firm != none && firm != holder) return {firm};
  }
  const bool official = title.state_default || (form_of_address && (of_court(title.title) || title.title == "representative" || title.title == "speaker")) ||
                        (before_name && p.definite && title.title == "speaker" && tells_of_parliament(a, hit.begin));
  const bool forces = of_forces(a, p);
  if ((!official && !forces) || (is_rank(title.title) && !forces) || title.title.ends_with("chief minister")) return {};
  if (hit.begin > 0 && a.text.lower(hit.begin - 1) == "local") return {};  // of a union's branch, a party's
  // A mere leader may lead anything; of one who is known the state is too.
  if (title.title == "leader" && !is_known(a, holder)) return {};
  if (const auto c = g.country_by_code(a.drafts[holder].country)) return {a.country_draft(*c)};
  if (const auto c = g.country_by_code(title.country); c && a.country_weight.contains(*c)) return {a.country_draft(*c)};
  if (title.title == "chancellor" && form_of_address)
    if (const auto c = state_of_chancellor(a)) return {a.country_draft(*c)};
  auto others = taken(a, p, title, holder);
  add_counterparts(a, hit.head, others);
  add_opposite(a, hit.head, others);
  std::uint32_t named = hit.head;
  for (int steps = 0; steps < 4 && a.text.dep(named) == "compound"; ++steps) named = a.text.head(named);
  if (title.sending_state) add_host(a, named, others);
  if (const std::uint32_t c = shared_state(a, hit.head, title); c != none && std::find(others.begin(), others.end(), c) == others.end()) return {a.country_draft(c)};
  if (const std::uint32_t c = state_before(a, hit.begin); form_of_address && c != none && std::find(others.begin(), others.end(), c) == others.end()) return {a.country_draft(c)};
  if (const std::uint32_t c = a.country_at(hit.begin, others); c != none) return {a.country_draft(c)};
  return {};
}

}  // namespace entente::entity
