#include "network/identity.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "network/clusters.hpp"
#include "network/name_key.hpp"

namespace entente::network {

namespace {

using Members = std::vector<std::uint32_t>;

void join_all(Clusters& clusters, const Members& members, std::string_view rule) {
  for (const auto member : members) clusters.join(members.front(), member, rule);
}

void join_references(std::span<const Form> forms, Clusters& clusters) {
  std::unordered_map<std::string, Members> groups;
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    const Form& form = forms[i];
    if (!form.ref.empty())
      groups[std::string(form.ref)].push_back(i);
    else if (form.kind == Kind::country && !form.country.empty())
      groups["country:" + std::string(form.country)].push_back(i);
  }
  for (const auto& [ref, members] : groups) join_all(clusters, members, "reference");
  clusters.refresh();
}

/// Forms of one name that are one entity: those of one reference, else of one state.
struct Part {
  std::string_view ref, country;
  Members members;
  std::uint64_t documents = 0;
};

/// A state that most of a name's documents give outweighs a few slips.
bool is_slip(std::uint64_t few, std::uint64_t most) { return most >= 3 && most >= 4 * few; }

class Partition {
 public:
  Partition(std::span<const Form> forms, std::span<const std::uint32_t> documents, Clusters& clusters)
      : forms_(forms), documents_(documents), clusters_(clusters) {}

  /// @param members forms of one name and class, ascending.
  /// @param person a few documents' other state is a slip; @param generic without a state the name may be any state's
  /// body.
  void split(const Members& members, bool person, bool generic) {
    parts_.clear();
    for (const auto i : members)
      if (!clusters_.ref(i).empty()) add_to({clusters_.ref(i), clusters_.country(i), {}}, i);
    with_ref_ = parts_.size();
    for (const auto i : members)
      if (clusters_.ref(i).empty() && !clusters_.country(i).empty()) place_by_country(i);
    if (person) fold_slips();
    const bool unique = parts_.size() == 1 && !generic;
    for (const auto i : members)
      if (clusters_.ref(i).empty() && clusters_.country(i).empty()) unique ? add(parts_[0], i) : add_to({}, i);
    for (const Part& part : parts_) join_all(clusters_, part.members, "spelling");
  }

 private:
  void add(Part& part, std::uint32_t form) {
    part.members.push_back(form);
    part.documents += documents_[form];
  }
  void add_to(Part key, std::uint32_t form) {
    auto at = std::find_if(parts_.begin(), parts_.end(),
                           [&](const Part& p) { return p.ref == key.ref && p.country == key.country; });
    if (at == parts_.end()) at = parts_.insert(parts_.end(), std::move(key));
    add(*at, form);
  }
  void place_by_country(std::uint32_t form) {
    const auto country = clusters_.country(form);
    Part* only = nullptr;
    for (std::size_t p = 0; p < with_ref_; ++p) {
      if (!parts_[p].country.empty() && parts_[p].country != country) continue;
      if (only != nullptr) return add_to({{}, country, {}}, form);
      only = &parts_[p];
    }
    if (only == nullptr) return add_to({{}, country, {}}, form);
    add(*only, form);
  }
  void fold_slips() {
    if (parts_.size() < 2) return;
    const auto most = std::max_element(parts_.begin(), parts_.end(),
                                       [](const Part& a, const Part& b) { return a.documents < b.documents; });
    std::uint64_t rest = 0;
    for (const Part& part : parts_) rest += part.documents;
    rest -= most->documents;
    if (!is_slip(rest, most->documents)) return;
    if (std::count_if(parts_.begin(), parts_.end(), [](const Part& p) { return !p.ref.empty(); }) > 1) return;
    Part all = *most;
    for (const Part& part : parts_)
      if (&part != &*most) all.members.insert(all.members.end(), part.members.begin(), part.members.end());
    parts_ = {std::move(all)};
  }

  std::span<const Form> forms_;
  std::span<const std::uint32_t> documents_;
  Clusters& clusters_;
  std::vector<Part> parts_;
  std::size_t with_ref_ = 0;
};

void join_names(std::span<const Form> forms, std::span<const std::uint32_t> documents, const NameVariants& variants,
                Clusters& clusters) {
  std::map<std::pair<Class, std::string>, Members> groups;
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    const bool person = forms[i].kind == Kind::person;
    groups[{class_of(forms[i].kind),
            person ? person_name(forms[i].name, variants).key() : body_key(longest_name(forms[i]))}]
        .push_back(i);
  }
  Partition partition(forms, documents, clusters);
  for (const auto& [key, members] : groups)
    if (members.size() > 1)
      partition.split(members, key.first == Class::person, key.first == Class::organization && is_generic(key.second));
  clusters.refresh();
}

}  // namespace

Identity identify(std::span<const Form> forms, std::span<const std::uint32_t> documents, const NameVariants& variants) {
  Clusters clusters(forms, documents);
  join_references(forms, clusters);
  join_names(forms, documents, variants, clusters);
  link_fuller_names(forms, variants, clusters);
  link_surnames(forms, variants, clusters);
  link_aliases(forms, clusters);
  return std::move(clusters).result();
}

}  // namespace entente::network
