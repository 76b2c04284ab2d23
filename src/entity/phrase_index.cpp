#include "entity/phrase_index.hpp"

#include <algorithm>

namespace entente::entity {

void PhraseIndex::finish() {
  std::stable_sort(added_.begin(), added_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  phrases_.reserve(added_.size());
  values_.reserve(added_.size());
  for (auto& [phrase, value] : added_) {
    if (phrases_.empty() || phrases_.back() != phrase) {
      first_value_.push_back(static_cast<std::uint32_t>(values_.size()));
      phrases_.push_back(std::move(phrase));
    }
    // The same sense may be listed twice.
    if (std::find(values_.begin() + first_value_.back(), values_.end(), value) == values_.end()) values_.push_back(value);
  }
  first_value_.push_back(static_cast<std::uint32_t>(values_.size()));
  added_ = {};
  for (const std::string& phrase : phrases_)
    for (std::size_t n = 1; n <= std::min(phrase.size(), prefix_length); ++n) {
      const std::uint32_t bit = bit_of(std::string_view(phrase).substr(0, n));
      beginnings_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
  std::size_t at = 0;
  for (std::size_t byte = 0; byte < 256; ++byte) {
    first_byte_[byte] = static_cast<std::uint32_t>(at);
    while (at < phrases_.size() && (phrases_[at].empty() || static_cast<unsigned char>(phrases_[at][0]) <= byte)) ++at;
  }
  first_byte_[256] = static_cast<std::uint32_t>(phrases_.size());
}

std::uint32_t PhraseIndex::find(std::string_view phrase) const {
  Cursor cursor(*this);
  return !phrase.empty() && cursor.extend(phrase) ? cursor.exact() : none;
}

bool PhraseIndex::Cursor::extend(std::string_view piece) {
  if (piece.empty()) return begin_ < end_;
  if (depth_ == 0) {
    const auto byte = static_cast<unsigned char>(piece[0]);
    begin_ = index_->first_byte_[byte];
    end_ = index_->first_byte_[byte + 1U];
  }
  const auto tail = [&](const std::string& phrase) { return std::string_view(phrase).substr(depth_, piece.size()); };
  const auto first = index_->phrases_.begin();
  const auto low = std::lower_bound(first + begin_, first + end_, piece, [&](const std::string& p, std::string_view s) { return tail(p) < s; });
  const auto high = std::upper_bound(low, first + end_, piece, [&](std::string_view s, const std::string& p) { return s < tail(p); });
  begin_ = static_cast<std::uint32_t>(low - first);
  end_ = static_cast<std::uint32_t>(high - first);
  depth_ += static_cast<std::uint32_t>(piece.size());
  return begin_ < end_;
}

std::uint32_t PhraseIndex::Cursor::exact() const {
  return depth_ > 0 && begin_ < end_ && index_->phrases_[begin_].size() == depth_ ? begin_ : none;
}

}  // namespace entente::entity
