#pragma once
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace entente {

/// Something read from outside is not as it must be. `what()` is one line: "WHERE: what was found, what was expected".
/// WHERE is a file, then the place in it: a line and byte offset, or a JSON pointer.
class InputError : public std::runtime_error {
 public:
  explicit InputError(const std::string& message) : std::runtime_error(message), message_(message) {}
  /// @param where file name, or "-" for standard input; @param place line, byte offset or JSON pointer (may be empty).
  InputError(std::string_view where, std::string_view place, std::string_view message);

  const std::string& where() const { return where_; }      ///< "WHERE: PLACE", or "" where it was not given apart.
  const std::string& message() const { return message_; }  ///< What was found and expected.

 private:
  std::string where_, message_;
};

/// Something could not be written. `what()` is one line: "FILE: what failed: why".
class OutputError : public std::runtime_error {
 public:
  explicit OutputError(const std::string& message) : std::runtime_error(message) {}
};

/// The program was called in a way it cannot follow (exit status 2).
class UsageError : public std::runtime_error {
 public:
  explicit UsageError(const std::string& message) : std::runtime_error(message) {}
};

}  // namespace entente
