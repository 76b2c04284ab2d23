#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "entity/analysis.hpp"
#include "entity/fold.hpp"
#include "entity/match_words.hpp"
#include "entity/story_bodies.hpp"
#include "text/words.hpp"

/// Offices are written down once everything is resolved: bodies that a pronoun, a description or only the context gives are filled in.
namespace entente::entity {
namespace {

class Completion {
 public:
  explicit Completion(Analysis& a) : a_(a), t_(a.text), g_(a.gazetteer) {}

  void run() {
    for (TitlePhrase& p : a_.phrases) {
      if (p.holders.empty() && p.holder_token != none) hold(p);
      demote_part(p);
      of_a_body_there(p);
      if (!p.holders.empty()) phrase(p);
    }
    complete_governments(a_);
    settle_context();
  }

 private:
  const TitleHit& hit(const TitlePhrase& p) const { return a_.titles[p.hit]; }

  std::vector<std::uint32_t> entities_at(std::uint32_t i) const {
    const std::int32_t m = i == none ? -1 : a_.mention_of_head[i];
    return m < 0 ? std::vector<std::uint32_t>() : a_.mentions[static_cast<std::size_t>(m)].entities;
  }

  // "he became prime minister": the pronoun is resolved by now.
  void hold(TitlePhrase& p) {
    const auto entities = entities_at(p.holder_token);
    if (entities.size() == 1 && a_.drafts[entities[0]].type == Type::person && !p.counterpart) p.holders = entities;
  }

  // "the party's youth leader", "policy chief of the party", "the commission's crisis management chief": of a field of its work, not of the
  // whole. What the noun itself can denote is led ("the party leader", "a rebel chief").
  void demote_part(TitlePhrase& p) const {
    if (p.counterpart || (p.bodies.empty() && p.possessor == none && p.of_role == none)) return;
    // "governor of the central bank": where that is but the state's.
    for (const std::uint32_t bank : {p.of_role, p.possessor})
      if (bank != none && bank > 0 && t_.lower(bank) == "bank" && t_.lower(bank - 1) == "central")
        if (const auto e = entities_at(bank); e.empty() || a_.drafts[e[0]].type == Type::country) p.demoted = true;
    constexpr std::array<std::string_view, 7> kHeads{"chief", "head", "boss", "leader", "director", "manager", "coordinator"};
    constexpr std::array<std::string_view, 13> kLed{"rebel", "opposition", "tribe", "war", "field", "coup", "protest", "team", "government", "state", "regime", "club", "junta"};
    one_of_several(p);
    if (!is_one_of(g_.titles()[hit(p).title].title, kHeads)) return;
    const auto is_part = [&](std::uint32_t noun) { return !t_.cap(noun) && !is_one_of(t_.lower(noun), kLed) && g_.noun_class(t_.lower(noun)).empty(); };
    if (p.noun != none && p.noun + 1 == hit(p).begin && is_part(p.noun)) p.demoted = true;
    // "Its Mexico chief": of what it does there.
    const auto area = [&](std::uint32_t b) { return a_.drafts[b].type == Type::country || a_.drafts[b].type == Type::region; };
    if (p.possessor != none && p.bodies.size() == 1 && area(p.bodies[0]) && hit(p).begin > 0 && a_.name_at[hit(p).begin - 1] >= 0 && t_.pos(hit(p).begin - 1) == "PROPN")
      p.demoted = true;
    // "the head of Iran's judiciary", where that is but the state's.
    constexpr std::array<std::string_view, 9> kWhole{"administration", "country", "government", "junta", "kingdom", "nation", "regime", "republic", "state"};
    if (const auto part = entities_at(p.of_role); part.size() == 1 && a_.drafts[part[0]].type == Type::country && t_.pos(p.of_role) == "NOUN" && !is_one_of(t_.lower(p.of_role), kWhole)) p.demoted = true;
    constexpr std::array<std::string_view, 5> kTimes{"day", "era", "moment", "period", "time"};  // "the party's leader of the day" led all of it
    // "its head of research", "director of sports at the club".
    const bool whose = !p.bodies.empty() || p.possessor != none;
    if (p.of_role != none && !is_one_of(t_.lower(p.of_role), kTimes) && p.of_role > hit(p).end && t_.lower(hit(p).end) == "of" && whose && t_.pos(p.of_role) == "NOUN" && is_part(p.of_role) && entities_at(p.of_role).empty())
      p.demoted = true;
  }

