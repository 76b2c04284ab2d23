#pragma once
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>

namespace entente::nlp {

/// Floats on a cache line's boundary. Growing does not keep the contents; the memory is given back only at the end.
class FloatBuffer {
 public:
  FloatBuffer() = default;
  explicit FloatBuffer(std::size_t size) { resize(size); }

  /// At least `size` floats, of unspecified value where it grew.
  float* resize(std::size_t size) {
    if (size > capacity_) {
      data_.reset();
      capacity_ = 0;
      data_.reset(static_cast<float*>(std::aligned_alloc(64, (size * sizeof(float) + 63) / 64 * 64)));
      if (!data_) throw std::bad_alloc();
      capacity_ = size;
    }
    return data_.get();
  }
  float* data() { return data_.get(); }
  const float* data() const { return data_.get(); }

 private:
  struct Free {
    void operator()(float* p) const { std::free(p); }
  };
  std::unique_ptr<float[], Free> data_;
  std::size_t capacity_ = 0;
};

}  // namespace entente::nlp
