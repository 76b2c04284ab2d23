#pragma once
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "nlp/float_buffer.hpp"

namespace entente::nlp {

/// What the networks compute from a token's lexical attributes alone, by those attributes. Entries are written once and never changed or
/// removed, so that readers need no lock.
class LexemeTable {
 public:
  /// @param key_size words of a key; @param row_size floats of an entry.
  LexemeTable(std::size_t capacity, std::size_t key_size, std::size_t row_size);

  /// The entry of `key`, or null. It lives as long as the table.
  const float* find(const std::uint64_t* key, std::uint64_t hash) const;
  /// Copies the row, unless there is one of the key. False where the table is full.
  bool insert(const std::uint64_t* key, std::uint64_t hash, const float* row);

 private:
  bool has_key(std::size_t entry, const std::uint64_t* key) const;

  std::size_t capacity_, key_size_, row_size_, mask_;
  std::vector<std::atomic<std::uint32_t>> slots_;  // entry + 1; 0 where empty
  std::vector<std::uint64_t> keys_;
  FloatBuffer rows_;
  std::atomic<std::size_t> used_{0};
};

/// A bounded cache shared by threads: two tables, the young one being filled, the old one full. When the young one is full it becomes the
/// old one, and what is looked up there moves on to the new young one: what is used often stays.
class LexemeCache {
 public:
  struct Tables {
    std::shared_ptr<LexemeTable> young;
    std::shared_ptr<const LexemeTable> old;  ///< Null at first.
  };

  LexemeCache(std::size_t capacity, std::size_t key_size, std::size_t row_size);

  /// The tables of the moment; what they hold stays valid as long as they are kept.
  Tables tables() const;
  /// Says that this table is full.
  void replace(const std::shared_ptr<LexemeTable>& full);

 private:
  std::size_t capacity_, key_size_, row_size_;
  mutable std::mutex mutex_;
  Tables tables_;
};

std::uint64_t hash_key(const std::uint64_t* key, std::size_t size);

}  // namespace entente::nlp
