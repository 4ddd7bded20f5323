#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <utility>

#include "engine/base/yaml.hpp"

// The only user of yaml-cpp: its events, because its nodes would expand aliases and forget places.
namespace demarche::yaml {
namespace {

// A problem that we find ourselves while yaml-cpp is parsing.
struct Refusal {
  DiagnosticId id;
  std::string message;
  std::string help;
  std::size_t at;
};

class Builder final : public YAML::EventHandler {
 public:
  Builder(Tree& tree, std::size_t first) : tree_(tree), first_(first) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1)
      throw Refusal{DiagnosticId::yaml_syntax, "a second document begins here", "put it into a file of its own",
                    place(mark)};
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    add({Kind::null, span(mark, 0), {}, {}});
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_anchor(mark, 1); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    add({Kind::scalar, scalar_span(mark, value, tag == "!"), tree_.owned.emplace_back(value), {}});
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Kind::sequence, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Kind::map, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

  std::size_t place(const YAML::Mark& mark) const {
    return std::min(first_ + static_cast<std::size_t>(std::max(mark.pos, 0)), tree_.file->text().size());
  }

 private:
  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) const {
    if (anchor == 0) return;
    throw Refusal{DiagnosticId::yaml_alias, "anchors and aliases (`&name`, `*name`) are not read here",
                  "write the text out in both places", place(mark)};
  }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag) const {
    if (tag.empty() || tag == "?" || tag == "!") return;
    throw Refusal{DiagnosticId::yaml_syntax, "type tags (`!name`) are not read here", "leave the tag out", place(mark)};
  }

  void open(Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (open_.size() >= deepest)
      throw Refusal{DiagnosticId::yaml_too_deep,
                    "lists and maps are nested more than " + std::to_string(deepest) + " deep", "", place(mark)};
    open_.push_back({kind, span(mark, 0), {}, {}});
  }

  void close() {
    Node node = std::move(open_.back());
    open_.pop_back();
    add(std::move(node));
  }

  void add(Node node) { (open_.empty() ? tree_.root : open_.back().items.emplace_back()) = std::move(node); }

  Span span(const YAML::Mark& mark, std::size_t size) const {
    auto begin = static_cast<std::uint32_t>(place(mark));
    return {begin, static_cast<std::uint32_t>(std::min(begin + size, tree_.file->text().size()))};
  }

  // yaml-cpp gives only the beginning; the end is found in the text, at the latest at the line end.
  Span scalar_span(const YAML::Mark& mark, const std::string& value, bool quoted) const {
    Span found = span(mark, value.size());
    std::string_view text = tree_.file->text();
    if (found.begin >= text.size()) return found;
    if (quoted) found.end = static_cast<std::uint32_t>(closing_quote(text, found.begin) + 1);
    std::size_t line_end = std::min(text.find('\n', found.begin), text.size());
    found.end = std::min(found.end, static_cast<std::uint32_t>(line_end));
    return found;
  }

  // yaml-cpp lets the end of the file close a quote; we do not.
  std::size_t closing_quote(std::string_view text, std::size_t open) const {
    char quote = text[open];
    if (quote != '"' && quote != '\'') return open;  // a block scalar
    for (std::size_t at = open + 1; at < text.size(); ++at) {
      bool escaped =
          quote == '"' ? text[at] == '\\' : text[at] == quote && at + 1 < text.size() && text[at + 1] == quote;
      if (escaped)
        ++at;
      else if (text[at] == quote)
        return at;
    }
    throw Refusal{DiagnosticId::yaml_syntax, "a quoted text is not closed", "add the closing quote", open};
  }

  Tree& tree_;
  std::size_t first_;  // of the file that yaml-cpp counts from: behind a byte order mark
  std::vector<Node> open_;
  int documents_ = 0;
};

struct Wording {
  std::string_view theirs;  // how yaml-cpp's message begins
  std::string_view ours;
  std::string_view help;
};

