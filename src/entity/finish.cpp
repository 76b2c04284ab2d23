#include <algorithm>
#include <numeric>
#include <set>

#include "entity/analysis.hpp"
#include "entity/fold.hpp"

/// Principal names, kinds, identifiers and order of the answer.
namespace entente::entity {
namespace {

Kind kind_of(Type type) {
  switch (type) {
    case Type::person: return Kind::person;
    case Type::country: return Kind::country;
    case Type::region: return Kind::region;
    case Type::place: return Kind::place;
    default: return Kind::organization;
  }
}

std::size_t words(std::string_view s) { return static_cast<std::size_t>(std::count(s.begin(), s.end(), ' ')) + 1; }

bool acronym(std::string_view s) {
  const auto capitals = std::count_if(s.begin(), s.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return s.size() >= 2 && s.size() <= 8 && s.find(' ') == std::string_view::npos &&
         (capitals >= 2 || (capitals >= 1 && s.find_first_of("0123456789") != std::string_view::npos));
}

// The fullest name of a person, without his style: most words, then the longest, then the first in order of bytes.
std::string fullest(const Draft& d) {
  std::string best;
  for (const auto& [s, n] : d.surfaces)
    if (n > 0 && (best.empty() || std::pair(words(s), s.size()) > std::pair(words(best), best.size()))) best = s;
  return best;
}

bool all_capitals(std::string_view s) { return s.size() > 5 && upper_case(s) == s; }

// The acronym of an organization if the text has one, else its commonest name; a bare noun only where there is nothing else.
std::string commonest(const Analysis& a, const Draft& d) {
  std::string best;
  double best_score = -1e9;
  for (const auto& [s, n] : d.surfaces) {
    double score = n;
    if (acronym(s)) score += 1000;
    else if (s.size() <= 7 && words(s) == 1 && a.aliases.contains(fold_lower(s))) score += 1000;
    if (words(s) == 1 && !a.gazetteer.head_class(lower_case(s)).empty()) score -= 500;
    if (all_capitals(s)) score -= 100;
    if (score > best_score || (score == best_score && s.size() < best.size())) {
      best = s;
      best_score = score;
    }
  }
  return best;
}

std::string principal_name(const Analysis& a, const Draft& d) {
  if (d.type == Type::country) return d.name;
  if ((d.type == Type::region && !d.ref.empty()) || d.ref.starts_with("team:")) return d.name;
  if (d.type == Type::person && !d.ref.empty()) return d.name;
  if (d.surfaces.empty()) return d.name;
  for (const auto& [s, n] : d.surfaces)
    if (const auto name = a.gazetteer.spelled_name(fold_lower(s)); !name.empty() && d.ref.empty()) return std::string(name);
  return d.type == Type::person ? fullest(d) : commonest(a, d);
}

/// Indices of `mentions` by token: the widest headed by it, the narrowest that contains it.
void index_mentions(Mentions& m, std::uint32_t tokens) {
  m.by_head.assign(tokens, -1);
  m.by_token.assign(tokens, -1);
  const auto width = [&](std::int32_t i) { return m.mentions[static_cast<std::size_t>(i)].end - m.mentions[static_cast<std::size_t>(i)].begin; };
  for (std::size_t i = 0; i < m.mentions.size(); ++i) {
    const Mention& mention = m.mentions[i];
    const auto index = static_cast<std::int32_t>(i);
    std::int32_t& head = m.by_head[mention.head];
    if (head < 0 || width(head) < mention.end - mention.begin) head = index;
    for (std::uint32_t k = mention.begin; k < mention.end; ++k)
      if (m.by_token[k] < 0 || mention.end - mention.begin < width(m.by_token[k])) m.by_token[k] = index;
  }
}

}  // namespace

Mentions finish(Analysis& a) {
  // A state may be denoted by its seat alone
  for (const Draft& d : a.drafts)
    if (d.seat_of != none && d.first != none) a.drafts[d.seat_of].first = std::min(a.drafts[d.seat_of].first, d.first);
  std::vector<std::uint32_t> order;
  for (std::uint32_t d = 0; d < a.drafts.size(); ++d)
    if (a.drafts[d].first != none) order.push_back(d);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) { return a.drafts[x].first < a.drafts[y].first; });
  std::vector<std::uint32_t> index(a.drafts.size(), none);
  Mentions out;
  for (const std::uint32_t d : order) {
    const Draft& draft = a.drafts[d];
    index[d] = static_cast<std::uint32_t>(out.entities.size());
    Entity e;
    e.id = "e" + std::to_string(out.entities.size() + 1);
    e.name = principal_name(a, draft);
    e.kind = draft.was_state ? Kind::country : kind_of(draft.type);
    for (const auto& [surface, count] : draft.surfaces) e.names.push_back(surface);
    e.country = draft.country;
    e.ref = draft.ref;
    out.entities.push_back(std::move(e));
    out.classes.push_back(draft.type == Type::organization ? draft.cls : std::string());
  }
  out.seat_of.reserve(order.size());
  for (const std::uint32_t d : order) out.seat_of.push_back(a.drafts[d].seat_of == none ? -1 : static_cast<std::int32_t>(index[a.drafts[d].seat_of]));
  const auto renumber = [&](std::vector<std::uint32_t>& list) {
    for (std::uint32_t& e : list) e = index[e];
    std::sort(list.begin(), list.end());
  };
  out.mentions = std::move(a.mentions);
  for (Mention& m : out.mentions) renumber(m.entities);
  std::stable_sort(out.mentions.begin(), out.mentions.end(), [](const Mention& x, const Mention& y) { return std::pair(x.begin, y.end) < std::pair(y.begin, x.end); });
  for (Office& o : a.offices)
    if (index[o.holder] != none) {
      o.holder = index[o.holder];
      std::erase_if(o.bodies, [&](std::uint32_t b) { return index[b] == none; });
      renumber(o.bodies);
      out.offices.push_back(std::move(o));
    }
  std::stable_sort(out.offices.begin(), out.offices.end(), [](const Office& x, const Office& y) { return x.begin < y.begin; });
  for (Quote& q : a.quotes)
    if (index[q.speaker] != none) {
      q.speaker = index[q.speaker];
      out.quotes.push_back(q);
    }
  index_mentions(out, a.text.size());
  return out;
}

}  // namespace entente::entity
