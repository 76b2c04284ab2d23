#include "relation/lexicon.hpp"

#include <array>
#include <utility>

#include "relation/data_file.hpp"

namespace entente::relation {

namespace {

constexpr std::array<std::pair<const char*, Operator>, 6> kOperators{{{"planned", Operator::planned},
                                                                     {"possible", Operator::possible},
                                                                     {"wanted", Operator::wanted},
                                                                     {"negated", Operator::negated},
                                                                     {"ended", Operator::ended},
                                                                     {"attempt", Operator::attempt}}};

// {"planned": ["plan", ...], ...}; the first operator that lists a word has it.
WordMap<Operator> operators(const json::Node& root, const char* key) {
  WordMap<Operator> out;
  const auto lists = root.at(key);
  for (const auto& [name, op] : kOperators)
    if (const auto list = lists.find(name))
      for (auto& word : strings(*list)) out.emplace(std::move(word), op);
  return out;
}

WordSet words(const json::Node& root, const char* key) {
  const auto list = root.at(key);
  WordSet out;
  for (auto& word : strings(list)) out.insert(std::move(word));
  return out;
}

}  // namespace

Lexicon Lexicon::load(const std::filesystem::path& path) {
  const DataFile file(path);
  const auto root = file.root();
  Lexicon out;
  out.governors = operators(root, "governors");
  out.carriers = operators(root, "carriers");
  out.modifiers = operators(root, "modifiers");
  out.support = words(root, "support");
  out.speech = words(root, "speech");
  out.subject_control = words(root, "subject_control");
  out.agents = words(root, "agents");
  const auto blame = root.at("blame_words"), praise = root.at("praise_words");
  out.blame = strings(blame);
  out.praise = strings(praise);
  out.suffered = words(root, "suffered");
  out.civil = words(root, "civil");
  const auto acts = root.at("acts");
  for (const auto& member : acts.object().value().GetObject()) {
    const auto verbs = acts.at(member.name.GetString());
    out.acts.emplace(member.name.GetString(), strings(verbs));
  }
  out.conflict = words(root, "conflict_attempts_count");
  return out;
}

}  // namespace entente::relation
