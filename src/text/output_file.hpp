#pragma once
#include <filesystem>
#include <memory>
#include <ostream>

namespace entente {

/// A file that appears under its name only when it is whole: it is written aside in the same directory and renamed by
/// `commit`. Without `commit` nothing is left, and what stood there before stays as it was. Devices, pipes and the like
/// are written directly.
class OutputFile {
 public:
  struct Options {
    bool overwrite = false;  ///< Replace a file that exists.
    bool fsync = false;      ///< `commit` returns only when the data are on the disk.
  };

  /// @throws OutputError when the file exists and may not be overwritten, or when it cannot be created.
  OutputFile(const std::filesystem::path& path, Options options);
  ~OutputFile();
  OutputFile(OutputFile&&) noexcept;

  /// Write errors set its badbit; `commit` says why.
  std::ostream& stream();

  /// Flushes, and puts the file in its place. @throws OutputError naming the file and the cause; then nothing is left.
  void commit();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente
