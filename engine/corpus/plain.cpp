#include <algorithm>
#include <memory>
#include <utility>

#include "engine/base/yaml.hpp"
#include "engine/corpus/format.hpp"
#include "engine/corpus/layout.hpp"
#include "engine/corpus/metadata.hpp"

// .txt and .md: both may begin with YAML front matter.
namespace demarche::corpus {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct FrontMatter {
  std::size_t yaml_end = 0;  // where the closing line begins
  std::size_t body = 0;      // behind the closing line
};

// From `---` in the first line to the next `---` or `...`; nothing when there is none.
std::optional<FrontMatter> find_front_matter(std::string_view text, std::size_t begin) {
  constexpr std::size_t most_lines = 200;
  Line line = line_at(text, begin);
  if (trimmed(text.substr(line.begin, line.end - line.begin)) != "---") return std::nullopt;
  for (std::size_t i = 0; i < most_lines && line.next < text.size(); ++i) {
    line = line_at(text, line.next);
    std::string_view content = text.substr(line.begin, line.end - line.begin);
    if (content == "---" || content == "...") return FrontMatter{line.begin, line.next};
  }
  return std::nullopt;
}

// Sets the document's fields. In a .txt only a map is front matter: else the line was a rule between paragraphs.
bool read_front_matter(Document& document, std::string_view yaml_text, bool insist, Diagnostics& diagnostics) {
  std::string yaml(yaml_text);
  std::replace(yaml.begin(),
               yaml.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(yaml.find('\n'), yaml.size())), '-',
               '#');
  Diagnostics problems;
  auto tree = yaml::parse(std::make_shared<SourceFile>(document.path, std::move(yaml)), problems);
  bool map = tree && tree->root.kind == yaml::Kind::map;
  if (insist || map) diagnostics.append(problems);
  if (!map) return insist;
  const auto& items = tree->root.items;
  for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
    const yaml::Node& value = items[i + 1];
    auto set = [&](const yaml::Node& given) {
      set_field(document, items[i].text, given.text, {document.path, tree->file, given.span}, diagnostics);
    };
    if (value.kind == yaml::Kind::scalar) set(value);
    bool several = items[i].text == "speaking" || items[i].text == "actor";
    if (value.kind != yaml::Kind::sequence || !several) continue;
    for (const auto& item : value.items) set(item);
  }
  return true;
}

// `---`, `title: ...` and no second `---`: the fields are read as text, and the document has no date.
void report_open_head(const Document& document, std::size_t begin, Diagnostics& diagnostics) {
  const std::string_view text = document.text;
  Line line = line_at(text, begin);
  if (trimmed(text.substr(line.begin, line.end - line.begin)) != "---") return;
  line = line_at(text, line.next);
  const std::string_view first = text.substr(line.begin, line.end - line.begin);
  const auto colon = first.find(": ");
  if (colon == std::string_view::npos || !is_field(first.substr(0, colon))) return;
  diagnostics
      .add(DiagnosticId::document_open_head, "the lines between `---` at the top have no end: they are read as text",
           document.path)
      .help = "write `---` on a line of its own behind the last of them";
}

Document begin_document(Input& input, bool insist, Diagnostics& diagnostics) {
  Document document = std::move(input.start);
  document.text = std::move(input.text);
  std::size_t begin = document.text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  if (auto front = find_front_matter(document.text, begin)) {
    std::string_view yaml = std::string_view(document.text).substr(begin, front->yaml_end - begin);
    // Names from the file's metadata count more than names from the file's name.
    std::vector<std::string> speaking = std::exchange(document.speaking, {});
    if (read_front_matter(document, yaml, insist, diagnostics)) begin = front->body;
    if (document.speaking.empty()) document.speaking = std::move(speaking);
  } else {
    report_open_head(document, begin, diagnostics);
  }
  document.body = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(document.text.size())};
  return document;
}

void skip(Document& document, std::size_t begin, std::size_t end) {
  document.skipped.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

// Inside a line: images whole, of links all but their text, comments, code signs.
void skip_inline_markup(Document& document, std::size_t begin, std::size_t end) {
  std::string_view text = document.text;
  for (std::size_t at = begin; at < end; ++at) {
    if (text[at] == '`') skip(document, at, at + 1);
    if (text[at] == '<' && text.substr(at).starts_with("<!--")) {
      std::size_t close = std::min(text.find("-->", at), end);
      skip(document, at, std::min(close + 3, end));
      at = close;
    }
    if (at >= end || text[at] != '[') continue;
    bool image = at > begin && text[at - 1] == '!';
    std::size_t close = text.substr(0, std::min(end, at + 500)).find("](", at);
    if (close == std::string_view::npos) continue;
    std::size_t last = text.substr(0, std::min(end, close + 2000)).find(')', close);
    if (last == std::string_view::npos) continue;
    if (image) {
      skip(document, at - 1, last + 1);
      at = last;
    } else {
      skip(document, at, at + 1);
      skip(document, close, last + 1);
    }
  }
}

// Markdown of a body: code blocks, rules, heading signs, quote signs.
void skip_markup(Document& document) {
  std::string_view text = document.text;
  bool in_code = false;
  for (std::size_t at = document.body.begin; at < document.body.end;) {
    Line line = line_at(text, at);
    at = line.next;
    std::string_view content = trimmed(text.substr(line.begin, line.end - line.begin));
    bool fence = content.starts_with("```") || content.starts_with("~~~");
    if (fence || in_code) {
      skip(document, line.begin, line.end);
      in_code = in_code != fence;
      continue;
    }
    std::size_t begin = static_cast<std::size_t>(content.data() - text.data());
    std::size_t signs = content.find_first_not_of(content.starts_with('#') ? "# " : "> ");
    if (signs != std::string_view::npos && signs > 0) skip(document, begin, begin + signs);
    skip_inline_markup(document, line.begin, line.end);
  }
}

}  // namespace

void read_plain(Input&& input, Sink& sink) {
  Document document = begin_document(input, false, sink.diagnostics);
  analyse_layout(document);
  std::string where = document.path;
  sink.give(std::move(document), where);
}

void read_markdown(Input&& input, Sink& sink) {
  Document document = begin_document(input, true, sink.diagnostics);
  skip_markup(document);
  analyse_layout(document);
  std::string where = document.path;
  sink.give(std::move(document), where);
}

}  // namespace demarche::corpus
