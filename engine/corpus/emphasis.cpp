#include "engine/corpus/emphasis.hpp"

#include <algorithm>
#include <string_view>

#include "engine/corpus/format.hpp"

namespace demarche::corpus {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// One or several of the same sign in a row.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool opens = false;   // something follows at once, and no word stands before
  bool closes = false;  // something stands before at once, and no word follows
  bool inside = false;  // letters on both sides: "s***", "snake__case"
  std::size_t size() const { return end - begin; }
};

class EmphasisOfLine {
 public:
  EmphasisOfLine(Document& document, std::string_view line, std::size_t offset)
      : document_(document), line_(line), offset_(offset) {}

  void run() {
    for (char sign : {'*', '_'}) {
      Run open;  // of no length: none
      for (std::size_t at = line_.find(sign); at != std::string_view::npos; at = line_.find(sign, at)) {
        Run found = run_at(at);
        at = found.end;
        if (found.size() > 1) {
          if (!found.inside || (sign == '*' && found.size() == 2)) skip(found);
        } else if (found.closes && open.size() > 0) {
          skip(open);
          skip(found);
          open = {};
        } else if (found.opens) {
          open = found;
        }
      }
    }
  }

 private:
  Run run_at(std::size_t at) const {
    Run run{at, std::min(line_.find_first_not_of(line_[at], at), line_.size())};
    char before = run.begin > 0 ? line_[run.begin - 1] : ' ';
    char behind = run.end < line_.size() ? line_[run.end] : ' ';
    run.opens = !is_blank(behind) && !is_word_byte(before);
    run.closes = !is_blank(before) && !is_word_byte(behind);
    run.inside = is_word_byte(before) && is_word_byte(behind);
    return run;
  }

  void skip(const Run& run) {
    document_.skipped.push_back(
        {static_cast<std::uint32_t>(offset_ + run.begin), static_cast<std::uint32_t>(offset_ + run.end)});
  }

  Document& document_;
  std::string_view line_;
  std::size_t offset_;
};

}  // namespace

void skip_emphasis(Document& document) {
  std::string_view text = std::string_view(document.text).substr(0, document.body.end);
  for (std::size_t at = document.body.begin; at < text.size();) {
    Line place = line_at(text, at);
    EmphasisOfLine(document, text.substr(place.begin, place.end - place.begin), place.begin).run();
    at = place.next;
  }
}

}  // namespace demarche::corpus
