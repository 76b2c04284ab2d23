#include "entity/phrase_index.hpp"

#include <algorithm>

namespace entente::entity {

namespace {

std::uint32_t first_two(std::string_view s) {
  const auto byte = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U; };
  return byte(0) << 8 | byte(1);
}

// The first eight bytes as a number in their order, `fill` after the end.
std::uint64_t head(std::string_view s, unsigned char fill) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < 8; ++i) out = out << 8 | (i < s.size() ? static_cast<unsigned char>(s[i]) : fill);
  return out;
}

}  // namespace

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
  std::uint32_t at = 0;
  for (std::size_t two = 0; two < 65536; ++two) {
    while (at < phrases_.size() && first_two(phrases_[at]) < two) ++at;
    first_two_[two] = at;
  }
  first_two_[65536] = static_cast<std::uint32_t>(phrases_.size());
  heads_.reserve(phrases_.size());
  for (const std::string& phrase : phrases_) heads_.push_back(head(phrase, 0));
}

std::uint32_t PhraseIndex::find(std::string_view phrase) const {
  Cursor cursor(*this);
  return !phrase.empty() && cursor.extend(phrase) ? cursor.exact() : none;
}

bool PhraseIndex::Cursor::extend(std::string_view piece) {
  if (piece.empty()) return begin_ < end_;
  if (depth_ == 0) {
    const std::uint32_t two = first_two(piece);
    begin_ = index_->first_two_[two];
    end_ = index_->first_two_[piece.size() > 1 ? two + 1 : two + 256];  // One byte may go on with any other.
    const auto heads = index_->heads_.begin();
    begin_ = static_cast<std::uint32_t>(std::lower_bound(heads + begin_, heads + end_, head(piece, 0)) - heads);
    end_ = static_cast<std::uint32_t>(std::upper_bound(heads + begin_, heads + end_, head(piece, 0xFF)) - heads);
    if (piece.size() <= 8) {
      depth_ = static_cast<std::uint32_t>(piece.size());
      return begin_ < end_;
    }
  }
  const auto tail = [&](const std::string& phrase) { return std::string_view(phrase).substr(depth_, piece.size()); };
  const auto first = index_->phrases_.begin();
  const auto low = std::lower_bound(first + begin_, first + end_, piece, [&](const std::string& p, std::string_view s) { return tail(p) < s; });
  // Few go on so, as a rule: the end is near.
  auto high = low;
  for (std::ptrdiff_t step = 1; high != first + end_ && tail(*high) == piece; step *= 2) {
    const auto next = std::min(step, first + end_ - high);
    if (tail(*(high + next - 1)) == piece) high += next;
    else high = std::upper_bound(high, high + next, piece, [&](std::string_view s, const std::string& p) { return s < tail(p); });
  }
  begin_ = static_cast<std::uint32_t>(low - first);
  end_ = static_cast<std::uint32_t>(high - first);
  depth_ += static_cast<std::uint32_t>(piece.size());
  return begin_ < end_;
}

std::uint32_t PhraseIndex::Cursor::exact() const {
  return depth_ > 0 && begin_ < end_ && index_->phrases_[begin_].size() == depth_ ? begin_ : none;
}

}  // namespace entente::entity
