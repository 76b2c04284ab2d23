#pragma once
#include <string>
#include <string_view>

/// Page furniture: what stands on a news page around the article. Recognised by wording that does not occur in an
/// article, or by the look of a line; in doubt it is text.
namespace entente::furniture {

/// What a paragraph is by its own words. What it is by its place is for `segment` to say.
enum class Look {
  prose,  ///< A sentence or more.
  title,  ///< Words without the end of a sentence: a headline, a heading, or furniture that only its place gives away.
  furniture,  ///< Sure by its wording, wherever it stands.
  related,    ///< As furniture, and the titles after it are links to other articles.
  comments,   ///< As furniture, and what follows are readers' comments.
  byline,     ///< "By X Y", "Reporting by ...".
  timestamp,  ///< Date and time alone, or a place and a date.
};

Look look_of(std::string_view paragraph);

/// Two to four capitalised words and nothing else, or two such names with "and": as it stands under a headline.
bool is_bare_name(std::string_view paragraph);

}  // namespace entente::furniture
