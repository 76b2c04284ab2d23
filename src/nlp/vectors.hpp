#pragma once
#include <cstdint>
#include <filesystem>
#include <unordered_map>
#include <vector>

namespace entente::nlp {

/// A package's static word vectors (vocab/vectors and vocab/key2row); empty in small models.
struct Vectors {
  std::size_t rows = 0, width = 0;
  std::vector<float> data;                                   ///< rows × width, row-major.
  std::unordered_map<std::uint64_t, std::uint32_t> row_of;   ///< ORTH id → row; words without a row have no vector (zeros).
};

/// @throws ModelError where the files are broken or of a kind other than spaCy's default (float32, ORTH) vectors.
Vectors load_vectors(const std::filesystem::path& model_dir);

}  // namespace entente::nlp
