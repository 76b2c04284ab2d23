#include <algorithm>
#include <array>
#include <cctype>

#include "entity/analysis.hpp"
#include "entity/fold.hpp"

namespace entente::entity {
namespace {

class Phrases {
 public:
  explicit Phrases(Analysis& a) : a_(a), t_(a.text), g_(a.gazetteer) {}

  void run() {
    for (std::uint32_t h = 0; h < a_.titles.size(); ++h) {
      TitlePhrase p;
      p.hit = h;
      p.begin = a_.titles[h].begin;
      p.end = a_.titles[h].end;
      joint_ = false;
      read_left(p);
      prefer_organization(p);
      const std::size_t before = p.bodies.size();
      read_right(p);
      drop_nationality(p, before);
      read_once(p);
      a_.phrases.push_back(std::move(p));
    }
    counterparts();
    std::stable_sort(a_.phrases.begin(), a_.phrases.end(), [](const TitlePhrase& x, const TitlePhrase& y) { return x.end < y.end; });
  }

 private:
  // "formerly Spain's labour minister", "once a judge of the Federal Court".
  void read_once(TitlePhrase& p) const {
    const std::uint32_t from = t_.sentence_begin(p.begin);
    std::uint32_t k = p.begin;
    if (k > from && t_.pos(k - 1) == "DET") --k;
    if (k == from) return;
    const std::string_view adverb = t_.lower(k - 1);
    if (t_.pos(k - 1) != "ADV" && (adverb != "once" || k < from + 2 || t_.form(k - 2) != ",")) return;
    if (adverb != "formerly" && adverb != "once" && adverb != "previously") return;
    p.former = true;
  }

  const Title& title(const TitlePhrase& p) const { return g_.titles()[a_.titles[p.hit].title]; }

  bool hit_plural(const TitlePhrase& p) const { return a_.titles[p.hit].plural; }

  const Name* name_ending(std::uint32_t end, std::uint32_t from) const {
    if (end <= from || a_.name_at[end - 1] < 0) return nullptr;
    const Name& n = a_.names[static_cast<std::size_t>(a_.name_at[end - 1])];
    return n.end == end && n.begin >= from ? &n : nullptr;
  }

  const Name* name_starting(std::uint32_t i) const {
    if (i >= t_.size() || a_.name_at[i] < 0) return nullptr;
    const Name& n = a_.names[static_cast<std::size_t>(a_.name_at[i])];
    return n.begin == i ? &n : nullptr;
  }

  static bool body_type(const Name& n) {
    return n.entity != none && (n.type == Type::country || n.type == Type::region || n.type == Type::organization || n.type == Type::place);
  }

  // "the Labour Party (LP) leader": the bracket with a name's short form, behind the name; `i` where none ends there.
  std::uint32_t before_acronym(std::uint32_t i, std::uint32_t from) const {
    return i >= from + 4 && t_.form(i - 1) == ")" && t_.form(i - 3) == "(" && name_ending(i - 1, from) && name_ending(i - 3, from) ? i - 3 : i;
  }
  std::uint32_t past_acronym(std::uint32_t i, std::uint32_t limit) const {
    const Name* n = i + 2 < limit && t_.form(i) == "(" ? name_starting(i + 1) : nullptr;
    const bool closed = n && n->end < limit && t_.form(n->end) == ")" && (n->end == i + 2 || n->type == Type::organization);
    return closed ? n->end + 1 : i;
  }

