#include "entity/references.hpp"

#include <algorithm>

namespace entente::entity {

void References::run() {
  count_names();
  learn_descriptions();
  learn_nations();
  for (std::uint32_t d = 0; d < a_.drafts.size(); ++d) {
    for (const std::string& noun : a_.drafts[d].nouns) by_noun_[noun].push_back(d);
    if (a_.drafts[d].type == Type::organization)
      for (const std::string& noun : a_.drafts[d].learned)
        if (auto& list = by_noun_[noun]; list.empty() || list.back() != d) list.push_back(d);
  }
  last_mention_.assign(a_.drafts.size(), none);
  phrase_of_head_.assign(t_.size(), -1);
  for (std::size_t p = 0; p < a_.phrases.size(); ++p) phrase_of_head_[a_.titles[a_.phrases[p].hit].head] = static_cast<std::int32_t>(p);
  // What persons are is known from the whole text, wherever they are named with their titles.
  for (const TitlePhrase& p : a_.phrases)
    if (!p.holders.empty()) named_holders(p);
  for (const TitlePhrase& p : a_.phrases) context_role(p);
  governments();
  collect_named_sets();
  find_topic();
  for (const nlp::Span& sentence : a_.document.sentences()) {
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) token(i);
    discourse_.next_sentence();
  }
  speakers();
  first_person();
}

// The person named most often, if he stands out: the text is about him.
void References::find_topic() {
  for (const Name& name : a_.names) {
    if (name.type != Type::person || name.entity == none) continue;
    const double weight = t_.headline(name.begin) || t_.sentence(name.begin) == 0 ? 2.0 : 1.0;
    named_[name.entity] += weight;
    named_total_ += weight;
  }
  std::uint32_t topic = none;
  double first = 0, second = 0;
  for (const auto& [person, weight] : named_) {
    if (weight > first) {
      second = first;
      first = weight;
      topic = person;
    } else {
      second = std::max(second, weight);
    }
  }
  if (first >= 3 && first >= 1.5 * second) discourse_.set_topic(topic, 30 + 80 * first / named_total_);
}

// "Maduro's government" is the state or region that he leads; where the sentence names that beside it ("Indonesia's students defied Suharto's
// government"), it is he.
void References::governments() {
  for (const auto& [m, person] : a_.governments) {
    std::uint32_t body = none;
    for (const Role& role : a_.roles_near(a_.mentions[m].head)) {
      if (role.person != person || role.title == none || role.former || g_.titles()[role.title].office != OfficeKind::leads) continue;
      for (const std::uint32_t b : role.bodies)
        if (body == none && (a_.drafts[b].type == Type::country || a_.drafts[b].type == Type::region)) body = b;
    }
    if (body == none)
      if (const auto states = state_of({person}); states.size() == 1) body = states[0];
    const std::uint32_t head = a_.mentions[m].head;
    bool beside = false;
    for (std::uint32_t i = t_.sentence_begin(head); i < t_.sentence_end(head); ++i) {
      const std::int32_t other = a_.mention_of_head[i];
      beside |= other >= 0 && static_cast<std::uint32_t>(other) != m && a_.mentions[static_cast<std::size_t>(other)].entities == std::vector{body};
    }
    if (body != none && !beside) a_.mentions[m].entities = {body};
  }
}

std::vector<std::uint32_t> References::entities_at(std::uint32_t i) const {
  const std::int32_t m = i < t_.size() ? a_.mention_of_head[i] : -1;
  return m < 0 ? std::vector<std::uint32_t>() : a_.mentions[static_cast<std::size_t>(m)].entities;
}

