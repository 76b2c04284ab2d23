#include <algorithm>
#include <array>
#include <map>

#include "entity/analysis.hpp"

/// A state's or region's bodies and people named only by nationality: "the Russian government", "Brazilian and Venezuelan officials",
/// "countries of South America", "Maduro's government".
namespace entente::entity {
namespace {

class Bodies {
 public:
  explicit Bodies(Analysis& a) : a_(a), t_(a.text), g_(a.gazetteer) {}

  void run() {
    for (std::uint32_t i = 0; i < t_.size(); ++i)
      // "the Philippine Government": a capital makes no name of it right after a nationality.
      if (!t_.cap(i) || t_.casing(i) != Casing::sentence || (i > 0 && a_.name_at[i - 1] >= 0)) noun(i);
  }

 private:
  struct Found {
    std::uint32_t begin = none, end = 0;
    std::vector<std::uint32_t> entities;
    bool some = false;
  };

  // The listed noun that ends at i: "armed forces" before "forces".
  const BodyNoun* noun_ending(std::uint32_t i) const {
    if (i > 0 && t_.sentence(i) == t_.sentence(i - 1))
      if (const BodyNoun* two = g_.body_noun(two_words(i))) return two;
    return g_.body_noun(t_.lower(i));
  }

  std::string two_words(std::uint32_t i) const { return std::string(t_.lower(i - 1)) + " " + std::string(t_.lower(i)); }

  void noun(std::uint32_t i) {
    if (a_.name_at[i] >= 0 || !(t_.pos(i) == "NOUN" || t_.pos(i) == "PROPN" || t_.tag(i).starts_with("NN"))) return;
    const BodyNoun* noun = noun_ending(i);
    if (!noun) return;
    // A single officer is a person: told when roles are resolved.
    const std::int32_t hit = a_.title_at[i];
    if (hit >= 0 && !noun->plural && !a_.titles[static_cast<std::size_t>(hit)].plural) return;
    if (i + 1 < t_.size() && t_.hyphen(i + 1)) return;
    // "the army chief", "government sources": the noun only modifies another.
    if (i + 1 < t_.sentence_end(i) && t_.head(i) == i + 1 && t_.dep(i) == "compound") return;
    Found found = before(i);
    if (found.entities.empty()) found = after(i);
    filter(*noun, found);
    if (found.entities.empty()) return;
    found.some |= limited(std::min(found.begin, i));
    add(i, found, *noun);
  }

  // "government of X" in which X is a person is that person's; a region needs a noun for its members.
  void filter(const BodyNoun& noun, Found& found) const {
    std::erase_if(found.entities, [&](std::uint32_t e) {
      const Type type = a_.drafts[e].type;
      if (type == Type::country) return !(noun.state || noun.body);
      // One "Horn of Africa nation" is a state, told by the context.
      if (type == Type::region) return !(noun.members || noun.state) || (noun.members && !noun.plural && found.begin != none && found.end == 0);
      return type != Type::person || noun.cls == "army" || !person_noun_;
    });
  }

  bool governing(std::uint32_t i) const {
    constexpr std::array<std::string_view, 6> nouns{"government", "administration", "cabinet", "regime", "junta", "coalition"};
    return std::find(nouns.begin(), nouns.end(), t_.lower(i)) != nouns.end();
  }

  const Name* name_ending(std::uint32_t end) const {
    if (end == 0 || a_.name_at[end - 1] < 0) return nullptr;
    const Name& n = a_.names[static_cast<std::size_t>(a_.name_at[end - 1])];
    return n.end == end && n.entity != none && t_.sentence(n.begin) == t_.sentence(end - 1) ? &n : nullptr;
  }

  bool is_area(const Name& n) const { return n.type == Type::country || n.type == Type::region; }

  bool adjectival(const Name& n) const {
    if (n.listed < 0) return false;
    for (const Form& f : a_.readings(a_.listed[static_cast<std::size_t>(n.listed)]))
      if (f.sense == Sense::country_adjective || f.sense == Sense::region_adjective) return true;
    return false;
  }

