#include "entente/error.hpp"

namespace entente {

namespace {
std::string joined(std::string_view left, std::string_view right) {
  return std::string(left).append(left.empty() || right.empty() ? "" : ": ").append(right);
}
}  // namespace

InputError::InputError(std::string_view where, std::string_view place, std::string_view message)
    : std::runtime_error(joined(joined(where, place), message)), where_(joined(where, place)), message_(message) {}

}  // namespace entente
