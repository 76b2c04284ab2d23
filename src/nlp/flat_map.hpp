#pragma once
#include <cstdint>
#include <utility>
#include <vector>

namespace entente::nlp {

/// A hash table from 64-bit keys that are hashes already (or are mixed well enough by one multiplication) to small values.
/// Open addressing with linear probing; no removal of single keys. References are valid until the next insertion.
template <typename Value>
class FlatMap {
 public:
  FlatMap() : FlatMap(0) {}
  explicit FlatMap(std::size_t expected) { grow_to(expected * 2); }

  std::size_t size() const { return size_; }

  const Value* find(std::uint64_t key) const {
    for (std::size_t i = slot(key);; i = (i + 1) & mask())
      if (!slots_[i].used) return nullptr;
      else if (slots_[i].key == key) return &slots_[i].value;
  }
  Value* find(std::uint64_t key) { return const_cast<Value*>(std::as_const(*this).find(key)); }

  /// The value of `key`, made by default where there was none.
  Value& operator[](std::uint64_t key) {
    if ((size_ + 1) * 2 > slots_.size()) grow_to(slots_.size() * 2);
    for (std::size_t i = slot(key);; i = (i + 1) & mask()) {
      if (slots_[i].used && slots_[i].key != key) continue;
      if (!slots_[i].used) slots_[i] = {key, Value{}, true}, ++size_;
      return slots_[i].value;
    }
  }

  void clear() {
    slots_.assign(slots_.size(), {});
    size_ = 0;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    Value value{};
    bool used = false;
  };

  std::size_t mask() const { return slots_.size() - 1; }
  std::size_t slot(std::uint64_t key) const { return (key * 0x9e3779b97f4a7c15) >> shift_; }

  void grow_to(std::size_t wanted) {
    std::size_t capacity = 16;
    int bits = 4;
    for (; capacity < wanted; capacity *= 2) ++bits;
    std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(capacity));
    shift_ = 64 - bits;
    size_ = 0;
    for (Slot& entry : old)
      if (entry.used) (*this)[entry.key] = std::move(entry.value);
  }

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
  int shift_ = 60;
};

/// A set of 64-bit hashes, eight bytes a slot: for large lists that are asked only whether they hold something.
class HashSet {
 public:
  explicit HashSet(std::size_t expected = 0) {
    std::size_t capacity = 16;
    int bits = 4;
    for (; capacity < expected * 2; capacity *= 2) ++bits;
    slots_.resize(capacity);
    shift_ = 64 - bits;
  }

  /// The set must have been made for as many keys as are inserted.
  void insert(std::uint64_t key) { slots_[slot(key)] = key | (key == 0); }
  bool contains(std::uint64_t key) const { return slots_[slot(key)] != 0; }

 private:
  /// Where the key is, or the free slot where it belongs.
  std::size_t slot(std::uint64_t key) const {
    key |= key == 0;  // 0 marks a free slot
    std::size_t i = (key * 0x9e3779b97f4a7c15) >> shift_;
    while (slots_[i] != 0 && slots_[i] != key) i = (i + 1) & (slots_.size() - 1);
    return i;
  }

  std::vector<std::uint64_t> slots_;
  int shift_ = 60;
};

}  // namespace entente::nlp
