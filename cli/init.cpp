#include <algorithm>
#include <cctype>
#include <cstdio>
#include <string_view>

#include "cli/context.hpp"
#include "cli/starter_project.hpp"

namespace demarche::cli {

namespace {

// As it can be pasted behind `cd`.
std::string for_shell(const std::string& path) {
  const auto plain = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<signed char>(c) < 0 ||
           std::string_view("._-/+,:@%").find(c) != std::string_view::npos;
  };
  if (std::all_of(path.begin(), path.end(), plain)) return path;
  std::string text = "'";
  for (char c : path) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

void init(Context& context, const std::string& folder) {
  const std::string prefix = folder.empty() || folder == "." ? "" : folder + "/";
  for (const auto& file : starter_project()) {
    if (context.files->kind(prefix + file.path) == FileSystem::Kind::missing) continue;
    std::fprintf(stderr, "demarche: `%s%s` exists already; nothing was written\n", prefix.c_str(), file.path);
    context.exit_code = wrong_input;
    return;
  }
  for (const auto& file : starter_project()) {
    const std::string error = context.files->write_whole(prefix + file.path, file.text);
    if (error.empty()) {
      if (!context.quiet) std::printf("  %s%s\n", prefix.c_str(), file.path);
      continue;
    }
    std::fprintf(stderr, "demarche: cannot write `%s%s`: %s\n", prefix.c_str(), file.path, error.c_str());
    context.exit_code = no_access;
    return;
  }
  if (context.quiet) return;
  if (!prefix.empty()) std::printf("\nNow:\n  cd %s\n", for_shell(folder).c_str());
  std::printf(
      "%s  demarche test     # the tests that stand in the rules\n  demarche run      # the matrix of positions\n",
      prefix.empty() ? "\nNow:\n" : "");
}

}  // namespace

void add_init(CLI::App& app, Context& context) {
  auto folder = std::make_shared<std::string>();
  auto* command = app.add_subcommand("init", "make a small project that works: rules, a test, two articles");
  command->footer("Example:\n  demarche init my-project");
  command->add_option("folder", *folder, "the folder to make (default: the current one)");
  command->callback([&context, folder] { init(context, *folder); });
}

}  // namespace demarche::cli
