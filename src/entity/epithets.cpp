#include <algorithm>

#include "entity/references.hpp"

/// Persons spoken of by what they are: "the presenter", "the 54-year-old", "the former bus driver".
namespace entente::entity {
namespace {

bool kin_or_link(OfficeKind kind) { return kind == OfficeKind::kin || kind == OfficeKind::succeeds || kind == OfficeKind::founded || kind == OfficeKind::owns; }

}  // namespace

// Does "the NOUN" at i speak of a person without an office? Sets the gender that it says, 0 for either.
bool References::personal(std::uint32_t i, char& gender) const {
  const std::string_view lower = t_.lower(i);
  gender = 0;
  if (lower == "old") return i >= 4 && t_.hyphen(i - 1) && t_.lower(i - 2) == "year" && t_.hyphen(i - 3) && t_.head(i) != i + 1;
  if (t_.tag(i) != "NN") return false;
  if (const std::int32_t hit = a_.title_at[i]; hit >= 0) {
    const std::uint32_t index = a_.titles[static_cast<std::size_t>(hit)].title;
    if (index >= g_.titles().size()) return false;  // "the counterpart"
    const Title& title = g_.titles()[index];
    gender = title.gender;
    // A rank without a body says as little as a trade.
    return title.office == OfficeKind::works_for || (title.office == OfficeKind::holds_office_in && !title.state_default && !title.speaks && !kin_or_link(title.office));
  }
  // "the hydrologist", "the choreographer", "the mathematician": trades that no list can hold.
  if (lower.size() > 8 && (lower.ends_with("ologist") || lower.ends_with("grapher") || lower.ends_with("tician"))) return true;
  const char known = g_.person_noun(lower);
  gender = known == 'm' || known == 'f' ? known : '\0';
  return known != 0;
}

// "the 82-year-old leader".
bool References::aged(std::uint32_t i) const {
  for (std::uint32_t k = i; k > t_.sentence_begin(i) + 4 && i - k < 4;) {
    --k;
    if (t_.lower(k) == "old") return t_.hyphen(k - 1) && t_.lower(k - 2) == "year";
    if (t_.pos(k) != "ADJ" && t_.pos(k) != "NOUN") return false;
  }
  return false;
}

// "the Swiss hydrologist": a stranger would not be told of so.
bool References::of_nation(std::uint32_t i) const {
  const auto children = t_.children(i);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return c < i && a_.mention_of_head[c] >= 0 && a_.mentions[static_cast<std::size_t>(a_.mention_of_head[c])].kind == MentionKind::adjective;
  });
}

bool References::epithet(std::uint32_t i) {
  char gender = 0;
  if (!t_.tag(i).starts_with("NN") && t_.lower(i) != "old") return false;
  const bool old = aged(i) || t_.lower(i) == "old";
  const auto described = [&](std::uint32_t e) {
    const Draft& d = a_.drafts[e];
    return d.type == Type::person && std::find(d.learned.begin(), d.learned.end(), t_.lower(i)) != d.learned.end();
  };
  const bool known = std::any_of(weight_in_text_.begin(), weight_in_text_.end(), [&](const auto& w) { return described(w.first); });
  if (!personal(i, gender) && !old && !known) return false;
  const std::uint32_t det = determiner_of(i);
  const std::string_view dep = t_.dep(i);
  if (det == none || t_.lower(det) != "the" || restricted(i) || quotation_at(i)) return false;
  if (i + 1 < t_.sentence_end(i) && a_.name_at[i + 1] >= 0) return false;  // "the singer X"
  if (dep != "nsubj" && dep != "nsubjpass" && dep != "dobj" && dep != "poss" && dep != "pobj") return false;
  // "a man ... the man": one spoken of before without a name.
  if (!known && !old)
    for (const Discourse::Item& item : discourse_.items())
      if (item.entities.empty() && item.lemma == t_.token(i).lemma) return false;
  const auto others = sayers(i);
  double best = 0, second = 0;
  std::uint32_t person = none;
  for (const auto& [e, named] : weight_in_text_) {
    const Draft& d = a_.drafts[e];
    if (d.type != Type::person || e >= last_mention_.size() || last_mention_[e] == none || last_mention_[e] >= i) continue;
    if (gender && d.gender && gender != d.gender) continue;
    if (std::find(others.begin(), others.end(), e) != others.end()) continue;
    // Said to be that, or else in mind.
    const double weight = known || old ? salience(e) * (described(e) ? 4 : known ? 0.2 : 1) : discourse_.weight_of(e);
    second = std::max(second, std::min(weight, best));
    if (weight > best) {
      best = weight;
      person = e;
    }
  }
  // Only one who stands out.
  if (person == none || (known && !old && !personal(i, gender) && !described(person)) || best < (known || old ? 20 : second < 1 && of_nation(i) ? 12 : 60) || best < (known || old ? 1.15 : 1.3) * second) return false;
  answer(i - det < 5 ? det + 1 : i, i + 1, i, MentionKind::role, {person});
  return true;
}

}  // namespace entente::entity
