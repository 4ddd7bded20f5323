#include "engine/corpus/layout.hpp"

#include <algorithm>
#include <string_view>

#include "engine/corpus/boilerplate.hpp"
#include "engine/corpus/emphasis.hpp"
#include "engine/corpus/format.hpp"

namespace demarche::corpus {
namespace {

constexpr std::size_t most_lines = 1000000;  // what lies behind is read as it is

constexpr std::size_t enough_words = 40;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_word_byte(char c) { return is_digit(c) || is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80; }

// A line that is not blank, with what decides about it.
struct TextLine {
  TextRange range;  // without blanks around it
  std::string_view text;
  std::size_t words = 0;
  bool blank_before = false;  // or the beginning of the text
  bool closed = false;        // ends as sentences do
  bool open = false;          // ends with a comma, colon or semicolon: more must follow
  bool boilerplate = false;
  bool skipped = false;
  bool heading = false;
};

// Quotes, brackets and markup signs that may stand behind a full stop.
std::string_view without_closers(std::string_view text) {
  constexpr std::string_view closers[] = {"\"", "'", ")", "]", "*", "_", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB"};
  for (bool again = true; again;) {
    again = false;
    for (std::string_view closer : closers)
      if (text.ends_with(closer)) text.remove_suffix(closer.size()), again = true;
  }
  return text;
}

// Up to `enough_words`: nothing asks for more.
std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (char c : text) {
    if (count == enough_words) break;
    bool word = is_word_byte(c) || (inside && (c == '-' || c == '\''));
    count += word && !inside;
    inside = word;
  }
  return count;
}

bool is_number(std::string_view word, std::size_t longest) {
  return !word.empty() && word.size() <= longest && std::all_of(word.begin(), word.end(), is_digit);
}

// "14", "14/22", "-14-"
bool is_page(std::string_view word) {
  while (!word.empty() && (word.front() == '-' || word.front() == '(' || word.front() == '[')) word.remove_prefix(1);
  while (!word.empty() && (word.back() == '-' || word.back() == ')' || word.back() == ']')) word.remove_suffix(1);
  auto slash = word.find('/');
  if (slash == std::string_view::npos) return is_number(word, 4);
  return is_number(word.substr(0, slash), 4) && is_number(word.substr(slash + 1), 4);
}

// "10-54965", the number of a United Nations document.
bool is_document_number(std::string_view word) {
  return word.size() == 8 && word[2] == '-' && is_number(word.substr(0, 2), 2) && is_number(word.substr(3), 5);
}

// "10-54965 14", "14/22 13-48408", "- 3 -", "Page 3 of 10", "A/68/PV.12".
bool is_page_line(std::string_view line) {
  if (line.size() > 40) return false;
  std::size_t pages = 0, others = 0;
  while (!line.empty()) {
    auto end = std::min(line.find_first_of(" \t"), line.size());
    std::string_view word = line.substr(0, end);
    line = trimmed(line.substr(end));
    std::string lower = lower_ascii(word);
    if (is_page(word) || is_document_number(word))
      ++pages;
    else if (lower != "page" && lower != "of" && word != "-" && word != "\xE2\x80\x94" && word != "\xE2\x80\x93")
      ++others;
  }
  return pages > 0 && others == 0;
}

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_word_byte(c) && !is_digit(c); });
}

// "This position was reaffirmed at the meetings of the": a line that was cut, whatever the width of the others.
bool ends_in_function_word(std::string_view text) {
  constexpr std::string_view words[] = {"the", "of", "and", "to", "in", "a",  "an", "for", "with", "by",   "that", "or",
                                        "our", "its", "on", "is", "at", "as", "we", "are", "from", "this", "their", "which"};
  std::string_view last = text.substr(text.find_last_of(' ') + 1);
  return std::find(std::begin(words), std::end(words), last) != std::end(words);
}

class Layout {
 public:
  explicit Layout(Document& document) : document_(document), text_(document.text) {}

  void run() {
    split_lines();
    find_hard_wrap();
    skip_pages_and_rules();
    if (!hard_wrapped_) skip_boilerplate();
    link_lines();
    for (std::size_t i = 0; i < lines_.size(); ++i) lines_[i].heading = !lines_[i].skipped && is_heading(i);
    write_results();
  }

 private:
  void split_lines() {
    bool blank = true;
    for (std::size_t at = document_.body.begin; at < document_.body.end && lines_.size() < most_lines;) {
      Line line = line_at(text_.substr(0, document_.body.end), at);
      std::string_view content = trimmed(text_.substr(line.begin, line.end - line.begin));
      if (!content.empty()) {
        add_line(content, blank);
        blank = false;
      } else {
        blank = true;
      }
      at = line.next;
    }
  }

  void add_line(std::string_view content, bool blank) {
    auto begin = static_cast<std::uint32_t>(content.data() - text_.data());
    TextLine line;
    line.range = {begin, begin + static_cast<std::uint32_t>(content.size())};
    line.text = content;
    line.words = count_words(content);
    line.blank_before = blank;
    std::string_view inner = without_closers(content);
    line.closed = inner.ends_with('.') || inner.ends_with('!') || inner.ends_with('?') || inner.ends_with("\xE2\x80\xA6");
    line.open = inner.ends_with(',') || inner.ends_with(':') || inner.ends_with(';') || inner.ends_with('-') ||
                inner.ends_with("\xE2\x80\x94") || inner.ends_with("\xE2\x80\x93");
    lines_.push_back(line);
  }

