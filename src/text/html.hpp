#pragma once
#include <string>
#include <string_view>

#include "entente/article.hpp"

namespace entente {

/// Has the marks of an HTML document near its beginning.
bool looks_like_html(std::string_view bytes);

/// Declares (by byte order mark or <meta>) a character encoding other than UTF-8.
bool declares_other_encoding(std::string_view bytes);

/// Title, date, source, address and main text of a page. The main text is the part of the page that holds most of its
/// prose, without navigation, forms, comments and the like; its paragraphs are separated by blank lines, and the title
/// stands first. The id is left empty.
/// @param where names the page in messages. @throws InputError where elements are nested too deeply.
Article article_from_html(const std::string& bytes, std::string_view where);

}  // namespace entente