  // "union leader", "gang boss": of a body or people in a state.
  static bool leads_others(std::string_view title) {
    constexpr std::array<std::string_view, 30> kLed{"business", "cartel", "church", "civic", "clan",   "community", "crime",  "cult",      "faction",  "farm",      "federation", "gang",    "guerrilla", "indigenous", "labor",
                                                    "labour",   "mafia",  "militia", "mob",  "party", "protest",   "rebel",  "religious", "spiritual", "strike",   "student",    "tribal",  "union",     "youth",      "group"};
    const auto last = title.find_last_of(' ');
    if (last == std::string_view::npos) return false;
    constexpr std::array<std::string_view, 6> kHeads{"boss", "chief", "commander", "head", "leader", "president"};
    const std::string_view before = title.substr(0, last), word = before.substr(before.find_last_of(' ') + 1);
    return is_one_of(title.substr(last + 1), kHeads) && is_one_of(word, kLed);
  }

  // "the president of Brazil's football federation", "the speaker of Peru's lower house": of a body that the noun calls and the text names
  // elsewhere, or else of one of the state's own, which is a part of it, or of none that is named.
  void of_a_body_there(TitlePhrase& p) const {
    constexpr std::array<std::string_view, 60> kOthers{
        "airline", "alliance", "association", "branch",   "broadcaster", "capital", "carmaker", "carrier",  "cartel",      "chain",       "channel",  "chapter",      "charity",   "church",  "city",
        "club",    "coalition", "college",    "company",  "community",   "confederation", "conference", "conglomerate", "corporation", "daily", "diocese", "exchange",     "federation", "firm",    "foundation",
        "gang",    "giant",    "group",       "hospital", "institute",   "insurer", "league",   "lender",   "lobby",       "magazine",    "maker",    "manufacturer", "militia",   "movement", "newspaper",
        "operator", "organisation", "organization", "paper", "party",    "producer", "province", "retailer", "society",     "station",     "syndicate", "town",        "tribe",     "union",   "university"};
    constexpr std::array<std::string_view, 12> kParts{"assembly", "bench", "chamber", "commission", "congress", "court", "house", "judiciary", "legislature", "opposition", "parliament", "senate"};
    if (p.counterpart || p.bodies.empty() || hit(p).plural) return;
    const Title& title = g_.titles()[hit(p).title];
    if (title.office != OfficeKind::leads && title.office != OfficeKind::chairs && title.office != OfficeKind::holds_office_in) return;
    if (!std::all_of(p.bodies.begin(), p.bodies.end(), [&](std::uint32_t b) { return a_.drafts[b].type == Type::country || a_.drafts[b].type == Type::region; })) return;
    // "Brazilian union leader X", "Brazil's football federation president X"
    const bool before = p.of_role == none && p.noun != none && p.noun + 1 == hit(p).begin;
    if (leads_others(title.title) || (before && is_one_of(t_.lower(p.noun), kOthers))) {
      p.bodies.clear();
      p.unnamed = true;
      p.begin = hit(p).begin;
      return;
    }
    const std::uint32_t token = before ? p.noun : p.of_role;
    if (token == none) return;
    const std::string_view noun = t_.lower(token);
    if (is_one_of(noun, kParts)) p.demoted = true;
    if (before || t_.cap(token)) return;
    const bool place = noun == "state" && (title.title == "governor" || title.title == "premier" || title.title == "chief minister");
    if (!is_one_of(noun, kOthers) && !place) return;
    const auto named = entities_at(p.of_role);
    const bool body = named.size() == 1 && (a_.drafts[named[0]].type == Type::organization || a_.drafts[named[0]].type == Type::region);
    p.bodies = body ? named : std::vector<std::uint32_t>();
    p.unnamed = !body;
  }

  // "Chairman of the Executive Board": a firm's, of which the board is no body of its own.
  void of_board(std::vector<std::uint32_t>& bodies) const {
    constexpr std::array<std::string_view, 8> kBoards{"board", "board of directors", "board of management", "board of trustees", "executive board", "management board", "managing board", "supervisory board"};
    const auto board = [&](std::uint32_t b) {
      return a_.drafts[b].type == Type::organization && std::any_of(a_.drafts[b].keys.begin(), a_.drafts[b].keys.end(), [&](const std::string& key) { return is_one_of(std::string_view(key), kBoards); });
    };
    if (std::none_of(bodies.begin(), bodies.end(), board)) return;
    std::erase_if(bodies, board);
    if (bodies.empty())
      if (const std::uint32_t firm = firm_of_story(a_); firm != none) bodies.push_back(firm);
  }

  // "a commander of the Tigray force", "senior Hamas leader X".
  void one_of_several(TitlePhrase& p) const {
    constexpr std::array<std::string_view, 5> kSeveral{"boss", "chief", "commander", "director", "leader"};
    const std::string_view title = g_.titles()[hit(p).title].title;
    if (p.bodies.empty() || (!is_one_of(title, kSeveral) && !title.ends_with(" commander"))) return;
    bool senior = false;
    for (std::uint32_t i = p.begin; i < hit(p).begin; ++i) senior |= t_.lower(i) == "senior";
    p.demoted |= senior || (p.indefinite && !p.former);
  }