void References::token(std::uint32_t i) {
  if (t_.punctuation(i) || t_.space(i)) return;
  if (phrase_of_head_[i] >= 0) {
    title_phrase(a_.phrases[static_cast<std::size_t>(phrase_of_head_[i])]);
    // "the judges", "the broadcaster": a role of no one known may be a body.
    const TitlePhrase& p = a_.phrases[static_cast<std::size_t>(phrase_of_head_[i])];
    if (a_.mention_of_head[i] < 0 && t_.pos(i) == "NOUN" && p.holders.empty() && !p.counterpart) description(i);
    if (a_.mention_of_head[i] < 0 && t_.pos(i) == "NOUN") discourse_.thing(i);
    return;
  }
  if (a_.mention_of_head[i] >= 0) {
    const Mention& m = a_.mentions[static_cast<std::size_t>(a_.mention_of_head[i])];
    if (m.kind == MentionKind::body && limited_group(i)) return;
    if ((m.kind == MentionKind::body || m.kind == MentionKind::adjective) && native(i)) return;
    return seen(i, m.kind == MentionKind::body && (t_.tag(i) == "NNS" || t_.tag(i) == "NNPS"));
  }
  const std::string_view tag = t_.tag(i);
  if ((tag == "DT" || tag == "CD" || tag == "PDT" || tag == "CC") && bare_group(i)) return;
  if (t_.lower(i) == "latter") return latter(i);
  if (tag == "PRP" || tag == "PRP$" || tag == "WP" || tag == "WDT" || tag == "WP$") return pronoun(i);
  if (t_.lower(i) == "old" && tag == "JJ" && epithet(i)) return;  // "sacked the 51-year-old"
  if (tag == "NN" || tag == "NNS" || ((tag == "NNP" || tag == "NNPS") && a_.name_at[i] < 0)) {
    if (!listed_group(i)) description(i);
    if (a_.mention_of_head[i] < 0 && a_.name_at[i] < 0) discourse_.thing(i);
  }
}

void References::seen(std::uint32_t i, bool plural) {
  const std::vector<std::uint32_t> entities = entities_at(i);
  last_mention_.resize(a_.drafts.size(), none);  // states are added as the text comes to speak of them
  for (const std::uint32_t e : entities) last_mention_[e] = i;
  discourse_.mention(entities, i, 1.0, plural);
  if (entities.size() > 2) sets_.push_back(entities);
  if (entities.size() == 2 && a_.mentions[static_cast<std::size_t>(a_.mention_of_head[i])].kind != MentionKind::role) ++pairs_[entities];
  // The members of a set are spoken of too.
  if (entities.size() > 1)
    for (const std::uint32_t e : entities) discourse_.mention({e}, i, 0.3);
  if (joined_to(i) != none) coordination(i);
  else opposed(i);
  headline_pair(i);
}

// "Ana Ruiz and Peru's acting premier, [Li Wei]": what he is stands for him.
bool References::apposed_to_conjunct(std::uint32_t i) const {
  return t_.dep(i) == "appos" && t_.dep(t_.head(i)) == "conj" && t_.head(i) < i && a_.name_at[t_.head(i)] < 0;
}

// What i is coordinated with: its head, or the subject before it where the parser takes "[X] and [Y] met" for two subjects.
std::uint32_t References::joined_to(std::uint32_t i) const {
  if (t_.dep(i) == "conj") return t_.head(i);
  if (apposed_to_conjunct(i)) return t_.head(t_.head(i));
  if (t_.dep(i) != "nsubj" && t_.dep(i) != "nsubjpass") return none;
  for (const std::uint32_t c : t_.children(t_.head(i))) {
    if (c >= i) break;
    if (t_.dep(c) != t_.dep(i) || a_.name_at[c] < 0) continue;
    const std::uint32_t joint = t_.child(c, "cc");
    if (joint != none && joint > c && joint < i && (t_.lower(joint) == "and" || t_.lower(joint) == "&")) return c;
  }
  return none;
}

// "Peru, Chile agree on ceasefire": the two that a headline begins with.
void References::headline_pair(std::uint32_t i) {
  if (!t_.headline(i) || t_.sentence_begin(i) + 6 < i || t_.dep(i) != "appos" || !t_.dep(t_.head(i)).starts_with("nsubj")) return;
  auto set = entities_at(t_.head(i));
  if (set.size() != 1 || entities_at(i).size() != 1 || a_.drafts[set[0]].type != Type::country || a_.drafts[entities_at(i)[0]].type != Type::country) return;
  set.push_back(entities_at(i)[0]);
  std::sort(set.begin(), set.end());
  if (set[0] != set[1]) ++pairs_[set];
}