  // Modifiers before the noun: nationalities and bodies, "former", a possessor, a determiner.
  void read_left(TitlePhrase& p) {
    const std::uint32_t from = t_.sentence_begin(p.begin);
    std::uint32_t i = p.begin;
    bool may_name = true;   // A name may stand here: at first, and after "and", a comma or a hyphen.
    bool possessive = false;
    int steps = 0;
    while (i > from && ++steps < 16) {
      if (const std::uint32_t open = before_acronym(i, from); open < i && may_name) {
        i = open;
        continue;
      }
      const std::uint32_t k = i - 1;
      const std::string_view lower = t_.lower(k), pos = t_.pos(k);
      if (const Name* n = name_ending(i, from)) {
        if (!may_name) break;
        if (!body_type(*n)) {
          if (possessive && n->type == Type::person) p.possessor = n->end - 1, p.begin = n->begin;
          break;
        }
        if (calls_member(p, *n)) p.parties.push_back(n->entity);
        else p.bodies.insert(p.bodies.begin(), n->entity);
        p.begin = i = n->begin;
        may_name = !p.parties.empty() && p.bodies.empty();  // "Pennsylvania Republican senator"
        continue;
      }
      if (t_.possessive(k)) {
        if (possessive) break;
        possessive = may_name = true;
        // "the tribunal's prosecutor": a role or description possesses.
        if (k > from && a_.name_at[k - 1] < 0) {
          possessor_noun(p, k - 1, from);
          break;
        }
        // The body before it comes first; an adjective that was read belongs to the title's own ("Sudan's Sovereign Council").
        --i;
        continue;
      }
      if (lower == "and" || t_.form(k) == "," || t_.form(k) == "/" || t_.hyphen(k)) {
        if (t_.hyphen(k) && k > from && (t_.lower(k - 1) == "ex" || t_.lower(k - 1) == "then")) {
          p.former = true;
          p.begin = i = k - 1;
          continue;
        }
        if (hyphened(k, from)) {
          p.former |= g_.is_former(std::string(t_.lower(k - 1)).append("-").append(t_.lower(k + 1)));
          i = k - 1;
          continue;
        }
        if (may_name || p.bodies.empty() || possessive) break;
        const Name* other = name_ending(k, from);
        if (!other || !body_type(*other) || other->type == Type::organization) break;
        // "In Geneva, Red Cross spokesman X": where it was said.
        if (const Name* first = name_starting(i); t_.form(k) == "," && first && first->type == Type::organization && !hit_plural(p)) break;
        // "Syria and Palestinian leader X": one man is not of a noun and an adjective.
        if (const Name* last = i < p.end ? name_starting(i) : nullptr; last && !hit_plural(p) && is_adjective(*last) != is_adjective(*other)) break;
        may_name = joint_ = true;
        --i;
        continue;
      }
      if (t_.tag(k) == "PRP$" || t_.tag(k) == "WP$") {
        p.possessor = k;
        p.begin = k;
        break;
      }
      if (pos == "DET" || lower == "the") {
        determiner(p, k);
        break;
      }
      if (!modifier(p, k)) break;
      if (!p.bodies.empty() && pos != "ADJ" && pos != "ADV" && t_.tag(k) != "VBN") break;
      p.begin = i = k;
      if (p.bodies.empty()) may_name = true;
    }
  }

  // "longest-serving", "post-communist", "Brazil-born": a modifier before the title that is written with a hyphen, its last word being read.
  bool hyphened(std::uint32_t hyphen, std::uint32_t from) const {
    if (!t_.hyphen(hyphen) || hyphen <= from || hyphen + 1 >= t_.size() || t_.cap(hyphen + 1)) return false;
    constexpr std::array<std::string_view, 7> kOrigins{"based", "born", "educated", "raised", "registered", "trained", "bred"};
    if (a_.name_at[hyphen - 1] >= 0) return std::find(kOrigins.begin(), kOrigins.end(), t_.lower(hyphen + 1)) != kOrigins.end() && name_starting(hyphen - 1);
    return !t_.cap(hyphen - 1) && a_.title_at[hyphen - 1] < 0 && a_.title_at[hyphen + 1] < 0 && t_.joined(hyphen - 1) && t_.joined(hyphen);
  }