  // Lines cut at a width: most of those that another follows stop in the middle of a sentence.
  void find_hard_wrap() {
    std::size_t pairs = 0, running_on = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (lines_[i + 1].blank_before) continue;
      ++pairs;
      running_on += !lines_[i].closed && lines_[i].words < 25 && is_lower(lines_[i + 1].text.front());
    }
    hard_wrapped_ = pairs >= 4 && running_on * 3 > pairs;
  }

  void skip_pages_and_rules() {
    for (auto& line : lines_) line.skipped = is_page_line(line.text) || line.words == 0;
  }

  // What web pages put around an article: known lines wherever they stand, and from the first known line behind the last
  // real paragraph on everything, since teasers of other articles follow it.
  void skip_boilerplate() {
    std::size_t last = lines_.size();
    for (auto& line : lines_) line.boilerplate = is_boilerplate_line(line.text);
    while (last > 0 && !is_paragraph(lines_[last - 1])) --last;
    bool tail = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      bool known = lines_[i].boilerplate;
      tail = tail || (known && i >= last && last > 0);
      lines_[i].skipped = lines_[i].skipped || known || tail;
    }
  }

  static bool is_paragraph(const TextLine& line) {
    return !line.skipped && line.words >= 15 && line.closed && !line.boilerplate;
  }

  // The lines before and after each that are read.
  void link_lines() {
    before_.assign(lines_.size(), nullptr);
    after_.assign(lines_.size(), nullptr);
    const TextLine* last = nullptr;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      before_[i] = last;
      if (!lines_[i].skipped) last = &lines_[i];
    }
    last = nullptr;
    for (std::size_t i = lines_.size(); i-- > 0;) {
      after_[i] = last;
      if (!lines_[i].skipped) last = &lines_[i];
    }
  }

  // "# Title", as in Markdown.
  static bool is_hash_heading(std::string_view text) {
    auto hashes = text.find_first_not_of('#');
    return hashes != std::string_view::npos && hashes >= 1 && hashes <= 6 && text[hashes] == ' ';
  }

  bool is_heading(std::size_t i) const {
    const TextLine& line = lines_[i];
    if (is_hash_heading(line.text)) return true;
    if (line.closed || line.open || line.words == 0 || line.words > 30 || is_lower(line.text.front())) return false;
    // "33. Furthermore, Malaysia demands": the beginning of a numbered paragraph that was cut
    if (is_digit(line.text.front()) && line.text.find(", ") != std::string_view::npos) return false;
    if (line.text.starts_with("- ") || line.text.starts_with("* ") || line.text.starts_with("\xE2\x80\xA2")) return false;
    if (line.text.starts_with('(') || !has_letter(line.text) || ends_in_function_word(line.text)) return false;
    const TextLine* next = after_[i];
    if (next == nullptr || is_lower(next->text.front())) return false;
    const TextLine* previous = before_[i];
    bool first = previous == nullptr;
    if (hard_wrapped_ && !(line.blank_before && next->blank_before)) return false;
    // The first line of an article whose title is known may be its first sentence.
    if (first) return (next->words > line.words || next->closed) && (document_.title.empty() || line.words <= 15);
    // Between paragraphs: short, after a finished sentence or another heading, before a paragraph.
    return line.words <= 12 && (previous->closed || previous->heading) && (next->closed || hard_wrapped_) && next->words >= 8;
  }

  // A page number between two lines of one sentence: the blank lines around it go with it, so that the sentence goes on.
  TextRange page_range(std::size_t i) const {
    TextRange range = lines_[i].range;
    const TextLine* previous = before_[i];
    const TextLine* next = after_[i];
    if (!hard_wrapped_ || previous == nullptr || next == nullptr || previous->closed || previous->heading) return range;
    range.begin = static_cast<std::uint32_t>(line_at(text_, previous->range.end).next);
    range.end = next->range.begin;
    return range;
  }

  void write_results() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].skipped) document_.skipped.push_back(page_range(i));
      if (lines_[i].heading) document_.headings.push_back(lines_[i].range);
    }
    skip_emphasis(document_);
    tidy(document_.skipped, document_.body);
    tidy(document_.headings, document_.body);
    if (!document_.title.empty() || document_.headings.empty()) return;
    const TextRange& first = document_.headings.front();
    std::string_view title = text_.substr(first.begin, first.end - first.begin);
    title.remove_prefix(std::min(title.find_first_not_of("# *_"), title.size()));
    while (title.ends_with('*') || title.ends_with('_') || title.ends_with('#')) title.remove_suffix(1);
    document_.title = trimmed(title);
  }

  Document& document_;
  std::string_view text_;
  std::vector<TextLine> lines_;
  std::vector<const TextLine*> before_, after_;
  bool hard_wrapped_ = false;
};

}  // namespace

void tidy(std::vector<TextRange>& ranges, TextRange body) {
  std::sort(ranges.begin(), ranges.end(), [](const TextRange& a, const TextRange& b) { return a.begin < b.begin; });
  std::vector<TextRange> joined;
  for (TextRange range : ranges) {
    range.begin = std::max(range.begin, body.begin);
    range.end = std::min(range.end, body.end);
    if (range.begin >= range.end) continue;
    if (!joined.empty() && range.begin <= joined.back().end)
      joined.back().end = std::max(joined.back().end, range.end);
    else
      joined.push_back(range);
  }
  ranges = std::move(joined);
}

void analyse_layout(Document& document) { Layout(document).run(); }

}  // namespace demarche::corpus
