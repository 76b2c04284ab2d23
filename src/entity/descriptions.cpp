#include <algorithm>
#include <array>

#include "entity/references.hpp"
#include "text/words.hpp"

namespace entente::entity {
namespace {

constexpr std::array<std::string_view, 11> state_nouns{"country", "nation", "state", "republic", "kingdom", "homeland", "island", "emirate", "sultanate", "principality", "duchy"};
constexpr std::array<std::string_view, 16> naming_nouns{"academy", "assembly", "association", "authority", "board", "commission", "committee", "confederation", "council",
                                                        "federation", "foundation", "institute", "league", "movement", "society", "union"};
constexpr std::array<std::string_view, 13> other_nouns{"neighbour", "neighbor", "rival", "foe", "adversary", "enemy", "ally", "colony", "protectorate", "patron", "backer",
                                                       "creditor", "arch-rival"};
constexpr std::array<std::string_view, 12> ruling_nouns{"government", "army", "military", "authorities", "cabinet", "regime", "junta", "administration",
                                                        "parliament", "leadership", "police", "authority"};

bool has_word(const Draft& draft, std::string_view part) {
  return std::any_of(draft.keys.begin(), draft.keys.end(), [&](const std::string& key) { return (" " + key + " ").find(part) != std::string::npos; });
}

// "the federation", "the governing body" is no club.
bool governs_sport(const Draft& draft) {
  constexpr std::array<std::string_view, 8> words{" association ", " board ", " confederation ", " council ", " federation ", " league ", " union ", " committee "};
  if (std::any_of(words.begin(), words.end(), [&](std::string_view word) { return has_word(draft, word); })) return true;
  return std::any_of(draft.surfaces.begin(), draft.surfaces.end(), [](const auto& surface) {
    const std::string& form = surface.first;
    return form.size() > 2 && std::all_of(form.begin(), form.end(), [](unsigned char c) { return c < 128 && c >= 'A' && c <= 'Z'; });
  });
}

// "the paper" is no television station, "the channel" no newspaper.
bool medium_agrees(const Draft& draft, std::string_view noun) {
  constexpr std::array<std::string_view, 7> papers{"broadsheet", "daily", "magazine", "newspaper", "paper", "tabloid", "weekly"};
  constexpr std::array<std::string_view, 4> senders{"broadcaster", "channel", "network", "station"};
  constexpr std::array<std::string_view, 9> sends{"broadcasting", "channel", "news", "network", "radio", "television", "tv", "bbc", "cnn"};
  constexpr std::array<std::string_view, 14> prints{"chronicle", "courier", "daily", "gazette", "guardian", "herald", "journal",
                                                    "mirror", "observer", "post", "sentinel", "telegraph", "times", "tribune"};
  const bool paper = is_one_of(noun, papers);
  if (!paper && !is_one_of(noun, senders)) return true;
  for (const std::string& key : draft.keys)
    for (std::size_t begin = 0, end = 0; begin < key.size(); begin = end + 1) {
      end = std::min(key.find(' ', begin), key.size());
      const std::string_view word = std::string_view(key).substr(begin, end - begin);
      if (paper ? is_one_of(word, sends) : is_one_of(word, prints)) return false;
    }
  return true;
}

}  // namespace

std::uint32_t References::determiner_of(std::uint32_t i) const {
  for (std::uint32_t k = i; k > t_.sentence_begin(i) && i - k < 6;) {
    --k;
    const std::string_view tag = t_.tag(k), pos = t_.pos(k);
    if (tag == "DT" || tag == "PRP$" || tag == "WP$" || tag == "PDT" || tag == "POS") return k;
    // "the Geneva-based agency", "The Hague-based court"
    if (t_.lower(k) == "based" && k > 1 && t_.hyphen(k - 1) && a_.name_at[k - 2] >= 0) {
      k = a_.names[static_cast<std::size_t>(a_.name_at[k - 2])].begin;
      if (t_.lower(k) == "the") return k;
      continue;
    }
    if (pos != "ADJ" && pos != "NOUN" && pos != "NUM" && pos != "ADV" && !t_.hyphen(k)) return none;
  }
  return none;
}

// "the bloc of ..." , "the agency that ...", "the shipping group Petrides Marine": says itself which; but not in "accused the government of fraud".
bool References::restricted(std::uint32_t i) const {
  constexpr std::array<std::string_view, 9> charges{"absolve", "accuse", "acquit", "assure", "convict", "inform", "remind", "strip", "suspect"};
  const bool charged = t_.dep(i) == "dobj" && is_one_of(t_.token(t_.head(i)).lemma, charges);
  if (!charged && i + 1 < t_.sentence_end(i) && t_.lower(i + 1) == "of" && t_.head(i + 1) == i && t_.child(i + 1, "pcomp") == none) return true;
  if (i + 1 < t_.sentence_end(i) && a_.name_at[i + 1] >= 0) {
    const Name& name = a_.names[static_cast<std::size_t>(a_.name_at[i + 1])];
    const std::uint32_t head = t_.span_head(name.begin, name.end);
    if (t_.head(head) == i && t_.dep(head) == "appos") return true;
  }
  const std::uint32_t clause = t_.child(i, "relcl");
  return clause != none && i + 1 < t_.size() && t_.form(i + 1) != ",";
}

int References::number_of_word(std::string_view lower) {
  constexpr std::array<std::string_view, 9> words{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
  const auto it = std::find(words.begin(), words.end(), lower);
  return it == words.end() ? 0 : static_cast<int>(it - words.begin()) + 2;
}

int References::number_before(std::uint32_t i) const {
  for (std::uint32_t k = i; k > t_.sentence_begin(i) && i - k < 5;) {
    --k;
    if (t_.lower(k) == "both") return 2;
    if (const int number = number_of_word(t_.lower(k))) return number;
    if (t_.pos(k) != "ADJ" && t_.pos(k) != "NOUN") break;
  }
  return 0;
}

// The states of entities: a country's own, a person's or body's country.
std::vector<std::uint32_t> References::state_of(const std::vector<std::uint32_t>& entities) const {
  std::vector<std::uint32_t> out;
  for (const std::uint32_t e : entities) {
    if (a_.drafts[e].type == Type::country) out.push_back(e);
    else if (!a_.drafts[e].country.empty() && a_.drafts[e].type != Type::place)
      if (const auto c = g_.country_by_code(a_.drafts[e].country)) out.push_back(a_.country_draft(*c));
  }
  return out;
}

// The subject of the clause in which the noun is no subject or possessor: it is described otherwise than by such a noun.
std::vector<std::uint32_t> References::clause_subject(std::uint32_t i) const {
  if (t_.dep(i) == "poss" || t_.dep(i).starts_with("nsubj")) return {};
  std::uint32_t at = i;
  for (int steps = 0; steps < 8 && t_.head(at) != at; ++steps) {
    at = t_.head(at);
    if (t_.dep(at) == "poss") return {};
    if (t_.pos(at) != "VERB" && t_.pos(at) != "AUX") continue;
    const std::uint32_t subject = t_.subject(at);
    if (subject != none) return entities_at(subject);
    const std::string_view dep = t_.dep(at);
    if (dep != "advcl" && dep != "xcomp" && dep != "conj" && dep != "acl") return {};
  }
  return {};
}

// The nationality before the noun: "the Russian gas giant", "the English club".
std::string References::nationality_before(std::uint32_t i) const {
  for (std::uint32_t k = i; k > t_.sentence_begin(i) && i - k < 5;) {
    --k;
    if (t_.tag(k) == "DT" || t_.pos(k) == "VERB" || t_.pos(k) == "ADP") break;
    if (a_.mention_of_head[k] < 0 || (k + 1 < i && t_.hyphen(k + 1))) continue;
    const Mention& m = a_.mentions[static_cast<std::size_t>(a_.mention_of_head[k])];
    const Draft& d = a_.drafts[m.entities[0]];
    if (m.kind == MentionKind::adjective && (d.type == Type::country || d.type == Type::region)) return d.country;
  }
  return {};
}

// It is the organization's.
bool References::nationality_agrees(std::uint32_t i, const Draft& draft) const {
  if (draft.type != Type::organization || draft.country.empty()) return true;
  const std::string nationality = nationality_before(i);
  return nationality.empty() || draft.country == nationality;
}

// "the Balkan country", "the two West African states", "the island nation": what stands before the noun says where the state lies or what it is.
bool References::area_agrees(std::uint32_t i, const Draft& draft) const {
  if (draft.type != Type::country) return true;
  const auto country = g_.country_by_code(draft.country);
  if (!country) return true;
  for (std::uint32_t k = i; k > t_.sentence_begin(i) && i - k < 6;) {
    --k;
    const std::string_view pos = t_.pos(k);
    if (t_.tag(k) == "DT" || t_.tag(k) == "PRP$" || pos == "VERB" || pos == "ADP" || t_.possessive(k)) break;
    if (a_.mention_of_head[k] >= 0) {
      const Mention& m = a_.mentions[static_cast<std::size_t>(a_.mention_of_head[k])];
      const Draft& area = a_.drafts[m.entities[0]];
      if (m.kind != MentionKind::adjective && m.kind != MentionKind::name) continue;
      if (area.type == Type::region && area.ref.starts_with("region:")) {
        const std::string_view id = std::string_view(area.ref).substr(7);
        if (g_.states().knows_area(id) && !g_.states().in_area(id, *country)) return false;
      }
    } else if (g_.states().describes(t_.lower(k)) && !g_.states().fits(t_.lower(k), *country)) {
      return false;
    }
  }
  return true;
}

bool References::central_bank(std::uint32_t i) const { return i > 0 && t_.lower(i) == "bank" && t_.lower(i - 1) == "central"; }

// How well "the NOUN" at i fits a draft: by a noun of its own, or by one for its class.
double References::denotes(std::uint32_t draft, std::uint32_t i) const {
  const Draft& d = a_.drafts[draft];
  const std::string_view noun = t_.lower(i);
  if (!nationality_agrees(i, d) || !area_agrees(i, d)) return 0;
  // "the rebel group", "the central bank": both words say what it is.
  if (d.type == Type::organization && i > 0 && t_.head(i - 1) == i && t_.sentence(i - 1) == t_.sentence(i))
    if (const std::string_view sort = g_.noun_class(t_.key(i - 1, i + 1)); !sort.empty() && !d.cls.empty() && d.cls != sort) return 0;
  if (central_bank(i)) return std::find(d.nouns.begin(), d.nouns.end(), "central bank") != d.nouns.end() || has_word(d, " central bank ") ? 1.0 : 0;
  // "the ministry" is no State Department, "the department" no Foreign Ministry.
  if ((noun == "ministry" && has_word(d, " department ") && !has_word(d, " ministry ")) || (noun == "department" && has_word(d, " ministry ") && !has_word(d, " department "))) return 0.1;
  if (std::find(d.nouns.begin(), d.nouns.end(), noun) != d.nouns.end()) return 1.0;
  if (d.type != Type::organization) return 0;
  if (std::find(d.learned.begin(), d.learned.end(), noun) != d.learned.end()) return 1.6;
  // "The summit pressed the rebels": a meeting acts for those who meet, as a place to go it is none of them.
  if (noun == "summit" && t_.dep(i) != "nsubj") return 0;
  const auto classes = g_.described_classes(noun);
  if (std::find(classes.begin(), classes.end(), d.cls) == classes.end()) return 0;
  // "the English club": sooner one that is known to be English.
  if (d.country.empty() && !nationality_before(i).empty()) return 0.4;
  if (d.cls == "medium" && !medium_agrees(d, noun)) return 0;
  if (d.cls == "sport" && (noun == "federation" || noun == "body" || noun == "association") != governs_sport(d)) return 0;
  // What is called so by its name goes before what is merely of the sort.
  return is_one_of(noun, naming_nouns) ? 0.35 : 0.7;
}

// The organization named most of those that "the NOUN" may denote, though nothing was said of it lately.
std::uint32_t References::topic_denoted_by(std::uint32_t i) const {
  std::uint32_t best = none;
  if (g_.described_classes(t_.lower(i)).empty() && !by_noun_.contains(t_.lower(i))) return none;
  double weight = 0;
  for (const auto& [e, named] : weight_in_text_) {
    if (a_.drafts[e].type != Type::organization || e >= last_mention_.size() || last_mention_[e] == none || last_mention_[e] >= i) continue;
    const double w = named * denotes(e, i);
    if (w > weight) weight = w, best = e;
  }
  return best;
}

// "the Company", with a capital: in a statement, the body that makes it, which the first sentence is of.
std::uint32_t References::issuer(std::uint32_t i) const {
  constexpr std::array<std::string_view, 6> nouns{"bank", "company", "corporation", "fund", "group", "trust"};
  if (!t_.cap(i) || t_.casing(i) != Casing::sentence || i == t_.sentence_begin(i) || !is_one_of(t_.lower(i), nouns)) return none;
  for (std::uint32_t k = 0; k < i; ++k) {
    if (t_.headline(k) || t_.dep(k) != "nsubj" || a_.mention_of_head[k] < 0) continue;
    const auto first = entities_at(k);
    return first.size() == 1 && a_.drafts[first[0]].type == Type::organization ? first[0] : none;
  }
  return none;
}

// The draft that "the NOUN" denotes: the most salient one that it may, or the last in the text where none is salient any more.
std::uint32_t References::denoted_by(std::uint32_t i) const {
  if (const std::uint32_t speaker = issuer(i); speaker != none) return speaker;
  const std::vector<std::uint32_t> others = clause_subject(i);
  const auto other = [&](std::uint32_t e) {
    if (std::find(others.begin(), others.end(), e) != others.end()) return true;
    // Nor does the chief of one body praise it as "the body".
    if (t_.dep(i) != "dobj" || others.size() != 1) return false;
    const auto roles = a_.roles_near(i);
    return std::any_of(roles.begin(), roles.end(), [&](const Role& r) { return r.person == others[0] && std::find(r.bodies.begin(), r.bodies.end(), e) != r.bodies.end(); });
  };
  // What the text is about goes before what was named by the way.
  const Discourse::Item* best = discourse_.best(i, [&](const Discourse::Item& item) {
    if (item.entities.size() != 1) return 0.0;
    const std::uint32_t e = item.entities[0];
    const double topic = 1.0 + 50 * topicality(e) / (item.weight() + 1);
    return denotes(e, i) * (other(e) ? 0.05 : 1.0) * topic;
  });
  if (best) {
    const std::uint32_t topic = topic_denoted_by(i);
    const std::uint32_t near = best->entities[0];
    if (topic != none && topic != near && !other(topic) && denotes(topic, i) * 100 * topicality(topic) > denotes(near, i) * (best->weight() + 50 * topicality(near))) return topic;
    return near;
  }
  if (const std::uint32_t topic = topic_denoted_by(i); topic != none && topicality(topic) > 0.15 && t_.child(i, "appos") == none) return topic;
  const auto it = by_noun_.find(t_.lower(i));
  if (it == by_noun_.end() || it->second.size() > 64 || central_bank(i)) return none;
  std::uint32_t last = none;
  for (const std::uint32_t e : it->second)
    if (e < last_mention_.size() && last_mention_[e] != none && last_mention_[e] < i && nationality_agrees(i, a_.drafts[e]) &&
        area_agrees(i, a_.drafts[e]) && (last == none || last_mention_[e] > last_mention_[last]))
      last = e;
  return last;
}

// "Liberation Front", "Resistance Movement": the name may be a party's, "the rebels" are none.
bool References::takes_arms(const Draft& draft) const {
  if (draft.type != Type::organization || (!draft.cls.empty() && draft.cls != "party" && draft.cls != "army" && draft.cls != "alliance")) return false;
  constexpr std::array<std::string_view, 7> words{"liberation", "front", "movement", "resistance", "brigade", "brigades", "militia"};
  for (const std::string& key : draft.keys)
    for (const std::string_view word : words)
      if ((" " + key + " ").find(" " + std::string(word) + " ") != std::string::npos) return true;
  return false;
}

// "the judges", "the militants": the court, the group that was named.
bool References::members(std::uint32_t i) {
  const std::string_view cls = g_.members_class(t_.lower(i));
  const std::uint32_t det = determiner_of(i);
  if (cls.empty() || det == none || t_.lower(det) != "the" || restricted(i)) return false;
  const Discourse::Item* best = discourse_.best(i, [&](const Discourse::Item& item) {
    if (item.entities.size() != 1 || !nationality_agrees(i, a_.drafts[item.entities[0]])) return 0.0;
    const std::uint32_t e = item.entities[0];
    if (a_.drafts[e].cls != cls && !(cls == "armed_group" && takes_arms(a_.drafts[e]))) return 0.0;
    return 1.0 + 50 * topicality(e) / (item.weight() + 1);
  });
  if (!best || best->weight() + 50 * topicality(best->entities[0]) < 10) return false;
  answer(i - det < 4 ? det + 1 : i, i + 1, i, MentionKind::body, std::vector<std::uint32_t>(best->entities), true);
  return true;
}

// "the neighbouring country", "the other nation": not the one that acts.
bool References::elsewhere(std::uint32_t i, std::uint32_t det) const {
  for (std::uint32_t k = det + 1; k < i; ++k)
    if (t_.lower(k) == "neighbouring" || t_.lower(k) == "neighboring" || t_.lower(k) == "other" || t_.lower(k) == "rival") return true;
  return false;
}

// "its southern neighbour", "its former colony", "the neighbouring country": the other state that the text speaks of, if there is but one.
void References::other_state(std::uint32_t i, const std::vector<std::uint32_t>& owner, std::uint32_t begin) {
  if (owner.size() != 1 || t_.child(i, "appos") != none) return;
  if (i + 1 < t_.size() && (a_.name_at[i + 1] >= 0 || (t_.form(i + 1) == "," && i + 2 < t_.size() && a_.name_at[i + 2] >= 0))) return;
  const bool borders = t_.lower(i).starts_with("neighb") || (i > begin && t_.lower(i - 1).starts_with("neighb"));
  const auto own = g_.country_by_code(a_.drafts[owner[0]].country);
  double best = 0, second = 0;
  std::uint32_t state = none;
  for (const auto& [e, named] : weight_in_text_) {
    if (e == owner[0] || a_.drafts[e].type != Type::country || e >= last_mention_.size() || last_mention_[e] == none || !area_agrees(i, a_.drafts[e])) continue;
    if (borders)
      if (const auto c = g_.country_by_code(a_.drafts[e].country); !c || !own || !g_.states().neighbours(*own, *c)) continue;
    const double weight = salience(e);
    second = std::max(second, std::min(weight, best));
    if (weight > best) {
      best = weight;
      state = e;
    }
  }
  if (state != none && best >= 20 && best > 1.5 * second) answer(begin, i + 1, i, MentionKind::role, {state});
}

// "his party", "her ministry": the body that the person is known to be of.
std::uint32_t References::own_body(std::uint32_t i, std::uint32_t det) const {
  const auto owner = entities_at(det);
  if (owner.size() != 1 || a_.drafts[owner[0]].type != Type::person) return none;
  std::uint32_t found = none;
  for (const Role& role : a_.roles_near(i)) {
    if (role.person != owner[0] || role.former || role.title == none) continue;
    for (const std::uint32_t b : role.bodies) {
      if (a_.drafts[b].type != Type::organization || denotes(b, i) <= 0) continue;
      if (found != none && found != b) return none;
      found = b;
    }
  }
  return found;
}

// "Police fired tear gas", "was arrested by prosecutors": those of the state that the story is of.
bool References::bare_authority(std::uint32_t i) {
  constexpr std::array<std::string_view, 3> nouns{"authorities", "police", "prosecutors"};
  if (!is_one_of(t_.lower(i), nouns)) return false;
  for (const std::uint32_t c : t_.children(i))
    if (c < i && (t_.dep(c) == "amod" || t_.dep(c) == "compound" || t_.dep(c) == "nmod" || t_.dep(c) == "poss")) return false;
  const std::uint32_t governor = t_.head(i);
  const bool acts = t_.dep(i) == "nsubj" || (t_.dep(i) == "pobj" && t_.lower(governor) == "by");
  if (!acts || t_.child(i, "relcl") != none) return false;
  // Who only says something is a source, no actor.
  if (speaks(i)) return true;
  // "police in Trinidad", "prosecutors in Istanbul".
  std::optional<std::uint32_t> country;
  for (const std::uint32_t c : t_.children(i))
    if (c > i && t_.dep(c) == "prep" && (t_.lower(c) == "in" || t_.lower(c) == "of"))
      for (const std::uint32_t e : entities_at(t_.child(c, "pobj"))) country = g_.country_by_code(a_.drafts[e].country);
  if (!country)
    if (const std::uint32_t c = a_.country_at(i); c != none) country = c;
  if (country) answer(i, i + 1, i, MentionKind::body, {a_.country_draft(*country)}, true);
  return true;
}

void References::description(std::uint32_t i) {
  // The noun must head its phrase.
  if (i + 1 < t_.sentence_end(i) && (t_.dep(i) == "compound" || t_.dep(i) == "nmod" || t_.dep(i) == "amod") && t_.head(i) > i) return;
  if (i + 1 < t_.size() && t_.hyphen(i + 1)) return;  // "state-owned"
  // "the shipping group Nordhav": says what the name behind it is.
  if (i + 1 < t_.sentence_end(i) && a_.name_at[i + 1] >= 0) {
    const Name& named = a_.names[static_cast<std::size_t>(a_.name_at[i + 1])];
    if (named.begin == i + 1 && named.type == Type::organization && g_.noun_class(t_.lower(i)) != std::string_view()) return;
  }
  // A predicate says what someone is.
  if (t_.dep(i) == "attr" || t_.dep(i) == "oprd") return;
  // "Nicaragua, the third state on the gulf": nor does an apposition denote another than the name before it.
  if (t_.dep(i) == "appos" && t_.head(i) < i && a_.name_at[t_.head(i)] >= 0 && t_.tag(i) == "NN" && t_.form(i - 1) != "," && t_.child(i, "appos") == none) {
    const std::int32_t m = a_.mention_of_head[t_.head(i)];
    if (m >= 0 && a_.mentions[static_cast<std::size_t>(m)].entities.size() == 1) return;
  }
  if (plural_description(i) || members(i) || epithet(i)) return;
  const std::string_view lower = t_.lower(i);
  if (i + 2 < t_.sentence_end(i) && t_.hyphen(i + 1) && is_one_of(lower, state_nouns)) {
    // "the state-owned X": its own state, if that is known.
    const auto states = state_of(entities_at(t_.head(i + 2)));
    if (states.size() == 1) answer(i, i + 1, i, MentionKind::role, states);
    return;
  }
  const std::uint32_t det = determiner_of(i);
  if (det == none && bare_authority(i)) return;
  if (det == none || restricted(i)) return;
  const std::string_view determiner = t_.lower(det);
  const bool definite = determiner == "the" || determiner == "this" || determiner == "that";
  const bool possessed = t_.tag(det) == "PRP$" || (t_.tag(det) == "WP$" && det + 1 == i);  // "X, whose country chairs the bloc,"
  if (!definite && !possessed) return;
  const std::uint32_t begin = i - det < 4 ? det + 1 : i;
  if (possessed) {
    if (is_one_of(lower, other_nouns)) {
      // A person's rivals are persons; his neighbour in the news is his state's.
      const auto owner = entities_at(det);
      const bool person = std::any_of(owner.begin(), owner.end(), [&](std::uint32_t e) { return a_.drafts[e].type != Type::country; });
      if (!person || lower.starts_with("neighb")) other_state(i, state_of(owner), begin);
      return;
    }
    if (const std::uint32_t body = own_body(i, det); body != none) return answer(begin, i + 1, i, MentionKind::role, {body});
    // "his country", "its government", "their army".
    if (is_one_of(lower, state_nouns) || is_one_of(lower, ruling_nouns)) {
      const auto states = state_of(entities_at(det));
      if (states.size() == 1 || !is_one_of(lower, state_nouns)) answer(begin, i + 1, i, is_one_of(lower, state_nouns) ? MentionKind::role : MentionKind::body, states);
    }
    return;
  }
  if (is_one_of(lower, state_nouns) && elsewhere(i, det)) {
    auto owner = clause_subject(i);
    if (owner.empty()) owner = sayers(i);
    return other_state(i, state_of(owner), begin);
  }
  if (const std::uint32_t e = denoted_by(i); e != none) return answer(begin, i + 1, i, MentionKind::role, {e});
  // "the central bank" without a name of its own is the state's, as its government is.
  if (is_one_of(lower, ruling_nouns) || (central_bank(i) && t_.tag(i) == "NN"))
    if (const std::uint32_t c = a_.country_at(i); c != none) answer(begin, i + 1, i, MentionKind::body, {a_.country_draft(c)});
}

}  // namespace entente::entity
