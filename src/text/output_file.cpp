#include "text/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <streambuf>
#include <system_error>
#include <utility>

#include "entente/error.hpp"

namespace entente {

namespace {

/// A stream buffer on a file descriptor that remembers the first error: iostreams alone lose the cause.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) {
    setp(buffer_.data(), buffer_.data() + buffer_.size());
  }
  int error() const { return error_; }

 protected:
  int_type overflow(int_type c) override {
    if (!drain()) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
  }
  int sync() override { return drain() ? 0 : -1; }

 private:
  bool drain() {
    const char* at = pbase();
    while (error_ == 0 && at < pptr()) {
      const ssize_t written = ::write(descriptor_, at, static_cast<std::size_t>(pptr() - at));
      if (written >= 0)
        at += written;
      else if (errno != EINTR)
        error_ = errno;
    }
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return error_ == 0;
  }

  int descriptor_;
  int error_ = 0;
  std::array<char, 1 << 16> buffer_;
};

[[noreturn]] void fail(const std::filesystem::path& path, const char* what, int error) {
  throw OutputError(path.string() + ": " + what + ": " + std::generic_category().message(error));
}

}  // namespace

struct OutputFile::Impl {
  std::filesystem::path shown, target,
      aside;  ///< As the user wrote it; with symbolic links followed; empty when written directly.
  Options options;
  int descriptor = -1;
  std::unique_ptr<DescriptorBuffer> buffer;
  std::ostream stream{nullptr};

  ~Impl() {
    if (descriptor >= 0) ::close(descriptor);
    if (!aside.empty()) ::unlink(aside.c_str());
  }
  void open();
  void close();
};

void OutputFile::Impl::open() {
  struct stat status {};
  const bool exists = ::stat(shown.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) fail(shown, "cannot write", EISDIR);
  if (exists && !S_ISREG(status.st_mode)) {
    descriptor = ::open(shown.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) fail(shown, "cannot open for writing", errno);
  } else {
    if (exists && !options.overwrite)
      throw OutputError(shown.string() + ": exists already; -O (--overwrite) replaces it");
    std::error_code ignored;
    target = std::filesystem::weakly_canonical(shown, ignored);
    if (ignored) target = shown;
    // The process number keeps two runs that write the same file apart.
    auto name = target.parent_path() / ("." + target.filename().string() + "." + std::to_string(::getpid()) + ".part");
    ::unlink(name.c_str());
    descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) fail(shown, "cannot create", errno);
    aside = std::move(name);
    if (exists && ::fchmod(descriptor, status.st_mode & 0777) != 0) fail(shown, "cannot keep the file's mode", errno);
  }
  buffer = std::make_unique<DescriptorBuffer>(descriptor);
  stream.rdbuf(buffer.get());
}

void OutputFile::Impl::close() {
  stream.flush();
  if (buffer->error() != 0) fail(shown, "cannot write", buffer->error());
  if (!stream) throw OutputError(shown.string() + ": cannot write: the content is not complete");
  if (options.fsync && ::fsync(descriptor) != 0 && errno != EINVAL) fail(shown, "cannot sync", errno);
  const int closed = ::close(std::exchange(descriptor, -1));
  if (closed != 0) fail(shown, "cannot close", errno);
}

OutputFile::OutputFile(const std::filesystem::path& path, Options options) : impl_(std::make_unique<Impl>()) {
  impl_->shown = path;
  impl_->options = options;
  impl_->open();
}
OutputFile::~OutputFile() = default;
OutputFile::OutputFile(OutputFile&&) noexcept = default;

std::ostream& OutputFile::stream() { return impl_->stream; }

void OutputFile::commit() {
  impl_->close();
  if (impl_->aside.empty()) return;
  if (::rename(impl_->aside.c_str(), impl_->target.c_str()) != 0) fail(impl_->shown, "cannot put in place", errno);
  impl_->aside.clear();
  if (!impl_->options.fsync) return;
  const auto directory = impl_->target.parent_path();
  const int descriptor = ::open(directory.empty() ? "." : directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;  // The file itself is safe; some file systems do not let a directory be opened.
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace entente