  // "Labour's Scottish leader", "Iraq's Al-Qaeda chief", "the German NATO commissioner": the office is the organization's; the state tells where
  // or whose. An envoy's nationality is that of the state which sends him.
  void prefer_organization(TitlePhrase& p) {
    if (p.bodies.size() < 2 || p.counterpart || title(p).sending_state || hit_plural(p) || joint_) return;
    // "Argentina's Buenos Aires province governor": the state tells where the province lies.
    const Draft &whole = a_.drafts[p.bodies.front()], &inner = a_.drafts[p.bodies.back()];
    if (p.bodies.size() == 2 && whole.type == Type::country && (inner.type == Type::region || inner.type == Type::place) && inner.country == whole.country) p.bodies.erase(p.bodies.begin());
    if (p.bodies.size() < 2) return;
    // "Iran's foreign ministry": a body without a name of its own is the state's.
    const auto named = [](const std::string& name) { return std::isupper(static_cast<unsigned char>(name[0])) || (name[0] & 0x80) != 0; };
    const auto organization = [&](std::uint32_t e) { return a_.drafts[e].type == Type::organization && !a_.drafts[e].name.empty() && named(a_.drafts[e].name); };
    if (std::none_of(p.bodies.begin(), p.bodies.end(), organization)) return;
    // "the bloc's Peruvian secretary-general" is of the whole bloc; a chief or head so named is of a part.
    constexpr std::array<std::string_view, 7> kParts{"leader", "chief", "head", "director", "boss", "manager", "coordinator"};
    const std::string_view word = std::string_view(title(p).title).substr(title(p).title.find_last_of(' ') + 1);
    const bool part = a_.drafts[p.bodies.back()].type == Type::region || std::find(kParts.begin(), kParts.end(), word) != kParts.end();
    const bool scoped = part && organization(p.bodies.front()) && !organization(p.bodies.back());
    p.demoted |= scoped;
    std::erase_if(p.bodies, [&](std::uint32_t e) { return !organization(e); });
  }

  // "the Canadian chairman of Greenpeace": the office is the organization's, the nationality its holder's own. An envoy or minister is of the
  // state that stands before him.
  void drop_nationality(TitlePhrase& p, std::size_t before) const {
    const Name* area = before == 1 ? name_ending(a_.titles[p.hit].begin, 0) : nullptr;
    if (before != 1 || p.bodies.size() != 2 || p.counterpart || hit_plural(p) || title(p).sending_state || title(p).state_default || title(p).office == OfficeKind::kin) return;
    const Type behind = a_.drafts[p.bodies[1]].type;  // "the last Armenian mayor of Stepanakert"
    if (a_.drafts[p.bodies[0]].type != Type::country || (behind != Type::organization && behind != Type::place && behind != Type::region)) return;
    p.bodies.erase(p.bodies.begin());
    p.demoted |= area && !is_adjective(*area);  // "the Chad director of Oxfam"
  }

  // "Republican senator", "Labour prime minister": the office is not the party's, as that of its leader or spokesman is.
  bool calls_member(const TitlePhrase& p, const Name& n) const {
    if (p.counterpart) return false;
    const Title& t = title(p);
    const std::uint32_t begin = a_.titles[p.hit].begin;
    const bool shadow = t_.lower(begin) == "shadow" || (begin > 0 && t_.lower(begin - 1) == "shadow");
    const bool of_party = shadow || t.title.ends_with("leader") || t.title.ends_with("chief") || t.speaks || t.title.ends_with("whip");
    if (of_party || n.listed < 0 || (!t.party && !t.state_default && t.title != "governor" && t.title != "mayor" && t.title != "representative")) return false;
    const auto readings = a_.readings(a_.listed[static_cast<std::size_t>(n.listed)]);
    return std::any_of(readings.begin(), readings.end(), [](const Form& f) { return f.adjective; });
  }

  // "the court's British prosecutor": the noun possesses; a nationality read before it is the holder's.
  void possessor_noun(TitlePhrase& p, std::uint32_t noun, std::uint32_t from) const {
    if (t_.pos(noun) != "NOUN") return;
    // "the Georgian Dream party's chairman"
    if (const Name* n = name_ending(noun, from); n && n->type == Type::organization && n->entity != none && !g_.noun_class(t_.lower(noun)).empty()) {
      p.bodies = {n->entity};
      p.begin = n->begin;
      return;
    }
    p.possessor = noun;
    p.begin = noun;
    for (std::uint32_t k = noun; k > from && noun - k < 4;) {
      --k;
      if (t_.pos(k) == "DET") {
        determiner(p, k);
        p.begin = k + 1;
        break;
      }
      if (t_.pos(k) != "ADJ" && t_.pos(k) != "NOUN") break;
    }
  }

