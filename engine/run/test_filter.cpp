#include "engine/run/test_filter.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "engine/base/diagnostic.hpp"

namespace demarche::run {

namespace {
using Words = std::vector<std::string>;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// A `*` first takes nothing; where the rest fails, the last one takes a sign more.
bool matches(std::string_view text, std::string_view pattern) {
  std::size_t t = 0, p = 0, star = std::string_view::npos, back = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      back = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
      ++p, ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++back;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool any_fits(const Words& patterns, std::string_view text) {
  return patterns.empty() ||
         std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) { return fits(text, pattern); });
}

bool any_is(const Words& wanted, const Words& there) {
  return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const auto& one) {
           return std::any_of(there.begin(), there.end(), [&](const auto& id) { return lower(id) == lower(one); });
         });
}

Words issues_of(const program::Test& test) {
  Words ids;
  for (const auto& expectation : test.expectations) ids.push_back(expectation.issue);
  return ids;
}

Words actors_of(const program::Test& test) {
  Words ids = test.speaking;
  for (const auto& expectation : test.expectations) ids.push_back(expectation.actor);
  return ids;
}

Words stances_of(const program::Test& test) {
  Words ids;
  for (const auto& expectation : test.expectations) ids.push_back(expectation.stance);
  return ids;
}

void add_unknown(const program::Program& program, const Words& wanted, std::string_view what,
                 Words (*ids_of)(const program::Test&), Words& lines) {
  std::set<std::string> known;
  for (const auto& test : program.tests)
    for (auto& id : ids_of(test))
      if (!id.empty()) known.insert(std::move(id));
  const Words list(known.begin(), known.end());
  for (const auto& one : wanted) {
    if (any_is({one}, list)) continue;
    const std::string near = nearest(one, list);
    lines.push_back("no test names the " + std::string(what) + " `" + one + "`" +
                    (near.empty() ? "" : "; did you mean `" + near + "`?"));
  }
}

void add_unfit(const program::Program& program, const Words& wanted, std::string_view what,
               const std::function<const std::string&(const program::Test&)>& of, Words& lines) {
  for (const auto& one : wanted)
    if (std::none_of(program.tests.begin(), program.tests.end(), [&](const auto& test) { return fits(of(test), one); }))
      lines.push_back("no test has a " + std::string(what) + " like `" + one + "`");
}
}  // namespace

bool fits(std::string_view text, std::string_view pattern) {
  const std::string a = lower(text);
  const std::string b = lower(pattern);
  if (b.find_first_of("*?") == std::string::npos) return a.find(b) != std::string::npos;
  return matches(a, b);
}

bool TestFilter::empty() const {
  return names.empty() && files.empty() && issues.empty() && actors.empty() && stances.empty();
}

std::vector<const program::Test*> select_tests(const program::Program& program, const TestFilter& filter) {
  std::vector<const program::Test*> tests;
  for (const auto& test : program.tests)
    if (any_fits(filter.names, test.name) && any_fits(filter.files, test.place.file) &&
        any_is(filter.issues, issues_of(test)) && any_is(filter.actors, actors_of(test)) &&
        any_is(filter.stances, stances_of(test)))
      tests.push_back(&test);
  return tests;
}

std::vector<std::string> unknown_in_filter(const program::Program& program, const TestFilter& filter) {
  Words lines;
  add_unfit(
      program, filter.names, "name", [](const auto& test) -> const std::string& { return test.name; }, lines);
  add_unfit(
      program, filter.files, "file", [](const auto& test) -> const std::string& { return test.place.file; }, lines);
  add_unknown(program, filter.issues, "issue", issues_of, lines);
  add_unknown(program, filter.actors, "actor", actors_of, lines);
  add_unknown(program, filter.stances, "stance", stances_of, lines);
  return lines;
}

}  // namespace demarche::run
