#include <cstdio>

#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/table.hpp"
#include "engine/report/ro_crate.hpp"
#include "engine/report/table_formats.hpp"
#include "engine/run/names.hpp"

namespace demarche::cli {

namespace {

struct Options {
  TableOptions table;
  std::string format;
  std::string out;
  std::string license;
  bool crate = false;
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

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

// A crate that describes other files stays as it is: nothing is written then, which is said.
bool may_be_described(Context& context, const Options& options) {
  if (!options.crate) return true;
  if (options.out.empty()) {
    say_wrong(context, "--crate describes a file: say which with --out FILE");
    return false;
  }
  const std::string beside = folder_of(options.out) + report::crate_file;
  if (context.files->kind(beside) != FileSystem::Kind::file) return true;
  const auto known = context.files->read(beside);
  const std::vector<std::string> alone{options.out.substr(folder_of(options.out).size())};
  if (known.bytes && report::files_of_crate(*known.bytes) == alone) return true;
  say_wrong(context,
            "`" + beside + "` describes other files; write to a folder of its own, or make a `demarche bundle`");
  return false;
}

bool write_crate(Context& context, const Options& options, const Table& table, const position::Matrix& matrix) {
  const auto written = context.files->read(options.out);
  const std::string beside = folder_of(options.out) + report::crate_file;
  const auto names = run::names_of(table.job.rules->program, table.job.rules->actors);
  const report::TableInput input{matrix, table.results, names, table.provenance};
  const std::vector<store::ArchiveFile> files{
      {options.out.substr(folder_of(options.out).size()), written.bytes.value_or("")}};
  const std::string error =
      written.bytes ? context.files->write_whole(beside, report::ro_crate_json({files, input, options.license}))
                    : written.error;
  if (error.empty()) return true;
  Diagnostics diagnostics;
  diagnostics.add(DiagnosticId::write_failed, "cannot write `" + beside + "`: " + error, beside);
  report(context, diagnostics);
  return false;
}

void export_to(Context& context, const Options& options) {
  const auto* format = choose_format(context, options);
  if (!format) return;
  if (options.out.empty() && !format->for_people)
    return say_wrong(context,
                     "`" + std::string(format->name) + "` needs a file: --out positions." + std::string(format->name));
  if (!may_be_described(context, options)) return;
  const auto table = read_table(context, options.table);
  if (!table) return;
  const auto matrix = make_matrix(context, table->job, table->results);
  if (!matrix || !write_table(context, *table, *matrix, *format, options.out)) return;
  if (!context.quiet && !options.out.empty()) std::printf("%s\n", options.out.c_str());
  if (!options.crate || !write_crate(context, options, *table, *matrix)) return;
  if (!context.quiet) std::printf("%s%s\n", folder_of(options.out).c_str(), report::crate_file);
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
  auto* crate = command->add_flag("--crate", options->crate, "also ro-crate-metadata.json beside it: how it was made");
  command->add_option("--license", options->license, "with --crate: under which licence others may use it")
      ->needs(crate);
  add_table_options(*command, options->table);
  command->callback([&context, options] { export_to(context, *options); });
}

}  // namespace demarche::cli
