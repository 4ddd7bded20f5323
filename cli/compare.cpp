#include <algorithm>

#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/rebuilt.hpp"
#include "cli/table.hpp"
#include "engine/position/comparison.hpp"
#include "engine/report/comparison.hpp"

namespace demarche::cli {

namespace {

const std::vector<std::string> formats{"text", "md", "html", "csv", "json"};

struct Options {
  TableOptions table;
  OutputOptions output;
  std::vector<std::string> names;
  bool own = false;
};

// The rows: every actor once, groups of the rules as their members. Empty, which has been said, when a name is none.
std::vector<position::Head> rows_of(Context& context, const Options& options, const Table& table) {
  if (!table.job.project.selection.rows.empty()) {
    say_wrong(context, "--rows is not for `compare`: the actors stand behind the command, as in `demarche compare IRN RUS`");
    return {};
  }
  std::vector<position::Head> rows;
  for (const auto& name : options.names) {
    const auto actors = actors_named(context, name, table);
    if (actors.empty()) return {};
    for (const auto& actor : actors)
      if (std::find(rows.begin(), rows.end(), actor) == rows.end()) rows.push_back(actor);
  }
  if (rows.size() > 1) return rows;
  say_wrong(context, "`" + rows.front().id + "` alone cannot be compared; name two actors or more, or see " +
                         rows.front().id + " by itself with `demarche quotes " + rows.front().id + "`");
  return {};
}

void compare(Context& context, const Options& options) {
  const auto format = chosen_format(context, options.output, formats);
  if (!format) return;
  const auto table = read_table(context, options.table);
  if (!table) return;
  const auto rows = rows_of(context, options, *table);
  if (rows.empty()) return;
  const auto matrix = make_matrix(context, table->job, table->results);
  if (!matrix) return;
  const auto comparison = position::compare(rebuilt(*table, *matrix, rows, matrix->columns), {options.own});
  const report::Origin origin{table->results, table->provenance};
  if (*format == "csv") {
    deliver_csv(context, options.output, options.output.out, report::comparison_csv(comparison, origin),
                "positions of actors side by side", table->provenance, comparison.matrix.options);
    return;
  }
  deliver(context, options.output.out,
          *format == "md"     ? report::comparison_markdown(comparison, origin)
          : *format == "html" ? report::comparison_html(comparison, origin)
          : *format == "json"
              ? report::comparison_json(comparison, origin)
              : report::comparison_terminal(comparison, origin, terminal_options(context, options.output)));
}

}  // namespace

void add_compare(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("compare", "actors side by side: where they agree, differ, are silent, with quotes");
  command->footer(
      "Example:\n  demarche compare IRN RUS\n  demarche compare IRN RUS TUR --window 2023 --out brief.html\n"
      "  demarche compare EU RUS --window 2022 --format md\n\n"
      "A group of the rules stands for its members. Agreement counts 2 for the same position, 1 where one is mixed or\n"
      "conditional, 0 for opposite ones, over the issues on which both have a position.");
  command->add_option("actors", options->names, "two actors or more: IRN, EU, a group of the rules")->required();
  add_table_options(*command, options->table);
  for (const char* name : {"--rules", "--corpus"}) command->get_option(name)->allow_extra_args(false);
  add_output_options(*command, options->output, formats);
  command->add_flag("--own", options->own, "only an actor's own positions count as shared, none of its group");
  command->callback([&context, options] { compare(context, *options); });
}

}  // namespace demarche::cli