  // "Chad's army chief", "the police commander of the capital": of a state or region, he leads none of them.
  bool leads_part_of_state(const Title& title, const std::vector<std::uint32_t>& bodies) const {
    constexpr std::array<std::string_view, 7> kParts{"chief", "commander", "boss", "director", "commissioner", "manager", "speaker"};
    const bool bank = title.title.starts_with("central bank");
    const bool staff = title.title.starts_with("chief of ") || title.title.starts_with("speaker of ");
    if (bodies.empty() || (!bank && !staff && !is_one_of(std::string_view(title.title).substr(title.title.find_last_of(' ') + 1), kParts))) return false;
    return std::all_of(bodies.begin(), bodies.end(), [&](std::uint32_t b) {
      return a_.drafts[b].cls != "sport" && (a_.drafts[b].type == Type::country || a_.drafts[b].type == Type::region || a_.drafts[b].type == Type::place);
    });
  }

  // The chairman of a party or an armed group is its leader.
  bool heads_party(const std::vector<std::uint32_t>& bodies) const {
    return !bodies.empty() && std::all_of(bodies.begin(), bodies.end(), [&](std::uint32_t b) { return a_.drafts[b].cls == "party" || a_.drafts[b].cls == "armed_group"; });
  }

  struct Body {
    std::vector<std::uint32_t> entities;
    bool in_text = true;
  };

  void phrase(const TitlePhrase& p) {
    const std::uint32_t title = p.counterpart ? counterpart_title(p) : hit(p).title;
    if (title == none) return;
    const auto split = a_.bodies_of_holders.find(p.hit);
    for (std::size_t h = 0; h < p.holders.size(); ++h) {
      Body body;
      if (split != a_.bodies_of_holders.end() && h < split->second.size()) body.entities = split->second[h];
      if (body.entities.empty()) body = body_of(p, g_.titles()[title], p.holders[h]);
      party_seat(p, g_.titles()[title], p.holders[h], body);
      write(p, g_.titles()[title], p.holders[h], std::move(body));
    }
  }

  // Offices that no party has: "Mayor X of the Greens", "the opposition leader, X of the SJB".
  static bool of_government(std::string_view title) {
    constexpr std::array<std::string_view, 7> kOffices{"governor", "leader of the opposition", "mayor", "opposition leader", "premier", "prime minister", "taoiseach"};
    return is_one_of(title, kOffices) || title.ends_with(" minister") || title.ends_with(" mayor");
  }

  // "Labour MP": a legislator, candidate or the like of a party belongs to it; the seat is the state's.
  void party_seat(const TitlePhrase& p, const Title& title, std::uint32_t holder, Body& body) {
    Body parties{p.parties, true};
    const bool governs = of_government(title.title);
    if (governs || (title.party && title.office == OfficeKind::holds_office_in))
      std::erase_if(body.entities, [&](std::uint32_t e) {
        const Draft& d = a_.drafts[e];
        if (d.cls != "party" && !(!governs && d.type == Type::organization && d.cls.empty())) return false;
        parties.entities.push_back(e);
        return true;
      });
    if (parties.entities.empty()) return;
    Title membership = title;
    membership.office = OfficeKind::member_of;
    write(p, membership, holder, std::move(parties));
    if (!body.entities.empty() || stands_in(p, title)) return;
    body.in_text = false;
    body.entities = bare_title_bodies(a_, p, title, holder);
    std::erase_if(body.entities, [&](std::uint32_t e) { return a_.drafts[e].cls == "party"; });
  }

  // "X's deputy": of a person, and of no parliament.
  bool stands_in(const TitlePhrase& p, const Title& title) const {
    const auto owner = title.title == "deputy" ? entities_at(p.possessor) : std::vector<std::uint32_t>();
    return owner.size() == 1 && a_.drafts[owner[0]].type == Type::person;
  }

  // The office of the one whose counterpart it is: the possessor's, or else that of the person named last before.
  std::uint32_t counterpart_title(const TitlePhrase& p) const {
    std::uint32_t person = none;
    if (const auto owner = entities_at(p.possessor); owner.size() == 1 && a_.drafts[owner[0]].type == Type::person) person = owner[0];
    std::uint32_t fallback = none;
    const auto near = a_.roles_near(hit(p).head);
    for (auto it = near.rbegin(); it != near.rend(); ++it) {
      if (it->token >= hit(p).head || it->title == none) continue;
      if (std::find(p.holders.begin(), p.holders.end(), it->person) != p.holders.end()) continue;
      const Title& t = g_.titles()[it->title];
      if (t.office != OfficeKind::leads && t.office != OfficeKind::holds_office_in && t.office != OfficeKind::chairs) continue;
      if (it->person == person) return it->title;
      if (fallback == none) fallback = it->title;
    }
    if (fallback != none) return fallback;
    // A counterpart of no one that we know of holds some office.
    return a_.official_title;
  }

