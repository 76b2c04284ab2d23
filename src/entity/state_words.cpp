#include "entity/state_words.hpp"

#include <algorithm>

#include "entity/gazetteer_loader.hpp"

namespace entente::entity {

bool StateWords::holds(const Lists& lists, std::string_view key, std::uint32_t country) {
  const auto it = lists.find(std::string(key));
  return it != lists.end() && std::binary_search(it->second.begin(), it->second.end(), country);
}

std::vector<std::string> StateWords::words_of(std::uint32_t country) const {
  std::vector<std::string> out;
  for (const auto& [word, countries] : words_)
    if (std::binary_search(countries.begin(), countries.end(), country)) out.push_back(word);
  std::sort(out.begin(), out.end());
  return out;
}

bool StateWords::neighbours(std::uint32_t a, std::uint32_t b) const {
  return a < borders_.size() && std::binary_search(borders_[a].begin(), borders_[a].end(), b);
}

// Of "words" and "areas" a list of countries by key; of "neighbours" each pair once, under either.
void GazetteerLoader::state_descriptions(const json::Node& root) {
  const auto country = [&](const json::Node& code) {
    const auto index = out_.country_by_code(code.string());
    if (!index) code.fail("expected the code of a country");
    return *index;
  };
  const auto each = [&](const char* key, auto use) {
    const json::Node lists = root.at(key);
    for (const auto& member : lists.object().value().GetObject()) {
      const json::Node list = lists.at(member.name.GetString());
      for (std::uint32_t i = 0; i < list.size(); ++i) use(std::string(member.name.GetString()), country(list.at(i)));
    }
  };
  StateWords& s = out_.state_words_;
  each("words", [&](std::string word, std::uint32_t c) { s.words_[std::move(word)].push_back(c); });
  each("areas", [&](std::string region, std::uint32_t c) { s.areas_[std::move(region)].push_back(c); });
  s.borders_.resize(out_.countries_.size());
  each("neighbours", [&](const std::string& code, std::uint32_t c) {
    const auto other = out_.country_by_code(code);
    if (!other) root.fail("expected the code of a country, not " + code);
    s.borders_[*other].push_back(c);
    s.borders_[c].push_back(*other);
  });
  const auto sort = [](std::vector<std::uint32_t>& list) { std::sort(list.begin(), list.end()); };
  for (auto* lists : {&s.words_, &s.areas_})
    for (auto& [key, list] : *lists) sort(list);
  for (auto& list : s.borders_) sort(list);
}

}  // namespace entente::entity