  void determiner(TitlePhrase& p, std::uint32_t k) const {
    const std::string_view lower = t_.lower(k);
    p.definite = lower == "the" || lower == "this" || lower == "that" || lower == "both" || lower == "these" || lower == "those";
    p.indefinite = lower == "a" || lower == "an" || lower == "another" || lower == "any" || lower == "some" || lower == "every" || lower == "no";
  }

  // A word that modifies the title; false where the phrase ends before it.
  bool modifier(TitlePhrase& p, std::uint32_t k) const {
    const std::string_view lower = t_.lower(k), pos = t_.pos(k), tag = t_.tag(k);
    if (g_.is_former(lower) && tag != "IN") {
      if (lower == "then" && t_.pos(k + 1) == "VERB") return false;
      p.former = true;
      return true;
    }
    if (const auto m = g_.modifier(lower); m != Gazetteer::Modifier::none && tag != "IN") {
      p.demoted |= m == Gazetteer::Modifier::demote;
      p.elect |= m == Gazetteer::Modifier::elect;
      return true;
    }
    if (a_.title_at[k] >= 0) return false;
    if (pos == "ADJ" || tag == "VBN" || tag == "VBG" || pos == "NUM") return tag != "VBG" || t_.dep(k) == "amod";
    if (pos == "NOUN" || (pos == "PROPN" && a_.name_at[k] < 0)) {
      if (t_.head(k) <= k && t_.dep(k) != "compound") return false;
      if (p.noun == none) p.noun = k;
      return true;
    }
    return pos == "ADV" && t_.dep(k) == "advmod" && t_.head(k) > k;
  }

  // "of X", "of X and Y", "for the X", "at X": the bodies named after the title.
  void read_right(TitlePhrase& p) {
    const std::uint32_t limit = t_.sentence_end(p.begin);
    std::uint32_t i = p.end;
    if (i + 2 < limit && t_.hyphen(i) && (t_.lower(i + 1) == "elect" || t_.lower(i + 1) == "designate")) {
      p.elect = true;
      i += 2;
      p.end = i;
    }
    for (int rounds = 0; rounds < 3 && i + 1 < limit; ++rounds) {
      i = past_subject(i, limit);
      const std::string_view lower = t_.lower(i);
      if (lower != "of" && lower != "for" && lower != "at" && lower != "in" && lower != "to" && lower != "with" && lower != "from") return;
      if (lower == "to" && t_.pos(i + 1) == "VERB") return;
      std::uint32_t next = read_bodies(p, i + 1, limit, lower);
      if (next == i) return;
      // "of the Company and of its parent".
      if (next + 2 < limit && t_.lower(next) == "and" && t_.lower(next + 1) == "of") ++next;
      i = next;
    }
  }

  // "an expert [on the Sahel] at X", "adviser [on migration] to the Union": what the work is about, where the body follows; else `i`.
  std::uint32_t past_subject(std::uint32_t i, std::uint32_t limit) const {
    if (t_.lower(i) != "on") return i;
    for (std::uint32_t k = i + 1; k + 1 < std::min(limit, i + 7); ++k) {
      const std::string_view lower = t_.lower(k), pos = t_.pos(k);
      if (lower == "at" || lower == "with" || (lower == "to" && t_.pos(k + 1) != "VERB")) return k > i + 1 ? k : i;
      if (pos != "NOUN" && pos != "PROPN" && pos != "ADJ" && pos != "DET" && lower != "and" && !t_.hyphen(k)) return i;
    }
    return i;
  }

