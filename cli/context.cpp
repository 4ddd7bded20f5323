#include "cli/context.hpp"

#include <spdlog/spdlog.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "engine/base/render.hpp"

namespace demarche::cli {

namespace {

namespace fs = std::filesystem;

bool wants_color(const std::string& choice, int descriptor) {
  if (choice != "auto") return choice == "always";
  const char* no_color = std::getenv("NO_COLOR");  // no-color.org
  return isatty(descriptor) && !(no_color && *no_color);
}

// Where this very program lies, also when it was found through PATH.
fs::path own_folder(const Context& context) {
  std::error_code error;
  fs::path self = fs::read_symlink("/proc/self/exe", error);
  if (error) self = fs::absolute(context.program, error);
  return self.parent_path();
}

bool is_library(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(folder / "english", error);
}

bool is_access_problem(DiagnosticId id) {
  return id == DiagnosticId::file_not_found || id == DiagnosticId::file_unreadable || id == DiagnosticId::write_failed;
}

}  // namespace

bool Context::color_on_output() const { return wants_color(color, STDOUT_FILENO); }
bool Context::color_on_errors() const { return wants_color(color, STDERR_FILENO); }

void add_rule_options(CLI::App& command, RuleOptions& options) {
  command.add_option("--rules", options.rules, "rule file or folder; may be repeated (default: the project's, else the library)");
}

void add_corpus_options(CLI::App& command, CorpusOptions& options) {
  command.add_option("--corpus", options.corpus, "file or folder with texts; may be repeated (default: the project's)");
  command.add_option("--files", options.pattern, "metadata in file names, as \"{speaking}_{session}_{year}.txt\"");
  command.add_option("--source", options.source, "source of documents that name none");
  command.add_option("--threads", options.threads, "threads (default: all)")->check(CLI::Range(0, 256));
}

run::Corpus corpus_of(const CorpusOptions& options) {
  run::Corpus corpus;
  corpus.paths = options.corpus;
  corpus.read.file_name_pattern = options.pattern;
  corpus.read.source = options.source;
  return corpus;
}

void report(Context& context, const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    if (context.quiet && diagnostic.severity != Severity::error) continue;
    std::fputs((render(diagnostic, {context.color_on_errors(), 100}) + "\n").c_str(), stderr);
  }
  raise_exit_code(context, diagnostics);
}

void raise_exit_code(Context& context, const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.sorted())
    if (diagnostic.severity == Severity::error)
      context.exit_code = std::max<int>(context.exit_code, is_access_problem(diagnostic.id) ? no_access : wrong_input);
}

namespace {
// A library below the working folder by the path that one types there: `demarche lint rules` in this repository then
// speaks of the library's own files, not of copies of them.
std::string from_here(const fs::path& library) {
  std::error_code error;
  const fs::path relative = fs::relative(library, error);
  const bool below = !error && !relative.empty() && *relative.begin() != "..";
  return (below ? relative : library).lexically_normal().string();
}
}  // namespace

std::string find_library(const Context& context) {
  if (!context.library.empty()) return context.library;
  if (const char* named = std::getenv("DEMARCHE_LIBRARY"); named && *named) return named;
  const fs::path own = own_folder(context);
  if (is_library(own / "../share/demarche/rules")) return from_here(own / "../share/demarche/rules");
  for (fs::path folder = own; !folder.empty(); folder = folder.parent_path()) {
    if (is_library(folder / "rules")) return from_here(folder / "rules");
    if (folder == folder.parent_path()) break;
  }
  return is_library(DEMARCHE_RULES_DIR) ? from_here(DEMARCHE_RULES_DIR) : "";
}

std::unique_ptr<dsl::Compiled> read_rules(Context& context, const std::vector<std::string>& rules,
                                          bool alternatives) {
  const std::string library = find_library(context);
  if (library.empty()) {
    std::fputs("demarche: cannot find the rule library; name its folder with --library or DEMARCHE_LIBRARY\n", stderr);
    context.exit_code = no_access;
    return nullptr;
  }
  const auto start = std::chrono::steady_clock::now();
  auto compiled = std::make_unique<dsl::Compiled>(dsl::compile(*context.files, {rules, library, alternatives}));
  const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
  spdlog::debug("library {}; {} rule files, {} issues, {} actors read in {} ms", library, compiled->files.size(),
                compiled->program.issues.size(), compiled->actors.actors.size(), time.count());
  return compiled;
}

std::unique_ptr<dsl::Compiled> compile_rules(Context& context, const std::vector<std::string>& rules) {
  auto compiled = read_rules(context, rules);
  if (!compiled) return nullptr;
  report(context, compiled->diagnostics);
  if (compiled->diagnostics.has_errors()) return nullptr;
  return compiled;
}

struct Progress::State {
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last = start;
  bool shown = false;
};

Progress::Progress(const Context& context) {
  if (!context.quiet && isatty(STDERR_FILENO)) state_ = std::make_shared<State>();
}

Progress::~Progress() {
  if (state_ && state_->shown) std::fputs("\r\x1b[K", stderr);
}

std::function<void(std::uint64_t, std::uint64_t)> Progress::callback() {
  if (!state_) return {};
  return [state = state_](std::uint64_t documents, std::uint64_t bytes) {
    const auto now = std::chrono::steady_clock::now();
    if (now - state->start < std::chrono::seconds(1) || now - state->last < std::chrono::milliseconds(200)) return;
    state->last = now;
    state->shown = true;
    std::fprintf(stderr, "\rread %llu documents, %.1f MB\x1b[K", static_cast<unsigned long long>(documents),
                 static_cast<double>(bytes) / 1e6);
    std::fflush(stderr);
  };
}

}  // namespace demarche::cli
