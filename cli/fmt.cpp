#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <set>

#include "cli/context.hpp"
#include "dsl/format/format.hpp"
#include "dsl/resolve/load.hpp"
#include "engine/base/line_diff.hpp"
#include "engine/run/project.hpp"

namespace demarche::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> paths;
  bool check = false;
  bool diff = false;
};

constexpr const char* standard_input = "<stdin>";

void complain(Context& context, const std::string& message, int code) {
  std::fprintf(stderr, "demarche: %s\n", message.c_str());
  context.exit_code = std::max(context.exit_code, code);
}

bool is_rule_file(const std::string& path) { return path.ends_with(".stance"); }

// One file under several names, or through links, is formatted once.
std::string true_path(const std::string& path) {
  std::error_code error;
  const fs::path found = fs::canonical(path, error);
  return error ? path : found.string();
}

class Files {
 public:
  explicit Files(Context& context) : context_(context) {}

  void add(const std::string& path) {
    switch (context_.files->kind(path)) {
      case FileSystem::Kind::folder:
        return add_folder(path);
      case FileSystem::Kind::missing:
        return complain(context_, "there is no file or folder `" + path + "`", no_access);
      default:
        if (!is_rule_file(path))
          return complain(context_, "`" + path + "` is no rule file: those end in .stance", wrong_input);
        add_file(path);
    }
  }

  void add_file(const std::string& path) {
    if (seen_.insert(true_path(path)).second) found_.push_back(path);
  }

  const std::vector<std::string>& found() const { return found_; }

 private:
  void add_folder(const std::string& folder) {
    bool any = false;
    for (const auto& path : context_.files->files_below(folder)) {
      if (!is_rule_file(path)) continue;
      add_file(path);
      any = true;
    }
    if (!any) complain(context_, "the folder `" + folder + "` holds no rule files (.stance)", no_access);
  }

  Context& context_;
  std::vector<std::string> found_;
  std::set<std::string> seen_;
};

// The project's rule files and those of its own that they import.
void add_project(Context& context, Files& files) {
  if (context.files->kind(run::project_file) != FileSystem::Kind::file)
    return complain(context, "name the rule files, or work in a folder with a demarche.yaml", wrong_input);
  Diagnostics diagnostics;
  const auto project = run::read_project(*context.files, run::project_file, diagnostics);
  report(context, diagnostics);
  if (!project || diagnostics.has_errors()) return;
  if (project->rules.empty())
    return complain(context, "the project has no rules of its own; name the rule files", wrong_input);
  for (const auto& path : project->rules) files.add(path);
  const std::string library = find_library(context);
  if (library.empty()) return;
  Diagnostics of_rules;  // `check` says what is wrong with them
  for (const auto& unit : dsl::resolve::load(*context.files, project->rules, library, of_rules).units)
    if (!unit.library) files.add_file(unit.path);
}

void print_diff(const Context& context, const std::string& diff) {
  if (!context.color_on_output()) {
    std::fputs(diff.c_str(), stdout);
    return;
  }
  for (std::size_t begin = 0; begin < diff.size();) {
    const std::size_t end = std::min(diff.find('\n', begin), diff.size());
    const char mark = diff[begin];
    const char* color = mark == '+' ? "\x1b[32m" : mark == '-' ? "\x1b[31m" : mark == '@' ? "\x1b[36m" : "";
    std::printf("%s%.*s%s\n", color, static_cast<int>(end - begin), diff.c_str() + begin, *color ? "\x1b[0m" : "");
    begin = end + 1;
  }
}

// What could not be laid out, on stderr.
void say_what_stayed(Context& context, const std::string& path, const dsl::Formatted& formatted) {
  if (!formatted.same)
    return complain(context, path + " is left as it is: it has too many mistakes to be laid out safely", wrong_input);
  if (formatted.kept == 0 || context.quiet) return;
  const bool one = formatted.kept == 1;
  std::fprintf(stderr, "%s: %zu %s as %s: `demarche check` says what is wrong there\n", path.c_str(), formatted.kept,
               one ? "part stays" : "parts stay", one ? "it is" : "they are");
}

class Formatter {
 public:
  Formatter(Context& context, const Options& options) : context_(context), options_(options) {}

  void file(const std::string& path) {
    Diagnostics diagnostics;
    const auto before = dsl::resolve::read_rule_file(*context_.files, path, diagnostics);
    report(context_, diagnostics);
    if (!before) return;
    ++read_;
    const auto formatted = dsl::format_rules(*before);
    say_what_stayed(context_, path, formatted);
    if (formatted.text == *before) return;
    // Wider columns must not take a file over the limit for rule files.
    if (!dsl::resolve::is_rule_text(path, formatted.text, diagnostics)) return report(context_, diagnostics);
    show(path, *before, formatted.text);
    if (options_.check || options_.diff) return;
    if (const auto error = context_.files->write_whole(true_path(path), formatted.text); !error.empty())
      return complain(context_, "cannot write " + path + ": " + error, no_access);
    if (!context_.quiet) std::printf("%s\n", path.c_str());
  }

  void input() {
    const std::string before(std::istreambuf_iterator<char>(std::cin), {});
    Diagnostics diagnostics;
    const bool fine = dsl::resolve::is_rule_text(standard_input, before, diagnostics);
    report(context_, diagnostics);
    if (!fine) return;
    const auto formatted = dsl::format_rules(before);
    say_what_stayed(context_, standard_input, formatted);
    if (formatted.text != before) show(standard_input, before, formatted.text);
    if (!options_.check && !options_.diff) std::fwrite(formatted.text.data(), 1, formatted.text.size(), stdout);
  }

  void summary() const {
    if (context_.quiet || options_.diff || (read_ == 0 && changed_ == 0)) return;
    std::fprintf(stderr, "%zu of %zu %s %s\n", changed_, read_, read_ == 1 ? "file" : "files",
                 options_.check ? "would change" : "changed");
  }

 private:
  void show(const std::string& path, const std::string& before, const std::string& after) {
    ++changed_;
    if (options_.diff) print_diff(context_, unified_diff(before, after, path, path));
    if (!options_.check) return;
    context_.exit_code = std::max<int>(context_.exit_code, check_found);
    if (!options_.diff && !context_.quiet) std::printf("%s\n", path.c_str());
  }

  Context& context_;
  const Options& options_;
  std::size_t read_ = 0;
  std::size_t changed_ = 0;
};

void format(Context& context, const Options& options) {
  Formatter formatter(context, options);
  if (options.paths == std::vector<std::string>{"-"}) return formatter.input();
  Files files(context);
  for (const auto& path : options.paths) {
    if (path == "-") return complain(context, "`-` is the standard input and stands alone", wrong_input);
    files.add(path);
  }
  if (options.paths.empty()) add_project(context, files);
  for (const auto& path : files.found()) formatter.file(path);
  formatter.summary();
}

}  // namespace

void add_fmt(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("fmt", "lay rule files out in the one way that all have");
  command->footer(
      "Example:\n  demarche fmt caucasus.stance\n  demarche fmt --diff rules\n  demarche fmt - < caucasus.stance\n\n"
      "Meaning and comments stay. What has mistakes stays as it is, the rest is laid out. With --check nothing is "
      "written\n"
      "and the exit code is 1 when a file would change.");
  command->add_option("paths", options->paths, "rule files, folders of them, or - (default: the project's rule files)");
  command->add_flag("--check", options->check, "write nothing; list the files that would change");
  command->add_flag("--diff", options->diff, "write nothing; show what would change");
  command->callback([&context, options] { format(context, *options); });
}

}  // namespace demarche::cli