  bool takes(const TitlePhrase& p, std::string_view preposition, const Name& n) const {
    const Title& t = title(p);
    const bool of_person = t.office == OfficeKind::kin || t.office == OfficeKind::succeeds;
    if (of_person || n.type == Type::person) return of_person && n.type == Type::person && n.entity != none && (preposition == "of" || preposition == "to");
    if (preposition == "of") return true;
    if (preposition == "to") return n.type == Type::organization && !t.sending_state;
    if (preposition == "in" || preposition == "with" || preposition == "from")
      return n.type == Type::organization && (preposition != "from" || t.office == OfficeKind::member_of || t.office == OfficeKind::works_for);
    // "for", "at": a portfolio ("minister for Europe") is no body.
    if (preposition == "for" && (n.type == Type::region || n.type == Type::place)) return t.speaks;
    const bool of_body = std::any_of(p.bodies.begin(), p.bodies.end(), [&](std::uint32_t e) { return a_.drafts[e].type == Type::organization; });
    if (preposition == "for" && n.type == Type::country) return !of_body && (t.speaks || !t.state_default);  // "the bank's director for Chad"
    return n.type == Type::organization || n.type == Type::country;
  }

  // The last name of the noun phrase after a preposition, and those coordinated with it. Returns where it ends; `begin - 1` where there is none.
  std::uint32_t read_bodies(TitlePhrase& p, std::uint32_t begin, std::uint32_t limit, std::string_view preposition) {
    std::uint32_t i = begin, end = begin - 1;
    std::vector<std::uint32_t> found;
    bool after_name = false, only_adjective = false;
    std::uint32_t noun = none;
    while (i < limit && i < begin + 14) {
      const std::string_view lower = t_.lower(i), pos = t_.pos(i);
      if (const Name* n = name_starting(i); n && n->end + 1 < limit && t_.hyphen(n->end) && !t_.cap(n->end + 1)) {
        // "of the Nairobi-based programme".
        i = n->end + 2;
        continue;
      }
      if (const Name* n = name_starting(i)) {
        if (after_name && !only_adjective) break;
        if ((!body_type(*n) && n->type != Type::person) || !takes(p, preposition, *n)) {
          if (only_adjective && p.of_role == none && n->end == i + 1 && is_chamber(t_.lower(i))) p.of_role = i;
          break;
        }
        const bool adjective = is_adjective(*n);
        // "head of Nokia's Spanish arm"
        if (adjective && only_adjective && !found.empty() && a_.drafts[found.back()].type == Type::organization && t_.possessive(i - 1)) {
          i = n->end;
          continue;
        }
        if (only_adjective && !found.empty()) found.pop_back();
        found.push_back(n->entity);
        only_adjective = adjective;
        after_name = true;
        i = past_acronym(n->end, limit);
        end = i;
        continue;
      }
      if (t_.possessive(i) && after_name) {
        // "of Sudan's Transitional Council": what is possessed, if it has a name; else the possessor's body ("of Russia's navy").
        if (only_adjective && !found.empty() && members_possess(i)) found.pop_back();
        only_adjective = true;
        ++i;
        continue;
      }
      if ((lower == "and" || t_.form(i) == ",") && after_name && !only_adjective) {
        const std::uint32_t next = t_.form(i) == "," && i + 1 < limit && t_.lower(i + 1) == "and" ? i + 2 : i + 1;
        const std::uint32_t past = next < limit && t_.lower(next) == "the" ? next + 1 : next;
        const Name* n = past < limit ? name_starting(past) : nullptr;
        const bool plural = a_.titles[p.hit].plural;
        // "the ministers of X and Y, X's Ana Ruiz and Y's Li Wei"
        if (plural && n && found.size() > 1 && n->end < limit && t_.possessive(n->end) && std::find(found.begin(), found.end(), n->entity) != found.end()) break;
        if (!n || !body_type(*n) || is_adjective(*n) || (!plural && n->type != a_.names[static_cast<std::size_t>(a_.name_at[i - 1])].type)) break;
        if (t_.form(i) == "," && !plural && !list_goes_on(n->end, limit)) break;
        after_name = false;
        i = past;
        continue;
      }
      // "mayor of the Calabrian town of Roccaverde", "premier of the Indian state of Kerala"
      if (lower == "of" && preposition == "of" && noun != none && noun + 1 == i && (only_adjective || !after_name) && i + 1 < limit && is_place_of(t_.lower(noun), name_starting(i + 1))) {
        only_adjective = after_name;
        ++i;
        continue;
      }
      if (lower == "the" || pos == "DET" || t_.hyphen(i) || t_.quote(i)) {
        if (after_name && !only_adjective) break;
        ++i;
        continue;
      }
      if (t_.tag(i) == "PRP$") {
        if (p.possessor == none && found.empty() && p.bodies.empty()) p.of_role = i;
        if (after_name) break;
        ++i;
        continue;
      }
      if (pos != "ADJ" && pos != "NOUN" && pos != "PROPN" && pos != "NUM" && t_.tag(i) != "VBN" && !(t_.tag(i) == "VBG" && t_.dep(i) == "amod")) break;
      if (after_name && !only_adjective) {
        // "of the Mothers of Srebrenica association".
        if (pos != "NOUN" || t_.head(i - 1) != i) break;
      }
      if (pos == "NOUN" || (pos == "PROPN" && is_chamber(t_.lower(i)))) noun = i;
      ++i;
      if (only_adjective || after_name) end = i;  // "of Sudan's army", "of the Lombardy region"
    }
    // "director of the Africa programme at X": he leads none of Africa.
    const bool part = found.size() == 1 && noun != none && noun + 1 == end && is_part_noun(t_.lower(noun));
    p.demoted |= part && (end + 1 >= limit || t_.form(end) != "," || !name_starting(end + 1));
    if (part && a_.drafts[found[0]].type != Type::organization && end + 1 < limit && t_.pos(end) == "ADP") found.clear();
    if (found.empty()) {
      if (noun != none && noun + 2 < limit && t_.form(noun + 1) == ",")
        if (const Name* n = name_starting(noun + 2); n && n->type == Type::organization && n->entity != none && (n->end >= limit || t_.punctuation(n->end))) {
          p.bodies.push_back(n->entity);
          p.end = n->end;
          return n->end;
        }
      if (noun != none && (preposition == "of" || p.of_role == none)) p.of_role = noun;
      // A subject goes by: "professor of international law at X".
      return noun != none && i > begin ? i : begin - 1;
    }
    // "its head of European equities": of what is done there, which has nobody to be led.
    if (only_adjective && noun != none && found.size() == 1 && a_.drafts[found[0]].type == Type::region && noun + 1 == end && !t_.cap(noun) && deals_with(noun)) {
      found.clear();
      p.of_role = noun;
      return end;
    }
    // "its head of European equities", "the secretary of the Peruvian embassy": what the adjective describes.
    if (only_adjective && noun != none && p.of_role == none && (!t_.cap(noun) || is_chamber(t_.lower(noun)))) p.of_role = noun;
    // "head of the United Nations' environment programme, UNEP,": the name behind is the body.
    if (only_adjective && noun != none && noun + 2 < limit && t_.form(noun + 1) == ",") {
      const Name* n = name_starting(noun + 2);
      if (n && n->type == Type::organization && n->entity != none && (n->end >= limit || t_.punctuation(n->end))) {
        found = {n->entity};
        end = n->end;
      }
    }
    if (found.size() > 1 && !a_.titles[p.hit].plural && a_.drafts[found[0]].type != a_.drafts[found[1]].type) found.resize(1);
    for (const std::uint32_t e : found)
      if (std::find(p.bodies.begin(), p.bodies.end(), e) == p.bodies.end()) p.bodies.push_back(e);
    p.end = std::max(p.end, end);
    return end;
  }

