#include "engine/position/timeline.hpp"

#include "cli/selection.hpp"
#include "engine/report/timeline.hpp"

namespace demarche::cli {

namespace {

const std::vector<std::string> formats{"text", "csv", "json"};

struct Options {
  SelectionOptions selection;
  std::string every = "year";
  int width = 0;
};

void timeline(Context& context, const Options& options) {
  const auto selection = read_selection(context, options.selection, formats);
  if (!selection) return;
  const auto& [format, table, matrix, actors, issues] = *selection;
  const position::Layout layout{matrix.id, matrix.title, actors, issues, false};
  const auto shown =
      position::build_timeline(tally_of(table.results), layout, matrix.options,
                               {*position::parse_step(options.every), options.width}, table.job.rules->actors);
  if (shown.too_long)
    return say_wrong(context, "that makes more than " + std::to_string(position::most_periods) +
                                  " periods; take longer ones (--every year) or a shorter --window");
  const OutputOptions& output = options.selection.output;
  const report::Origin origin{table.results, table.provenance};
  if (format == "csv") {
    deliver_csv(context, output, output.out, report::timeline_csv(shown),
                "positions over time, " + report::periods_text(shown.options), table.provenance, matrix.options);
    return;
  }
  deliver(context, output.out,
          format == "json" ? report::timeline_json(shown, origin)
                           : report::timeline_terminal(shown, origin, terminal_options(context, output)));
}

}  // namespace

void add_timeline(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("timeline", "positions over time, and who changed when, with both quotes");
  command->footer(
      "Example:\n  demarche timeline IRN\n  demarche timeline zangezur-corridor --every quarter\n"
      "  demarche timeline IRN zangezur-corridor --every month --width 12 --format csv --out iran.csv\n\n"
      "An actor shows its issues, an issue its actors, both together one line; nothing, the whole matrix.");
  command->add_option("what", options->selection.names, "actors or issues: IRN, sanctions");
  command->add_option("--every", options->every, "a period is a month, a quarter or a year (default: year)")
      ->check(CLI::IsMember({"month", "quarter", "year"}));
  command
      ->add_option("--width,--months", options->width,
                   "months that count towards a period, ending with it (default: its own)")
      ->check(CLI::Range(1, 1200));
  add_selection_options(*command, options->selection, formats);
  command->callback([&context, options] { timeline(context, *options); });
}

}  // namespace demarche::cli
