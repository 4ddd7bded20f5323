#include <algorithm>
#include <chrono>

#include "tests/unit/corpus/helpers.hpp"

using namespace demarche;
using namespace demarche::corpus;
using namespace demarche::corpus::testing;

namespace {

const char* page = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Page title | Site</title>
<meta property="og:title" content="Iran &amp; Russia agree"/>
<meta property="article:published_time" content="2023-10-02T08:00:00+03:30">
<meta property="og:site_name" content='IRNA'>
<link rel="canonical" href="https://example.org/a">
<script>if (a < b) document.write("<p>no</p>");</script>
<style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav>
<div class="cookie consent">We use cookies.</div>
<article>
<h1>Iran and Russia agree</h1><p class="lead">Iran opposes the
presence of <b>foreign</b> forces.</p><p>Russia supports the 3+3&nbsp;format.</p>
<!-- <p>hidden</p> -->
<div class="related"><a href="x">Another <i>story</i></a></div>
<p>Share this article</p>
</article>
<footer>About us</footer></body></html>
)";

}  // namespace

TEST_CASE("HTML: entities read as their characters") {
  auto reading = read_one("page.html", "<body><p>Iran&rsquo;s &Ccedil;avu&#351;o&#x11F;lu &amp; R&D; &nosuch; &quot;no&quot; to it.</p></body>");
  CHECK(read_text(reading.documents.at(0)) == "Iran\u2019s \u00C7avu\u015Fo\u011Flu & R&D; &nosuch; \"no\" to it.");
}

TEST_CASE("HTML: markup and side matter are skipped, offsets count in the file") {
  auto reading = read_one("a.html", page);
  REQUIRE(reading.documents.size() == 1);
  const auto& document = reading.documents[0];
  CHECK(document.text == page);
  CHECK(read_text(document) == "Iran and Russia agree Iran opposes the presence of foreign forces. Russia supports the 3+3 format.");
  CHECK(texts(document, document.headings) == Lines{"Iran and Russia agree"});
  Lines paragraphs;
  for (auto begin : document.breaks) paragraphs.push_back(document.text.substr(begin, 12));
  CHECK(paragraphs == Lines{"Iran and Rus", "Iran opposes", "Russia suppo", "Share this a"});
}

TEST_CASE("HTML: metadata") {
  const auto document = read_one("a.html", page).documents.at(0);
  CHECK(document.title == "Iran & Russia agree");
  CHECK(to_string(*document.date) == "2023-10-02");
  CHECK(document.source == "IRNA");
  CHECK(document.url == "https://example.org/a");
  CHECK(document.language == "en");
}

TEST_CASE("a page of one form, without an article, is read") {
  auto reading = read_one("a.htm", "<form><h2>Title of it</h2><p>He spoke of peace and of war.<p>She did not.</form>");
  CHECK(read_text(reading.documents.at(0)) == "Title of it He spoke of peace and of war. She did not.");
  CHECK(reading.documents[0].title == "Title of it");
}

TEST_CASE("a page without text is said to be empty") {
  auto reading = read_one("a.html", "<html><body><script>x()</script></body></html>");
  CHECK(reading.documents.empty());
  CHECK(reading.messages.at(0) == "corpus/a.html: document-empty: this document has no text");
}

TEST_CASE("broken HTML is read in time that is linear in its length") {
  auto begin = std::chrono::steady_clock::now();
  for (std::string_view piece : {"<nav>", "<div class=\"share\">", "<", "<p", "<a href=\"", "<!--", "</p>", "<script>", "<h1>", "&", "<p>x "}) {
    std::string text;
    while (text.size() < 1000000) text += piece;
    auto reading = read_one("a.html", "He spoke. " + text);
    CHECK(reading.documents.size() == 1);
    for (const auto& document : reading.documents) {
      auto ordered = [](const TextRange& a, const TextRange& b) { return a.end <= b.begin; };
      CHECK(std::adjacent_find(document.skipped.begin(), document.skipped.end(),
                               [&](const auto& a, const auto& b) { return !ordered(a, b); }) == document.skipped.end());
    }
  }
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}
