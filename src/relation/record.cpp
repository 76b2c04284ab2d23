#include "entente/record.hpp"

#include <algorithm>
#include <array>

namespace entente {

namespace {
constexpr std::array<std::string_view, 5> kinds{"person", "organization", "country", "region", "place"};
constexpr std::array<std::string_view, 6> statuses{"asserted", "planned", "possible", "wanted", "negated", "ended"};

template <typename Enum, std::size_t N>
std::optional<Enum> index_in(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto it = std::find(names.begin(), names.end(), name);
  if (it == names.end()) return std::nullopt;
  return static_cast<Enum>(it - names.begin());
}
}  // namespace

std::string_view to_string(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }
std::string_view to_string(Status status) { return statuses[static_cast<std::size_t>(status)]; }
std::optional<Kind> kind_from(std::string_view name) { return index_in<Kind>(kinds, name); }
std::optional<Status> status_from(std::string_view name) { return index_in<Status>(statuses, name); }

void drop_unused_passages(Record& record) {
  std::erase_if(record.passages, [&](const Passage& passage) {
    return std::none_of(record.relations.begin(), record.relations.end(),
                        [&](const Relation& relation) { return relation.sentence == passage.sentence; });
  });
}

}  // namespace entente