// "Peru and Ecuador": all that is coordinated with i up to it.
std::vector<std::uint32_t> References::coordinated(std::uint32_t i) const {
  std::vector<std::uint32_t> set;
  std::uint32_t at = i;
  for (int steps = 0; steps < 40; ++steps) {
    const auto entities = entities_at(at);
    set.insert(set.end(), entities.begin(), entities.end());
    const std::uint32_t before = joined_to(at);
    if (before == none) break;
    at = before;
  }
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  return set;
}

// The set of what is coordinated so far is spoken of too, in the role of the whole, which is its first member's.
void References::coordination(std::uint32_t i) {
  const auto set = coordinated(i);
  if (set.size() < 2) return;
  std::uint32_t root = i;
  for (int steps = 0; joined_to(root) != none && steps < 40; ++steps) root = joined_to(root);
  const double factor = Discourse::role_weight(t_.dep(root)) / Discourse::role_weight("conj") * (1 + 0.05 * static_cast<double>(set.size()));
  discourse_.mention(set, i, factor, true);
  if (set.size() > 2) return sets_.push_back(set);
  if (t_.child(i, "conj") != none) return;  // "A, B, C and D"
  ++pairs_[set];
  // "Prime Minister X of Peru and President Y of Chile agreed": their states deal with one another.
  const auto first = state_of({set[0]}), second = state_of({set[1]});
  if (a_.drafts[set[0]].type != Type::person || a_.drafts[set[1]].type != Type::person || first.size() != 1 || second.size() != 1 || first == second) return;
  ++pairs_[{std::min(first[0], second[0]), std::max(first[0], second[0])}];
}

void References::answer(std::uint32_t begin, std::uint32_t end, std::uint32_t head, MentionKind kind, const std::vector<std::uint32_t>& entities,
                        bool plural) {
  if (entities.empty()) return;
  a_.add_mention(begin, end, kind, entities, head);
  seen(head, plural);
}

const Quotation* References::quotation_at(std::uint32_t i) const {
  const auto after = std::upper_bound(a_.quotations.begin(), a_.quotations.end(), i, [](std::uint32_t x, const Quotation& q) { return x < q.begin; });
  if (after == a_.quotations.begin()) return nullptr;
  const Quotation& q = *(after - 1);
  return i < q.end ? &q : nullptr;
}

std::vector<std::uint32_t> References::speaker_of(const Quotation& q) const {
  const Quotation* at = &q;
  for (int steps = 0; at->speaker_token == none && at->same_as >= 0 && steps < 50; ++steps) at = &a_.quotations[static_cast<std::size_t>(at->same_as)];
  return at->speaker_token == none ? std::vector<std::uint32_t>() : entities_at(at->speaker_token);
}

void References::speakers() {
  for (const Quotation& q : a_.quotations) {
    const auto speaker = speaker_of(q);
    if (speaker.size() == 1) a_.quotes.push_back({q.begin, q.end, speaker[0]});
  }
}

// "We" in a quotation is the state or body that the speaker speaks for, "I" himself.
void References::first_person() {
  for (const Quote& q : a_.quotes) {
    std::vector<std::uint32_t> speaks_for;
    if (a_.drafts[q.speaker].type != Type::person) speaks_for = {q.speaker};
    for (const Role& role : a_.roles_near(q.begin))
      if (speaks_for.empty() && role.person == q.speaker && !role.former && !role.bodies.empty()) speaks_for = {role.bodies[0]};
    for (std::uint32_t i = q.begin; i < q.end; ++i) {
      const std::string_view lower = t_.lower(i), tag = t_.tag(i);
      if (tag != "PRP" && tag != "PRP$") continue;
      if (lower == "i" || lower == "me" || lower == "my") a_.add_mention(i, i + 1, MentionKind::pronoun, {q.speaker}, i);
      if ((lower == "we" || lower == "us" || lower == "our" || lower == "ours") && !speaks_for.empty()) {
        const auto together = we_together(i, q.begin, speaks_for[0]);
        a_.add_mention(i, i + 1, MentionKind::pronoun, together.empty() ? speaks_for : together, i);
      }
    }
  }
}

void resolve_references(Analysis& a) { References(a).run(); }

}  // namespace entente::entity