constexpr Wording wordings[] = {
    {"end of sequence flow not found", "a list that `[` opens is not closed", "add `]` at its end"},
    {"end of map flow not found", "a map that `{` opens is not closed", "add `}` at its end"},
    {"end of map not found", "this line does not fit the lines above it: its indent, or a missing `:`",
     "give the entries of a map the same indent, each as `key: value`"},
    {"end of sequence not found", "this line does not fit the list above it",
     "begin each entry with `- ` at the same indent"},
    {"illegal map value", "a `:` stands where no value can begin", "put text that contains `: ` between quotes"},
    {"illegal block entry", "a list entry `- ` cannot begin here", "begin the list on a line of its own"},
    {"illegal EOF in scalar", "a quoted text is not closed", "add the closing quote"},
    {"illegal document indicator in scalar", "a quoted text is not closed", "add the closing quote"},
    {"illegal tab", "a tab is used for the indent", "indent with spaces"},
    {"illegal flow end", "a bracket is closed that was not opened", "remove it, or put the text between quotes"},
    {"illegal character in indentation", "a tab is used for the indent", "indent with spaces"},
    {"unknown escape character", "unknown escape after `\\` in a quoted text",
     "write `\\\\` for a backslash, or use single quotes"},
    {"unknown token", "a sign stands here that cannot begin a text", "put the text between quotes"},
    {"the referenced anchor is not defined", "anchors and aliases (`&name`, `*name`) are not read here",
     "put text that begins with `*` or `&` between quotes"},
    {"bad file", "lists and maps are nested too deep", ""},
};

// The bracket before `end` that is still open there, for the message that it is not closed; `end` when none is seen.
std::size_t open_bracket(std::string_view text, std::size_t end) {
  std::vector<std::size_t> open;
  char quote = 0;
  char before = '\n';  // the last sign that is no blank
  for (std::size_t at = 0; at < std::min(end, text.size()); ++at) {
    const char c = text[at];
    const bool begins =
        before == '\n' || before == ':' || before == '-' || before == ',' || before == '[' || before == '{';
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '#' && (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n')) {
      at = std::min(text.find('\n', at), text.size()) - 1;
      continue;
    } else if ((c == '"' || c == '\'') && begins) {
      quote = c;
    } else if ((c == '[' || c == '{') && begins) {
      open.push_back(at);
    } else if ((c == ']' || c == '}') && !open.empty()) {
      open.pop_back();
    }
    if (c != ' ' && c != '\t' && c != '\r') before = c;
  }
  return open.empty() ? end : open.back();
}

void report_theirs(const YAML::Exception& error, std::size_t at, const Tree& tree, Diagnostics& diagnostics) {
  std::string message = "this is not well-formed YAML: " + error.msg;
  std::string help;
  auto id = DiagnosticId::yaml_syntax;
  for (const auto& wording : wordings)
    if (std::string_view(error.msg).starts_with(wording.theirs)) message = wording.ours, help = wording.help;
  if (std::string_view(error.msg).starts_with("the referenced anchor")) id = DiagnosticId::yaml_alias;
  if (error.msg == "bad file") id = DiagnosticId::yaml_too_deep;
  if (error.msg.starts_with("end of sequence flow") || error.msg.starts_with("end of map flow"))
    at = open_bracket(tree.file->text(), at);
  auto begin = static_cast<std::uint32_t>(at);
  diagnostics.add(id, std::move(message), tree.file, {begin, begin}).help = std::move(help);
}

}  // namespace

std::optional<Tree> parse_full(const std::shared_ptr<const SourceFile>& file, Diagnostics& diagnostics) {
  Tree tree;
  tree.file = file;
  std::size_t first = file->text().starts_with("\xEF\xBB\xBF") ? 3 : 0;
  Builder builder(tree, first);
  try {
    std::istringstream stream{std::string(file->text())};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    return tree;
  } catch (const Refusal& refusal) {
    auto at = static_cast<std::uint32_t>(refusal.at);
    diagnostics.add(refusal.id, refusal.message, file, {at, at}).help = refusal.help;
  } catch (const YAML::Exception& error) {
    report_theirs(error, builder.place(error.mark), tree, diagnostics);
  }
  return std::nullopt;
}

}  // namespace demarche::yaml
