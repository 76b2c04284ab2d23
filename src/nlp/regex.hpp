#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

struct pcre2_real_code_8;
struct pcre2_real_match_data_8;
struct pcre2_real_match_context_8;
struct pcre2_real_jit_stack_8;

namespace entente::nlp {

/// Rewrites a regular expression of Python's `re` (for str) so that PCRE2 (UTF, UCP) gives it the same meaning: \uXXXX and \UXXXXXXXX,
/// Python's white space, word characters and digits, {,n}. @throws ModelError for what has no counterpart.
std::string to_pcre(std::string_view python);

/// What a search writes to; one for each thread.
class RegexScratch {
 public:
  RegexScratch();
  RegexScratch(const RegexScratch&) = delete;
  RegexScratch& operator=(const RegexScratch&) = delete;
  ~RegexScratch();

 private:
  friend class Regex;
  pcre2_real_match_data_8* data_;
  pcre2_real_match_context_8* context_;
  pcre2_real_jit_stack_8* stack_;
};

/// A regular expression of Python's `re`, compiled to machine code. Immutable; safe to share between threads.
class Regex {
 public:
  enum class Anchor { none, start };  ///< re.search and re.finditer, or re.match
  struct Match {
    std::size_t begin = 0, end = 0;  ///< Bytes of the subject, half-open.
  };

  /// @throws ModelError with the pattern's fault.
  explicit Regex(std::string_view python, Anchor anchor = Anchor::none);
  Regex(Regex&& other) noexcept : code_(std::exchange(other.code_, nullptr)) {}
  Regex& operator=(Regex&& other) noexcept { return std::swap(code_, other.code_), *this; }
  ~Regex();

  /// The first match at or after `from`. `not_empty_at_from` skips an empty match at `from` itself (for the next after an empty match).
  /// Subjects so convoluted that matching them exceeds PCRE2's limits do not match.
  std::optional<Match> search(std::string_view subject, RegexScratch& scratch, std::size_t from = 0, bool not_empty_at_from = false) const;

 private:
  pcre2_real_code_8* code_ = nullptr;
};

}  // namespace entente::nlp
