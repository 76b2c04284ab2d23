#pragma once
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "entente/network.hpp"

namespace entente::network {

/// Numbers of ids, in the order in which they are added. A look-up touches two places in memory, where a chained table
/// touches four: with millions of ids that is what it costs.
class IdIndex {
 public:
  /// @return false where the id is there already. The string must live as long as the index.
  bool add(std::string_view id) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[place(slots_, id)];
    if (slot.number != no_index) return false;
    slot = {id.data(), static_cast<std::uint32_t>(id.size()), count_++};
    return true;
  }
  /// @return no_index where it is not there.
  std::uint32_t find(std::string_view id) const {
    return slots_.empty() ? no_index : slots_[place(slots_, id)].number;
  }

 private:
  struct Slot {
    const char* text = nullptr;
    std::uint32_t size = 0, number = no_index;
    std::string_view id() const { return {text, size}; }
  };
  using Slots = std::vector<Slot>;

  /// The id's slot, or the free one where it would go. The size is a power of two.
  static std::size_t place(const Slots& slots, std::string_view id) {
    const auto mask = slots.size() - 1;
    auto at = std::hash<std::string_view>()(id) & mask;
    while (slots[at].number != no_index && slots[at].id() != id) at = (at + 1) & mask;
    return at;
  }
  void grow() {
    Slots larger(slots_.empty() ? 64 : 2 * slots_.size());
    for (const Slot& slot : slots_)
      if (slot.number != no_index) larger[place(larger, slot.id())] = slot;
    slots_ = std::move(larger);
  }

  Slots slots_;
  std::uint32_t count_ = 0;
};

}  // namespace entente::network
