#pragma once
#include <filesystem>

namespace entente::test {

/// The root of the checkout that the tests were built from: data/, models/ and graphs/ are below it.
std::filesystem::path source_dir();

}  // namespace entente::test
