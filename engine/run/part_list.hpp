#pragma once
#include <string>
#include <vector>

// How the reports of coverage and of mutation show shares and lists of parts of the rules.
namespace demarche::run {

// "  66.7%      2 of     3  alternatives", with its line end.
std::string share_line(double percent, std::size_t part, std::size_t all, const std::string& what);

// At most 70 bytes of a part's text, cut at a blank or between characters, with "..." where something is left out.
std::string shortened(const std::string& text);

// The lines of a list that goes through files in order: all, or the first five of each file and how many more there
// are.
class PartList {
 public:
  explicit PartList(bool all) : all_(all) {}
  void add(const std::string& file, const std::string& line);
  std::string text() &&;

 private:
  void tell_rest();

  bool all_;
  std::string text_;
  std::string file_;
  std::size_t of_file_ = 0;
};

}  // namespace demarche::run
