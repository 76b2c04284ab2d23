#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "entity/analysis.hpp"
#include "entity/match_words.hpp"
#include "entity/office_bodies.hpp"
#include "text/words.hpp"

/// Offices are written down once everything is resolved: bodies that a pronoun, a description or only the context gives are filled in.
namespace entente::entity {
namespace {

class Completion {
 public:
  explicit Completion(Analysis& a) : a_(a), t_(a.text), g_(a.gazetteer), bodies_(a) {}

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

  void phrase(const TitlePhrase& p) {
    const std::uint32_t title = p.counterpart ? bodies_.counterpart_title(p) : hit(p).title;
    if (title == none) return;
    const auto split = a_.bodies_of_holders.find(p.hit);
    for (std::size_t h = 0; h < p.holders.size(); ++h) {
      OfficeBodies::Body body;
      if (split != a_.bodies_of_holders.end() && h < split->second.size()) body.entities = split->second[h];
      if (body.entities.empty()) body = bodies_.of(p, g_.titles()[title], p.holders[h]);
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
  void party_seat(const TitlePhrase& p, const Title& title, std::uint32_t holder, OfficeBodies::Body& body) {
    OfficeBodies::Body parties{p.parties, true};
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
    if (!body.entities.empty() || bodies_.stands_in(p, title)) return;
    body.in_text = false;
    body.entities = bare_title_bodies(a_, p, title, holder);
    std::erase_if(body.entities, [&](std::uint32_t e) { return a_.drafts[e].cls == "party"; });
  }

  void write(const TitlePhrase& p, const Title& title, std::uint32_t holder, OfficeBodies::Body body) {
    Office o;
    o.holder = holder;
    o.bodies = std::move(body.entities);
    std::erase_if(o.bodies, [&](std::uint32_t b) { return b == holder; });
    o.kind = kind_of(p, title, o.bodies);
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

  // What sort of office it is: the title's, but for what the bodies and the words around say.
  OfficeKind kind_of(const TitlePhrase& p, const Title& title, const std::vector<std::uint32_t>& bodies) const {
    OfficeKind kind = title.office;
    const bool top = kind == OfficeKind::leads || kind == OfficeKind::chairs;
    if (kind == OfficeKind::chairs && heads_party(bodies)) kind = OfficeKind::leads;
    if (top && (p.demoted || (kind == OfficeKind::leads && leads_part_of_state(title, bodies)))) kind = OfficeKind::holds_office_in;
    // "a manager at Nokia", "his coach at Calabar High School": one of those who work there.
    constexpr std::array<std::string_view, 7> kStaff{"coach", "director", "editor", "head", "manager", "managing director", "supervisor"};
    const bool club = std::any_of(bodies.begin(), bodies.end(), [&](std::uint32_t b) { return a_.drafts[b].type != Type::organization || a_.drafts[b].cls == "sport" || a_.drafts[b].cls.empty(); });
    if (kind == OfficeKind::leads && hit(p).end < t_.size() && t_.lower(hit(p).end) == "at" && !club && is_one_of(title.title, kStaff))
      kind = title.title == "coach" ? OfficeKind::works_for : OfficeKind::holds_office_in;
    // "president of the UN General Assembly" presides over it.
    if (kind == OfficeKind::leads && title.title == "president" && bodies.size() == 1 && is_meeting(a_.drafts[bodies[0]])) kind = OfficeKind::chairs;
    // "Labour activist X" belongs to it.
    constexpr std::array<std::string_view, 7> kMilitants{"activist", "campaigner", "fighter", "organiser", "organizer", "militant", "recruiter"};
    if (kind == OfficeKind::works_for && is_one_of(title.title, kMilitants) && heads_party(bodies)) kind = OfficeKind::member_of;
    // "a member of Peru's parliament" sits there for a constituency.
    constexpr std::array<std::string_view, 9> kSeats{"assembly", "cabinet", "congress", "government", "legislature", "parliament", "senate", "judiciary", "junta"};
    const bool seated = p.of_role != none && is_one_of(t_.lower(p.of_role), kSeats) && std::all_of(bodies.begin(), bodies.end(), [&](std::uint32_t b) { return a_.drafts[b].type == Type::country; });
    if (kind == OfficeKind::member_of && title.title == "member" && seated) kind = OfficeKind::holds_office_in;
    // "a Labour colleague" is of the same party.
    if (p.counterpart && t_.lower(hit(p).begin).starts_with("colleague") && heads_party(bodies)) kind = OfficeKind::member_of;
    return kind;
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
  OfficeBodies bodies_;
};

}  // namespace

void complete_offices(Analysis& a) {
  for (std::uint32_t t = 0; t < a.gazetteer.titles().size(); ++t)
    if (a.gazetteer.titles()[t].title == "official") a.official_title = t;
  Completion(a).run();
}

}  // namespace entente::entity
