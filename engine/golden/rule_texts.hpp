#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/file_system.hpp"
#include "engine/golden/golden.hpp"
#include "engine/program/pattern.hpp"

namespace demarche::golden {

// The texts of the rule files of one compilation, under names that are the same on every machine: `library:` and the
// path below the library's folder for its files, for all others the path as the project writes it (or below `folder`,
// when one is given: for two versions of one set of rules).
class RuleTexts {
 public:
  // Files that cannot be read are left out: the compiler has complained of them.
  RuleTexts(const FileSystem& files, const std::vector<std::string>& paths, const std::string& library,
            const std::string& folder = {});

  std::string name_of(const std::string& path) const;
  // The line at a place, without the blanks at its ends; empty when it is unknown.
  std::string line_at(const program::Place& place) const;
  const std::vector<RuleText>& texts() const { return texts_; }  // sorted by file

 private:
  std::string library_;
  std::string folder_;
  std::vector<RuleText> texts_;
};

bool is_of_library(std::string_view file);

std::string_view trimmed(std::string_view line);  // without the blanks at its ends

// A text cut into lines.
RuleText rule_text(std::string file, std::string_view bytes);

// A line as evidence cites it: cut behind a hundred characters or so, so that a word more at the end of a long list of
// verbs does not rewrite each piece of evidence that any of them found. `cites` says whether a citation is of a line.
std::string citation(std::string_view line);
bool cites(std::string_view citation, std::string_view line);

// Of the library's files only the lines that took part in evidence; the project's own files whole. The library would
// else be copied into each project.
std::vector<RuleText> kept_texts(const std::vector<RuleText>& all, const std::vector<Document>& documents);

// The number of a line that is cited: the one nearest to `near` when there are several, 0
// when there is none.
std::uint32_t find_line(const RuleText& text, std::string_view citation, std::uint32_t near = 0);

}  // namespace demarche::golden
