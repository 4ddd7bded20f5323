#include <cstdio>

#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/table.hpp"
#include "engine/report/table_formats.hpp"
#include "engine/run/names.hpp"

namespace demarche::cli {

namespace {

struct Options {
  TableOptions table;
  std::string format;
  std::string out;
};

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const auto& format : report::table_formats()) names.emplace_back(format.name);
  return names;
}

// The format that was named, or that the file's name means. Null when there is none, which is said.
const report::TableFormat* choose_format(Context& context, const Options& options) {
  if (!options.format.empty()) {
    const auto* named = report::table_format(options.format);
    if (!named) say_unknown(context, "format", options.format, format_names());
    return named;
  }
  if (const auto* meant = report::table_format_of(options.out)) return meant;
  say_wrong(context, options.out.empty()
                         ? "say what to write: --format xlsx --out FILE; the formats are " + listed(format_names())
                         : "the name `" + options.out +
                               "` does not tell the format; say it with --format: " + listed(format_names()));
  return nullptr;
}

}  // namespace

bool write_table(Context& context, const Table& table, const position::Matrix& matrix,
                 const report::TableFormat& format, const std::string& out) {
  const auto names = run::names_of(table.job.rules->program, table.job.rules->actors);
  const auto file = report::export_table(format, {matrix, table.results, names, table.provenance});
  if (!file.error.empty()) {
    say_wrong(context, file.error);
    return false;
  }
  if (out.empty()) {
    std::fwrite(file.bytes.data(), 1, file.bytes.size(), stdout);
    return true;
  }
  const std::string error = context.files->write_whole(out, file.bytes);
  if (error.empty()) return true;
  Diagnostics diagnostics;
  diagnostics.add(DiagnosticId::write_failed, "cannot write `" + out + "`: " + error, out);
  report(context, diagnostics);
  return false;
}

namespace {

void export_to(Context& context, const Options& options) {
  const auto* format = choose_format(context, options);
  if (!format) return;
  if (options.out.empty() && !format->for_people)
    return say_wrong(context,
                     "`" + std::string(format->name) + "` needs a file: --out positions." + std::string(format->name));
  const auto table = read_table(context, options.table);
  if (!table) return;
  const auto matrix = make_matrix(context, table->job, table->results);
  if (!matrix || !write_table(context, *table, *matrix, *format, options.out)) return;
  if (!context.quiet && !options.out.empty()) std::printf("%s\n", options.out.c_str());
}

}  // namespace

void add_export(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("export", "write the matrix and its evidence for Excel, SQLite, R, Python");
  std::string formats = "Formats:\n";
  for (const auto& format : report::table_formats())
    formats += "  " + std::string(format.name) + std::string(14 - std::min<std::size_t>(13, format.name.size()), ' ') +
               std::string(format.summary) + "\n";
  command->footer(
      "Example:\n  demarche export --out positions.xlsx\n  demarche export --from out --out positions.sqlite\n"
      "  demarche export --format evidence-csv --out evidence.csv\n\n" +
      formats);
  command->add_option("--format", options->format, "what to write (default: what the name of --out says)");
  command->add_option("--out", options->out, "the file, written whole or not at all (default: the screen, for text)");
  add_table_options(*command, options->table);
  command->callback([&context, options] { export_to(context, *options); });
}

}  // namespace demarche::cli