  Body body_of(const TitlePhrase& p, const Title& title, std::uint32_t holder) {
    Body body{p.bodies, true};
    if (p.unnamed) return {};
    const bool of_person = title.office == OfficeKind::kin || title.office == OfficeKind::succeeds;
    if (of_person) {
      if (body.entities.empty() || a_.drafts[body.entities[0]].type != Type::person) body.entities = persons_at(p);
      return body;
    }
    if (p.counterpart && body.entities.empty()) return counterpart_body(p, holder);
    of_board(body.entities);
    if (title.sending_state) prefer_state(body.entities);
    named_by_state(p, body.entities);
    unnamed_ministry(p, body.entities);
    seat_in_union(p, title, holder, body.entities);
    seat_to_state(title, body.entities);
    seat_in_commission(title, body.entities);
    // "the court's British prosecutor": the possessor's; the nationality is the man's own.
    const bool party = p.counterpart && !body.entities.empty() && a_.drafts[body.entities[0]].type == Type::organization;  // "Ruiz's Labour counterpart"
    if (p.possessor != none && !body.entities.empty() && !party)
      if (Body possessed; body_at(p.possessor, possessed), possessed.entities.size() == 1 && a_.drafts[possessed.entities[0]].type == Type::organization) return possessed;
    own_nationality(p, title, body);
    if (!body.entities.empty() && title.office != OfficeKind::works_for) return body;
    for (const std::uint32_t token : {p.possessor, p.of_role}) body_at(token, body, title.state_default && title.title.ends_with("minister"));
    if (title.sending_state) not_the_host(p, body);
    // "X, whose manager, Y,": of X and nobody else; "X's deputy, Y," sits in no parliament by that.
    if (p.possessor != none && body.entities.empty() && t_.tag(p.possessor) == "WP$") return {};
    if (body.entities.empty() && stands_in(p, title)) return {};
    // Someone's boss or coach is not of the body that the other is of.
    constexpr std::array<std::string_view, 9> kPersonal{"boss", "mentor", "coach", "teacher", "doctor", "lawyer", "trainer", "agent", "manager"};
    if (is_one_of(title.title, kPersonal) && p.bodies.empty())
      if (const auto owner = entities_at(p.possessor); owner.size() == 1 && a_.drafts[owner[0]].type == Type::person) return {};
    if (body.entities.empty()) named_inside(p, body);
    if (body.entities.empty()) given_by(p, body);
    if (body.entities.empty()) noun_body(p, body);
    // An economist or player of a nationality is a national, not an employee, of the state; "the Angola forward" plays for it.
    if (title.office == OfficeKind::works_for)
      std::erase_if(body.entities, [&](std::uint32_t e) {
        const bool state = a_.drafts[e].type == Type::country || a_.drafts[e].type == Type::region;
        return state && !(named_before(a_, hit(p).begin, e) && (is_player(title.title) || a_.drafts[e].type == Type::region));
      });
    if (!body.entities.empty()) return body;
    body.in_text = false;
    // "president of the Peruvian bishops' conference": of a body that has an owner, though no name.
    if (p.of_role != none && t_.child(p.of_role, "poss") != none && t_.pos(t_.child(p.of_role, "poss")) == "NOUN") return body;
    // "leader of the Socialists": of them, whoever they are.
    if (p.of_role != none && t_.cap(p.of_role) && title.office == OfficeKind::leads && entities_at(p.of_role).empty()) return body;
    body.entities = bare_title_bodies(a_, p, title, holder);
    return body;
  }

  std::vector<std::uint32_t> persons_at(const TitlePhrase& p) const {
    auto entities = entities_at(p.possessor);
    const bool no_owner = p.possessor == none || t_.lower(p.possessor) == "their";
    if (entities.empty() && no_owner && p.bodies.empty()) entities = entities_at(survived_by(hit(p).head));
    std::erase_if(entities, [&](std::uint32_t e) { return a_.drafts[e].type != Type::person; });
    return entities;
  }

  // "She leaves a son, X, and a daughter, Y", "He is survived by two sons, X and Y", "They had a daughter, X": whose kin they are.
  std::uint32_t survived_by(std::uint32_t kin) const {
    std::uint32_t at = kin;
    for (int steps = 0; steps < 6 && (t_.dep(at) == "conj" || t_.dep(at) == "appos"); ++steps) at = t_.head(at);
    std::uint32_t verb = t_.head(at);
    constexpr std::array<std::string_view, 7> kLeaving{"leave", "have", "father", "raise", "bear", "adopt", "lose"};
    if (t_.dep(at) == "dobj") return is_one_of(t_.token(verb).lemma, kLeaving) ? t_.child(verb, "nsubj") : none;
    if (t_.dep(at) != "pobj" || t_.lower(verb) != "by") return none;
    verb = t_.head(verb);
    return t_.token(verb).lemma == "survive" ? t_.child(verb, "nsubjpass", "nsubj") : none;
  }

