#pragma once
#include <array>
#include <cstdint>
#include <memory>

#include "nlp/model_file.hpp"

namespace entente::nlp {

/// Four 32-bit hashes of a 64-bit key: MurmurHash3 (x64, 128 bits; Austin Appleby, public domain) of its eight bytes, as thinc does it.
std::array<std::uint32_t, 4> murmur_hash(std::uint64_t key, std::uint32_t seed);

/// thinc's HashEmbed: the vector of a key is the sum of the four rows of the table that its hashes choose.
class HashEmbed {
 public:
  HashEmbed(const ModelFile& file, const ModelFile::Node& node, std::size_t width, std::size_t rows);

  /// @param out `width` floats.
  void operator()(std::uint64_t key, float* out) const;

 private:
  std::shared_ptr<const MappedFile> file_;
  const char* table_;  // rows × width floats in the file, not aligned
  std::size_t width_, rows_;
  std::uint32_t seed_;
};

}  // namespace entente::nlp
