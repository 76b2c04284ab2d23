#include "nlp/moves.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <map>
#include <utility>

#include "nlp/file.hpp"
#include "nlp/pack.hpp"

namespace entente::nlp {
namespace {

using Label = std::pair<std::int64_t, std::string>;  // frequency, label

/// Kinds in the order of their keys as text, each with its labels.
std::map<std::string, std::vector<Label>> read_labels(const std::filesystem::path& file) {
  const Pack pack(file);
  const std::string_view text = pack.text(pack.need(pack.root(), "moves", "moves"), "moves");
  rapidjson::Document json;
  json.Parse(text.data(), text.size());
  if (json.HasParseError() || !json.IsObject()) fail(file, "moves", "not a JSON object");
  std::map<std::string, std::vector<Label>> kinds;
  for (const auto& kind : json.GetObject()) {
    if (!kind.value.IsObject()) fail(file, "moves", "its values must be objects");
    auto& labels = kinds[kind.name.GetString()];
    for (const auto& label : kind.value.GetObject()) {
      if (!label.value.IsInt64()) fail(file, "moves", "a frequency is not an integer");
      labels.emplace_back(label.value.GetInt64(), label.name.GetString());
    }
    std::sort(labels.rbegin(), labels.rend());
  }
  return kinds;
}

}  // namespace

std::vector<Move> load_moves(const std::filesystem::path& file) {
  std::vector<Move> moves;
  const auto add = [&](int kind, const std::string& label) {
    const Move move{kind, label};
    if (std::find(moves.begin(), moves.end(), move) == moves.end()) moves.push_back(move);
  };
  std::vector<Label> added;
  std::map<std::string, std::vector<int>> added_kinds;
  for (const auto& [key, labels] : read_labels(file)) {
    if (key.size() != 1 || key[0] < '0' || key[0] > '9') fail(file, "moves", "unknown kind " + key);
    const int kind = key[0] - '0';
    for (const Label& label : labels) {
      if (label.first >= 0) {
        add(kind, label.second);
      } else {
        added.push_back(label);
        added_kinds[label.second].push_back(kind);
      }
    }
  }
  std::sort(added.rbegin(), added.rend());
  for (const Label& label : added)
    for (const int kind : added_kinds[label.second]) add(kind, label.second);
  return moves;
}

}  // namespace entente::nlp