  // Nationalities and states before the noun, across modifiers and coordination.
  Found before(std::uint32_t noun) {
    Found found;
    const std::uint32_t from = t_.sentence_begin(noun);
    std::uint32_t i = noun;
    bool possessor = false, joint = true;
    while (i > from && noun - i < 14) {
      const std::uint32_t k = i - 1;
      if (const Name* name = name_ending(i)) {
        if (name->type == Type::person && governing(noun) && (possessor || i == noun)) {
          person_noun_ = true;
          found.entities.push_back(name->entity);
          found.begin = name->begin;
          break;
        }
        if (!is_area(*name) || !joint) break;
        // "Russia and Latin American nations" are two.
        if (!found.entities.empty() && !adjectival(*name)) break;
        if (name->begin > from && t_.hyphen(name->begin - 1) && anti(name->begin)) break;
        found.entities.push_back(name->entity);
        found.begin = name->begin;
        i = name->begin;
        joint = false;
        if (possessor) break;
        continue;
      }
      const std::string_view lower = t_.lower(k), pos = t_.pos(k);
      if (t_.possessive(k)) {
        if (!found.entities.empty() || possessor) break;
        possessor = true;
        joint = true;
      } else if (lower == "and" || lower == "or" || t_.form(k) == "," || t_.form(k) == "/" || lower == "&") {
        if (found.entities.empty()) break;
        joint = true;
      } else if (t_.hyphen(k) && k > from) {
        // "US-backed rebels" are not US rebels; "Russian-Cuban officials" are of both.
        if (found.entities.empty() && name_ending(k)) break;
        joint = true;
      } else if (pos == "ADJ" || pos == "NOUN" || pos == "ADV" || pos == "PROPN" || t_.tag(k) == "VBN" || t_.tag(k) == "VBG" || pos == "NUM") {
        if (!found.entities.empty() && pos != "ADV") break;
        if (a_.name_at[k] >= 0) break;
      } else {
        break;
      }
      --i;
    }
    return found;
  }

  // "anti-Russian", "pro-US".
  bool anti(std::uint32_t name_begin) const {
    if (name_begin < 2) return false;
    const std::string_view lower = t_.lower(name_begin - 2);
    return lower == "anti" || lower == "pro" || lower == "non";
  }

  // "countries of Latin America and the Caribbean", "the government of Mexico".
  Found after(std::uint32_t noun) {
    Found found;
    const std::uint32_t limit = t_.sentence_end(noun);
    std::uint32_t i = noun + 1;
    if (i + 1 >= limit || (t_.lower(i) != "of" && t_.lower(i) != "in")) return found;
    const bool of = t_.lower(i) == "of";
    ++i;
    bool first = true;
    while (i < limit) {
      const std::string_view lower = t_.lower(i);
      if (t_.form(i) == "(" && i + 2 < limit && t_.form(i + 2) == ")" && t_.cap(i + 1)) {
        // "of (Nicolás) Maduro".
        i += 3;
        continue;
      }
      if (lower == "the" || (a_.title_at[i] >= 0 && t_.cap(i))) {
        ++i;
        continue;
      }
      if (!first && (lower == "and" || t_.form(i) == ",")) {
        ++i;
        continue;
      }
      if (a_.name_at[i] < 0) break;
      const Name& name = a_.names[static_cast<std::size_t>(a_.name_at[i])];
      if (name.begin != i || name.entity == none) break;
      if (name.type == Type::person && first && governing(noun) && of) {
        person_noun_ = true;
        found.entities.push_back(name.entity);
        found.begin = noun;
        found.end = name.end;
        break;
      }
      if (!is_area(name) || (!of && name.type != Type::region)) break;
      found.entities.push_back(name.entity);
      found.begin = noun;
      found.end = name.end;
      i = name.end;
      first = false;
      // A list goes on only over "and" or a comma.
      if (i < limit && t_.lower(i) != "and" && t_.form(i) != ",") break;
    }
    return found;
  }

