#include "relation/function.hpp"

#include <array>
#include <utility>

namespace entente::relation {

namespace {

std::vector<std::string> split(std::string_view text, char by) {
  std::vector<std::string> out;
  while (true) {
    const auto at = text.find(by);
    out.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + 1);
  }
}

Function parse_function(const std::string& name) {
  using enum Function::Kind;
  static constexpr std::array<std::pair<std::string_view, Function::Kind>, 16> kNamed{
      {{"subj", subj}, {"obj", obj}, {"iobj", iobj}, {"poss", poss}, {"mod", mod}, {"comp", comp}, {"purpose", purpose}, {"condition", condition}, {"clause", clause},
       {"bearer", bearer}, {"quote", quote}, {"between", between}, {"speaker", speaker}, {"host", host}, {"parties", parties}, {"next", next}}};
  for (const auto& [n, kind] : kNamed)
    if (n == name) return {kind, {}};
  if (name.starts_with("host_")) return {host, split(std::string_view(name).substr(5), '_')};
  return {prep, split(name, '_')};
}

}  // namespace

Path parse_path(std::string_view text) {
  Path path;
  for (const auto& name : split(text, '.')) path.push_back(parse_function(name));
  return path;
}

}  // namespace entente::relation
