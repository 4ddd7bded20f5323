#include <algorithm>
#include <cstdio>

#include "cli/golden_commands.hpp"
#include "cli/golden_questions.hpp"
#include "engine/golden/accept.hpp"
#include "engine/golden/difference_text.hpp"
#include "engine/golden/rule_texts.hpp"
#include "engine/golden/store.hpp"

namespace demarche::cli {

namespace {

struct Options {
  GoldenOptions golden;
  bool all = false;
  bool interactive = false;
  std::vector<std::string> cells;      // ACTOR/ISSUE
  std::vector<std::string> documents;  // ids
};

bool has_choice(Context& context, const Options& options) {
  if (options.all || options.interactive || !options.cells.empty() || !options.documents.empty()) return true;
  std::fputs("demarche: say what to accept: --all, --cell ACTOR/ISSUE, --document ID, or --interactive to be asked\n",
             stderr);
  context.exit_code = wrong_input;
  return false;
}

void write(Context& context, const std::string& folder, const golden::Golden& golden, const std::string& what) {
  Diagnostics diagnostics;
  const std::size_t changed = golden::write_golden(*context.files, folder, golden, diagnostics);
  report(context, diagnostics);
  if (diagnostics.has_errors() || context.quiet) return;
  std::printf("%s; %zu %s in %s written\n", what.c_str(), changed, changed == 1 ? "file" : "files", folder.c_str());
}

// A golden that lacks what could not be read would call it gone for ever.
bool is_complete(Context& context) {
  if (context.exit_code == fine) return true;
  std::fputs("demarche: not all documents could be read: nothing was accepted\n", stderr);
  return false;
}

void accept_all(Context& context, const Options& options) {
  auto now = read_now(context, options.golden);
  if (!now || !is_complete(context)) return;
  now->golden.rules = golden::kept_texts(now->golden.rules, now->golden.documents);
  std::size_t pieces = 0;
  for (const auto& document : now->golden.documents) pieces += document.evidence.size();
  write(context, golden_folder(options.golden, now->job), now->golden,
        "accepted " + std::to_string(now->golden.documents.size()) + " documents, " + std::to_string(pieces) +
            " pieces of evidence, " + std::to_string(now->golden.cells.size()) + " cells");
}

Diagnostic& nothing_there(Diagnostics& diagnostics, const std::string& message) {
  return diagnostics.add(DiagnosticId::golden_nothing_to_accept, message, "golden accept");
}

// Accepting what is as it was accepted is no error: a script may name more than differs. A misspelling is.
void choose_cell(const Sides& sides, const std::string& text, golden::Choice& choice, Diagnostics& diagnostics) {
  const auto slash = text.find('/');
  if (slash == std::string::npos || slash == 0 || slash + 1 == text.size()) {
    nothing_there(diagnostics, "`" + text + "` is no cell").help = "write the ids of actor and issue: IRN/sanctions";
    return;
  }
  const std::string actor = text.substr(0, slash);
  const std::string issue = text.substr(slash + 1);
  if (golden::add_cell(choice, sides.comparison, actor, issue)) return;
  std::vector<std::string> known;
  for (const auto* golden : {&sides.before, &sides.now.golden})
    for (const auto& cell : golden->cells) known.push_back(cell.actor + "/" + cell.issue);
  if (std::find(known.begin(), known.end(), text) != known.end()) return;
  auto& diagnostic = nothing_there(diagnostics, "the matrix has no cell `" + text + "`, and no evidence of it differs");
  const auto near = nearest(text, known);
  diagnostic.help = near.empty() ? "`demarche golden diff` names the cells" : "did you mean `" + near + "`?";
}

void choose_document(const Sides& sides, const std::string& id, golden::Choice& choice, Diagnostics& diagnostics) {
  if (golden::add_document(choice, sides.comparison, id)) return;
  std::vector<std::string> known;
  for (const auto* golden : {&sides.before, &sides.now.golden})
    for (const auto& document : golden->documents) known.push_back(document.id);
  if (std::find(known.begin(), known.end(), id) != known.end()) return;
  auto& diagnostic = nothing_there(diagnostics, "neither the corpus nor the golden has a document `" + id + "`");
  const auto near = nearest(id, known);
  diagnostic.help = near.empty() ? "`demarche golden diff` names the documents" : "did you mean `" + near + "`?";
}

std::string left_over(const golden::Comparison& comparison) {
  return comparison.same() ? "accepted; nothing differs any more"
                           : "accepted; what still differs: " + golden::summary_line(comparison);
}

void accept_some(Context& context, const Options& options) {
  const auto sides = read_sides(context, options.golden);
  if (!sides || !is_complete(context)) return;
  golden::Choice choice;
  Diagnostics diagnostics;
  for (const auto& cell : options.cells) choose_cell(*sides, cell, choice, diagnostics);
  for (const auto& document : options.documents) choose_document(*sides, document, choice, diagnostics);
  report(context, diagnostics);
  if (diagnostics.has_errors()) return;
  if (options.interactive) ask(context, *sides, choice);
  golden::add_consequences(choice, sides->comparison);
  const auto golden = golden::accepted(sides->before, sides->now.golden, sides->comparison, choice);
  write(context, golden_folder(options.golden, sides->now.job), golden,
        left_over(golden::compare(golden, sides->now.golden)));
}

void accept(Context& context, const Options& options) {
  if (!has_choice(context, options)) return;
  options.all ? accept_all(context, options) : accept_some(context, options);
}

}  // namespace

void add_golden_accept(CLI::App& golden, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = golden.add_subcommand("accept", "take what the rules give now as right");
  command->footer(
      "Example:\n  demarche golden accept --all\n  demarche golden accept --cell IRN/sanctions --document "
      "2023-09-20.md\n"
      "  demarche golden accept --interactive");
  auto* all = command->add_flag("--all", options->all, "everything; makes the golden when there is none");
  command->add_option("--cell", options->cells, "ACTOR/ISSUE: the cell and its evidence; may be repeated")
      ->excludes(all);
  command->add_option("--document", options->documents, "id of a document, with its evidence; may be repeated")
      ->excludes(all);
  command->add_flag("--interactive", options->interactive, "show each change and ask")->excludes(all);
  add_golden_options(*command, options->golden);
  command->callback([&context, options] { accept(context, *options); });
}

}  // namespace demarche::cli
