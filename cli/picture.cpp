#include "engine/picture/picture.hpp"

#include "cli/context.hpp"
#include "cli/network_options.hpp"
#include "cli/output.hpp"
#include "cli/rebuilt.hpp"
#include "cli/table.hpp"
#include "engine/picture/heatmap.hpp"
#include "engine/picture/network_picture.hpp"
#include "engine/picture/raster.hpp"
#include "engine/picture/time_picture.hpp"
#include "engine/picture/totals.hpp"

namespace demarche::cli {

namespace {

const std::vector<std::string> formats{"svg", "png"};

struct Options {
  TableOptions table;
  TieOptions ties;
  std::string what;
  std::vector<std::string> names;
  std::string format;
  std::string out;
  std::string title;
  std::string every = "year";
  int months = 0;
  double width = 1280;
  double scale = 2;
  bool dark = false;
};

// Options that say nothing to the picture asked for would be taken in silence.
bool fits(Context& context, const CLI::App& command, const std::string& what) {
  auto is_given = [&](const char* name) { return command.count(name) > 0; };
  for (const char* name : {"--kind", "--normalise", "--min", "--min-shared", "--own", "--no-isolates"})
    if (what != "network" && is_given(name)) {
      say_wrong(context, std::string(name) + " is for `picture network`, not for `picture " + what + "`");
      return false;
    }
  for (const char* name : {"--every", "--months"})
    if (what != "timeline" && is_given(name)) {
      say_wrong(context, std::string(name) + " is for `picture timeline`, not for `picture " + what + "`");
      return false;
    }
  return true;
}

// The rows and columns that are asked for by name, over those of the matrix.
std::optional<position::Matrix> chosen_matrix(Context& context, const Options& options, const Table& table) {
  const auto chosen = choose(context, options.names, table);
  if (!chosen) return std::nullopt;
  auto matrix = make_matrix(context, table.job, table.results);
  if (!matrix || options.names.empty()) return matrix;
  return rebuilt(table, *matrix, chosen->actors.empty() ? matrix->rows : chosen->actors,
                 chosen->issues.empty() ? matrix->columns : chosen->issues);
}

picture::Picture draw_timeline(const Options& options, const Table& table, const position::Matrix& matrix,
                               const picture::Style& style) {
  const position::Layout layout{matrix.id, matrix.title, matrix.rows, matrix.columns, false};
  const auto timeline =
      position::build_timeline(tally_of(table.results), layout, matrix.options,
                               {*position::parse_step(options.every), options.months}, table.job.rules->actors);
  if (timeline.too_long)
    return {{}, 0, 0, {}, "these are too many periods; take longer ones with --every or a --window"};
  return picture::time_picture(timeline, style);
}

// Nothing when an option is wrong, which has been said.
std::optional<picture::Picture> draw(Context& context, const Options& options, const Table& table,
                                     const position::Matrix& matrix) {
  const picture::Style style{options.width, options.dark, options.title,
                             report::provenance_line(table.provenance, matrix.options)};
  if (options.what == "heatmap") return picture::heat_map(matrix, style);
  if (options.what == "totals") return picture::totals(matrix, style);
  if (options.what == "timeline") return draw_timeline(options, table, matrix, style);
  const auto ties = network_options(context, options.ties);
  if (!ties) return std::nullopt;
  return picture::network_picture(position::build_network(matrix, *ties), style);
}

void make_picture(Context& context, const Options& options) {
  const auto format = chosen_format(context, {options.format, options.out}, formats);
  if (!format) return;
  const auto table = read_table(context, options.table);
  if (!table) return;
  const auto matrix = chosen_matrix(context, options, *table);
  if (!matrix) return;
  const auto picture = draw(context, options, *table, *matrix);
  if (!picture) return;
  if (!picture->error.empty()) return say_wrong(context, picture->error);
  if (*format == "svg") {
    deliver(context, options.out, picture->svg);
    return;
  }
  const auto pixels = picture::to_png(*picture, options.scale);
  if (!pixels.error.empty()) return say_wrong(context, pixels.error);
  deliver(context, options.out, pixels.png);
}

}  // namespace

void add_picture(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("picture", "heat map, timeline, network, states per position: SVG and PNG for slides");
  command->footer(
      "Example:\n  demarche picture heatmap --out positions.png\n"
      "  demarche picture timeline IRN --every quarter --out iran.svg\n"
      "  demarche picture network --kind congruence --min 2 --dark --out who.png\n"
      "  demarche picture totals --window 2023 --out totals.svg\n\n"
      "Colours can be told apart by colour-blind readers, and a sign says the same. The small print names where it\n"
      "comes from.");
  command->add_option("picture", options->what, "heatmap, timeline, network or totals")
      ->required()
      ->check(CLI::IsMember({"heatmap", "timeline", "network", "totals"}));
  command->add_option("what", options->names, "actors or issues: IRN, sanctions (default: the whole matrix)");
  command->add_option("--out", options->out, "the file, FILE.svg or FILE.png (default: SVG on the screen)");
  command->add_option("--format", options->format, "svg or png (default: what the name of --out says)")
      ->check(CLI::IsMember(formats));
  command->add_option("--width", options->width, "pixels (default: 1280); the height follows")
      ->check(CLI::Range(400, 10000));
  command->add_option("--scale", options->scale, "PNG: pixels for each pixel of --width (default: 2)")
      ->check(CLI::Range(0.25, 8.0));
  command->add_flag("--dark", options->dark, "light on dark");
  command->add_option("--title", options->title, "over the picture (default: what it shows)");
  command->add_option("--every", options->every, "timeline: a period is a month, a quarter or a year (default: year)")
      ->check(CLI::IsMember({"month", "quarter", "year"}));
  command->add_option("--months", options->months, "timeline: months that count towards a period, ending with it")
      ->check(CLI::Range(1, 1200));
  add_tie_options(*command, options->ties);
  add_table_options(*command, options->table);
  for (const char* name : {"--rules", "--corpus"}) command->get_option(name)->allow_extra_args(false);
  command->callback([&context, options, command] {
    if (fits(context, *command, options->what)) make_picture(context, *options);
  });
}

}  // namespace demarche::cli
