#include "engine/corpus/html_tags.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <utility>

#include "engine/base/utf8.hpp"
#include "engine/corpus/format.hpp"

namespace demarche::corpus {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Elements whose text is no text of the page and has no tags.
bool is_raw(std::string_view name) { return name == "script" || name == "style" || name == "textarea" || name == "noscript"; }

bool is_void(std::string_view name) {
  constexpr std::string_view names[] = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// The `>` of the tag that begins at `at`; quotes may hold others. Npos when there is none within reason.
std::size_t quoted_tag_end(std::string_view html, std::size_t at) {
  constexpr std::size_t longest = 100000;  // a quote that nobody closed must not swallow the page
  std::size_t limit = std::min(html.size(), at + longest);
  char quote = 0;
  for (std::size_t i = at; i < limit; ++i) {
    if (quote != 0) {
      if (html[i] == quote) quote = 0;
    } else if (html[i] == '"' || html[i] == '\'') {
      if (html[i - 1] == '=' || is_blank(html[i - 1])) quote = html[i];
    } else if (html[i] == '>') {
      return i;
    }
  }
  return std::string_view::npos;
}

class Scanner {
 public:
  explicit Scanner(std::string_view html) : html_(html) {}

  std::vector<HtmlTag> run() {
    for (;;) {
      at_ = html_.find('<', at_);
      if (at_ >= html_.size() || at_ + 1 >= html_.size()) break;
      char next = html_[at_ + 1];
      if (html_.substr(at_).starts_with("<!--"))
        take_until("-->");
      else if (next == '!' || next == '?')
        take_until(">");
      else if (is_letter(next) || (next == '/' && at_ + 2 < html_.size() && is_letter(html_[at_ + 2])))
        take_tag(next == '/');
      else
        ++at_;
    }
    return std::move(tags_);
  }

 private:
  void add(HtmlTag::Kind kind, std::size_t end, std::string name) {
    tags_.push_back({kind, at_, end, std::move(name), HtmlTag::no_partner});
    at_ = end;
  }

  // Without its end a comment lasts to the end of the file, as in browsers.
  void take_until(std::string_view end) {
    std::size_t found = html_.find(end, at_);
    add(HtmlTag::Kind::other, found == std::string_view::npos ? html_.size() : found + end.size(), {});
  }

  void take_tag(bool closing) {
    std::size_t name_begin = at_ + (closing ? 2 : 1), name_end = name_begin;
    while (name_end < html_.size() && !is_blank(html_[name_end]) && html_[name_end] != '>' && html_[name_end] != '/') ++name_end;
    std::string name = lower_ascii(html_.substr(name_begin, std::min<std::size_t>(name_end - name_begin, 32)));
    // Where one quote is not closed, quotes tell nothing any more: looking for their ends again would take for ever.
    std::size_t end = quotes_broken_ ? std::string_view::npos : quoted_tag_end(html_, name_end);
    if (end == std::string_view::npos) {
      quotes_broken_ = true;
      end = html_.find('>', name_end);
    }
    if (end == std::string_view::npos) {
      at_ = html_.size();
      return;
    }
    bool self_closed = html_[end - 1] == '/';
    add(closing ? HtmlTag::Kind::close : HtmlTag::Kind::open, end + 1, name);
    std::size_t index = tags_.size() - 1;
    if (closing)
      close(index);
    else if (!is_void(name) && !self_closed)
      open(index);
    if (!closing && !self_closed && is_raw(name)) take_raw(name);
  }

  // The open tags of each name; a close tag belongs to the last one.
  void open(std::size_t index) { open_[tags_[index].name].push_back(index); }

  void close(std::size_t index) {
    auto& waiting = open_[tags_[index].name];
    if (waiting.empty()) return;
    tags_[waiting.back()].partner = index;
    waiting.pop_back();
  }

  void take_raw(const std::string& name) {
    if (no_end_.contains(name)) return;
    std::size_t end = at_;
    for (;; ++end) {
      end = html_.find("</", end);
      if (end == std::string_view::npos) {
        no_end_.emplace(name, true);
        return;
      }
      if (lower_ascii(html_.substr(end + 2, name.size())) == name) break;
    }
    add(HtmlTag::Kind::other, end, {});
  }

  std::string_view html_;
  std::size_t at_ = 0;
  bool quotes_broken_ = false;
  std::vector<HtmlTag> tags_;
  std::unordered_map<std::string, std::vector<std::size_t>> open_;
  std::unordered_map<std::string, bool> no_end_;  // raw elements that nothing closes: looked for once
};

constexpr std::size_t longest_entity = 12;

// The character of "amp" or "#8217"; 0 when we do not know it.
char32_t entity(std::string_view name) {
  if (!name.starts_with('#')) {
    constexpr std::pair<std::string_view, char32_t> names[] = {
#define DEMARCHE_ENTITY(known, character) {known, character},
#include "engine/corpus/entities.def"
#undef DEMARCHE_ENTITY
    };
    for (const auto& [known, character] : names)
      if (known == name) return character;
    return 0;
  }
  bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  std::uint32_t value = 0;
  const char* last = name.data() + name.size();
  auto [end, error] = std::from_chars(name.data() + (hexadecimal ? 2 : 1), last, value, hexadecimal ? 16 : 10);
  if (error == std::errc::invalid_argument || end != last) return 0;
  bool good = error == std::errc() && value > 0 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
  return good ? static_cast<char32_t>(value) : U'\uFFFD';
}

// The entity that begins here; nothing for any other `&`. `at` moves behind it.
char32_t entity_at(std::string_view html, std::size_t& at) {
  if (html[at] != '&') return 0;
  std::size_t end = html.substr(at, longest_entity).find(';');
  if (end == std::string_view::npos) return 0;
  char32_t character = entity(html.substr(at + 1, end - 1));
  if (character != 0) at += end + 1;
  return character;
}

}  // namespace

std::vector<HtmlTag> find_tags(std::string_view html) { return Scanner(html).run(); }

std::string decoded_text(std::string_view html) {
  std::string out;
  for (std::size_t at = 0; at < html.size();) {
    char32_t character = entity_at(html, at);
    if (character == 0xA0) character = U' ';
    if (is_blank(character == 0 ? html[at] : character == U' ' ? ' ' : 'x')) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (character != 0) {
      utf8::append(out, character);
    } else {
      out += html[at];
    }
    if (character == 0) ++at;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::vector<CharacterReference> find_references(std::string_view html, std::size_t begin, std::size_t end) {
  std::vector<CharacterReference> found;
  html = html.substr(0, end);
  for (std::size_t at = html.find('&', begin); at != std::string_view::npos; at = html.find('&', at)) {
    std::size_t behind = at;
    if (char32_t character = entity_at(html, behind))
      found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(behind), character});
    at = std::max(behind, at + 1);
  }
  return found;
}

std::string attribute(std::string_view html, const HtmlTag& tag, std::string_view name) {
  std::string_view text = html.substr(tag.begin, tag.end - tag.begin - 1);
  std::size_t at = 1 + tag.name.size();
  while (at < text.size()) {
    while (at < text.size() && (is_blank(text[at]) || text[at] == '/')) ++at;
    std::size_t begin = at;
    while (at < text.size() && !is_blank(text[at]) && text[at] != '=') ++at;
    bool wanted = lower_ascii(text.substr(begin, at - begin)) == name;
    while (at < text.size() && is_blank(text[at])) ++at;
    if (at >= text.size() || text[at] != '=') {
      if (at == begin) ++at;
      continue;
    }
    ++at;
    while (at < text.size() && is_blank(text[at])) ++at;
    char quote = at < text.size() && (text[at] == '"' || text[at] == '\'') ? text[at++] : '\0';
    std::size_t value = at;
    while (at < text.size() && (quote != 0 ? text[at] != quote : !is_blank(text[at]))) ++at;
    if (wanted) return decoded_text(text.substr(value, at - value));
    if (quote != 0) ++at;
  }
  return {};
}

}  // namespace demarche::corpus
