#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// Byte offset of the first byte that is not part of valid UTF-8 (overlong forms, surrogates and values over U+10FFFF
/// are invalid too).
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Each maximal ill-formed sequence becomes one U+FFFD, as the Unicode Standard recommends (section 3.9).
std::string replace_invalid_utf8(std::string_view text);

/// Valid UTF-8 as the program keeps it: line ends are "\n"; byte order marks, soft hyphens, zero-width spaces and
/// direction marks are taken out; other spaces and control characters become plain spaces; ligatures are spelt out;
/// composed characters where they exist (NFC).
std::string normalized(std::string text);

/// FNV-1a, 64 bits, of the bytes.
std::uint64_t hash64(std::string_view bytes);

/// A hash as 16 hexadecimal digits: tells texts apart, no more.
std::string digest(std::string_view text);

}  // namespace entente
