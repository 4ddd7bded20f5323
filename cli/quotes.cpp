#include "engine/report/quotes.hpp"

#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/rebuilt.hpp"
#include "cli/table.hpp"

namespace demarche::cli {

namespace {

const std::vector<std::string> formats{"text", "md", "csv", "json"};

struct Options {
  TableOptions table;
  OutputOptions output;
  std::vector<std::string> names;
  std::size_t per_cell = 1;
};

void quotes(Context& context, const Options& options) {
  const auto format = chosen_format(context, options.output, formats);
  if (!format) return;
  const auto table = read_table(context, options.table);
  if (!table) return;
  const auto chosen = choose(context, options.names, *table);
  if (!chosen) return;
  auto matrix = make_matrix(context, table->job, table->results);
  if (!matrix) return;
  if (!options.names.empty())
    matrix = rebuilt(*table, *matrix, chosen->actors.empty() ? matrix->rows : chosen->actors,
                     chosen->issues.empty() ? matrix->columns : chosen->issues);
  const report::Origin origin{table->results, table->provenance};
  if (*format == "csv") {
    deliver_csv(context, options.output, options.output.out, report::quotes_csv(*matrix, origin, options.per_cell),
                "the best evidence of each position", table->provenance, matrix->options);
    return;
  }
  deliver(context, options.output.out,
          *format == "md" ? report::quotes_markdown(*matrix, origin, options.per_cell)
          : *format == "json"
              ? report::quotes_json(*matrix, origin, options.per_cell)
              : report::quotes_text(*matrix, origin, options.per_cell, terminal_options(context, options.output)));
}

}  // namespace

void add_quotes(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("quotes", "the best evidence of each position, ready to paste");
  command->footer(
      "Example:\n  demarche quotes\n  demarche quotes IRN sanctions --per-cell 5\n"
      "  demarche quotes --window 2023 --out quotes.md\n\n"
      "The best is what scores highest and is worded most strongly; two quotes of a mixed position show both sides.");
  command->add_option("what", options->names, "actors or issues: IRN, sanctions (default: the whole matrix)");
  command->add_option("--per-cell", options->per_cell, "at most so many quotes a cell (default: 1)")
      ->check(CLI::Range(1, 100000));
  add_table_options(*command, options->table);
  for (const char* name : {"--rules", "--corpus"}) command->get_option(name)->allow_extra_args(false);
  add_output_options(*command, options->output, formats);
  command->callback([&context, options] { quotes(context, *options); });
}

}  // namespace demarche::cli
