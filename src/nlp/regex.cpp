#include "nlp/regex.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <cctype>

#include "entente/nlp.hpp"

namespace entente::nlp {

namespace {

// Python's \s (str.isspace) and its complement, as the inside of a character class; \w is PCRE2's own with UCP, \d too.
constexpr std::string_view space = R"(\x{09}-\x{0d}\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000})";
constexpr std::string_view not_space =
    R"(\x{00}-\x{08}\x{0e}-\x{1b}\x{21}-\x{84}\x{86}-\x{9f}\x{a1}-\x{167f}\x{1681}-\x{1fff}\x{200b}-\x{2027}\x{202a}-\x{202e})"
    R"(\x{2030}-\x{205e}\x{2060}-\x{2fff}\x{3001}-\x{10ffff})";

/// Copies a pattern character by character, rewriting what differs.
class Translator {
 public:
  explicit Translator(std::string_view python) : in_(python) {}

  std::string run() {
    while (at_ < in_.size()) step();
    return std::move(out_);
  }

 private:
  void step() {
    const char c = in_[at_];
    if (c == '\\') return escape();
    if (in_class_) return class_character(c);
    if (c == '[') return open_class();
    if (c == '(' && in_.substr(at_).starts_with("(?u)")) {
      at_ += 4;
      return;
    }
    if (c == '{' && in_.substr(at_).starts_with("{,")) {
      out_ += "{0,";
      at_ += 2;
      return;
    }
    copy();
  }

  void copy() { out_ += in_[at_++]; }

  void open_class() {
    copy();
    if (at_ < in_.size() && in_[at_] == '^') copy();
    // A bracket in the first place is a literal.
    if (at_ < in_.size() && in_[at_] == ']') out_ += "\\]", ++at_;
    in_class_ = true;
  }

  void class_character(char c) {
    if (c == ']') in_class_ = false;
    if (c == '[') out_ += '\\';  // Python has no POSIX classes.
    copy();
  }

  void escape() {
    if (at_ + 1 >= in_.size()) throw ModelError("a regular expression ends in a backslash");
    const char c = in_[at_ + 1];
    switch (c) {
      case 'u': return code_point(4);
      case 'U': return code_point(8);
      case 's': return set(space);
      case 'S': return set(not_space);
      case 'Z': return replace("\\z");
      case 'v': return replace("\\x{0b}");
      default:
        if (std::isalpha(static_cast<unsigned char>(c)) && std::string_view("abdfnrtwxABDW").find(c) == std::string_view::npos)
          throw ModelError(std::string("a regular expression has an escape without counterpart: \\") + c);
        copy();
        copy();
    }
  }

  void replace(std::string_view text) {
    out_ += text;
    at_ += 2;
  }

  void set(std::string_view ranges) {
    if (in_class_) return replace(ranges);
    replace(std::string("[").append(ranges).append("]"));
  }

  void code_point(std::size_t digits) {
    const std::string_view number = in_.substr(at_ + 2, digits);
    if (number.size() < digits) throw ModelError("a regular expression has a short \\u escape");
    out_.append("\\x{").append(number).append("}");
    at_ += 2 + digits;
  }

  std::string_view in_;
  std::size_t at_ = 0;
  bool in_class_ = false;  // inside [...]
  std::string out_;
};

}  // namespace

std::string to_pcre(std::string_view python) { return Translator(python).run(); }

RegexScratch::RegexScratch()
    : data_(pcre2_match_data_create_8(1, nullptr)),
      context_(pcre2_match_context_create_8(nullptr)),
      stack_(pcre2_jit_stack_create_8(32 * 1024, 1024 * 1024, nullptr)) {
  pcre2_jit_stack_assign_8(context_, nullptr, stack_);
}

RegexScratch::~RegexScratch() {
  pcre2_match_data_free_8(data_);
  pcre2_match_context_free_8(context_);
  pcre2_jit_stack_free_8(stack_);
}

Regex::Regex(std::string_view python, Anchor anchor) {
  const std::string pattern = to_pcre(python);
  int error = 0;
  PCRE2_SIZE offset = 0;
  const std::uint32_t options = PCRE2_UTF | PCRE2_UCP | (anchor == Anchor::start ? PCRE2_ANCHORED : 0U);
  code_ = pcre2_compile_8(reinterpret_cast<PCRE2_SPTR8>(pattern.data()), pattern.size(), options, &error, &offset, nullptr);
  if (!code_) {
    PCRE2_UCHAR8 message[256];
    pcre2_get_error_message_8(error, message, sizeof message);
    throw ModelError("a regular expression is broken at byte " + std::to_string(offset) + ": " + reinterpret_cast<const char*>(message));
  }
  pcre2_jit_compile_8(code_, PCRE2_JIT_COMPLETE);  // Without JIT support the pattern is interpreted: slower, same matches.
}

Regex::~Regex() { pcre2_code_free_8(code_); }

std::optional<Regex::Match> Regex::search(std::string_view subject, RegexScratch& scratch, std::size_t from, bool not_empty_at_from) const {
  const std::uint32_t options = PCRE2_NO_UTF_CHECK | (not_empty_at_from ? PCRE2_NOTEMPTY_ATSTART : 0U);
  const int found = pcre2_match_8(code_, reinterpret_cast<PCRE2_SPTR8>(subject.data()), subject.size(), from, options, scratch.data_, scratch.context_);
  if (found < 0) return std::nullopt;
  const PCRE2_SIZE* const ends = pcre2_get_ovector_pointer_8(scratch.data_);
  return Match{ends[0], ends[1]};
}

}  // namespace entente::nlp
