#include "engine/base/line_diff.hpp"

#include <algorithm>
#include <vector>

namespace demarche {

namespace {
using Lines = std::vector<std::string_view>;  // each with its line end, so that a missing last one is a difference

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    auto end = text.find('\n');
    auto size = end == std::string_view::npos ? text.size() : end + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

// Lines [a, a_end) of the one text became lines [b, b_end) of the other.
struct Change {
  std::size_t a, a_end, b, b_end;
};

// Beyond this many changed lines the shortest way costs more than it tells: time and memory grow with its square.
constexpr int longest_way = 3000;

// Myers' greedy search for the shortest edit (1986) over a middle part in which first and last lines differ.
class Search {
 public:
  Search(const Lines& a, const Lines& b, std::size_t first, std::size_t a_end, std::size_t b_end)
      : a_(a), b_(b), first_(first), n_(static_cast<int>(a_end - first)), m_(static_cast<int>(b_end - first)) {}

  std::vector<Change> run() {
    if (n_ == 0 || m_ == 0 || !forward()) return {change(0, n_, 0, m_)};
    return backward();
  }

 private:
  Change change(int a, int a_end, int b, int b_end) const {
    auto at = [&](int i) { return first_ + static_cast<std::size_t>(i); };
    return {at(a), at(a_end), at(b), at(b_end)};
  }

  bool equal(int x, int y) const {
    return a_[first_ + static_cast<std::size_t>(x)] == b_[first_ + static_cast<std::size_t>(y)];
  }

  // The furthest x on diagonal k after d changes; row d holds the diagonals -d .. d.
  int& reached(int d, int k) { return rows_[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)]; }
  // Whether the step onto diagonal k comes from k + 1 (a line that is new) or from k - 1 (a line that is gone).
  bool from_above(int d, int k) { return k == -d || (k != d && reached(d - 1, k - 1) < reached(d - 1, k + 1)); }

  int step(int d, int k) {
    if (d == 0) return 0;
    return from_above(d, k) ? reached(d - 1, k + 1) : reached(d - 1, k - 1) + 1;
  }

  bool forward() {
    for (int d = 0; d <= std::min(n_ + m_, longest_way); ++d) {
      rows_.emplace_back(static_cast<std::size_t>(2 * d + 1));
      for (int k = -d; k <= d; k += 2) {
        int x = step(d, k);
        while (x < n_ && x - k < m_ && x - k >= 0 && equal(x, x - k)) ++x;
        reached(d, k) = x;
        if (x >= n_ && x - k >= m_) return true;
      }
    }
    return false;
  }

  std::vector<Change> backward() {
    std::vector<Change> found;
    int x = n_;
    int y = m_;
    for (int d = static_cast<int>(rows_.size()) - 1; d > 0; --d) {
      int k = x - y;
      bool is_new = from_above(d, k);
      int before = is_new ? k + 1 : k - 1;
      int x_before = reached(d - 1, before);
      int y_before = x_before - before;
      add(found, is_new ? change(x_before, x_before, y_before, y_before + 1)
                        : change(x_before, x_before + 1, y_before, y_before));
      x = x_before;
      y = y_before;
    }
    std::reverse(found.begin(), found.end());
    return found;
  }

  // Changes come from the end of the texts to their begin; neighbours become one.
  static void add(std::vector<Change>& found, Change change) {
    if (!found.empty() && found.back().a == change.a_end && found.back().b == change.b_end) {
      found.back().a = change.a;
      found.back().b = change.b;
    } else {
      found.push_back(change);
    }
  }

  const Lines& a_;
  const Lines& b_;
  std::size_t first_;
  int n_;
  int m_;
  std::vector<std::vector<int>> rows_;
};

std::vector<Change> changes_of(const Lines& a, const Lines& b) {
  std::size_t first = 0;
  while (first < a.size() && first < b.size() && a[first] == b[first]) ++first;
  std::size_t a_end = a.size();
  std::size_t b_end = b.size();
  while (a_end > first && b_end > first && a[a_end - 1] == b[b_end - 1]) --a_end, --b_end;
  if (first == a_end && first == b_end) return {};
  return Search(a, b, first, a_end, b_end).run();
}

class Printer {
 public:
  Printer(const Lines& a, const Lines& b, std::size_t context) : a_(a), b_(b), context_(context) {}

  // One hunk: changes with fewer than two contexts between them.
  void hunk(const Change* begin, const Change* end) {
    const Change& last = *(end - 1);
    std::size_t before = std::min(begin->a, context_);
    std::size_t after = std::min(a_.size() - last.a_end, context_);
    std::size_t a = begin->a - before;
    std::size_t b = begin->b - before;
    out_ += "@@ -" + range(a, last.a_end + after - a) + " +" + range(b, last.b_end + after - b) + " @@\n";
    for (const Change* change = begin; change != end; ++change) {
      lines(' ', a_, a, change->a);
      lines('-', a_, change->a, change->a_end);
      lines('+', b_, change->b, change->b_end);
      a = change->a_end;
    }
    lines(' ', a_, a, last.a_end + after);
  }

  std::string take() { return std::move(out_); }

 private:
  static std::string range(std::size_t begin, std::size_t count) {
    std::string first = std::to_string(count == 0 ? begin : begin + 1);
    return count == 1 ? first : first + "," + std::to_string(count);
  }

  void lines(char mark, const Lines& from, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      out_ += mark;
      out_ += from[i];
      if (!from[i].ends_with('\n')) out_ += "\n\\ No newline at end of file\n";
    }
  }

  const Lines& a_;
  const Lines& b_;
  std::size_t context_;
  std::string out_;
};
}  // namespace

std::string unified_diff(std::string_view before, std::string_view after, std::string_view before_name,
                         std::string_view after_name, std::size_t context) {
  const Lines a = lines_of(before);
  const Lines b = lines_of(after);
  const auto changes = changes_of(a, b);
  if (changes.empty()) return {};
  Printer printer(a, b, context);
  const Change* end = changes.data() + changes.size();
  for (const Change* begin = changes.data(); begin != end;) {
    const Change* next = begin + 1;
    while (next != end && next->a - (next - 1)->a_end <= 2 * context) ++next;
    printer.hunk(begin, next);
    begin = next;
  }
  return "--- " + std::string(before_name) + "\n+++ " + std::string(after_name) + "\n" + printer.take();
}

}  // namespace demarche
