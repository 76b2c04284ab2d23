#pragma once
#include <filesystem>
#include <string_view>

namespace entente::nlp {

/// A file's bytes, mapped read-only as long as this lives.
class MappedFile {
 public:
  /// @throws ModelError naming the file where it cannot be opened.
  explicit MappedFile(const std::filesystem::path& file);
  MappedFile(MappedFile&&) noexcept;
  MappedFile& operator=(MappedFile&&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace entente::nlp