  // Neither a body nor people.
  bool deals_with(std::uint32_t noun) const {
    constexpr std::array<std::string_view, 17> kWhole{"administration", "army", "assembly", "authority", "branch", "cabinet", "chapter", "community", "countries", "government", "legislature", "nations", "parliament", "people", "police", "region", "states"};
    return g_.noun_class(t_.lower(noun)).empty() && !g_.person_noun(t_.lower(noun)) && std::find(kWhole.begin(), kWhole.end(), t_.lower(noun)) == kWhole.end();
  }

  // "the town of X", "the state of X": what is named behind is the place itself, of which a country is no state or region.
  static bool is_place_of(std::string_view noun, const Name* named) {
    constexpr std::array<std::string_view, 9> kPlaces{"city", "county", "district", "municipality", "province", "suburb", "town", "township", "village"};
    constexpr std::array<std::string_view, 10> kAreas{"canton", "commune", "department", "governorate", "island", "port", "prefecture", "region", "state", "territory"};
    if (!named) return false;
    if (std::find(kPlaces.begin(), kPlaces.end(), noun) != kPlaces.end()) return true;
    return (named->type == Type::region || named->type == Type::place) && std::find(kAreas.begin(), kAreas.end(), noun) != kAreas.end();
  }

  // "Brazil's Senate", in capitals and yet no name.
  static bool is_chamber(std::string_view noun) {
    constexpr std::array<std::string_view, 6> kChambers{"assembly", "congress", "house", "parliament", "senate", "court"};
    return std::find(kChambers.begin(), kChambers.end(), noun) != kChambers.end();
  }

