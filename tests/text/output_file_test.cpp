#include "text/output_file.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "entente/error.hpp"
#include "support/temporary_directory.hpp"

using entente::OutputError;
using entente::OutputFile;
using entente::test::read_file;
using entente::test::TemporaryDirectory;

namespace {
std::size_t count(const TemporaryDirectory& directory) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(directory.path()), {}));
}
}  // namespace

TEST_CASE("an output file appears only when it is whole", "[text]") {
  TemporaryDirectory directory;
  const auto path = directory / "a.json";
  {
    OutputFile file(path, {.fsync = true});
    file.stream() << std::string(200000, 'x') << '\n';
    CHECK_FALSE(std::filesystem::exists(path));
    file.commit();
  }
  CHECK(read_file(path).size() == 200001);
  CHECK(count(directory) == 1);
}

TEST_CASE("an output file that is given up leaves nothing, and the old one as it was", "[text]") {
  TemporaryDirectory directory;
  const auto path = directory.write("a.json", "old");
  {
    OutputFile file(path, {.overwrite = true});
    file.stream() << "new";
  }
  CHECK(read_file(path) == "old");
  CHECK(count(directory) == 1);
}

TEST_CASE("an existing file is replaced only when asked, through links, with its mode kept", "[text]") {
  TemporaryDirectory directory;
  const auto path = directory.write("a.json", "old");
  CHECK_THROWS_WITH(OutputFile(path, {}), path.string() + ": exists already; -O (--overwrite) replaces it");
  using std::filesystem::perms;
  std::filesystem::permissions(path, perms::owner_read | perms::owner_write);
  std::filesystem::create_symlink(path, directory / "link.json");
  OutputFile file(directory / "link.json", {.overwrite = true});
  file.stream() << "new";
  file.commit();
  CHECK(std::filesystem::is_symlink(directory / "link.json"));
  CHECK(read_file(path) == "new");
  CHECK(std::filesystem::status(path).permissions() == (perms::owner_read | perms::owner_write));
}

TEST_CASE("what cannot be written is said with the file's name and the cause", "[text]") {
  TemporaryDirectory directory;
  CHECK_THROWS_WITH(OutputFile(directory / "none/a.json", {}),
                    (directory / "none/a.json").string() + ": cannot create: No such file or directory");
  CHECK_THROWS_WITH(OutputFile(directory.path(), {}), directory.path().string() + ": cannot write: Is a directory");
  OutputFile full("/dev/full", {});
  full.stream() << "text";
  CHECK_THROWS_WITH(full.commit(), "/dev/full: cannot write: No space left on device");
}