  // "his counterpart, X": of any state but his own: the one that X is known to be of, or that the context gives.
  Body counterpart_body(const TitlePhrase& p, std::uint32_t holder) {
    Body owner, body{{}, false};
    body_at(p.possessor, owner);
    const std::string own = owner.entities.empty() ? std::string() : a_.drafts[owner.entities[0]].country;
    const std::string& known = a_.drafts[holder].country;
    if (!owner.entities.empty() && a_.drafts[owner.entities[0]].type == Type::organization) return body;
    std::uint32_t state = none;
    if (known != own) state = g_.country_by_code(known).value_or(none);
    if (const auto excluded = g_.country_by_code(own); state == none && excluded) state = a_.country_at(hit(p).begin, {*excluded});
    if (state != none) body.entities.push_back(a_.country_draft(state));
    return body;
  }

  // "the first secretary of the Peruvian embassy": of the body that is called by the state's adjective, where it is one of its own.
  void named_by_state(const TitlePhrase& p, std::vector<std::uint32_t>& bodies) const {
    if (bodies.size() != 1 || a_.drafts[bodies[0]].type != Type::country) return;
    if (const auto own = entities_at(p.of_role); own.size() == 1 && a_.drafts[own[0]].cls == "embassy") bodies = own;
  }

  // "Foreign ministry spokeswoman X": a capital that only begins the sentence makes no name of a ministry.
  void unnamed_ministry(const TitlePhrase& p, std::vector<std::uint32_t>& bodies) {
    if (bodies.size() != 1 || a_.drafts[bodies[0]].cls != "ministry" || p.begin != t_.sentence_begin(p.begin) || t_.cap(p.begin + 1) || t_.lower(p.begin + 1) != "ministry" || a_.listed_at[p.begin] >= 0) return;
    const std::int32_t n = a_.name_at[p.begin];
    if (n < 0 || a_.names[static_cast<std::size_t>(n)].listed >= 0 || a_.names[static_cast<std::size_t>(n)].entity != bodies[0] || a_.names[static_cast<std::size_t>(n)].begin != p.begin) return;
    if (const auto c = g_.country_by_code(a_.drafts[bodies[0]].country)) bodies = {a_.country_draft(*c)};
  }

  // "Dutch MEP X": the seat is in a parliament of many states, the nationality her own.
  void seat_in_union(const TitlePhrase& p, const Title& title, std::uint32_t holder, std::vector<std::uint32_t>& bodies) {
    if (title.body_hint != "European Parliament" || bodies.size() != 1 || a_.drafts[bodies[0]].type != Type::country) return;
    const auto found = bare_title_bodies(a_, p, title, holder);
    if (found.size() == 1 && a_.drafts[found[0]].type == Type::organization) bodies = found;
  }

  // "European Commissioner X": of the union, not the continent.
  void seat_in_commission(const Title& title, std::vector<std::uint32_t>& bodies) {
    if (title.title != "commissioner" || bodies.size() != 1 || a_.drafts[bodies[0]].ref != "region:europe") return;
    const std::uint32_t id = g_.names().find(fold("European Union"));
    if (id == PhraseIndex::none) return;
    const auto [first, last] = g_.names().values(id);
    for (auto v = first; v != last; ++v)
      if (g_.form(*v).sense == Sense::organization) bodies = {a_.organization_draft(g_.form(*v).index)};
  }

  // "Halifax MP", "the congresswoman for Toledo": of a seat in the parliament of its state.
  void seat_to_state(const Title& title, std::vector<std::uint32_t>& bodies) {
    constexpr std::array<std::string_view, 8> kMembers{"mp", "member of parliament", "lawmaker", "legislator", "congressman", "congresswoman", "deputy", "backbencher"};
    constexpr std::array<std::string_view, 6> kFederal{"mp", "member of parliament", "congressman", "congresswoman", "senator", "u.s. senator"};
    const bool federal = is_one_of(title.title, kFederal);
    if (!federal && !is_one_of(title.title, kMembers)) return;
    for (std::uint32_t& b : bodies)
      if (a_.drafts[b].type == Type::place || (federal && a_.drafts[b].type == Type::region))
        if (const auto c = g_.country_by_code(a_.drafts[b].country)) {
          // Other states have a town of that name.
          const bool elsewhere = a_.drafts[b].type == Type::place && !a_.country_weight.contains(*c) && a_.story_country != none;
          b = a_.country_draft(elsewhere ? a_.story_country : *c);
        }
  }

  // "the Egyptian ambassador to Sudan": the state that sends.
  void prefer_state(std::vector<std::uint32_t>& bodies) const {
    if (bodies.size() > 1) bodies.resize(1);
  }

  // "its ambassador in Madrid": the state that sends is not the host.
  void not_the_host(const TitlePhrase& p, Body& body) {
    const std::uint32_t i = hit(p).end;
    if (body.entities.size() != 1 || i + 1 >= t_.size() || (t_.lower(i) != "in" && t_.lower(i) != "to") || a_.name_at[i + 1] < 0) return;
    const Name& host = a_.names[static_cast<std::size_t>(a_.name_at[i + 1])];
    const auto c = host.entity == none ? std::nullopt : g_.country_by_code(a_.drafts[host.entity].country);
    if (!c || a_.drafts[body.entities[0]].country != a_.drafts[host.entity].country) return;
    body.entities.clear();
    body.in_text = false;
    if (const std::uint32_t sender = a_.country_at(hit(p).begin, {*c}); sender != none) body.entities.push_back(a_.country_draft(sender));
  }

  // What a possessor denotes: a body, or for a person the state he belongs to ("his envoy").
  // @param of_state "his finance minister": of the state, and not of his party
  void body_at(std::uint32_t token, Body& body, bool of_state = false) {
    if (!body.entities.empty()) return;
    for (const std::uint32_t e : entities_at(token)) {
      if (a_.drafts[e].type != Type::person) {
        body.entities.push_back(e);
        continue;
      }
      for (const Role& role : a_.roles_near(token))
        if (role.person == e && !role.bodies.empty() && a_.drafts[role.bodies[0]].type != Type::person && !(of_state && a_.drafts[role.bodies[0]].cls == "party")) {
          body.entities.push_back(role.bodies[0]);
          return;
        }
      // Of a club's coach or player the state is but his nationality.
      const auto roles = a_.roles_near(token);
      const bool hired = std::any_of(roles.begin(), roles.end(), [&](const Role& r) { return r.person == e && r.title != none && g_.titles()[r.title].unit; });
      if (const auto c = g_.country_by_code(a_.drafts[e].country); c && !hired) body.entities.push_back(a_.country_draft(*c));
    }
  }

  // "Belgian coach X", "the side's English manager": who trains for hire is of the nationality himself, as "the England coach" is not.
  void own_nationality(const TitlePhrase& p, const Title& title, Body& body) const {
    constexpr std::array<std::string_view, 3> kHired{"coach", "manager", "trainer"};
    if (!title.unit || !is_one_of(std::string_view(title.title).substr(title.title.find_last_of(' ') + 1), kHired)) return;
    std::erase_if(body.entities, [&](std::uint32_t e) {
      if (a_.drafts[e].type != Type::country && a_.drafts[e].type != Type::region && !a_.drafts[e].ref.starts_with("team:")) return false;
      for (std::uint32_t i = p.begin; i < hit(p).begin; ++i)
        if (const std::int32_t m = a_.mention_of_head[i]; m >= 0 && a_.mentions[static_cast<std::size_t>(m)].kind == MentionKind::adjective && entities_at(i) == std::vector{e}) return t_.pos(i) == "ADJ" || t_.tag(i) == "JJ";
      return false;
    });
  }

  // "president of the Senate" is a title by itself; the chamber is its body.
  void named_inside(const TitlePhrase& p, Body& body) const {
    for (std::uint32_t i = hit(p).begin; i < hit(p).end; ++i) {
      if (a_.name_at[i] < 0) continue;
      const Name& n = a_.names[static_cast<std::size_t>(a_.name_at[i])];
      if (n.type == Type::organization && n.entity != none) body.entities = {n.entity};
    }
  }

  // "the bank named X as chief executive", "Chad named X ambassador to Mali": who gives an office gives one of its own.
  void given_by(const TitlePhrase& p, Body& body) const {
    for (const std::uint32_t e : entities_at(p.giver))
      if (a_.drafts[e].type == Type::organization || a_.drafts[e].type == Type::country) body.entities.push_back(e);
  }

  // "ministry spokesperson": the organization that the noun denotes.
  void noun_body(const TitlePhrase& p, Body& body) const {
    std::string_view noun;
    if (p.noun != none) noun = t_.lower(p.noun);
    else if (hit(p).end - hit(p).begin > 1) noun = t_.lower(hit(p).begin);
    if (noun.empty()) return;
    for (std::uint32_t i = hit(p).begin; i > 0 && hit(p).begin - i < 250;) {
      --i;
      const auto entities = entities_at(i);
      if (entities.size() != 1) continue;
      const Draft& d = a_.drafts[entities[0]];
      if (d.type != Type::organization || std::find(d.nouns.begin(), d.nouns.end(), noun) == d.nouns.end()) continue;
      body.entities.push_back(entities[0]);
      return;
    }
  }

