#include "engine/corpus/boilerplate.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "engine/corpus/format.hpp"

namespace demarche::corpus {
namespace {

// Whole lines, lower case, without bullets and closing punctuation.
constexpr std::string_view whole_lines[] = {
    "about us", "accept all cookies", "accept cookies", "add a comment", "add comment", "all rights reserved", "also read",
    "advertise with us", "advertisement", "advertisements", "advertising", "back to top", "bookmark", "cancel reply", "click here",
    "comment", "comments", "comments are closed", "contact", "contact us", "continue reading", "cookie policy", "cookie settings",
    "copy link", "disclaimer", "donate", "download pdf", "e-mail", "editor's picks", "editors' picks", "email", "email this",
    "facebook", "facebook twitter", "follow us", "get the app", "get the newsletter", "go to top", "home", "home page", "instagram",
    "join us", "join our channel", "join the conversation", "join the discussion", "latest news", "latest articles",
    "leave a comment", "leave a reply", "leave a review", "leave your comment", "linkedin", "load more", "log in", "login",
    "main menu", "manage cookies", "menu", "more articles", "more from this author", "more from this section", "more news",
    "more on this story", "more on this topic", "more stories", "more topics", "most popular", "most read", "most viewed",
    "navigation", "newest", "news feed", "news line", "newsfeed", "newsletter", "next", "next article", "next post", "no comments",
    "no comments yet", "notify me of new posts by email", "oldest", "our newsletter", "pinterest", "please enter your comment",
    "please enter your name here", "please log in to comment", "popular", "popular news", "post a comment", "post comment",
    "post navigation", "previous", "previous article", "previous post", "print", "print this", "print this page", "privacy policy",
    "promoted content", "read also", "read more", "read next", "recent posts", "recommended", "recommended for you",
    "recommended stories", "register", "reject all", "related", "related articles", "related content", "related links",
    "related news", "related posts", "related stories", "related topics", "reply", "report an error", "rss", "save",
    "save my name, email, and website in this browser for the next time i comment", "search", "see also", "send", "share", "share it",
    "share on", "share on facebook", "share on linkedin", "share on telegram", "share on twitter", "share on whatsapp", "share on x",
    "share this", "share this article", "share this page", "share this post", "share this story", "show comments", "show more",
    "sidebar", "sign in", "sign up", "sign up for our newsletter", "site map", "sitemap", "skip to content", "skip to main content",
    "skip to navigation", "sponsored", "sponsored content", "submit", "submit comment", "subscribe", "subscribe now",
    "subscribe to our newsletter", "tags", "telegram", "terms and conditions", "terms of service", "terms of use", "to top",
    "top news", "top stories", "trending", "trending now", "tweet", "twitter", "view all", "view comments", "view more", "watch also",
    "watch live", "whatsapp", "write a comment", "x", "you may also like", "you might also like", "you may be interested in",
    "your comment", "your email", "your email address will not be published", "your name", "youtube"};

// How lines begin; they may go on. Sorted by bytes.
constexpr std::string_view beginnings[] = {
    "(c) copyright", "all rights reserved", "by clicking \"accept", "by continuing to browse", "by continuing to use th",
    "by using this site", "by using this website", "click here to", "click to share", "copyright \xC2\xA9",
    "download our app", "enter your email", "find us on facebook", "follow @", "follow us at", "follow us on",
    "for more news", "get our latest", "get the latest news", "how did you like", "if you found a mistake",
    "if you found an error", "join our telegram", "join our whatsapp", "join us on facebook", "join us on telegram",
    "join us on whatsapp", "leave a comment", "leave a reply", "like us on facebook", "more about:",
    "please enable javascript", "please enter your comment", "please reload the page", "please subscribe", "read also:",
    "read more:", "related:", "required fields are marked", "save my name, email", "share on:", "share this:",
    "sign up for", "sign up to receive", "stay connected with", "stay up to date with", "subscribe to get",
    "subscribe to our", "subscribe to the newsletter", "the recaptcha verification", "this page uses cookies",
    "this site is protected by recaptcha", "this site uses akismet", "this site uses cookies", "this website uses cookies",
    "to leave a comment", "we use cookies", "you must be logged in", "you need to be logged in",
    "your browser does not support", "your email address will not", "\xC2\xA9 "};

// Without the bullets and arrows before it and the punctuation after it.
std::string core(std::string_view line) {
  auto is_core = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '@' || c == '(';
  };
  while (!line.empty() && !is_core(line.front()) && !line.starts_with("\xC2\xA9")) line.remove_prefix(1);
  while (!line.empty() && !is_core(line.back())) line.remove_suffix(1);
  return lower_ascii(line);
}

}  // namespace

bool is_boilerplate_line(std::string_view line) {
  constexpr std::size_t longest = 300;  // a cookie notice; an article's paragraph may be longer
  if (line.size() > longest) return false;
  line = trimmed(line);
  std::string text = core(line);
  if (text.empty()) return false;
  static const std::unordered_set<std::string_view> known(std::begin(whole_lines), std::end(whole_lines));
  if (known.contains(text)) return true;
  // What it begins with is not greater than the line and has its first letter.
  auto after = std::upper_bound(std::begin(beginnings), std::end(beginnings), std::string_view(text));
  for (auto at = after; at != std::begin(beginnings) && (*--at)[0] == text[0];)
    if (text.starts_with(*at)) return true;
  return false;
}

}  // namespace demarche::corpus