  // "some", "several", "four ... nations": a part of them.
  bool limited(std::uint32_t begin) const {
    const std::uint32_t from = t_.sentence_begin(begin);
    bool limit = false;
    for (std::uint32_t i = begin; i > from && begin - i < 5;) {
      --i;
      const std::string_view lower = t_.lower(i), pos = t_.pos(i);
      if (lower == "the" || lower == "these" || lower == "those" || lower == "all") return false;
      if (g_.limits_group(lower) || pos == "NUM") limit = true;
      else if (lower == "of" && i >= from + 2 && (g_.limits_group(std::string(t_.lower(i - 1)) + " of") ||
                                                  g_.limits_group(std::string(t_.lower(i - 2)) + " " + std::string(t_.lower(i - 1)) + " of")))
        return true;
      else if (pos != "ADJ" && pos != "ADV") break;
    }
    return limit;
  }

  // "Venezuela's embassy", "the German consulate": a body of its own, not the state itself; one for each state.
  bool add_mission(std::uint32_t noun, const Found& found, std::uint32_t begin, std::uint32_t end) {
    const std::string_view word = t_.lower(noun);
    if ((word != "embassy" && word != "consulate") || found.entities.size() != 1 || a_.drafts[found.entities[0]].type != Type::country) return false;
    const auto [it, made] = missions_.try_emplace({found.entities[0], std::string(word)}, 0);
    if (made) {
      Draft d;
      d.type = Type::organization;
      d.name = t_.surface(begin, end);
      d.country = a_.drafts[found.entities[0]].country;
      d.cls = "embassy";
      d.nouns = {std::string(word), "mission"};
      d.first = begin;
      it->second = a_.add_draft(std::move(d));
    }
    ++a_.drafts[it->second].surfaces[t_.surface(begin, end)];
    // "China's embassy [in Cairo]" is a form of its name too.
    if (end == noun + 1 && end + 1 < t_.sentence_end(noun) && (t_.lower(end) == "in" || t_.lower(end) == "to") && a_.name_at[end + 1] >= 0)
      if (const Name& place = a_.names[static_cast<std::size_t>(a_.name_at[end + 1])]; place.begin == end + 1 && place.listed >= 0) a_.drafts[it->second].surfaces.try_emplace(t_.surface(begin, place.end), 0);
    a_.add_mention(begin, end, MentionKind::name, {it->second}, noun);
    return true;
  }

  // "Chad's wealth fund, the Sahel Trust, urged": the body that the name says, not the state.
  std::uint32_t apposed_organization(std::uint32_t noun) const {
    if (t_.tag(noun) != "NN" || noun + 2 >= t_.sentence_end(noun) || t_.form(noun + 1) != ",") return none;
    const std::uint32_t k = t_.lower(noun + 2) == "the" ? noun + 3 : noun + 2;
    if (k >= t_.sentence_end(noun) || a_.name_at[k] < 0) return none;
    const Name& name = a_.names[static_cast<std::size_t>(a_.name_at[k])];
    if (name.begin != k || name.type != Type::organization || name.entity == none || name.end >= t_.sentence_end(noun)) return none;
    const std::string_view next = t_.form(name.end);
    const std::uint32_t head = t_.span_head(name.begin, name.end);
    const bool closed = next == "," || next == "." || next == "(" || next == ";";
    return closed && t_.dep(head) != "conj" && (t_.head(head) == noun || t_.dep(head) == "nsubj") ? name.entity : none;
  }

  void add(std::uint32_t noun, const Found& found, const BodyNoun& body) {
    const std::uint32_t begin = std::min(found.begin, noun), end = std::max(found.end, noun + 1);
    if (add_mission(noun, found, begin, end)) {
      person_noun_ = false;
      return;
    }
    if (const std::uint32_t named = apposed_organization(noun); named != none) {
      person_noun_ = false;
      a_.add_mention(begin, end, MentionKind::role, {named}, noun);
      return;
    }
    const std::uint32_t m = a_.add_mention(begin, end, MentionKind::body, found.entities, noun);
    bool region = false;
    for (const std::uint32_t e : found.entities) region |= a_.drafts[e].type == Type::region;
    if (person_noun_ && found.entities.size() == 1) a_.governments.emplace_back(m, found.entities[0]);
    a_.mentions[m].some = found.some && (region || body.members);
    person_noun_ = false;
  }

  Analysis& a_;
  const Text& t_;
  const Gazetteer& g_;
  bool person_noun_ = false;
  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> missions_;  // Embassies and consulates by state.
};

}  // namespace

void find_bodies(Analysis& a) { Bodies(a).run(); }

}  // namespace entente::entity
