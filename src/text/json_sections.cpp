#include "text/json_sections.hpp"

#include <cstring>
#include <string>

#include "entente/error.hpp"

namespace entente::json {

namespace {

class Scanner {
 public:
  Scanner(std::string_view text, std::string_view where, Split split) : text_(text), where_(where), split_(split) {}

  std::vector<Section> run() {
    std::vector<Section> out;
    expect('{');
    if (peek() != '}') do {
        Section section;
        skip_space();
        if (peek() != '"') fail("expected a member name");
        section.key = value();
        section.key = section.key.substr(1, section.key.size() - 2);
        expect(':');
        skip_space();
        const auto begin = at_;
        section.is_array = peek() == '[';
        if (section.is_array)
          elements(section.elements);
        else
          value();
        section.value = text_.substr(begin, at_ - begin);
        out.push_back(std::move(section));
      } while (accept(','));
    expect('}');
    skip_space();
    if (at_ != text_.size()) fail("expected the end of the file");
    return out;
  }

 private:
  [[noreturn]] void fail(std::string_view message) const {
    throw InputError(where_, "byte " + std::to_string(at_),
                     "malformed JSON: " + std::string(at_ >= text_.size() ? "the file ends early" : message));
  }
  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t'))
      ++at_;
  }
  char peek() {
    skip_space();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool accept(char c) {
    if (peek() != c || at_ >= text_.size()) return false;
    ++at_;
    return true;
  }
  void expect(char c) {
    if (!accept(c)) fail(std::string("expected '") + c + "'");
  }

  void string() {
    for (++at_;; ++at_) {
      const void* quote = at_ < text_.size() ? std::memchr(text_.data() + at_, '"', text_.size() - at_) : nullptr;
      if (quote == nullptr) {
        at_ = text_.size();
        fail("");
      }
      const auto end = static_cast<std::size_t>(static_cast<const char*>(quote) - text_.data());
      std::size_t slashes = 0;
      while (text_[end - 1 - slashes] == '\\') ++slashes;  // Stops at the opening quote at the latest.
      at_ = end;
      if (slashes % 2 == 0) break;
    }
    ++at_;
  }

  /// A string, a number or word, or all that a pair of brackets holds.
  std::string_view value() {
    const auto begin = at_;
    std::size_t depth = 0;
    do {
      if (at_ >= text_.size()) fail("");
      const char c = text_[at_];
      if (c == '"') {
        string();
        continue;
      }
      const bool closes = c == '}' || c == ']';
      if (depth == 0 && (closes || c == ',' || c == ':')) fail("expected a value");
      if (c == '{' || c == '[') ++depth;
      if (closes) --depth;
      ++at_;
      if (depth == 0 && !closes)
        while (at_ < text_.size() && std::strchr(",]}: \n\r\t", text_[at_]) == nullptr) ++at_;
    } while (depth > 0);
    return text_.substr(begin, at_ - begin);
  }

  /// An object that seems to be all of the line's rest.
  bool line(std::vector<std::string_view>& out) {
    if (at_ >= text_.size() || text_[at_] != '{') return false;
    auto end = text_.find('\n', at_);
    if (end == std::string_view::npos) return false;
    if (text_[end - 1] == ',') --end;
    if (text_[end - 1] != '}') return false;
    out.push_back(text_.substr(at_, end - at_));
    at_ = end;
    return true;
  }

  void elements(std::vector<std::string_view>& out) {
    expect('[');
    if (accept(']')) return;
    do {
      skip_space();
      if (split_ == Split::exact || !line(out)) out.push_back(value());
    } while (accept(','));
    expect(']');
  }

  std::string_view text_, where_;
  Split split_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Section> sections(std::string_view text, std::string_view where, Split split) {
  return Scanner(text, where, split).run();
}

}  // namespace entente::json
