#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "engine/corpus/document.hpp"
#include "engine/position/matrix.hpp"
#include "engine/run/account.hpp"
#include "engine/run/analyser.hpp"
#include "engine/run/project.hpp"

namespace demarche::cli {

// Options about what is counted, over those of the project file.
struct MatrixOptions {
  std::string matrix;
  std::string window;
  std::string undated;
  std::string duplicates;
  std::vector<std::string> kinds;
  bool taper = false;
};
void add_matrix_options(CLI::App& command, MatrixOptions& options);

// What a command works on: the project file of the current folder with the command line over it.
struct Job {
  run::Project project;
  std::unique_ptr<dsl::Compiled> rules;
  std::unique_ptr<run::Analyser> analyser;
};

// Whether there is a corpus to read. When there is none, it has been said how to name one, and `exit_code` is set.
bool has_corpus(Context& context, const run::Project& project);

// Puts the job together. Nothing when something is wrong: it has been said, and `exit_code` is set. A corpus must come from
// one of the two places when `needs_corpus`.
std::optional<Job> prepare(Context& context, const RuleOptions& rules, const CorpusOptions& corpus,
                           const MatrixOptions& matrix, bool needs_corpus);

// Rules alone, and also when they have errors: what is right in them is made ready, what is wrong goes to `diagnostics`
// unsaid; `alternatives` as in dsl::CompileInput. Nothing when there is no library or the project file is wrong, which is said.
std::optional<Job> prepare_rules(Context& context, const std::vector<std::string>& rules, Diagnostics& diagnostics,
                                  bool alternatives = false);

// Reads and analyses the job's corpus, reporting what could not be read; sorted by document id.
// With `names`, the names that no actor list knows are gathered, too. `see` is called with each document and its result,
// from several threads at once.
std::vector<evidence::DocumentResult> analyse(
    Context& context, const Job& job, bool trace, run::NameBook* names = nullptr,
    const std::function<void(const corpus::Document&, const evidence::DocumentResult&)>& see = {});

// The matrix of the job: that of the rules, with the project's options. Nothing when the matrix asked for does not exist.
std::optional<position::Matrix> make_matrix(Context& context, const Job& job,
                                            const std::vector<evidence::DocumentResult>& results);

// The width of the terminal on stdout; 100 when it is none.
std::size_t terminal_width();
// Whether the locale of the user can show more than ASCII.
bool unicode_output();

}  // namespace demarche::cli
