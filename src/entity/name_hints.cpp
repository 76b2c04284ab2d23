#include "entity/name_hints.hpp"

#include <algorithm>
#include <array>

namespace entente::entity {
namespace {

template <std::size_t N>
bool sorted_has(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

// Forms that only firms have.
bool legal_form(std::string_view lower) {
  constexpr std::array<std::string_view, 19> forms{"asa", "bhd", "corp", "gmbh", "inc", "llc", "llp", "ltd", "nv", "oao", "ojsc", "oyj", "pjsc", "plc", "pte", "pty", "sarl", "srl", "tbk"};
  if (lower.ends_with('.')) lower.remove_suffix(1);
  return sorted_has(forms, lower);
}

// "among the founders of X", "a shareholder in X": what bodies alone have, before a name of several words.
bool has_offices(const Analysis& a, const Name& name) {
  constexpr std::array<std::string_view, 13> nouns{"board", "ceo", "chairman", "chairperson", "chairwoman", "co-founder", "employee", "founder", "headquarters", "shareholder", "subsidiary", "treasurer", "trustee"};
  const Text& t = a.text;
  const std::uint32_t from = t.sentence_begin(name.begin);
  std::uint32_t k = name.begin;
  if (k > from && t.lower(k - 1) == "the") --k;
  return name.end - name.begin > 1 && k >= from + 2 && t.lower(k - 1) == "of" && sorted_has(nouns, t.token(k - 2).lemma);
}

// "a reporter at the Argus", "an analyst with Nordlys": whoever has such a post has it at a body.
bool employs(const Analysis& a, const Name& name) {
  const Text& t = a.text;
  const std::uint32_t from = t.sentence_begin(name.begin);
  std::uint32_t k = name.begin;
  if (k > from && t.lower(k - 1) == "the") --k;
  if (k < from + 2 || (t.lower(k - 1) != "at" && t.lower(k - 1) != "with" && t.lower(k - 1) != "for") || a.title_at[k - 2] < 0) return false;
  const TitleHit& hit = a.titles[static_cast<std::size_t>(a.title_at[k - 2])];
  const Title& title = a.gazetteer.titles()[hit.title];
  return title.office == OfficeKind::works_for && !title.state_default;
}

// "was flown to Tamana": where motion ends.
bool reached(const Analysis& a, const Name& name) {
  const Text& t = a.text;
  if (name.begin < t.sentence_begin(name.begin) + 2 || t.lower(name.begin - 1) != "to") return false;
  const std::uint32_t verb = t.head(name.begin - 1);
  return verb < name.begin && t.pos(verb) == "VERB" && t.head(t.span_head(name.begin, name.end)) == name.begin - 1 && a.gazetteer.cue(Gazetteer::Cue::motion_verb, t.token(verb).lemma);
}

// "led by Ana Ruiz", "chaired by X": whoever leads by that is a person.
bool led_by(const Analysis& a, const Name& name) {
  constexpr std::array<std::string_view, 8> verbs{"captained", "chaired", "coached", "edited", "headed", "led", "managed", "spearheaded"};
  const Text& t = a.text;
  return name.end - name.begin > 1 && name.begin >= t.sentence_begin(name.begin) + 2 && t.lower(name.begin - 1) == "by" && sorted_has(verbs, t.lower(name.begin - 2));
}

// "a stake in Hispano Carra", "acquired Sweden's Brunn Kartong": what is bought whole or in parts.
bool traded(const Analysis& a, const Name& name) {
  constexpr std::array<std::string_view, 16> shares{"acquisition", "bid", "buyout", "cent", "holding", "interest", "merger", "percent", "purchase", "share", "shareholder", "shareholding", "shares", "stake", "subsidiary", "takeover"};
  const Text& t = a.text;
  const std::uint32_t head = t.span_head(name.begin, name.end), above = t.head(head);
  if (above == head || t.dep(head) == "nsubj") return false;
  if (t.dep(head) == "pobj") {
    const std::string_view preposition = t.lower(above);
    if (preposition != "in" && preposition != "of" && preposition != "for" && preposition != "with") return false;
    const std::string_view noun = t.lower(t.head(above));
    return sorted_has(shares, noun) && (preposition != "with" || noun == "merger") && (preposition != "for" || noun == "bid");
  }
  return t.dep(head) == "dobj" && (t.token(above).lemma == "acquire" || (t.token(above).lemma == "buy" && t.dep(name.begin) != "dobj"));
}

bool branch(std::string_view noun) {
  constexpr std::array<std::string_view, 8> branches{"affiliate", "arm", "division", "offshoot", "subsidiary", "unit", "venture", "wing"};
  return sorted_has(branches, noun);
}

// An office or a share that only a firm or body has: chairman, founder, chief financial officer.
bool corporate(const Analysis& a, std::uint32_t token) {
  if (a.title_at[token] < 0) return false;
  const TitleHit& hit = a.titles[static_cast<std::size_t>(a.title_at[token])];
  if (hit.title >= a.gazetteer.titles().size()) return false;
  const Title& title = a.gazetteer.titles()[hit.title];
  return title.office == OfficeKind::founded || title.office == OfficeKind::owns || title.office == OfficeKind::chairs || title.title == "chief executive" || title.title == "ceo" ||
         title.title == "managing director" || title.title == "board member" || title.title.ends_with(" officer");
}

// "chairman of Havbris", "Havbris's founder", "its Polish arm, Havbris", "Havbris, a unit of X": what has or is such a thing is a body.
bool firm(const Analysis& a, const Name& name) {
  const Text& t = a.text;
  const std::uint32_t from = t.sentence_begin(name.begin), limit = t.sentence_end(name.begin), head = t.span_head(name.begin, name.end);
  if (name.begin > from + 1 && t.lower(name.begin - 1) == "of" && (corporate(a, name.begin - 2) || (branch(t.lower(name.begin - 2)) && t.dep(head) == "pobj"))) return true;
  if (name.end + 1 < limit && t.possessive(name.end) && t.dep(head) == "poss") {
    const std::uint32_t owned = t.head(head);
    if (branch(t.lower(owned)) || (owned == name.end + 1 && corporate(a, owned))) return true;
  }
  if (name.begin > from + 1 && t.form(name.begin - 1) == "," && branch(t.lower(name.begin - 2)) && t.dep(head) == "appos") return true;
  for (const std::uint32_t c : t.children(head))
    if (c >= name.end && t.dep(c) == "appos" && t.pos(c) == "NOUN" && branch(t.lower(c))) return true;
  return false;
}

// "Ana Ruiz of the Christian Democrats": of a party are persons.
bool of_party(const Analysis& a, const Name& name) {
  const Text& t = a.text;
  const std::uint32_t limit = t.sentence_end(name.begin);
  std::uint32_t k = name.end + 1;
  if (name.end - name.begin < 2 || k + 1 >= limit || t.lower(name.end) != "of") return false;
  if (t.lower(k) == "the") ++k;
  if (a.name_at[k] < 0) return false;
  const Name& party = a.names[static_cast<std::size_t>(a.name_at[k])];
  if (party.begin != k || a.name_at[name.begin] == a.name_at[k]) return false;
  if (party.listed >= 0) return party.cls == "party";
  return a.gazetteer.head_class(t.lower(party.end - 1)) == "party";
}

// "her Slovenian counterpart, Ana Ruiz,".
bool counterpart(const Analysis& a, const Name& name) {
  const Text& t = a.text;
  return name.end - name.begin > 1 && name.begin >= t.sentence_begin(name.begin) + 2 && t.form(name.begin - 1) == "," && a.gazetteer.is_counterpart(t.lower(name.begin - 2));
}

// "the appointment of X as army chief", "named X as its president".
bool in_office(const Analysis& a, const Name& name) {
  const Text& t = a.text;
  const std::uint32_t limit = t.sentence_end(name.begin);
  if (name.end - name.begin < 2 || name.end + 1 >= limit || t.lower(name.end) != "as") return false;
  for (std::uint32_t k = name.end + 1; k < std::min(limit, name.end + 6); ++k) {
    if (const std::int32_t h = a.title_at[k]; h >= 0) {
      const TitleHit& hit = a.titles[static_cast<std::size_t>(h)];
      const OfficeKind office = a.gazetteer.titles()[hit.title].office;
      return !hit.plural && (office == OfficeKind::leads || office == OfficeKind::holds_office_in);
    }
    if (t.pos(k) != "DET" && t.pos(k) != "ADJ" && t.pos(k) != "NOUN" && t.pos(k) != "PROPN" && t.pos(k) != "PRON" && !t.possessive(k)) return false;
  }
  return false;
}

bool is_sport(std::string_view lower) {
  constexpr std::array<std::string_view, 22> sports{"archery", "athletics", "badminton", "basketball", "boxing", "canoe", "cricket", "cycling", "football", "gymnastics", "hockey",
                                                    "judo", "netball", "paralympics", "rowing", "rugby", "sailing", "skate", "squash", "swimming", "triathlon", "volleyball"};
  return sorted_has(sports, lower);
}

// "Cricket Ireland", "Athletics Kenya": a sport's body in a state.
bool sports_body(const Analysis& a, const Name& name) {
  const Text& t = a.text;
  if (!is_sport(t.lower(name.begin)) || name.end - name.begin < 2) return false;
  const std::int32_t l = a.listed_at[name.begin + 1];
  return l >= 0 && a.listed[static_cast<std::size_t>(l)].end == name.end;
}

// "Abu Omar", "Nasser bin Omar", "Sidi Ould Hamma": words of persons' names only.
bool patronymic(const Text& t, const Name& name) {
  constexpr std::array<std::string_view, 8> words{"abou", "abu", "bin", "bint", "ibn", "ould", "umm", "uulu"};
  for (std::uint32_t i = name.begin; i + 1 < name.end; ++i)
    if (sorted_has(words, t.lower(i))) return true;
  return false;
}

// "Zamora Hawks": a team's word behind one for a place; "Northport United" is a team's of any place.
bool team(const Analysis& a, const Name& name) {
  const Text& t = a.text;
  if (name.end - name.begin < 2 || !team_word(t.lower(name.end - 1)) || a.gazetteer.given_name(t.key(name.begin, name.begin + 1))) return false;
  constexpr std::array<std::string_view, 7> clubs{"albion", "argyle", "athletic", "hotspur", "rovers", "united", "wanderers"};
  if (sorted_has(clubs, t.lower(name.end - 1))) return true;
  const std::int32_t l = a.listed_at[name.begin];
  return l >= 0 && a.listed[static_cast<std::size_t>(l)].end + 1 == name.end;
}

// "United Democratic Front": a party; "Liberation Front" may be in arms.
bool party_front(const Text& t, const Name& name) {
  constexpr std::array<std::string_view, 14> kinds{"agrarian", "broad", "constitutional", "democratic", "labour", "left", "national", "patriotic", "people", "popular", "progressive", "republican", "socialist", "united"};
  return t.lower(name.end - 1) == "front" && name.end - name.begin > 1 && sorted_has(kinds, t.lower(name.end - 2));
}

// "Norwegian salmon farmer Havbris", "the steel trader Voss": whose trade has its goods named is a firm, unless he has a person's name.
bool deals_in_goods(const Analysis& a, const Name& name) {
  constexpr std::array<std::string_view, 12> trades{"breeder", "broker", "builder", "dealer", "farmer", "grower", "maker", "miner", "packer", "seller", "trader", "vendor"};
  const Text& t = a.text;
  if (name.begin < t.sentence_begin(name.begin) + 2 || a.gazetteer.given_name(t.key(name.begin, name.begin + 1))) return false;
  const std::uint32_t trade = name.begin - 1;
  return !t.cap(trade) && sorted_has(trades, t.lower(trade)) && t.pos(trade - 1) == "NOUN" && !t.cap(trade - 1) && a.title_at[trade - 1] < 0;
}

bool is_station(std::string_view lower) { return lower == "canal" || lower == "channel" || lower == "kanal" || lower == "radio" || lower == "tv"; }

// "told Canal+", "told Der Kurier", "told the Herald": who is told is a medium where the name has a word of one, or an article and no more.
bool told_medium(const Analysis& a, const Name& name) {
  if (!is_told(a.text, name.begin)) return false;
  const Text& t = a.text;
  const auto medium = [&](std::uint32_t i) { return a.gazetteer.head_class(t.lower(i)) == "medium"; };
  return medium(name.end - 1) || (name.end - name.begin > 1 && medium(name.begin)) || t.form(name.end - 1).ends_with('+');
}

// "MV Sagar", "HMS Trent": a ship.
bool ship(const Text& t, const Name& name) {
  constexpr std::array<std::string_view, 17> prefixes{"brp", "ff", "hmas", "hmcs", "hmnzs", "hms", "ins", "kri", "ms", "mt", "mv", "rfa", "rms", "rv", "ss", "uss", "uscgc"};
  if (name.begin > t.sentence_begin(name.begin) && t.acronym(name.begin - 1) && std::find(prefixes.begin(), prefixes.end(), t.lower(name.begin - 1)) != prefixes.end()) return true;
  return name.end - name.begin > 1 && t.acronym(name.begin) && std::find(prefixes.begin(), prefixes.end(), t.lower(name.begin)) != prefixes.end();
}

// "(NYSE: TTM)".
bool ticker(const Text& t, const Name& name) { return name.begin > t.sentence_begin(name.begin) + 2 && t.lower(name.begin - 1) == ":" && t.form(name.begin - 3) == "("; }

}  // namespace

bool begins_with_feature(const Text& text, const Name& name) {
  constexpr std::array<std::string_view, 14> features{"bay", "cape", "fort", "gulf", "isle", "lake", "loch", "lough", "mount", "mt", "point", "port", "strait", "straits"};
  return name.end - name.begin > 1 && text.casing(name.begin) == Casing::sentence && sorted_has(features, text.lower(name.begin));
}

bool is_agency_task(std::string_view lower) {
  constexpr std::array<std::string_view, 24> tasks{"archives", "consular", "corrections", "culture", "education", "elections", "enterprise", "environment", "fisheries", "foods", "health", "heritage",
                                                   "highways", "immigration", "infrastructure", "innovation", "invest", "library", "parks", "sport", "sports", "statistics", "tourism", "transport"};
  return sorted_has(tasks, lower);
}

bool is_told(const Text& text, std::uint32_t begin) {
  const std::uint32_t from = text.sentence_begin(begin);
  const std::uint32_t k = begin > from && text.lower(begin - 1) == "the" ? begin - 1 : begin;
  return k > from && text.token(k - 1).lemma == "tell";
}

bool takes_number(std::string_view lower) {
  constexpr std::array<std::string_view, 9> numbered{"branch", "canal", "channel", "chapter", "formula", "kanal", "local", "radio", "tv"};
  return sorted_has(numbered, lower);
}

bool team_word(std::string_view lower) {
  constexpr std::array<std::string_view, 112> words{"albion", "argyle", "arsenal", "astros", "athletic", "bears", "bengals",
      "blackhawks", "braves", "brewers", "broncos", "browns", "bruins", "buccaneers", "bucks", "bulls", "canadiens", "canucks",
      "cardinals", "cavaliers", "celtics", "chargers", "clippers", "colts", "cowboys", "coyotes", "crusaders", "cubs", "diamondbacks",
      "dockers", "dodgers", "dolphins", "ducks", "dynamos", "eagles", "eels", "falcons", "flames", "flyers", "galaxy", "giants",
      "grizzlies", "hawks", "hornets", "hotspur", "hurricanes", "islanders", "jaguars", "jets", "kings", "knicks", "knights", "lakers",
      "lions", "magpies", "mariners", "marlins", "mavericks", "mets", "nuggets", "oilers", "orioles", "pacers", "packers", "padres",
      "panthers", "patriots", "pelicans", "penguins", "phillies", "pirates", "pistons", "predators", "rabbitohs", "raiders", "raptors",
      "ravens", "reds", "redskins", "riders", "rockets", "roosters", "rovers", "royals", "sabres", "scorchers", "seahawks", "sharks",
      "sixers", "sounders", "spurs", "steelers", "strikers", "sunrisers", "sunwolves", "texans", "thorns", "tigers", "timbers",
      "timberwolves", "titans", "trojans", "united", "vikings", "wallabies", "wanderers", "waratahs", "warriors", "whitecaps",
      "wildcats", "wolves", "yankees"};
  return sorted_has(words, lower);
}

void vote_by_phrases(const Analysis& a, const Name& name, Votes& v) {
  if (reached(a, name)) v.place += 3.5;
  if (begins_with_feature(a.text, name)) v.place += 5;
  if (led_by(a, name)) v.person += 3;
  if (deals_in_goods(a, name)) v.organization += 6, v.cls = "company";
  if (told_medium(a, name)) v.organization += 5, v.cls = "medium";
  if (ship(a.text, name)) v.nothing += 6;
  if (traded(a, name)) v.organization += 3.5;
  if (firm(a, name)) v.organization += 3.5;
  if (of_party(a, name)) v.person += 2.5;
  if (counterpart(a, name)) v.person += 3;
  if (legal_form(a.text.lower(name.end - 1)) && name.end - name.begin > 1) v.organization += 6, v.cls = "company";
  if (has_offices(a, name)) v.organization += 2.5;
  if (employs(a, name)) v.organization += 3;
  if (ticker(a.text, name)) v.nothing += 4;
  if (patronymic(a.text, name)) v.person += 4;
  if (in_office(a, name)) v.person += 4;
  if (name.end - name.begin > 2 && takes_number(a.text.lower(name.end - 2)) && a.text.pos(name.end - 1) == "NUM") v.nothing = 0, v.organization += 3;
  // "TV 2"
  if (name.end - name.begin == 2 && a.text.pos(name.end - 1) == "NUM" && is_station(a.text.lower(name.begin))) v.nothing = 0, v.organization += 4, v.cls = "medium";
  if (party_front(a.text, name)) v.cls = "party";
  if (team(a, name)) v.organization += 4, v.cls = "sport";
  if (name.end - name.begin == 2 && is_agency_task(a.text.lower(name.begin)) && a.listed_at[name.begin + 1] >= 0) v.organization += 6, v.cls = "agency";
  if (name.end - name.begin == 1 && is_sport(a.text.lower(name.begin))) v.nothing += 5;  // "Cricket's governing body"
  if (sports_body(a, name)) v.organization += 5, v.cls = "sport";
}

}  // namespace entente::entity
