#pragma once
#include <libxml/tree.h>

#include "entente/article.hpp"

namespace entente::html {

/// Fills in title, date, url, source and language from <meta>, <link>, <time>, JSON-LD and <title>, the more reliable
/// first.
void read_metadata(xmlNode* root, Article& article);

}  // namespace entente::html
