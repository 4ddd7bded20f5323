#include <algorithm>
#include <utility>

#include "engine/corpus/boilerplate.hpp"
#include "engine/corpus/format.hpp"
#include "engine/corpus/html_tags.hpp"
#include "engine/corpus/layout.hpp"
#include "engine/corpus/metadata.hpp"

// Offsets count in the file as it is, so that markup is not removed but left out of reading; line ends inside a paragraph,
// which mean nothing in HTML, are left out too.
namespace demarche::corpus {
namespace {

template <std::size_t size>
bool is_one_of(std::string_view name, const std::string_view (&names)[size]) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// Elements that hold nothing of the article.
constexpr std::string_view unwanted[] = {"head",   "script", "style",    "noscript", "nav",    "footer", "aside", "form",
                                         "button", "select", "textarea", "svg",      "iframe", "template", "object", "video",
                                         "audio",  "canvas", "dialog",   "figcaption", "menu"};

// Elements that begin a new line.
constexpr std::string_view blocks[] = {"address", "article", "aside",  "blockquote", "body",   "br",   "caption", "center", "dd",
                                       "div",     "dl",      "dt",     "fieldset",   "figure", "footer", "form",  "h1",     "h2",
                                       "h3",      "h4",      "h5",     "h6",         "header", "hr",   "li",      "main",   "nav",
                                       "ol",      "p",       "pre",    "section",    "table",  "tbody", "td",     "tfoot",  "th",
                                       "thead",   "tr",      "ul"};

// Words of `class` and `id` that tell what is no part of the article.
constexpr std::string_view unwanted_classes[] = {
    "nav",       "navbar",     "navigation", "menu",       "breadcrumb", "breadcrumbs", "sidebar", "footer",    "comments", "comment",
    "share",     "sharing",    "social",     "newsletter", "subscribe",  "related",     "cookie",  "cookies",   "advert",   "advertisement",
    "ads",       "promo",      "popup",      "modal",      "pagination", "tags",        "byline-social", "recommended", "sponsored",
    "gdpr",      "consent",    "banner",     "widget",     "print-only", "screen-reader-text", "visually-hidden", "sr-only"};

bool is_heading(std::string_view name) { return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'; }

class HtmlReader {
 public:
  HtmlReader(Input&& input, Sink& sink) : document_(std::move(input.start)), sink_(sink) {
    document_.text = std::move(input.text);
    document_.body = {document_.text.starts_with("\xEF\xBB\xBF") ? 3u : 0u, static_cast<std::uint32_t>(document_.text.size())};
    tags_ = find_tags(document_.text);
  }

  void run() {
    read_metadata();
    choose_article();
    walk();
    tidy(document_.skipped, document_.body);
    tidy(document_.headings, document_.body);
    if (document_.title.empty()) document_.title = first_heading_;
    std::string where = document_.path;
    if (!read_anything_) document_.text.clear(), document_.body = {};  // nothing but markup: an empty document
    sink_.give(std::move(document_), where);
  }

 private:
  std::string_view html() const { return document_.text; }

  std::string inner_text(const HtmlTag& tag) const {
    if (tag.partner == HtmlTag::no_partner) return {};
    std::size_t length = std::min<std::size_t>(tags_[tag.partner].begin - tag.end, 2000);
    std::string text;
    bool inside = false;
    for (char c : html().substr(tag.end, length)) {
      if (c == '<') inside = true;
      if (!inside) text += c;
      if (c == '>') inside = false, text += ' ';
    }
    return decoded_text(text);
  }

  void set(std::string_view field, const std::string& value) {
    set_field(document_, field, value, {document_.path}, sink_.diagnostics);
  }

  // The first that is found counts: what pages say for machines before what they say for people.
  void read_metadata() {
    std::string title, page_title, date, time, published, source, url;
    auto first = [](std::string& field, std::string value) {
      if (field.empty()) field = std::move(value);
    };
    for (const auto& tag : tags_) {
      if (tag.kind != HtmlTag::Kind::open) continue;
      if (tag.name == "html" && document_.language.empty()) document_.language = attribute(html(), tag, "lang");
      if (tag.name == "title") first(page_title, inner_text(tag));
      if (tag.name == "time") first(time, attribute(html(), tag, "datetime"));
      if (tag.name == "link" && lower_ascii(attribute(html(), tag, "rel")) == "canonical") first(url, attribute(html(), tag, "href"));
      if (tag.name != "meta") continue;
      std::string key = lower_ascii(attribute(html(), tag, "property"));
      for (std::string_view other : {"name", "itemprop"})
        if (key.empty()) key = lower_ascii(attribute(html(), tag, other));
      std::string value = attribute(html(), tag, "content");
      if (key == "og:title" || key == "twitter:title") first(title, value);
      if (key == "og:site_name") first(source, value);
      if (key == "og:url") first(url, value);
      if (key == "article:published_time" || key == "datepublished") first(published, value);
      if (is_one_of(key, {"date", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.date",
                          "dcterms.created", "parsely-pub-date", "sailthru.date", "article.published", "citation_publication_date"}))
        first(date, value);
    }
    first(published, std::move(date));
    first(published, std::move(time));
    first(title, std::move(page_title));
    if (!published.empty()) set("date", published);
    set("title", title);
    set("source", source);
    set("url", url);
  }

  // The longest <article>, else the longest <main>, else the whole page.
  void choose_article() {
    for (std::string_view name : {"article", "main"}) {
      for (const auto& tag : tags_) {
        if (tag.name != name || tag.kind != HtmlTag::Kind::open || tag.partner == HtmlTag::no_partner) continue;
        std::size_t size = tags_[tag.partner].begin - tag.end;
        if (size > last_ - first_ || last_ == 0) first_ = tag.end, last_ = tags_[tag.partner].begin;
      }
      if (last_ > 0) return;
    }
    first_ = document_.body.begin;
    last_ = document_.body.end;
  }

  bool is_unwanted(const HtmlTag& tag) const {
    if (tag.kind != HtmlTag::Kind::open || tag.partner == HtmlTag::no_partner) return false;
    if (tag.name == "head" || tag.name == "script" || tag.name == "style") return true;
    // What holds most of the page is no side matter, whatever it is called: some pages are one <form>.
    if (last_ > first_ && (tags_[tag.partner].begin - tag.end) * 2 > last_ - first_) return false;
    if (is_one_of(tag.name, unwanted)) return true;
    if (!is_one_of(tag.name, {"div", "section", "ul", "ol", "p", "span", "header", "table", "a"})) return false;
    for (std::string_view where : {"class", "id", "role"}) {
      std::string value = lower_ascii(attribute(html(), tag, where));
      std::string_view rest = value;
      while (!rest.empty()) {
        auto end = std::min(rest.find(' '), rest.size());
        if (is_one_of(rest.substr(0, end), unwanted_classes)) return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return false;
  }

  void skip(std::size_t begin, std::size_t end) {
    if (begin < end) document_.skipped.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  // One line end is left at the edge of a block, where there is one; the others are left out.
  void read_text(std::size_t begin, std::size_t end, bool after_block, bool before_block) {
    std::string_view text = html().substr(begin, end - begin);
    std::size_t first = text.find_first_not_of(" \t\r\n");
    std::size_t last = text.find_last_not_of(" \t\r\n");
    std::size_t kept_before = after_block ? text.find('\n') : std::string_view::npos;
    std::size_t kept_after = before_block && last != std::string_view::npos ? text.find('\n', last) : std::string_view::npos;
    if (first != std::string_view::npos && kept_before != std::string_view::npos && kept_before > first) kept_before = std::string_view::npos;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
      if (at != kept_before && at != kept_after) skip(begin + at, begin + at + 1);
    for (const auto& reference : find_references(html(), begin, end)) document_.references.push_back(reference);
    if (first == std::string_view::npos) return;
    if (after_block) document_.breaks.push_back(static_cast<std::uint32_t>(begin + first));
    read_anything_ = true;
    if (after_block && before_block && is_boilerplate_line(trimmed(text))) skip(begin, end);
  }

  void add_heading(const HtmlTag& tag) {
    if (!is_heading(tag.name) || tag.kind != HtmlTag::Kind::open || tag.partner == HtmlTag::no_partner) return;
    document_.headings.push_back({static_cast<std::uint32_t>(tag.end), static_cast<std::uint32_t>(tags_[tag.partner].begin)});
    if (first_heading_.empty()) first_heading_ = inner_text(tag);
  }

  void walk() {
    std::size_t at = first_;
    skip(document_.body.begin, first_);
    skip(last_, document_.body.end);
    bool after_block = true;
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      const HtmlTag& tag = tags_[i];
      if (tag.begin < at) continue;
      if (tag.begin >= last_) break;
      bool left_out = is_unwanted(tag);
      bool block = left_out || is_one_of(tag.name, blocks);
      read_text(at, tag.begin, after_block, block);
      if (tag.begin > at && !trimmed(html().substr(at, tag.begin - at)).empty()) after_block = false;
      after_block = after_block || block;
      add_heading(tag);
      if (left_out) i = tag.partner;
      skip(tag.begin, tags_[i].end);
      at = tags_[i].end;
    }
    read_text(at, std::max(at, last_), after_block, true);
  }

  Document document_;
  Sink& sink_;
  std::vector<HtmlTag> tags_;
  std::size_t first_ = 0, last_ = 0;  // the article
  std::string first_heading_;
  bool read_anything_ = false;
};

}  // namespace

void read_html(Input&& input, Sink& sink) { HtmlReader(std::move(input), sink).run(); }

}  // namespace demarche::corpus
