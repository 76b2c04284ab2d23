#pragma once
#include <string>

#include "entente/export.hpp"

namespace entente::test {

/// A network with parallel edges, undated and partly dated evidence, claimants, and names that every format must
/// escape.
Network odd_network();

/// What a format writes of a network, or of a view of it.
std::string exported(const std::string& format, const Network& network, const Filter& filter = {},
                     const ExportOptions& options = {});

/// @return the expression's value as a string. Namespaces are not bound: use local-name().
std::string xpath(const std::string& xml, const char* expression);

}  // namespace entente::test