  // "the Angolan bishops' conference": those who possess it, whose the adjective is.
  bool members_possess(std::uint32_t apostrophe) const {
    constexpr std::array<std::string_view, 8> kForces{"armed", "authorities", "forces", "militias", "parties", "rebels", "services", "troops"};
    const std::uint32_t owner = apostrophe - 1;
    return t_.tag(owner) == "NNS" && a_.name_at[owner] < 0 && std::find(kForces.begin(), kForces.end(), t_.lower(owner)) == kForces.end();
  }

  // "the Africa programme", "the UNESCO office": a part of what an organization does, or of the organization named.
  static bool is_part_noun(std::string_view noun) {
    constexpr std::array<std::string_view, 18> kParts{"branch", "bureau", "centre", "center", "chapter", "delegation", "department", "desk", "division", "initiative",
                                                      "office", "practice", "program", "programme", "project", "section", "unit", "campaign"};
    return std::find(kParts.begin(), kParts.end(), noun) != kParts.end();
  }

  bool list_goes_on(std::uint32_t i, std::uint32_t limit) const {
    return i < limit && (t_.lower(i) == "and" || (t_.form(i) == "," && i + 1 < limit && (name_starting(i + 1) || t_.lower(i + 1) == "and")));
  }

  bool is_adjective(const Name& n) const {
    if (n.form == none) return false;
    const Sense s = g_.form(n.form).sense;
    return s == Sense::country_adjective || s == Sense::country_demonym || s == Sense::region_adjective || s == Sense::region_demonym;
  }

  // "his Brazilian and Venezuelan counterparts": as a title phrase whose title is found from its possessor or the sentence.
  void counterparts() {
    for (std::uint32_t i = 0; i < t_.size(); ++i) {
      if (a_.title_at[i] >= 0 || t_.cap(i) || !t_.tag(i).starts_with("NN")) continue;
      // "her opposite number": two words.
      const bool two = i > 0 && t_.sentence(i - 1) == t_.sentence(i) && g_.is_counterpart(std::string(t_.lower(i - 1)) + " " + std::string(t_.lower(i)));
      if (!two && !g_.is_counterpart(t_.lower(i))) continue;
      TitleHit hit;
      hit.begin = two ? i - 1 : i;
      hit.head = i;
      hit.end = i + 1;
      hit.title = none;
      hit.plural = t_.lower(i).ends_with('s');
      TitlePhrase p;
      p.hit = static_cast<std::uint32_t>(a_.titles.size());
      p.begin = hit.begin;
      p.end = i + 1;
      p.counterpart = true;
      a_.titles.push_back(hit);
      for (std::uint32_t k = hit.begin; k < hit.end; ++k) a_.title_at[k] = static_cast<std::int32_t>(p.hit);
      read_left(p);
      // "colleague" alone is no office; with a nationality or a possessor it is.
      if (p.bodies.empty() && p.possessor == none) continue;
      a_.phrases.push_back(std::move(p));
    }
  }

  Analysis& a_;
  const Text& t_;
  const Gazetteer& g_;
  bool joint_ = false;  // Whether the bodies before the title being read are coordinated.
};

}  // namespace

void find_title_phrases(Analysis& a) { Phrases(a).run(); }

}  // namespace entente::entity
