#pragma once
#include <string>
#include <vector>

#include "tests/unit/command/run_command.hpp"
#include "tests/unit/docs/blocks.hpp"

// Does in a folder what a page tells its reader to do.
//
//   ```stance file=rules/a.stance          writes the file; `append` behind it adds to its end
//   ```diff file=rules/a.stance            changes it: lines with - go, lines with + come, the others stay
//   ```console                             runs the lines that begin with `$ `; what follows them is what they print
//                                          (the library stands where an installation has it; its lines are left out)
//   ```console exit=1                      the last command ends with this code, all others with 0
namespace demarche::testing {

class Replay {
 public:
  // Replays a block; returns its lines with what was really printed. What went wrong is added to `problems()`.
  std::vector<std::string> block(const Page& page, const Block& block);
  const std::vector<std::string>& problems() const { return problems_; }
  const Folder& folder() const { return folder_; }

 private:
  void write_file(const Page& page, const Block& block);
  void change_file(const Page& page, const Block& block);
  std::vector<std::string> run_console(const Page& page, const Block& block);
  Outcome run(const std::string& command);

  Folder folder_;
  std::string below_ = ".";  // where `cd` led, from the folder
  std::vector<std::string> problems_;
};

// The page with what its commands really print, for a golden.
std::string with_outputs(const Page& page, const std::vector<std::pair<Block, std::vector<std::string>>>& replayed);

}  // namespace demarche::testing
