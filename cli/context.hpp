#pragma once
#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "dsl/compile.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"
#include "engine/run/pipeline.hpp"

// What all commands share: global options, printing, finding the rule library, compiling rules.
namespace demarche::cli {

enum ExitCode { fine = 0, check_found = 1, wrong_input = 2, no_access = 3 };

struct Context {
  bool quiet = false;
  bool verbose = false;
  std::string color = "auto";
  std::string library;  // --library
  std::string program;  // how the command was called: its own place, for finding the library
  std::unique_ptr<FileSystem> files;
  int exit_code = fine;

  bool color_on_output() const;
  bool color_on_errors() const;
};

// Options of every command that reads rules or a corpus.
struct RuleOptions {
  std::vector<std::string> rules;
};
struct CorpusOptions {
  std::vector<std::string> corpus;
  std::string pattern;
  std::string source;
  unsigned threads = 0;
};
void add_rule_options(CLI::App& command, RuleOptions& options);
void add_corpus_options(CLI::App& command, CorpusOptions& options);
run::Corpus corpus_of(const CorpusOptions& options);

// Prints to stderr, unless --quiet leaves only errors. Raises the exit code for errors: 3 when something could not be read
// or written, 2 for all else that is wrong.
void report(Context& context, const Diagnostics& diagnostics);
// The exit code alone.
void raise_exit_code(Context& context, const Diagnostics& diagnostics);

// The folder of the shipped rules: --library, DEMARCHE_LIBRARY, share/demarche/rules beside the command's bin, rules/ in a
// folder above the command (a build inside the source tree), the place of installation. Empty when there is none.
std::string find_library(const Context& context);

// Compiles rule files and says nothing of what is wrong with them. Nothing when there is no library, which is said.
std::unique_ptr<dsl::Compiled> read_rules(Context& context, const std::vector<std::string>& rules,
                                          bool alternatives = false);
// Compiles rule files, reporting what is wrong with them. Nothing when they have errors; `exit_code` says so.
std::unique_ptr<dsl::Compiled> compile_rules(Context& context, const std::vector<std::string>& rules);

// A line on stderr that is overwritten; only on a terminal, only after a second.
class Progress {
 public:
  explicit Progress(const Context& context);
  ~Progress();
  std::function<void(std::uint64_t, std::uint64_t)> callback();

 private:
  struct State;
  std::shared_ptr<State> state_;
};

// Each adds its command to the application.
void add_init(CLI::App& app, Context& context);
void add_try(CLI::App& app, Context& context);
void add_check(CLI::App& app, Context& context);
void add_fmt(CLI::App& app, Context& context);
void add_expand(CLI::App& app, Context& context);
void add_run(CLI::App& app, Context& context);
void add_matrix(CLI::App& app, Context& context);
void add_test(CLI::App& app, Context& context);
void add_explain(CLI::App& app, Context& context);
void add_golden(CLI::App& app, Context& context);
void add_eval(CLI::App& app, Context& context);
void add_dump(CLI::App& app, Context& context);
void add_lint(CLI::App& app, Context& context);
void add_who(CLI::App& app, Context& context);
void add_sample(CLI::App& app, Context& context);
void add_compare(CLI::App& app, Context& context);
void add_timeline(CLI::App& app, Context& context);
void add_network(CLI::App& app, Context& context);
void add_quotes(CLI::App& app, Context& context);
void add_picture(CLI::App& app, Context& context);
void add_report(CLI::App& app, Context& context);
void add_export(CLI::App& app, Context& context);
void add_bundle(CLI::App& app, Context& context);
void add_import(CLI::App& app, Context& context);

}  // namespace demarche::cli
