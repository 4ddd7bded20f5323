#include "engine/base/line_diff.hpp"

#include <random>
#include <sstream>

#include "tests/catch.hpp"

namespace demarche {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// What `patch` does, in so far as diffs of whole lines need it.
std::string patched(const std::string& before, const std::string& diff) {
  const auto old = lines_of(before);
  std::string out;
  std::size_t at = 0;
  for (const auto& line : lines_of(diff)) {
    if (line.starts_with("---") || line.starts_with("+++")) continue;
    if (line.starts_with("@@")) {
      std::size_t first = std::stoul(line.substr(4));
      if (line.find(",0 +") == std::string::npos) --first;
      while (at < first) out += old.at(at++) + "\n";
    } else if (line[0] == '+') {
      out += line.substr(1) + "\n";
    } else {
      REQUIRE(old.at(at) == line.substr(1));
      if (line[0] == ' ') out += old[at] + "\n";
      ++at;
    }
  }
  while (at < old.size()) out += old[at++] + "\n";
  return out;
}

TEST_CASE("a unified diff shows what changed with three lines around it") {
  CHECK(unified_diff("a\nb\n", "a\nb\n", "x", "y").empty());
  CHECK(unified_diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n", "x", "y") ==
        "--- x\n+++ y\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
  CHECK(unified_diff("", "a\n", "x", "y") == "--- x\n+++ y\n@@ -0,0 +1 @@\n+a\n");
  CHECK(unified_diff("a", "a\n", "x", "y") == "--- x\n+++ y\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
}

TEST_CASE("changes far apart are hunks of their own") {
  std::string before;
  std::string after;
  for (int i = 0; i < 40; ++i) {
    before += std::to_string(i) + "\n";
    after += (i == 5 || i == 30 ? "new" : std::to_string(i)) + "\n";
  }
  const auto diff = unified_diff(before, after, "x", "y");
  CHECK(diff.find("@@ -3,7 +3,7 @@") != std::string::npos);
  CHECK(diff.find("@@ -28,7 +28,7 @@") != std::string::npos);
}

TEST_CASE("a diff by chance turns the one text into the other, with few lines") {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::string before;
    std::string after;
    std::size_t edits = 0;
    for (int i = 0; i < 30; ++i) {
      const std::string line = std::string(1, static_cast<char>('a' + random() % 4)) + "\n";
      const bool gone = random() % 9 == 0;
      const bool added = random() % 9 == 0;
      before += line;
      after += (gone ? "" : line) + (added ? "new\n" : std::string{});
      edits += gone + added;
    }
    const auto diff = unified_diff(before, after, "x", "y");
    INFO(before << "----\n" << after << "----\n" << diff);
    CHECK(patched(before, diff) == after);
    std::size_t changed = 0;
    for (const auto& line : lines_of(diff)) changed += line[0] == '+' || line[0] == '-';
    if (!diff.empty()) CHECK(changed - 2 <= edits);
  }
}

TEST_CASE("texts that differ in every line are replaced quickly") {
  std::string before;
  std::string after;
  for (int i = 0; i < 20000; ++i) {
    before += "a" + std::to_string(i) + "\n";
    after += "b" + std::to_string(i) + "\n";
  }
  CHECK(patched(before, unified_diff(before, after, "x", "y")) == after);
}

}  // namespace
}  // namespace demarche
