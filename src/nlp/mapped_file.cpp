#include "nlp/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "nlp/file.hpp"

namespace entente::nlp {

MappedFile::MappedFile(const std::filesystem::path& file) {
  const auto fail = [&] { nlp::fail(file, "", std::string("cannot read: ") + std::strerror(errno)); };
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail();
  struct stat status {};
  void* mapped = nullptr;
  if (::fstat(descriptor, &status) == 0) {
    size_ = static_cast<std::size_t>(status.st_size);
    if (size_ > 0) mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
  } else {
    mapped = MAP_FAILED;
  }
  const int error = errno;
  ::close(descriptor);
  errno = error;
  if (mapped == MAP_FAILED) fail();
  data_ = static_cast<const char*>(mapped);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile::~MappedFile() {
  if (data_) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace entente::nlp
