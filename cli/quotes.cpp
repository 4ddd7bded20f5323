#include "engine/report/quotes.hpp"

#include "cli/selection.hpp"

namespace demarche::cli {

namespace {

const std::vector<std::string> formats{"text", "md", "csv", "json"};

struct Options {
  SelectionOptions selection;
  std::size_t per_cell = 1;
};

void quotes(Context& context, const Options& options) {
  const auto selection = read_selection(context, options.selection, formats);
  if (!selection) return;
  const auto& [format, table, whole, actors, issues] = *selection;
  const position::Matrix matrix = options.selection.names.empty() ? whole : rebuilt(table, whole, actors, issues);
  const OutputOptions& output = options.selection.output;
  const report::Origin origin{table.results, table.provenance};
  if (format == "csv") {
    deliver_csv(context, output, output.out, report::quotes_csv(matrix, origin, options.per_cell),
                "the best evidence of each position", table.provenance, matrix.options);
    return;
  }
  deliver(context, output.out,
          format == "md" ? report::quotes_markdown(matrix, origin, options.per_cell)
          : format == "json"
              ? report::quotes_json(matrix, origin, options.per_cell)
              : report::quotes_text(matrix, origin, options.per_cell, terminal_options(context, output)));
}

}  // namespace

void add_quotes(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("quotes", "the best evidence of each position, ready to paste");
  command->footer(
      "Example:\n  demarche quotes\n  demarche quotes IRN sanctions --per-cell 5\n"
      "  demarche quotes --window 2023 --out quotes.md\n\n"
      "The best is what scores highest and is worded most strongly; two quotes of a mixed position show both sides.");
  command->add_option("what", options->selection.names, "actors or issues: IRN, sanctions (default: the whole matrix)");
  command->add_option("--per-cell", options->per_cell, "at most so many quotes a cell (default: 1)")
      ->check(CLI::Range(1, 100000));
  add_selection_options(*command, options->selection, formats);
  command->callback([&context, options] { quotes(context, *options); });
}

}  // namespace demarche::cli