  void write(const TitlePhrase& p, const Title& title, std::uint32_t holder, Body body) {
    Office o;
    o.holder = holder;
    o.bodies = std::move(body.entities);
    std::erase_if(o.bodies, [&](std::uint32_t b) { return b == holder; });
    o.kind = title.office;
    const bool top = o.kind == OfficeKind::leads || o.kind == OfficeKind::chairs;
    if (o.kind == OfficeKind::chairs && heads_party(o.bodies)) o.kind = OfficeKind::leads;
    if (top && (p.demoted || (o.kind == OfficeKind::leads && leads_part_of_state(title, o.bodies)))) o.kind = OfficeKind::holds_office_in;
    // "a manager at Nokia", "his coach at Calabar High School": one of those who work there.
    constexpr std::array<std::string_view, 7> kStaff{"coach", "director", "editor", "head", "manager", "managing director", "supervisor"};
    const bool club = std::any_of(o.bodies.begin(), o.bodies.end(), [&](std::uint32_t b) { return a_.drafts[b].type != Type::organization || a_.drafts[b].cls == "sport" || a_.drafts[b].cls.empty(); });
    if (o.kind == OfficeKind::leads && hit(p).end < t_.size() && t_.lower(hit(p).end) == "at" && !club && is_one_of(title.title, kStaff))
      o.kind = title.title == "coach" ? OfficeKind::works_for : OfficeKind::holds_office_in;
    // "president of the UN General Assembly" presides over it.
    if (o.kind == OfficeKind::leads && title.title == "president" && o.bodies.size() == 1 && is_meeting(a_.drafts[o.bodies[0]])) o.kind = OfficeKind::chairs;
    // "Labour activist X" belongs to it.
    constexpr std::array<std::string_view, 7> kMilitants{"activist", "campaigner", "fighter", "organiser", "organizer", "militant", "recruiter"};
    if (o.kind == OfficeKind::works_for && is_one_of(title.title, kMilitants) && heads_party(o.bodies)) o.kind = OfficeKind::member_of;
    // "a member of Peru's parliament" sits there for a constituency.
    constexpr std::array<std::string_view, 9> kSeats{"assembly", "cabinet", "congress", "government", "legislature", "parliament", "senate", "judiciary", "junta"};
    const bool seated = p.of_role != none && is_one_of(t_.lower(p.of_role), kSeats) && std::all_of(o.bodies.begin(), o.bodies.end(), [&](std::uint32_t b) { return a_.drafts[b].type == Type::country; });
    if (o.kind == OfficeKind::member_of && title.title == "member" && seated) o.kind = OfficeKind::holds_office_in;
    // "a Labour colleague" is of the same party.
    if (p.counterpart && t_.lower(hit(p).begin).starts_with("colleague") && heads_party(o.bodies)) o.kind = OfficeKind::member_of;
    for (std::uint32_t i = hit(p).begin; i < hit(p).end; ++i) o.title += (o.title.empty() || t_.joined(i - 1) ? "" : " ") + std::string(t_.lower(i));
    o.former = o.kind == OfficeKind::kin ? no_longer_kin(p, title.title) : p.former;
    o.coming = p.elect && !p.former;
    o.begin = p.begin;
    o.end = p.end;
    o.head = hit(p).head;
    o.in_text = body.in_text;
    if (const std::int32_t m = nearest_name(holder, p); m >= 0) {
      o.begin = std::min(o.begin, a_.names[static_cast<std::size_t>(m)].begin);
      o.end = std::max(o.end, a_.names[static_cast<std::size_t>(m)].end);
    }
    Draft& d = a_.drafts[holder];
    if (!d.gender && title.gender) d.gender = title.gender;
    for (const std::uint32_t b : o.bodies)
      if (d.country.empty() && o.kind != OfficeKind::kin && o.kind != OfficeKind::succeeds) d.country = a_.drafts[b].country;
    // A city that is led acts: mayors, governors; so does one that has officers of its own.
    if (o.kind == OfficeKind::leads || (o.kind == OfficeKind::holds_office_in && is_civic(title.title)))
      for (const std::uint32_t b : o.bodies)
        if (a_.drafts[b].type == Type::place) a_.drafts[b].type = Type::region;
    if (o.kind == OfficeKind::works_for && is_player(title.title)) take_for_clubs(a_, o.bodies);
    if (title.swap && o.bodies.size() == 1) std::swap(o.holder, o.bodies[0]);
    role_mention(p, holder);
    a_.offices.push_back(std::move(o));
  }

