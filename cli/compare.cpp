#include "cli/chosen.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
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

void compare(Context& context, const Options& options) {
  const auto format = chosen_format(context, options.output, formats);
  if (!format) return;
  auto table = read_table(context, options.table);
  if (!table) return;
  auto matrix = matrix_of(context, *table, options.names);
  if (!matrix) return;
  if (matrix->rows.size() < 2) {
    const std::string one = matrix->rows.empty() ? options.names.front() : matrix->rows.front().id;
    return say_wrong(context, "`" + one + "` alone cannot be compared; name two actors or more, or see " + one +
                                  " by itself with `demarche quotes " + one + "`");
  }
  const auto comparison = position::compare(std::move(*matrix), {options.own});
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
      "A group of the rules stands for its members; issues may be named, too. Agreement counts 2 for the same position,\n"
      "1 where one is mixed or conditional, 0 for opposite ones, over the issues on which both have a position.");
  command
      ->add_option("actors", options->names,
                   "two actors or more: IRN, EU, a group of the rules, region, \"<actor in EU>\"")
      ->required();
  add_table_options(*command, options->table);
  for (const char* name : {"--rules", "--corpus"}) command->get_option(name)->allow_extra_args(false);
  add_output_options(*command, options->output, formats);
  command->add_flag("--own", options->own, "only an actor's own positions count as shared, none of its group");
  command->callback([&context, options] { compare(context, *options); });
}

}  // namespace demarche::cli
