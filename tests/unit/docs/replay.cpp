#include "tests/unit/docs/replay.hpp"

#include <regex>
#include <sstream>

namespace demarche::testing {

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string at_line(const Block& block, std::size_t line, const std::string& text) {
  return "line " + std::to_string(line + 1) + " (" + block.language + "): " + text;
}

void drop_blank_end(std::vector<std::string>& lines) {
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
}

// The text of a diff block as it was and as it will be.
struct Change {
  std::string before;
  std::string after;
};

Change read_change(const std::vector<std::string>& lines) {
  Change change;
  for (const auto& line : lines) {
    const std::string rest = line.size() > 2 ? line.substr(2) : "";
    if (!line.starts_with("+")) change.before += rest + "\n";
    if (!line.starts_with("-")) change.after += rest + "\n";
  }
  return change;
}

// The library lies elsewhere on each machine, and its lines move: pages show the place of an installed one, and no
// lines.
std::string with_installed_library(std::string text) {
  const std::string here = std::string(DEMARCHE_SOURCE_DIR) + "/rules/";
  for (auto at = text.find(here); at != std::string::npos; at = text.find(here, at))
    text.replace(at, here.size(), "/usr/share/demarche/rules/");
  static const std::regex line(R"((/usr/share/demarche/rules/[^ :]*):[0-9]+)");
  static const std::regex hash(R"(\b(rules|corpus) [0-9a-f]{16}\b)");  // the library is part of the rules
  return std::regex_replace(std::regex_replace(text, line, "$1:..."), hash, "$1 ...");
}

}  // namespace

std::vector<std::string> Replay::block(const Page& page, const Block& block) {
  if (block.language == "console") return run_console(page, block);
  if (block.language == "diff")
    change_file(page, block);
  else if (block.has("file"))
    write_file(page, block);
  return lines_of(page.text(block));
}

void Replay::write_file(const Page& page, const Block& block) {
  const std::string name = below_ + "/" + block.word("file");
  folder_.write(name, (block.has("append") ? folder_.read(name) : "") + page.text(block));
}

void Replay::change_file(const Page& page, const Block& block) {
  const std::string name = below_ + "/" + block.word("file");
  std::string text = folder_.read(name);
  const auto change = read_change(lines_of(page.text(block)));
  const auto place = text.find(change.before);
  if (place == std::string::npos || text.find(change.before, place + 1) != std::string::npos) {
    problems_.push_back(
        at_line(block, block.first, "the lines do not stand once in " + name + ", which is now:\n" + text));
    return;
  }
  folder_.write(name, text.replace(place, change.before.size(), change.after));
}

// Both streams, as a terminal shows them.
Outcome Replay::run(const std::string& command) {
  const std::string tool = DEMARCHE_COMMAND;
  const std::string shell = "cd '" + folder_.path().string() + "/" + below_ + "' && PATH='" +
                            tool.substr(0, tool.rfind('/')) + "':\"$PATH\" DEMARCHE_LIBRARY='" +
                            std::string(DEMARCHE_SOURCE_DIR) + "/rules' sh -c '" + command + "' > '" +
                            folder_.path().string() + "/.shown' 2>&1 < /dev/null";
  const int status = std::system(shell.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, with_installed_library(folder_.read(".shown")), ""};
}

std::vector<std::string> Replay::run_console(const Page& page, const Block& block) {
  std::vector<std::string> shown;
  int code = 0;
  const std::string wanted = block.has("exit") ? block.word("exit") : "0";
  for (std::size_t i = block.first; i < block.last; ++i) {
    if (!page.lines[i].starts_with("$ ")) continue;
    if (code != 0)
      problems_.push_back(at_line(block, i, "the command before this one ended with " + std::to_string(code)));
    if (!shown.empty() && i > block.first && page.lines[i - 1].empty()) shown.push_back("");
    std::string command = page.lines[i].substr(2);
    shown.push_back(page.lines[i]);
    while (command.ends_with("\\") && i + 1 < block.last) {
      command.pop_back();
      command += page.lines[++i];
      shown.push_back(page.lines[i]);
    }
    if (command.find('\'') != std::string::npos) problems_.push_back(at_line(block, i, "write commands without '"));
    if (command.starts_with("cd ")) {
      below_ += "/" + command.substr(3);
      continue;
    }
    const auto outcome = run(command);
    code = outcome.code;
    auto lines = lines_of(outcome.out);
    drop_blank_end(lines);
    shown.insert(shown.end(), lines.begin(), lines.end());
  }
  if (std::to_string(code) != wanted)
    problems_.push_back(at_line(block, block.first, "ended with " + std::to_string(code) + ", not " + wanted));
  return shown;
}

namespace {

// "english/stances.stance:56" without its line: the library moves, and no page is wrong for that.
std::string without_library_lines(const std::string& line) {
  static const std::regex place(R"(((english|world|issues)/[a-z0-9/-]+\.stance):[0-9]+)");
  return std::regex_replace(line, place, "$1");
}

}  // namespace

std::string with_outputs(const Page& page, const std::vector<std::pair<Block, std::vector<std::string>>>& replayed) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  for (const auto& [block, shown] : replayed) {
    lines.insert(lines.end(), page.lines.begin() + static_cast<std::ptrdiff_t>(at),
                 page.lines.begin() + static_cast<std::ptrdiff_t>(block.first));
    for (std::size_t i = 0; i < shown.size(); ++i) {
      const std::size_t line = block.first + i;
      const bool same = line < block.last && without_library_lines(page.lines[line]) == without_library_lines(shown[i]);
      lines.push_back(same ? page.lines[line] : shown[i]);
    }
    at = block.last;
  }
  lines.insert(lines.end(), page.lines.begin() + static_cast<std::ptrdiff_t>(at), page.lines.end());
  return join(lines);
}

}  // namespace demarche::testing