  // "his late father" is his father; "her ex-husband", "his former wife" are of a bond that ended.
  bool no_longer_kin(const TitlePhrase& p, std::string_view title) const {
    if (title.starts_with("ex-") || title.starts_with("ex ")) return true;
    constexpr std::array<std::string_view, 7> kDead{"assassinated", "deceased", "late", "murdered", "slain", "killed", "dead"};
    bool dead = false;
    for (std::uint32_t i = p.begin; i < hit(p).begin; ++i) dead |= is_one_of(t_.lower(i), kDead);
    return p.former && !dead;
  }

  // A body of states that meets.
  static bool is_meeting(const Draft& body) {
    if (body.cls != "un" && body.cls != "igo" && body.cls != "parliament") return false;
    constexpr std::array<std::string_view, 5> kMeetings{"Climate Change Conference", "General Assembly", "Human Rights Council", "Security Council", "UNGA"};
    const auto named = [&](std::string_view words) { return body.name.find(words) != std::string::npos; };
    const bool conference = body.name.starts_with("COP") && body.name.size() > 3 && std::isdigit(static_cast<unsigned char>(body.name[3]));  // "COP27"
    return conference || std::any_of(kMeetings.begin(), kMeetings.end(), named);
  }

  // "Chicago Alderman X", "Leeds fire chief Y".
  static bool is_civic(std::string_view title) {
    constexpr std::array<std::string_view, 22> kOffices{"police commander", "alderman",        "alderwoman",  "attorney",      "commissioner", "comptroller",  "coroner",    "councillor",
                                                        "councilman",      "councilor",   "councilwoman",  "fire chief",   "manager",      "marshal",    "mayor",
                                                        "police chief",    "prefect",     "prosecutor",    "sheriff",      "treasurer",    "police commissioner", "chief constable"};
    return std::any_of(kOffices.begin(), kOffices.end(), [&](std::string_view office) { return title == office || title.ends_with(std::string(" ").append(office)); });
  }

  // The holder's name beside the phrase.
  std::int32_t nearest_name(std::uint32_t holder, const TitlePhrase& p) const {
    const std::uint32_t from = t_.sentence_begin(p.begin), limit = std::min(t_.sentence_end(p.begin), p.end + 14);
    for (std::uint32_t i = std::max(from, p.begin > 14 ? p.begin - 14 : 0); i < limit; ++i)
      if (a_.name_at[i] >= 0 && a_.names[static_cast<std::size_t>(a_.name_at[i])].entity == holder) return a_.name_at[i];
    return -1;
  }

  // Where the tree makes the title the head of the phrase, it denotes its holder.
  void role_mention(const TitlePhrase& p, std::uint32_t holder) {
    const std::uint32_t head = hit(p).head;
    const std::string_view dep = t_.dep(head);
    if (dep == "compound" || a_.mention_of_head[head] >= 0) return;
    // A plural that stands before its holders' names or behind them denotes them all: "the presidents of Chad and Niger, A and B, met".
    auto holders = p.holders.size() > 1 ? p.holders : std::vector<std::uint32_t>{holder};
    std::sort(holders.begin(), holders.end());
    a_.add_mention(hit(p).begin, hit(p).end, MentionKind::role, std::move(holders), head);
  }

  // An office that only the context gave says nothing where the text gives the same person's office elsewhere.
  void settle_context() {
    const auto office = [](const Office& o) { return o.kind == OfficeKind::leads || o.kind == OfficeKind::holds_office_in; };
    // "President X, co-chairman of the party": the office in his party says nothing of the other, unless it has the same title.
    std::vector<bool> stated(a_.drafts.size(), false);
    std::set<std::pair<std::uint32_t, std::string>> in_party;
    for (const Office& o : a_.offices) {
      if (!o.in_text || o.bodies.empty() || !office(o) || o.former) continue;
      if (a_.drafts[o.bodies[0]].cls == "party") in_party.emplace(o.holder, o.title);
      else stated[o.holder] = true;
    }
    std::erase_if(a_.offices, [&](const Office& o) { return !o.in_text && office(o) && (stated[o.holder] || in_party.contains({o.holder, o.title})); });
    for (const Office& o : a_.offices)
      for (const std::uint32_t b : o.bodies) a_.drafts[b].first = std::min(a_.drafts[b].first, o.begin);
  }

  Analysis& a_;
  const Text& t_;
  const Gazetteer& g_;
};

}  // namespace

void complete_offices(Analysis& a) {
  for (std::uint32_t t = 0; t < a.gazetteer.titles().size(); ++t)
    if (a.gazetteer.titles()[t].title == "official") a.official_title = t;
  Completion(a).run();
}

}  // namespace entente::entity
