#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "network/clusters.hpp"
#include "network/name_key.hpp"

namespace entente::network {

namespace {

/// More candidates than this are a common name: nothing is decided.
constexpr std::size_t most_candidates = 8;

struct Person {
  std::uint32_t form;
  PersonName name;
};

/// One Person for each name of each entity: forms that only repeat it tell nothing new.
std::vector<Person> distinct_persons(std::span<const Form> forms, const NameVariants& variants, Clusters& clusters) {
  std::vector<Person> persons;
  std::unordered_set<std::string> seen;
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    if (forms[i].kind != Kind::person) continue;
    PersonName name = person_name(forms[i].name, variants);
    if (name.words.empty()) continue;
    if (seen.insert(std::to_string(clusters.find(i)) + ' ' + name.key()).second)
      persons.push_back({i, std::move(name)});
  }
  return persons;
}

bool same_known_country(Clusters& clusters, std::uint32_t a, std::uint32_t b) {
  return !clusters.country(a).empty() && clusters.country(a) == clusters.country(b);
}

using Index = std::unordered_map<std::string, std::vector<std::uint32_t>>;

/// Links `from` where exactly one other compatible entity is among the candidates (forms).
void link_unique(Clusters& clusters, std::uint32_t from, const std::vector<std::uint32_t>& candidates,
                 std::string_view rule, const std::function<bool(std::uint32_t)>& qualifies, std::vector<Link>& links) {
  std::uint32_t only = no_index;
  for (const auto candidate : candidates) {
    if (clusters.find(candidate) == clusters.find(from) || !clusters.compatible(from, candidate) ||
        !qualifies(candidate))
      continue;
    if (only != no_index && clusters.find(only) != clusters.find(candidate)) return;
    only = std::min(only, candidate);
  }
  if (only != no_index) links.push_back({from, only, rule});
}

class FullerNames {
 public:
  FullerNames(const std::vector<Person>& persons, Clusters& clusters) : persons_(persons), clusters_(clusters) {
    for (std::uint32_t i = 0; i < persons.size(); ++i) {
      const auto& words = persons[i].name.words;
      if (words.size() < 2) continue;
      by_surname_[index_key(words, words.size() - 1)].push_back(i);
      if (words.size() > 2) by_surname_[index_key(words, words.size() - 2)].push_back(i);
    }
  }

  void link(const Person& brief, std::vector<Link>& links) {
    const auto& words = brief.name.words;
    const auto found = words.size() < 2 ? by_surname_.end() : by_surname_.find(index_key(words, words.size() - 1));
    if (found == by_surname_.end()) return;
    std::vector<const Person*> fuller;
    for (const auto i : found->second)
      if (is_briefer(brief, persons_[i])) fuller.push_back(&persons_[i]);
    if (fuller.size() > most_candidates) return;
    for (const Person* a : fuller)
      for (const Person* b : fuller)
        if (clusters_.find(a->form) != clusters_.find(b->form) && !is_briefer(*a, *b) && !is_briefer(*b, *a)) return;
    for (const Person* full : fuller) links.push_back({brief.form, full->form, "fuller name"});
  }

 private:
  static std::string index_key(const std::vector<std::string>& words, std::size_t surname) {
    return words[surname] + ' ' + words[0][0];
  }

  bool is_briefer(const Person& brief, const Person& full) {
    return clusters_.find(brief.form) != clusters_.find(full.form) && brief.name.words != full.name.words &&
           clusters_.compatible(brief.form, full.form) &&
           abbreviates(brief.name, full.name, same_known_country(clusters_, brief.form, full.form));
  }

