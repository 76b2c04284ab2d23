#include "entente/error.hpp"

namespace entente {

namespace {
std::string compose(std::string_view where, std::string_view place, std::string_view message) {
  std::string out(where);
  if (!place.empty()) out.append(out.empty() ? "" : ": ").append(place);
  return out.append(out.empty() ? "" : ": ").append(message);
}
}  // namespace

InputError::InputError(std::string_view where, std::string_view place, std::string_view message)
    : std::runtime_error(compose(where, place, message)) {}

}  // namespace entente
