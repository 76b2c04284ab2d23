#pragma once
#include <cstdint>
#include <filesystem>

#include "nlp/flat_map.hpp"
#include "nlp/mapped_file.hpp"

namespace entente::nlp {

/// A package's static word vectors (vocab/vectors and vocab/key2row); empty in small models.
class Vectors {
 public:
  /// @throws ModelError where the files are broken or of a kind other than spaCy's default (float32, ORTH) vectors.
  static Vectors load(const std::filesystem::path& model_dir);

  std::size_t rows() const { return rows_; }
  std::size_t width() const { return width_; }
  /// The vector (`width()` numbers) of the word with this ORTH id; null where it has none.
  const float* find(std::uint64_t orth) const {
    const std::uint32_t* const row = row_of_.find(orth);
    return row ? data_ + *row * width_ : nullptr;
  }

 private:
  friend class VectorKeyReader;
  explicit Vectors(MappedFile file) : file_(std::move(file)) {}

  MappedFile file_;
  std::size_t rows_ = 0, width_ = 0;
  const float* data_ = nullptr;  ///< rows × width, row-major, in the file
  FlatMap<std::uint32_t> row_of_;
};

}  // namespace entente::nlp
