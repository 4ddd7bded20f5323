#include <algorithm>
#include <map>
#include <tuple>

#include "dsl/lint/checks.hpp"

// Tests against themselves and against each other.
namespace demarche::dsl::linting {

namespace {
using Kind = program::Expectation::Kind;
using program::Expectation;

struct Place {
  std::shared_ptr<const SourceFile> file;
  Span span;
};

// Where an expectation of a test stands.
Place place_of(const model::Test& test, const Expectation& expectation) {
  const auto& file = *test.origin.file;
  auto line = expectation.place.line;
  auto begin = file.line_start(line);
  auto text = file.line(line);
  auto first = text.find("expect");
  if (first == std::string_view::npos) return {test.origin.file, test.origin.span};
  auto end = std::min(text.find('#'), text.size());
  while (end > first && (text[end - 1] == ' ' || text[end - 1] == '}' || text[end - 1] == '\t')) --end;
  return {test.origin.file, {begin + static_cast<std::uint32_t>(first), begin + static_cast<std::uint32_t>(end)}};
}

int sign_of(const model::Model& model, const std::string& stance) {
  for (const auto& s : model.stances)
    if (s.value.id == stance) return s.value.sign;
  return 0;
}

bool is_same_cell(const Expectation& a, const Expectation& b) { return a.actor == b.actor && a.issue == b.issue; }

bool is_equal(const Expectation& a, const Expectation& b) {
  return a.kind == b.kind && a.todo == b.todo && is_same_cell(a, b) && a.stance == b.stance &&
         a.strength == b.strength && a.at == b.at;
}

// Why two expectations of the same text cannot both be met; empty when they can.
std::string conflict(const model::Model& model, const Expectation& a, const Expectation& b) {
  if (a.todo || b.todo) return "";
  if (a.kind == Kind::nothing && b.kind == Kind::stance) return "one expects nothing at all";
  if (b.kind == Kind::nothing && a.kind == Kind::stance) return "one expects nothing at all";
  if (!is_same_cell(a, b) || a.actor.empty()) return "";
  bool one_absent = (a.kind == Kind::absent) != (b.kind == Kind::absent);
  if (one_absent && a.stance == b.stance) return "one expects what the other does not";
  if (a.kind != Kind::stance || b.kind != Kind::stance || !a.at.empty() || !b.at.empty()) return "";
  if (sign_of(model, a.stance) * sign_of(model, b.stance) < 0) return "the same words cannot support and oppose";
  return "";
}

void check_expectations(Context& context, const model::Test& test) {
  const auto& list = test.value.expectations;
  for (std::size_t i = 1; i < list.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      bool equal = is_equal(list[i], list[j]);
      auto why = equal ? "" : conflict(context.model(), list[j], list[i]);
      if (!equal && why.empty()) continue;
      auto here = place_of(test, list[i]), there = place_of(test, list[j]);
      auto& d = context.report(equal ? DiagnosticId::repeated_expectation : DiagnosticId::contradicting_expectations,
                               equal ? "this is expected already" : "this and another expectation cannot both be met",
                               here.file, here.span);
      d.secondary.push_back({there.file, there.span, equal ? "here first" : "the other one"});
      if (!equal) d.notes.push_back(why);
      d.help =
          equal ? "take it away" : "decide which of them is right; `at \"words\"` says which part of the text is meant";
      if (auto whole = equal ? whole_lines(*here.file, here.span) : std::nullopt) d.fixes.push_back({*whole, ""});
      break;
    }
}

auto context_of(const program::Test& test) {
  return std::tie(test.text, test.title, test.source, test.speaker, test.speaking, test.date);
}

void check_pair(Context& context, const model::Test& first, const model::Test& second) {
  for (const auto& b : second.value.expectations)
    for (const auto& a : first.value.expectations) {
      auto why = conflict(context.model(), a, b);
      if (why.empty()) continue;
      auto here = place_of(second, b), there = place_of(first, a);
      auto& d = context.report(DiagnosticId::tests_contradict, "another test expects something else of the same text",
                               here.file, here.span);
      d.secondary.push_back({there.file, there.span, "this is expected there"});
      d.notes.push_back(why);
      d.help = "decide which of the two is right, and take the other one away";
      return;
    }
  auto& d = context.report(DiagnosticId::repeated_test,
                           say("the test \"", second.value.name, "\" has the text of another"), second.origin);
  d.secondary.push_back({first.origin.file, first.origin.span, "the other test"});
  d.help = "put the expectations of both into one test";
}

void check_test_names(Context& context) {
  std::map<std::pair<std::string, std::string>, const model::Test*> by_name;
  for (const auto& test : context.model().tests) {
    auto [first, added] = by_name.try_emplace({test.origin.file->path(), test.value.name}, &test);
    if (added) continue;
    auto& d = context.report(DiagnosticId::repeated_test_name, say("two tests are called \"", test.value.name, "\""),
                             test.origin);
    d.secondary.push_back({first->second->origin.file, first->second->origin.span, "the other one"});
    d.help = "say in the name what is different: a failed test is known by its name";
  }
}

// On the line, or alone on the line above.
bool has_comment(const SourceFile& file, std::uint32_t line) {
  if (file.line(line).find('#') != std::string_view::npos) return true;
  auto above = line > 1 ? file.line(line - 1) : std::string_view{};
  auto first = above.find_first_not_of(" \t");
  return first != std::string_view::npos && above[first] == '#';
}

void check_todo(Context& context, const model::Test& test) {
  for (const auto& expectation : test.value.expectations) {
    if (!expectation.todo || !expectation.todo_reason.empty()) continue;
    auto here = place_of(test, expectation);
    if (has_comment(*here.file, expectation.place.line)) continue;
    auto& d = context.report(DiagnosticId::todo_without_reason, "this does not say why it fails", here.file, here.span);
    d.help = "say what is missing in a comment: `expect todo IRN opposes sanctions  # irony is not read`";
  }
}
}  // namespace

void check_tests(Context& context) {
  using Key = decltype(context_of(std::declval<const program::Test&>()));
  std::map<Key, const model::Test*> by_text;
  for (const auto& test : context.model().tests) {
    check_expectations(context, test);
    check_todo(context, test);
    if (test.value.text.empty()) continue;
    auto [first, added] = by_text.try_emplace(context_of(test.value), &test);
    if (!added) check_pair(context, *first->second, test);
  }
  check_test_names(context);
}

}  // namespace demarche::dsl::linting
