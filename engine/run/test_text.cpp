#include "engine/run/test_text.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/base/render.hpp"
#include "engine/report/marked_text.hpp"
#include "engine/run/expectation_text.hpp"

namespace demarche::run {

namespace {
using report::Mark;
using report::MarkedRange;

constexpr std::string_view bold = "\x1b[1m", red = "\x1b[1;31m", green = "\x1b[32m", yellow = "\x1b[33m",
                           plain = "\x1b[0m";

std::string paint(std::string_view text, std::string_view colour, const TestTextOptions& options) {
  return options.colour ? std::string(colour).append(text).append(plain) : std::string(text);
}

std::string_view colour_of(TestStatus status) {
  if (status == TestStatus::right) return green;
  return status == TestStatus::todo || status == TestStatus::todo_now_passes ? yellow : red;
}

std::string place(const program::Place& at) { return at.file + ":" + std::to_string(at.line); }

// Steps of a trace that stand on words. The construction and the rule are the whole match: they would hide the others.
bool mark_of(const std::string& stage, Mark& mark) {
  static const std::map<std::string, Mark> marks{{"holder", Mark::holder},
                                                 {"stance", Mark::stance},
                                                 {"issue", Mark::issue},
                                                 {"turn", Mark::other},
                                                 {"negation", Mark::other}};
  const auto found = marks.find(stage);
  if (found == marks.end()) return false;
  mark = found->second;
  return true;
}

void add_marks(const evidence::Record& record, std::vector<MarkedRange>& marks) {
  bool any = false;
  for (const auto& step : record.trace) {
    Mark mark{};
    if (!mark_of(step.stage, mark) || step.range.start >= step.range.end) continue;
    marks.push_back({step.range, mark});
    any = true;
  }
  if (!any) marks.push_back({record.match, Mark::stance});
}

// The records that the wrong expectations speak of.
std::vector<MarkedRange> marks_of(const TestResult& result) {
  std::set<std::size_t> records;
  for (const auto& one : result.expectations)
    if (one.status != TestStatus::right) records.insert(one.records.begin(), one.records.end());
  std::vector<MarkedRange> marks;
  for (const std::size_t i : records)
    if (i < result.found.records.size()) add_marks(result.found.records[i], marks);
  for (const auto& one : result.expectations)
    for (const auto range : one.places) marks.push_back({range, Mark::other});
  return marks;
}

// speaking AZE, 2022-11-01, "On sanctions", a newspaper
std::string context_of(const program::Test& test) {
  std::string line;
  const auto add = [&line](const std::string& part) { line += (line.empty() ? "" : ", ") + part; };
  std::string speaking;
  for (const auto& id : test.speaking) speaking += (speaking.empty() ? "" : ", ") + id;
  if (!speaking.empty()) add("speaking " + speaking);
  if (!test.speaker.empty()) add("speaker " + test.speaker);
  if (test.date) add(to_string(*test.date));
  if (!test.title.empty()) add("\"" + test.title + "\"");
  if (!test.source.empty()) add("source " + test.source);
  return line;
}

std::string status_text(const ExpectationResult& one, const TestTextOptions& options) {
  std::string text = paint(meaning_of(one.status), colour_of(one.status), options);
  if (one.status == TestStatus::todo && !one.expectation->todo_reason.empty())
    text += ": " + one.expectation->todo_reason;
  return text;
}

std::string expectation_lines(const ExpectationResult& one, const TestTextOptions& options) {
  std::string out = "  line " + std::to_string(one.expectation->place.line) + ": " +
                    expectation_text(*one.expectation) + ": " + status_text(one, options) + "\n";
  if (one.status == TestStatus::todo) return out;
  for (const auto& why : one.why) out += "    " + why + "\n";
  return out;
}

struct Counts {
  std::size_t tests = 0, right = 0, failed = 0, cannot_run = 0, todo = 0;

  void add(const TestResult& result) {
    ++tests;
    if (result.status() == TestStatus::cannot_run)
      ++cannot_run;
    else if (result.failed())
      ++failed;
    else
      ++right;
    for (const auto& one : result.expectations) todo += one.status == TestStatus::todo;
  }
  bool all_right() const { return right == tests; }
};

std::string padded(const std::string& text, std::size_t width, bool left) {
  const std::size_t now = display_width(text);
  const std::string space(now < width ? width - now : 0, ' ');
  return left ? text + space : space + text;
}
}  // namespace

std::string test_text(const TestResult& result, const TestTextOptions& options) {
  const program::Test& test = *result.test;
  std::string out = paint(place(test.place), bold, options) + ": test \"" + test.name + "\"\n";
  if (!result.broken.empty()) {
    out += "  " + paint("cannot run", red, options) + "\n";
    for (const auto& reason : result.broken) out += "    " + reason + "\n";
    return out;
  }
  if (const std::string context = context_of(test); !context.empty()) out += "    (" + context + ")\n";
  report::MarkedTextOptions look;
  look.colour = options.colour;
  look.width = options.width;
  out += report::marked_text(test.text, marks_of(result), look);
  for (const auto& one : result.expectations)
    if (one.status != TestStatus::right) out += expectation_lines(one, options);
  return out;
}

std::string test_line(const TestResult& result, const TestTextOptions& options) {
  const TestStatus status = result.status();
  std::string out = place(result.test->place) + ": " + paint(meaning_of(status), colour_of(status), options) + ": \"" +
                    result.test->name + "\"\n";
  for (const auto& one : result.expectations)
    if (one.status == TestStatus::todo) out += expectation_lines(one, options);
  return out;
}

std::string file_summary(const std::vector<TestResult>& results, bool all) {
  std::map<std::string, Counts> files;
  for (const auto& result : results) files[result.test->place.file].add(result);
  if (files.size() < 2) return "";
  std::size_t width = 0;
  for (const auto& [file, counts] : files) width = std::max(width, display_width(file));
  std::string out;
  for (const auto& [file, counts] : files) {
    if (!all && counts.all_right()) continue;
    out += padded(file, width, true) + padded(std::to_string(counts.right), 6, false) + " of " +
           padded(std::to_string(counts.tests), 4, false) + " right";
    if (counts.failed > 0) out += ", " + std::to_string(counts.failed) + " failed";
    if (counts.cannot_run > 0) out += ", " + std::to_string(counts.cannot_run) + " cannot run";
    if (counts.todo > 0) out += ", " + std::to_string(counts.todo) + " todo";
    out += "\n";
  }
  return out;
}

std::string test_summary(const std::vector<TestResult>& results) {
  Counts counts;
  for (const auto& result : results) counts.add(result);
  std::string out = std::to_string(counts.tests) + (counts.tests == 1 ? " test, " : " tests, ") +
                    std::to_string(counts.right) + " right, " + std::to_string(counts.failed) + " failed";
  if (counts.cannot_run > 0) out += ", " + std::to_string(counts.cannot_run) + " cannot run";
  if (counts.todo == 1) out += ", 1 expectation is `todo`";
  if (counts.todo > 1) out += ", " + std::to_string(counts.todo) + " expectations are `todo`";
  return out + "\n";
}

}  // namespace demarche::run
