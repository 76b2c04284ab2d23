#include "nlp/lexeme_cache.hpp"

#include <algorithm>
#include <bit>

namespace entente::nlp {

LexemeTable::LexemeTable(std::size_t capacity, std::size_t key_size, std::size_t row_size)
    : capacity_(capacity),
      key_size_(key_size),
      row_size_(row_size),
      mask_(std::bit_ceil(2 * capacity) - 1),
      slots_(mask_ + 1),
      keys_(capacity * key_size),
      rows_(capacity * row_size) {}

bool LexemeTable::has_key(std::size_t entry, const std::uint64_t* key) const {
  const std::uint64_t* const here = keys_.data() + entry * key_size_;
  for (std::size_t i = 0; i < key_size_; ++i)
    if (here[i] != key[i]) return false;
  return true;
}

const float* LexemeTable::find(const std::uint64_t* key, std::uint64_t hash) const {
  for (std::size_t i = hash & mask_;; i = (i + 1) & mask_) {
    const std::uint32_t entry = slots_[i].load(std::memory_order_acquire);
    if (entry == 0) return nullptr;
    if (has_key(entry - 1, key)) return rows_.data() + (entry - 1) * row_size_;
  }
}

bool LexemeTable::insert(const std::uint64_t* key, std::uint64_t hash, const float* row) {
  const std::size_t entry = used_.fetch_add(1, std::memory_order_relaxed);
  if (entry >= capacity_) return false;
  std::copy_n(key, key_size_, keys_.data() + entry * key_size_);
  std::copy_n(row, row_size_, rows_.data() + entry * row_size_);
  for (std::size_t i = hash & mask_;; i = (i + 1) & mask_) {
    std::uint32_t found = 0;
    if (slots_[i].compare_exchange_strong(found, static_cast<std::uint32_t>(entry + 1), std::memory_order_acq_rel))
      return true;
    if (has_key(found - 1, key)) return true;  // another thread was first; this entry stays unused
  }
}

LexemeCache::LexemeCache(std::size_t capacity, std::size_t key_size, std::size_t row_size)
    : capacity_(capacity),
      key_size_(key_size),
      row_size_(row_size),
      tables_{std::make_shared<LexemeTable>(capacity, key_size, row_size), nullptr} {}

LexemeCache::Tables LexemeCache::tables() const {
  const std::lock_guard lock(mutex_);
  return tables_;
}

void LexemeCache::replace(const std::shared_ptr<LexemeTable>& full) {
  const std::lock_guard lock(mutex_);
  if (tables_.young != full) return;  // another thread was first
  tables_.old = full;
  tables_.young = std::make_shared<LexemeTable>(capacity_, key_size_, row_size_);
}

std::uint64_t hash_key(const std::uint64_t* key, std::size_t size) {
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < size; ++i) {
    hash = (hash ^ key[i]) * 0x9e3779b97f4a7c15ULL;
    hash ^= hash >> 32;
  }
  return hash;
}

}  // namespace entente::nlp
