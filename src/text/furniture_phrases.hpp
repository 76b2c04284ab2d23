#pragma once
#include "text/phrase_list.hpp"

/// The wording of page furniture, folded (lower case, straight quotes). Lists named `sure_` hold for whole sentences
/// too, so each phrase in them must be one that no article's own sentence contains; the others are asked only for lines
/// that are not running prose.
namespace entente::furniture::phrases {

// clang-format off

/// Whole lines.
inline constexpr auto lines = phrase_list({
    "advertisement", "advertisements", "advertising", "sponsored", "sponsored content", "promoted", "paid content",
    "story continues below", "story continues below advertisement", "article continues below advertisement",
    "continue reading below", "article continues after ad", "share", "share this", "share article",
    "share this article", "share this story", "share via", "tweet", "print", "print this page", "email", "e-mail",
    "save", "save article", "copy link", "link copied", "facebook", "twitter", "x", "whatsapp", "telegram",
    "linkedin", "reddit", "instagram", "youtube", "pinterest", "messenger", "flipboard", "subscribe", "subscribe now",
    "sign in", "sign up", "log in", "login", "register", "donate", "donate now", "menu", "search", "close", "open",
    "back to top", "go back", "home", "live", "breaking", "breaking news", "just in", "exclusive", "watch",
    "watch live", "watch now", "listen", "listen now", "listen to this article", "play", "pause", "video", "audio",
    "gallery", "photo", "photos", "file photo", "file picture", "file image", "file", "illustration", "handout",
    "comments", "comment", "no comments", "no comments yet", "view comments", "show comments", "reply", "like",
    "follow", "next", "previous", "next article", "previous article", "end of list", "end", "ends", "enditem",
    "endall", "30", "more", "show more", "load more", "see all", "view all", "see more", "learn more", "skip",
    "skip to content", "skip to main content", "skip navigation", "jump to content", "text size", "font size",
    "accept", "accept all", "accept cookies", "reject all", "i agree", "got it", "cookie settings", "manage cookies",
    "privacy policy", "privacy", "terms of use", "terms of service", "terms and conditions", "contact us", "about us",
    "site map", "sitemap", "rss", "newsletter", "newsletters", "loading", "full article", "full story",
    "read full article", "reuse this content", "rights and permissions", "get reuters news on",
    "for immediate release", "press release", "news release", "notes to editors", "note to editors", "media contact",
    "media contacts", "press contact", "contact", "contacts", "disclaimer & comment rules", "go to the mediabank",
    "tags", "topics", "keywords", "categories", "by staff writer", "staff writer", "staff reporter", "newsroom"});

/// Above links to other articles.
inline constexpr auto related_headers = phrase_list({
    "related", "related coverage", "related stories", "related story", "related articles", "related article",
    "related news", "related topics", "related content", "related posts", "related links", "related video",
    "related videos", "recommended", "recommended stories", "recommended for you", "recommended articles",
    "read more", "read also", "also read", "see also", "also see", "more on this story", "more on this topic",
    "more on this", "more stories", "more news", "more like this", "more to read", "further reading", "most read",
    "most popular", "most viewed", "most shared", "popular", "popular stories", "trending", "trending now",
    "trending stories", "latest", "latest news", "latest stories", "latest headlines", "top stories", "top news",
    "top headlines", "in other news", "editor's picks", "editors' picks", "editor's choice", "don't miss",
    "you may also like", "you might also like", "you may like", "you may be interested in", "around the web",
    "from the web", "from around the web", "explore more on these topics", "explore more", "up next",
    "what to read next", "read next", "keep reading", "other news", "other stories"});
inline constexpr auto related_beginnings = phrase_list({
    "also on ", "more from ", "more on ", "recommended stories", "related coverage", "related stories",
    "read more on "});

/// Above readers' comments, which go on to the end of the page.
inline constexpr auto comments_headers = phrase_list({
    "leave a reply", "leave a comment", "leave your comment", "post a comment", "add a comment", "add comment",
    "top comments", "write a comment", "reader comments", "readers' comments", "join the discussion",
    "join the conversation"});

/// Lines that begin so are furniture even where they are sentences.
inline constexpr auto sure_beginnings = phrase_list({
    "read more:", "read also:", "also read:", "see also:", "also see:", "read:", "related:", "related article:",
    "related news:", "related story:", "more:", "watch:", "watch |", "listen:", "watch video:", "see photos:",
    "must read:", "don't miss:", "see more:", "more on this:", "most read:", "recommended:", "tags:", "tag:",
    "topics:", "keywords:", "filed under:", "categories:", "category:", "labels:", "photo:", "photos:", "photograph:",
    "image:", "images:", "picture:", "pic:", "photo credit:", "image credit:", "picture credit:", "photo by:",
    "photo courtesy:", "image source:", "credit:", "credits:", "source:", "sources:", "via:", "file photo:",
    "file image:", "copyright (c)", "copyright 1", "copyright 2", "(c) 1", "(c) 2", "click here", "tap here",
    "click to", "click on the", "compiled by:", "edited by:", "translated by:", "author:", "reporter:", "editor:",
    "your email address will not be published", "required fields are marked", "save my name, email", "notify me of",
    "comments are closed", "comments are moderated", "commenting for this story", "you must be logged in",
    "you need to be logged in", "please log in to", "please sign in to", "be the first to comment", "we use cookies",
    "this site uses cookies", "this website uses cookies", "our website uses cookies", "by continuing to use this",
    "by continuing to browse", "by using this site", "have a news tip?", "got a news tip?", "got a tip?",
    "have a tip?", "do you have a story", "this article was originally published", "this article first appeared",
    "this article originally appeared", "this article was first published", "this article has been republished",
    "this article was produced", "this story was originally published", "this story first appeared",
    "this story originally appeared", "this story has been published from", "this story has not been edited",
    "this post was originally", "the views expressed in this", "views expressed in this article",
    "the opinions expressed in this", "opinions expressed in this article", "disclaimer:", "editor's note:",
    "subscribe to our", "sign up for our", "sign up to our", "follow us on", "follow us:", "find us on",
    "download our app", "get our app", "support our journalism", "support independent journalism",
    "for more information, contact", "for more information contact", "for further information, contact",
    "for further information contact", "for media inquiries", "for media enquiries", "for press inquiries",
    "for press enquiries", "media contact:", "media contacts:", "press contact:", "contact:", "contacts:", "tel:",
    "tel.:", "phone:", "fax:", "e-mail:", "email:", "website:", "url:", "page views:", "word count:", "reading time:",
    "read time:", "by clicking accept", "by clicking sign up", "by clicking submit", "by clicking subscribe",
    "by signing up, you", "by signing up you", "like us on facebook"});

/// Parts that make even a sentence furniture.
inline constexpr auto sure_parts = phrase_list({
    "all rights reserved", "in your inbox", "to your inbox", "sign up here", "our newsletter", "follow us on twitter",
    "follow us on facebook", "follow us on x", "follow us on instagram", "follow us on google news",
    "become a fan on our", "join us on facebook", "may not be published, broadcast",
    "your email address will not be published", "required fields are marked", "republished under a creative commons",
    "not necessarily reflect those of", "may be forward-looking", "contains forward-looking statements",
    "contain forward-looking statements", "constitute forward-looking statements", "syndicated feed",
    "enable javascript", "turn on javascript", "browser does not support", "your browser is",
    "accept our use of cookies", "download our app", "our telegram channel", "our whatsapp channel",
    "our youtube channel", "our facebook page", "thank you for reading", "thanks for reading", "already a subscriber",
    "subscribe to continue", "to continue reading", "to read the full story", "this copy is for your personal",
    "may not be reproduced or", "prior written permission", "our use of cookies"});

/// Lines that are not prose and begin so.
inline constexpr auto beginnings = phrase_list({
    "sign up", "sign in", "log in", "share on", "share this", "share to", "share with", "email this", "print this",
    "tweet this", "press release no", "press release n", "news release", "for immediate release", "embargoed",
    "file photo", "ap photo", "getty images", "afp photo", "reuters/", "afp/", "ap/", "via reuters", "via getty",
    "via ap", "video:", "graphic:", "map:", "infographic:", "in pictures:", "gallery:", "podcast:", "next:",
    "previous:", "next post", "previous post", "posted in", "posted by", "posted on", "published by", "published in",
    "published on", "published:", "updated:", "updated on", "last updated", "last modified", "first published",
    "filed under", "get the latest", "get the day's", "get our", "join our", "download our", "view comments",
    "comments (", "about the author", "page 1 of", "p.o. box", "po box", "sponsored by", "brought to you by",
    "watch live", "live updates", "subscribe to", "subscribe now", "subscribe |", "subscribe for", "follow us",
    "follow @", "copyright (c)", "(c) 1", "(c) 2", "photo by", "photos by", "photo courtesy", "photograph by",
    "image by", "image courtesy", "picture by", "download the app", "back to top", "back to home",
    "return to homepage", "go to homepage", "jump to navigation", "terms of use", "terms of service",
    "privacy policy", "privacy notice", "privacy settings", "cookie policy", "cookie notice", "cookie settings",
    "staff writer", "staff reporter", "listen to this", "special to the", "advertisement |", "press release:",
    "press release -", "press release |", "join the conversation", "powered by"});

/// Lines that are not prose and hold such a part.
inline constexpr auto parts = phrase_list({
    "(photo", "(image", "(file photo", "(staff photo", "photo credit", "getty images", "photo by", "follow us",
    "newsletter", "terms of use", "terms of service", "min read", "minute read", "minutes read", "comments policy",
    "share on facebook", "share on twitter", "site map", "user agreement"});

/// What marks an address.
inline constexpr auto addresses = phrase_list({
    "http://", "https://", "www.", "tel.", "tel:", "phone:", "fax:", "fax ", "e-mail:", "email:"});

inline constexpr auto menu_separators = phrase_list({
    "|", " > ", " \u203a ", " >> ", " / home", "home / "});

inline constexpr auto byline_beginnings = phrase_list({
    "written by ", "story by ", "text by ", "words by ", "photos by ", "photo by ", "photographs by ", "posted by ",
    "edited by ", "compiled by ", "translated by ", "analysis by ", "interview by ", "by staff", "by our "});
/// Roles in the making of an article; then only names and connectives may follow.
inline constexpr auto credit_roles = phrase_list({
    "reporting by", "additional reporting by", "reporting and writing by", "writing by", "editing by",
    "writing and editing by", "with reporting by", "with additional reporting by", "with inputs from",
    "with input from", "with agency inputs", "with files from", "inputs from", "translation by", "production by",
    "compiled by", "edited by", "translated by", "written by"});
inline constexpr auto byline_connectives = phrase_list({
    "and", "the", "for", "in", "of", "with", "at", "on", "de", "da", "dos", "del", "der", "van", "von", "al", "el",
    "bin", "ibn", "la", "le", "staff", "desk", "agencies", "writer", "correspondent", "reporter", "editor", "updated",
    "special", "to", "our", "by", "reporting", "additional", "writing", "editing", "translation", "inputs", "input",
    "from", "agency", "newsroom", "bureau", "bureaus", "team"});

inline constexpr auto editor_notes = phrase_list({
    "attn:", "attn ", "eds:", "eds ", "editor's note", "editors:", "note to editors", "adds ", "updates with",
    "recasts", "repeats", "corrects"});

/// Words of menus and share bars.
inline constexpr auto menu_words = phrase_list({
    "about", "account", "africa", "all", "am", "america", "americas", "and", "app", "archive", "archives", "article", "articles", "arts",
    "asia", "audio", "australia", "blog", "blogs", "books", "business", "canada", "careers", "cart", "china",
    "classifieds", "comment", "comments", "contact", "cookies", "copy", "culture", "defence", "defense", "donate",
    "e-edition", "e-paper", "earth", "east", "economy", "edition", "education", "email", "english", "entertainment",
    "environment", "epaper", "europe", "events", "explore", "facebook", "faq", "fashion", "features", "film",
    "finance", "flipboard", "follow", "food", "full", "games", "global", "google", "health", "help", "home", "homepage", "in",
    "india", "innovation", "instagram", "international", "jobs", "latest", "life", "lifestyle", "like", "link",
    "linkedin", "live", "local", "log", "login", "magazine", "mail", "markets", "media", "menu", "messenger",
    "middle", "more", "multimedia", "music", "my", "nation", "national", "news", "newsletter", "newsletters",
    "obituaries", "opinion", "opinions", "our", "out", "pacific", "pdf", "people", "photo", "photos", "pinterest",
    "podcast", "podcasts", "politics", "premium", "print", "privacy", "profile", "radio", "reddit", "region",
    "register", "rss", "save", "science", "search", "sections", "share", "shares", "shop", "sign", "sitemap",
    "society", "south", "sport", "sports", "style", "subscribe", "subscriptions", "support", "tech", "technology",
    "telegram", "terms", "threads", "tiktok", "topics", "travel", "tv", "tweet", "twitter", "uk", "up", "us", "usa",
    "video", "videos", "views", "watch", "weather", "whatsapp", "world", "x", "youtube"});

// clang-format on

}  // namespace entente::furniture::phrases
