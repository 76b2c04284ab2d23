#include "text/duplicates.hpp"

#include "text/utf8.hpp"

namespace entente {

Duplicates::Answer Duplicates::see(std::string_view id, std::uint64_t text_hash) {
  const std::uint64_t key = hash64(id);
  for (const auto* map : {&recent_, &older_})
    if (const auto found = map->find(key); found != map->end())
      return found->second == text_hash ? Answer::same : Answer::different;
  if (recent_.size() >= generation_) {
    older_ = std::move(recent_);
    recent_.clear();
  }
  recent_.emplace(key, text_hash);
  return Answer::fresh;
}

}  // namespace entente
