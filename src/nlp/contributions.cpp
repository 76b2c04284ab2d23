#include "nlp/contributions.hpp"

#include <algorithm>

namespace entente::nlp {

Contributions::Contributions(const Kernels& kernels, const TransitionModel& model, ConstRows reduced, std::size_t count,
                             Workspace& work)
    : kernels_(kernels), model_(model), reduced_(reduced), count_(count), size_(model.contributions_size()) {
  rows_ = work.rows.resize(std::min(count, kWindow) * size_);
  old_tokens_.fill(-1);
  if (count <= kWindow) {
    model.contribute(kernels, reduced, count, {rows_, size_});
    end_ = count;
  } else {
    old_rows_ = work.old_rows.resize(kOldRows * size_);
  }
}

void Contributions::gather(std::span<const std::int32_t> tokens, std::span<const float*> out) {
  ++calls_;
  if (end_ < count_) {
    const auto last = *std::max_element(tokens.begin(), tokens.end());
    if (last >= 0) extend(static_cast<std::size_t>(last));
  }
  const std::size_t feature_size = model_.feature_size();
  for (std::size_t f = 0; f < tokens.size(); ++f) {
    const float* row = model_.padding();
    if (tokens[f] >= 0) {
      const auto token = static_cast<std::size_t>(tokens[f]);
      row = token + kWindow >= end_ ? rows_ + token % kWindow * size_ : old_row(token);
    }
    out[f] = row + f * feature_size;
  }
}

/// Computes rows up to that of `token`, over the oldest ones.
void Contributions::extend(std::size_t token) {
  while (end_ <= token) {
    const std::size_t n = std::min(kStep, count_ - end_);
    model_.contribute(kernels_, {reduced_.data + end_ * reduced_.stride, reduced_.stride}, n,
                      {rows_ + end_ % kWindow * size_, size_});
    end_ += n;
  }
}

const float* Contributions::old_row(std::size_t token) {
  const auto found = std::find(old_tokens_.begin(), old_tokens_.end(), static_cast<std::int64_t>(token));
  if (found != old_tokens_.end()) {
    const auto at = static_cast<std::size_t>(found - old_tokens_.begin());
    old_used_[at] = calls_;
    return old_rows_ + at * size_;
  }
  const auto at = static_cast<std::size_t>(std::min_element(old_used_.begin(), old_used_.end()) - old_used_.begin());
  model_.contribute(kernels_, {reduced_.data + token * reduced_.stride, reduced_.stride}, 1, {old_rows_ + at * size_, size_});
  old_tokens_[at] = static_cast<std::int64_t>(token);
  old_used_[at] = calls_;
  return old_rows_ + at * size_;
}

}  // namespace entente::nlp
