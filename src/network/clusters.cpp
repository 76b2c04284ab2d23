#include "network/clusters.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace entente::network {

Class class_of(Kind kind) {
  switch (kind) {
    case Kind::person:
      return Class::person;
    case Kind::organization:
      return Class::organization;
    case Kind::country:
      return Class::country;
    case Kind::region:
    case Kind::place:
      break;
  }
  return Class::area;
}

Clusters::Clusters(std::span<const Form> forms, std::span<const std::uint32_t> documents)
    : forms_(forms), documents_(documents), parent_(forms.size()), refs_(forms.size()), countries_(forms.size()) {
  std::iota(parent_.begin(), parent_.end(), 0U);
}

std::uint32_t Clusters::find(std::uint32_t form) {
  while (parent_[form] != form) form = parent_[form] = parent_[parent_[form]];
  return form;
}

void Clusters::join(std::uint32_t a, std::uint32_t b, std::string_view rule) {
  steps_.push_back({std::min(a, b), std::max(a, b), rule});
  const auto x = find(a), y = find(b);
  parent_[std::max(x, y)] = std::min(x, y);
}

void Clusters::refresh() {
  struct Count {
    std::uint32_t representative;
    std::string_view country;
    std::uint64_t documents;
  };
  std::vector<Count> counts;
  std::fill(refs_.begin(), refs_.end(), std::string_view());
  std::fill(countries_.begin(), countries_.end(), std::string_view());
  for (std::uint32_t i = 0; i < forms_.size(); ++i) {
    const auto r = find(i);
    if (!forms_[i].ref.empty() && (refs_[r].empty() || forms_[i].ref < refs_[r])) refs_[r] = forms_[i].ref;
    if (!forms_[i].country.empty()) counts.push_back({r, forms_[i].country, documents_[i]});
  }
  std::sort(counts.begin(), counts.end(), [](const Count& a, const Count& b) {
    return std::tie(a.representative, a.country) < std::tie(b.representative, b.country);
  });
  std::uint64_t best = 0;
  for (std::size_t i = 0; i < counts.size();) {
    std::uint64_t sum = 0;
    std::size_t j = i;
    for (; j < counts.size() && counts[j].representative == counts[i].representative &&
           counts[j].country == counts[i].country;
         ++j)
      sum += counts[j].documents;
    const bool first = i == 0 || counts[i - 1].representative != counts[i].representative;
    if (first || sum > best) {
      best = sum;
      countries_[counts[i].representative] = counts[i].country;
    }
    i = j;
  }
}

bool Clusters::compatible(std::uint32_t a, std::uint32_t b) {
  const auto agree = [](std::string_view x, std::string_view y) { return x.empty() || y.empty() || x == y; };
  return agree(ref(a), ref(b)) && agree(country(a), country(b));
}

Identity Clusters::result() && {
  Identity out;
  out.representative.resize(forms_.size());
  for (std::uint32_t i = 0; i < forms_.size(); ++i) out.representative[i] = find(i);
  out.steps = std::move(steps_);
  return out;
}

void join_links(Clusters& clusters, const std::vector<Link>& links) {
  std::map<std::uint32_t, std::uint32_t> parent;  // Components of this round's links.
  const auto top = [&](std::uint32_t x) {
    for (auto at = parent.try_emplace(x, x).first; at->second != x; at = parent.find(x)) x = at->second;
    return x;
  };
  for (const Link& link : links) {
    const auto a = top(clusters.find(link.from)), b = top(clusters.find(link.to));
    parent[std::max(a, b)] = std::min(a, b);
  }
  struct Gathered {
    std::string_view country, ref;
    bool conflict = false;
    void add(std::string_view& known, std::string_view value) {
      if (!value.empty() && !known.empty() && value != known) conflict = true;
      if (!value.empty()) known = value;
    }
  };
  std::map<std::uint32_t, Gathered> gathered;
  for (const Link& link : links)
    for (const auto end : {link.from, link.to}) {
      Gathered& at = gathered[top(clusters.find(end))];
      at.add(at.country, clusters.country(end));
      at.add(at.ref, clusters.ref(end));
    }
  std::vector<Link> good;
  for (const Link& link : links) {
    const bool certain = !clusters.country(link.from).empty() &&
                         clusters.country(link.from) == clusters.country(link.to) &&
                         clusters.ref(link.from) == clusters.ref(link.to);
    if (certain || !gathered[top(clusters.find(link.to))].conflict) good.push_back(link);
  }
  for (const Link& link : good) clusters.join(link.from, link.to, link.rule);
  clusters.refresh();
}

std::string_view longest_name(const Form& form) {
  std::string_view best = form.name;
  const auto words = [](std::string_view s) { return std::count(s.begin(), s.end(), ' '); };
  for (const auto name : form.names)
    if (std::make_tuple(words(name), name.size()) > std::make_tuple(words(best), best.size())) best = name;
  return best;
}

}  // namespace entente::network