  const std::vector<Person>& persons_;
  Clusters& clusters_;
  Index by_surname_;
};

/// "López Obrador" within "Andrés Manuel López Obrador".
bool holds(const PersonName& full, const PersonName& surname) {
  return surname.words.size() < full.words.size() && surname.suffix == full.suffix &&
         std::search(full.words.begin() + 1, full.words.end(), surname.words.begin(), surname.words.end()) !=
             full.words.end();
}

void link_double_surnames(const std::vector<Person>& persons, Clusters& clusters) {
  Index by_word;
  for (std::uint32_t i = 0; i < persons.size(); ++i)
    for (std::size_t w = 2; w < persons[i].name.words.size(); ++w) by_word[persons[i].name.words[w]].push_back(i);
  std::vector<Link> links;
  for (const Person& person : persons) {
    const auto found = person.name.words.size() < 2 ? by_word.end() : by_word.find(person.name.words.back());
    if (found == by_word.end()) continue;
    std::vector<std::uint32_t> candidates;
    for (const auto i : found->second)
      if (holds(persons[i].name, person.name)) candidates.push_back(persons[i].form);
    link_unique(
        clusters, person.form, candidates, "surname",
        [&](std::uint32_t candidate) { return same_known_country(clusters, person.form, candidate); }, links);
  }
  join_links(clusters, links);
}

}  // namespace

void link_fuller_names(std::span<const Form> forms, const NameVariants& variants, Clusters& clusters) {
  const auto persons = distinct_persons(forms, variants, clusters);
  FullerNames fuller(persons, clusters);
  std::vector<Link> links;
  for (const Person& person : persons) fuller.link(person, links);
  join_links(clusters, links);
}

void link_surnames(std::span<const Form> forms, const NameVariants& variants, Clusters& clusters) {
  const auto persons = distinct_persons(forms, variants, clusters);
  link_double_surnames(persons, clusters);
  Index bearers;  // Surname, or a single name by which some document calls the person → forms with a full name.
  std::unordered_set<std::uint32_t> full_named;
  for (const Person& person : persons) {
    if (person.name.words.size() < 2) continue;
    full_named.insert(clusters.find(person.form));
    for (std::size_t w = 1; w < person.name.words.size(); ++w) bearers[person.name.words[w]].push_back(person.form);
  }
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    if (forms[i].kind != Kind::person || !full_named.contains(clusters.find(i))) continue;
    for (const auto other : forms[i].names) {
      const auto name = person_name(other, variants);
      if (name.words.size() == 1) bearers[name.words.front()].push_back(i);
    }
  }
  std::vector<Link> links;
  for (const Person& person : persons) {
    const auto found = person.name.words.size() == 1 && !full_named.contains(clusters.find(person.form))
                           ? bearers.find(person.name.words.front())
                           : bearers.end();
    if (found != bearers.end())
      link_unique(
          clusters, person.form, found->second, "surname", [](std::uint32_t) { return true; }, links);
  }
  join_links(clusters, links);
}

void link_aliases(std::span<const Form> forms, Clusters& clusters) {
  std::map<std::pair<Class, std::string>, std::vector<std::uint32_t>>
      called;  // Other name → forms it denotes in some document.
  std::vector<std::string> keys(forms.size());
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    if (forms[i].kind == Kind::person) continue;
    keys[i] = body_key(longest_name(forms[i]));
    for (const auto other : forms[i].names)
      if (std::string key = body_key(other); key != keys[i])
        called[{class_of(forms[i].kind), std::move(key)}].push_back(i);
    if (std::string key = body_key(forms[i].name); key != keys[i])
      called[{class_of(forms[i].kind), std::move(key)}].push_back(i);
  }
  std::vector<Link> links;
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    if (forms[i].kind == Kind::person) continue;
    const auto found = called.find({class_of(forms[i].kind), keys[i]});
    if (found == called.end()) continue;
    const bool generic = is_generic(keys[i]);
    link_unique(
        clusters, i, found->second, "alias",
        [&](std::uint32_t candidate) { return !generic || same_known_country(clusters, i, candidate); }, links);
  }
  join_links(clusters, links);
}

}  // namespace entente::network
