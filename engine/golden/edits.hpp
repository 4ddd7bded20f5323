#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/golden/golden.hpp"

// What was edited in the rule files between two goldens, line by line.
namespace demarche::golden {

struct Edit {
  enum class Kind {
    changed,  // from `before` to `after`
    removed,  // `before` stands nowhere any more
    added,    // `after` is new
    unseen,   // of a file that was edited and is known in part: `after` is new, or never took part in evidence
  };
  Kind kind{};
  std::string file;
  std::uint32_t line_before = 0;  // 0: none
  std::uint32_t line_after = 0;
  std::string before;
  std::string after;
  std::string file_before = {};  // when it had another name
};

class Edits {
 public:
  Edits(const std::vector<RuleText>& before, const std::vector<RuleText>& after);

  // Blank lines and comments are no edits: they change nothing.
  const std::vector<Edit>& all() const { return all_; }
  // The edit of a line as it stood; null when it stands unchanged or is unknown.
  const Edit* of_old(const std::string& file, std::uint32_t line) const;
  // The edit that made a line as it stands now; null when it stood before.
  const Edit* of_new(const std::string& file, std::uint32_t line) const;

 private:
  void compare(const RuleText& before, const RuleText& after);
  std::vector<Edit> all_;
};

// The share of words that two lines have in common: 0 to 1.
double likeness(std::string_view a, std::string_view b);

// The lines of `after` that stay, by line of `before`: a longest common subsequence of the two texts. Pairs of places,
// from 0.
std::vector<std::pair<std::size_t, std::size_t>> common_lines(const std::vector<std::string>& before,
                                                              const std::vector<std::string>& after);

}  // namespace demarche::golden
