#include "engine/golden/edits.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/golden/rule_texts.hpp"

namespace demarche::golden {

namespace {

// Below this two lines at one place are two lines, not one that was edited.
constexpr double alike_in_place = 0.3;
// The same for lines of which the places are not known well.
constexpr double alike_anywhere = 0.5;
// A longest common subsequence takes the product of both lengths; what is longer is compared as a whole.
constexpr std::size_t largest_table = std::size_t{16} << 20;

bool says_nothing(std::string_view line) { return line.empty() || line.front() == '#'; }

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::multiset<std::string> words_of(std::string_view line) {
  std::multiset<std::string> words;
  std::string word;
  for (const char c : line) {
    if (is_word(c)) {
      word += c;
    } else if (!word.empty()) {
      words.insert(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.insert(word);
  return words;
}

struct Numbered {
  std::vector<std::uint32_t> numbers;
  std::vector<std::string> lines;
};

Numbered telling_lines(const RuleText& text) {
  Numbered out;
  for (const auto& [number, line] : text.lines) {
    if (says_nothing(trimmed(line))) continue;
    out.numbers.push_back(number);
    out.lines.emplace_back(trimmed(line));
  }
  return out;
}

// What lies between two lines that stayed: old lines are paired with new ones that are like them, in order.
class Hunk {
 public:
  Hunk(const std::string& file, const Numbered& before, const Numbered& after, std::vector<Edit>& out)
      : file_(file), before_(before), after_(after), out_(out) {}

  void emit(std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
    while (b < b_end) {
      const std::size_t partner = best(b, b_end, a, a_end);
      if (partner == a_end) {
        out_.push_back({Edit::Kind::removed, file_, before_.numbers[b], 0, before_.lines[b], {}});
      } else {
        for (; a < partner; ++a) add(a);
        out_.push_back(
            {Edit::Kind::changed, file_, before_.numbers[b], after_.numbers[a], before_.lines[b], after_.lines[a]});
        ++a;
      }
      ++b;
    }
    for (; a < a_end; ++a) add(a);
  }

 private:
  void add(std::size_t a) { out_.push_back({Edit::Kind::added, file_, 0, after_.numbers[a], {}, after_.lines[a]}); }

  // The new line that is most like this old one, unless a later old line is more like it.
  std::size_t best(std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) const {
    std::size_t found = a_end;
    double most = alike_in_place;
    for (std::size_t i = a; i < a_end; ++i) {
      const double like = likeness(before_.lines[b], after_.lines[i]);
      if (like <= most) continue;
      const bool wanted_more = std::any_of(before_.lines.begin() + static_cast<std::ptrdiff_t>(b) + 1,
                                           before_.lines.begin() + static_cast<std::ptrdiff_t>(b_end),
                                           [&](const auto& later) { return likeness(later, after_.lines[i]) > like; });
      if (wanted_more) continue;
      most = like;
      found = i;
    }
    return found;
  }

  const std::string& file_;
  const Numbered& before_;
  const Numbered& after_;
  std::vector<Edit>& out_;
};

bool stands_in(const RuleText& text, std::string_view line) {
  return std::any_of(text.lines.begin(), text.lines.end(),
                     [&](const auto& one) { return trimmed(one.second) == line; });
}

// Lines of a file of which only those are known that took part in evidence.
void compare_part(const RuleText& before, const RuleText& after, std::vector<Edit>& out) {
  std::set<std::string_view> old;
  for (const auto& [number, line] : before.lines) old.insert(line);
  std::set<std::uint32_t> explained;
  for (const auto& [number, line] : before.lines) {
    if (says_nothing(line) || stands_in(after, line)) continue;
    std::pair<double, std::uint32_t> best{alike_anywhere, 0};
    for (const auto& [candidate, whole] : after.lines) {
      const auto text = trimmed(whole);
      if (old.contains(text) || explained.contains(candidate)) continue;
      if (const double like = likeness(line, text); like > best.first) best = {like, candidate};
    }
    if (best.second == 0) {
      out.push_back({Edit::Kind::removed, before.file, number, 0, line, {}});
    } else {
      explained.insert(best.second);
      out.push_back({Edit::Kind::changed, before.file, number, best.second, line,
                     std::string(trimmed(after.lines.at(best.second)))});
    }
  }
  for (const auto& [number, whole] : after.lines) {
    const auto line = trimmed(whole);
    if (!says_nothing(line) && !old.contains(line) && !explained.contains(number))
      out.push_back({Edit::Kind::unseen, after.file, 0, number, {}, std::string(line)});
  }
}

// Files of one name belong together; two that are left over are one file under two names.
std::vector<std::pair<RuleText, RuleText>> paired(const std::vector<RuleText>& before,
                                                  const std::vector<RuleText>& after) {
  std::map<std::string, std::pair<const RuleText*, const RuleText*>> by_name;
  for (const auto& text : before) by_name[text.file].first = &text;
  for (const auto& text : after) by_name[text.file].second = &text;
  std::vector<const RuleText*> gone;
  std::vector<const RuleText*> fresh;
  std::vector<std::pair<RuleText, RuleText>> pairs;
  for (const auto& [name, both] : by_name) {
    if (both.first && both.second)
      pairs.emplace_back(*both.first, *both.second);
    else if (both.first)
      gone.push_back(both.first);
    else
      fresh.push_back(both.second);
  }
  auto own = [](const RuleText* text) { return !is_of_library(text->file); };
  const bool renamed =
      std::count_if(gone.begin(), gone.end(), own) == 1 && std::count_if(fresh.begin(), fresh.end(), own) == 1;
  const RuleText* was = renamed ? *std::find_if(gone.begin(), gone.end(), own) : nullptr;
  const RuleText* is = renamed ? *std::find_if(fresh.begin(), fresh.end(), own) : nullptr;
  if (renamed) pairs.emplace_back(*was, *is);
  for (const auto* text : gone)
    if (text != was) pairs.emplace_back(*text, RuleText{text->file, true, {}, {}});
  for (const auto* text : fresh) {
    if (text == is) continue;
    // Of the library only what took part is known: a file of which nothing did may have been there all the time.
    pairs.emplace_back(RuleText{text->file, !is_of_library(text->file), {}, {}}, *text);
  }
  return pairs;
}

}  // namespace

double likeness(std::string_view a, std::string_view b) {
  const auto left = words_of(a);
  const auto right = words_of(b);
  if (left.empty() && right.empty()) return a == b ? 1 : 0;
  std::vector<std::string> common;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) / static_cast<double>(left.size() + right.size());
}

std::vector<std::pair<std::size_t, std::size_t>> common_lines(const std::vector<std::string>& before,
                                                              const std::vector<std::string>& after) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  std::size_t head = 0;
  while (head < before.size() && head < after.size() && before[head] == after[head]) ++head;
  std::size_t tail = 0;
  while (tail < before.size() - head && tail < after.size() - head &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
    ++tail;
  for (std::size_t i = 0; i < head; ++i) pairs.emplace_back(i, i);
  const std::size_t rows = before.size() - head - tail;
  const std::size_t columns = after.size() - head - tail;
  if (rows > 0 && columns > 0 && rows * columns <= largest_table) {
    std::vector<std::vector<std::uint32_t>> length(rows + 1, std::vector<std::uint32_t>(columns + 1));
    for (std::size_t i = rows; i-- > 0;)
      for (std::size_t j = columns; j-- > 0;)
        length[i][j] = before[head + i] == after[head + j] ? length[i + 1][j + 1] + 1
                                                           : std::max(length[i + 1][j], length[i][j + 1]);
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
      if (before[head + i] == after[head + j])
        pairs.emplace_back(head + i++, head + j++);
      else if (length[i + 1][j] >= length[i][j + 1])
        ++i;
      else
        ++j;
    }
  }
  for (std::size_t i = tail; i > 0; --i) pairs.emplace_back(before.size() - i, after.size() - i);
  return pairs;
}

Edits::Edits(const std::vector<RuleText>& before, const std::vector<RuleText>& after) {
  for (const auto& [was, is] : paired(before, after))
    if (was.hash.empty() || was.hash != is.hash) compare(was, is);
}

void Edits::compare(const RuleText& before, const RuleText& after) {
  if (!before.whole) return compare_part(before, after, all_);
  const Numbered was = telling_lines(before);
  const Numbered is = telling_lines(after);
  const std::size_t first = all_.size();
  Hunk hunk(after.file, was, is, all_);
  std::size_t b = 0;
  std::size_t a = 0;
  for (const auto& [stays, there] : common_lines(was.lines, is.lines)) {
    hunk.emit(b, stays, a, there);
    b = stays + 1;
    a = there + 1;
  }
  hunk.emit(b, was.lines.size(), a, is.lines.size());
  for (std::size_t i = first; i < all_.size(); ++i) all_[i].file_before = before.file;
}

const Edit* Edits::of_old(const std::string& file, std::uint32_t line) const {
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const Edit& edit) {
    return edit.line_before == line && (edit.file == file || edit.file_before == file);
  });
  return line == 0 || found == all_.end() ? nullptr : &*found;
}

const Edit* Edits::of_new(const std::string& file, std::uint32_t line) const {
  const auto found = std::find_if(all_.begin(), all_.end(),
                                  [&](const Edit& edit) { return edit.line_after == line && edit.file == file; });
  return line == 0 || found == all_.end() ? nullptr : &*found;
}

}  // namespace demarche::golden
