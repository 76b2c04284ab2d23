#include "text/input.hpp"

#include <algorithm>
#include <array>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <istream>
#include <system_error>

#include "text/html.hpp"

namespace entente {

namespace fs = std::filesystem;
namespace io = boost::iostreams;

namespace {

/// A longer document is refused: offsets are 32 bits, and a stream without a line end must not fill the memory.
constexpr std::size_t largest_document = std::size_t{256} << 20;
const std::string too_large = "the document is larger than 256 MiB";

enum class Kind { unknown, text, html, lines };

struct Named {
  Kind kind = Kind::unknown;
  bool compressed = false;
  std::string stem;  ///< The file's name without known suffixes.
};

Named by_name(const fs::path& path) {
  Named named;
  fs::path name = path.filename();
  if (name.extension() == ".gz") named.compressed = true, name = name.stem();
  std::string suffix = name.extension().string();
  std::ranges::transform(suffix, suffix.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (suffix == ".txt" || suffix == ".text") named.kind = Kind::text;
  if (suffix == ".html" || suffix == ".htm" || suffix == ".xhtml") named.kind = Kind::html;
  if (suffix == ".jsonl" || suffix == ".ndjson") named.kind = Kind::lines;
  named.stem = named.kind == Kind::unknown ? name.string() : name.stem().string();
  return named;
}

RawDocument failure(const std::string& file, std::string message) {
  return {.form = RawDocument::Form::failure, .file = file, .place = "", .id = "", .bytes = std::move(message)};
}

/// Known files in and below a directory, by path; hidden ones are left out.
std::vector<std::string> list_directory(const std::string& directory) {
  std::vector<std::string> files;
  for (auto at = fs::recursive_directory_iterator(directory); at != fs::recursive_directory_iterator(); ++at) {
    const bool hidden = at->path().filename().string().starts_with('.');
    if (hidden && at->is_directory()) at.disable_recursion_pending();
    if (!hidden && at->is_regular_file() && by_name(at->path()).kind != Kind::unknown)
      files.push_back(at->path().string());
  }
  std::ranges::sort(files);
  return files;
}

/// Reads up to a line end (not kept) or the end. False at the end. A line over the limit is read to its end, but not
/// kept.
bool read_line(std::streambuf& from, std::string& line, bool& over) {
  std::array<char, 1 << 14> piece;
  std::istream in(&from);
  in.exceptions(std::ios::badbit);  // What the buffer throws passes through.
  line.clear();
  over = false;
  for (bool any = false;; any = true) {
    in.getline(piece.data(), piece.size());
    const auto got = static_cast<std::size_t>(in.gcount());
    const bool ends = in.good(), full = in.fail() && !in.eof() && got > 0;  // A line end; more to come.
    line.append(piece.data(), ends ? got - 1 : got);
    if (line.size() > largest_document) {
      over = true;
      line.resize(largest_document);
    }
    if (!full) return any || got > 0;
    in.clear();
  }
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

struct InputReader::Impl {
  std::vector<std::string> inputs;
  std::istream& standard_input;
  Options options;
  std::uint64_t number = 0;          ///< Documents seen, taken or not.
  std::vector<std::string> pending;  ///< Files to come, the next one last.
  std::size_t next_input = 0;

  // The file of lines that is open.
  std::ifstream file;
  std::unique_ptr<io::filtering_istream> decompressed;
  std::streambuf* lines = nullptr;
  std::string lines_file;
  std::string first_bytes;  ///< Taken from `lines` to see what it is.
  std::uint64_t line_number = 0;

  Impl(std::vector<std::string> i, std::istream& s, Options o) : inputs(std::move(i)), standard_input(s), options(o) {}

  bool takes() { return number++ % options.count == options.index; }
  std::optional<RawDocument> next_line();
  std::optional<RawDocument> open(const std::string& path);
  std::optional<RawDocument> open_stream(std::streambuf& stream, const std::string& path, Named named);
  std::optional<RawDocument> whole(std::streambuf& stream, const std::string& path, const Named& named);
  bool next_path(std::string& path, std::optional<RawDocument>& failed);
};

std::optional<RawDocument> InputReader::Impl::next_line() {
  std::string line;
  bool over = false;
  while (read_line(*lines, line, over)) {
    ++line_number;
    if (!first_bytes.empty()) line.insert(0, std::exchange(first_bytes, {}));
    if (is_blank(line)) continue;
    if (!takes()) continue;
    const std::string place = "line " + std::to_string(line_number);
    if (over) return RawDocument{RawDocument::Form::failure, lines_file, place, "", too_large};
    return RawDocument{RawDocument::Form::json, lines_file, place, "", std::move(line)};
  }
  lines = nullptr;
  return std::nullopt;
}

/// A whole document, or nothing when it is not of this shard.
std::optional<RawDocument> InputReader::Impl::whole(std::streambuf& stream, const std::string& path,
                                                    const Named& named) {
  if (!takes()) return std::nullopt;
  RawDocument raw{RawDocument::Form::text, path, "", named.stem, std::exchange(first_bytes, {})};
  char buffer[1 << 16];
  for (std::streamsize got; (got = stream.sgetn(buffer, sizeof buffer)) > 0;) {
    raw.bytes.append(buffer, static_cast<std::size_t>(got));
    if (raw.bytes.size() > largest_document) return failure(path, too_large);
  }
  const bool html = named.kind == Kind::html || (named.kind == Kind::unknown && looks_like_html(raw.bytes));
  if (html) raw.form = RawDocument::Form::html;
  return raw;
}

std::optional<RawDocument> InputReader::Impl::open_stream(std::streambuf& stream, const std::string& path,
                                                          Named named) {
  constexpr int eof = std::char_traits<char>::eof();
  std::streambuf* from = &stream;
  // No text begins with the first byte of a gzip header.
  if (named.compressed || stream.sgetc() == 0x1F) {
    decompressed = std::make_unique<io::filtering_istream>();
    decompressed->push(io::gzip_decompressor());
    decompressed->push(stream);
    from = decompressed->rdbuf();
  }
  first_bytes.clear();
  for (const char mark : {'\xEF', '\xBB', '\xBF'}) {
    if (from->sgetc() != static_cast<unsigned char>(mark)) break;
    first_bytes += static_cast<char>(from->sbumpc());
  }
  if (named.kind == Kind::unknown) {
    for (int c; (c = from->sgetc()) != eof && is_blank(std::string_view(std::string(1, static_cast<char>(c))));)
      first_bytes += static_cast<char>(from->sbumpc());
    if (from->sgetc() == '{') named.kind = Kind::lines;
  }
  if (named.kind != Kind::lines) return whole(*from, path, named);
  first_bytes.clear();  // blank, or a byte order mark
  lines = from;
  lines_file = path;
  line_number = 0;
  return std::nullopt;
}

std::optional<RawDocument> InputReader::Impl::open(const std::string& path) {
  if (path == "-")
    return open_stream(*standard_input.rdbuf(), path, {.kind = Kind::unknown, .compressed = false, .stem = "stdin"});
  file.close();
  file.clear();
  file.open(path, std::ios::binary);
  if (!file) {
    const int cause = errno;
    return takes() ? std::optional(failure(path, "cannot be read: " + std::generic_category().message(cause)))
                   : std::nullopt;
  }
  return open_stream(*file.rdbuf(), path, by_name(path));
}

/// False at the end of the inputs. Directories are listed when their turn comes.
bool InputReader::Impl::next_path(std::string& path, std::optional<RawDocument>& failed) {
  if (pending.empty()) {
    if (next_input == inputs.size()) return false;
    const std::string& input = inputs[next_input++];
    std::error_code none;
    if (input == "-" || !fs::is_directory(input, none)) {
      path = input;
      return true;
    }
    try {
      pending = list_directory(input);
    } catch (const fs::filesystem_error& error) {
      if (takes()) failed = failure(input, "cannot be read: " + error.code().message());
      return true;
    }
    if (pending.empty() && takes()) failed = failure(input, "holds no .txt, .html or .jsonl file");
    if (pending.empty()) return true;
    std::ranges::reverse(pending);
  }
  path = std::move(pending.back());
  pending.pop_back();
  return true;
}

InputReader::InputReader(std::vector<std::string> inputs, std::istream& standard_input, Options options)
    : impl_(std::make_unique<Impl>(std::move(inputs), standard_input, options)) {}
InputReader::~InputReader() = default;

std::optional<RawDocument> InputReader::next() {
  Impl& impl = *impl_;
  for (;;) {
    std::string path = impl.lines_file;
    try {
      if (impl.lines != nullptr) {
        if (auto line = impl.next_line()) return line;
        continue;
      }
      std::optional<RawDocument> raw;
      if (!impl.next_path(path, raw)) return std::nullopt;
      if (!raw && !path.empty()) raw = impl.open(path);
      if (raw) return raw;
    } catch (const io::gzip_error&) {
      impl.lines = nullptr;
      return failure(path, "is not complete gzip data");
    } catch (const std::ios_base::failure& error) {
      impl.lines = nullptr;
      return failure(path, std::string("cannot be read: ") + error.what());
    }
  }
}

}  // namespace entente
