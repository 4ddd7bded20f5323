#include <cstdio>

#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/table.hpp"
#include "engine/report/grid_formats.hpp"
#include "engine/report/matrix_terminal.hpp"
#include "engine/report/table_csv.hpp"
#include "engine/report/table_formats.hpp"

namespace demarche::cli {

namespace {

struct Options {
  TableOptions table;
  std::string format;
  std::string out;
  std::string cell = "standard";
  std::string sort = "written";
  std::string sort_columns = "written";
  std::vector<std::string> only;
  bool transpose = false;
  bool totals = false;
  bool mark = false;
  bool plain = false;
};

constexpr std::string_view terminal = "terminal";

std::vector<std::string> format_names() {
  std::vector<std::string> names{std::string(terminal)};
  for (const auto& format : report::grid_formats()) names.emplace_back(format.name);
  for (const auto& format : report::table_formats())
    if (!report::grid_format(format.name)) names.emplace_back(format.name);
  return names;
}

// What the command line asks for. Both formats are null for the terminal.
struct Wanted {
  report::View view;
  const report::GridFormat* format = nullptr;
  const report::TableFormat* whole = nullptr;  // holds everything, however the table looks: xlsx, sqlite
};

bool has_view(const Options& options) {
  return options.cell != "standard" || options.sort != "written" || options.sort_columns != "written" ||
         options.transpose || options.totals || !options.only.empty();
}

// What is wrong with the format and what is asked of it; empty when nothing is.
std::string format_trouble(const Options& options, const Wanted& wanted) {
  const bool named = wanted.format || wanted.whole || !options.format.empty();
  if (!named && !options.out.empty() && !options.out.ends_with(".txt"))
    return "the name `" + options.out + "` does not tell the format; say it with --format: " + listed(format_names());
  if (wanted.whole && has_view(options))
    return "`" + std::string(wanted.whole->name) +
           "` holds the whole table; --cell, --sort, --transpose, --totals and --only are for the other formats";
  if (wanted.whole && options.out.empty() && !wanted.whole->for_people)
    return "`" + std::string(wanted.whole->name) + "` needs a file: --out positions" +
           std::string(wanted.whole->ending);
  if (options.mark && !(wanted.format && wanted.format->may_have_mark)) return "--bom is for csv, csv-long and tsv";
  return "";
}

bool choose_format(Context& context, const Options& options, Wanted& wanted) {
  if (!options.format.empty()) {
    wanted.format = report::grid_format(options.format);
    if (!wanted.format) wanted.whole = report::table_format(options.format);
    if (!wanted.format && !wanted.whole && options.format != terminal) {
      say_unknown(context, "format", options.format, format_names());
      return false;
    }
  } else if (!options.out.empty()) {
    wanted.format = report::grid_format_of(options.out);
    if (!wanted.format) wanted.whole = report::table_format_of(options.out);
  }
  const std::string trouble = format_trouble(options, wanted);
  if (!trouble.empty()) say_wrong(context, trouble);
  return trouble.empty();
}

std::optional<Wanted> wanted_of(Context& context, const Options& options) {
  Wanted wanted;
  for (const auto& word : options.only)
    if (!report::is_filter(word)) {
      say_unknown(context, "filter", word, report::filters());
      return std::nullopt;
    }
  wanted.view.only = options.only;
  wanted.view.content = *report::parse_content(options.cell);
  wanted.view.rows = *report::parse_order(options.sort);
  wanted.view.columns = *report::parse_order(options.sort_columns);
  wanted.view.transpose = options.transpose;
  wanted.view.totals = options.totals;
  if (!choose_format(context, options, wanted)) return std::nullopt;
  return wanted;
}

// Whole or not at all.
bool write(Context& context, const std::string& path, const std::string& bytes) {
  const std::string error = context.files->write_whole(path, bytes);
  if (error.empty()) return true;
  Diagnostics diagnostics;
  diagnostics.add(DiagnosticId::write_failed, "cannot write `" + path + "`: " + error, path);
  report(context, diagnostics);
  return false;
}

std::string on_screen(const Context& context, const Options& options, const report::GridInput& input) {
  report::TerminalOptions shown{terminal_width(), options.out.empty() && context.color_on_output(),
                                report::Signs::unicode};
  if (options.plain || !unicode_output()) shown.signs = report::Signs::plain;
  const std::string text = report::table_terminal(input.grid, input.results, shown);
  if (context.quiet) return text;
  return text + "\n" + report::provenance_terminal(input.provenance, input.matrix.options, shown);
}

void show(Context& context, const Options& options) {
  const auto wanted = wanted_of(context, options);
  if (!wanted) return;
  const auto table = read_table(context, options.table);
  if (!table) return;
  const auto matrix = make_matrix(context, table->job, table->results);
  if (!matrix) return;
  if (wanted->whole) {
    if (write_table(context, *table, *matrix, *wanted->whole, options.out) && !options.out.empty() && !context.quiet)
      std::printf("%s\n", options.out.c_str());
    return;
  }
  const auto grid = report::make_grid(*matrix, wanted->view);
  const report::GridInput input{grid, *matrix, table->results, table->provenance};
  std::string bytes = wanted->format ? wanted->format->write(input) : on_screen(context, options, input);
  if (options.mark) bytes.insert(0, report::byte_order_mark);
  if (options.out.empty()) {
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    return;
  }
  if (!write(context, options.out, bytes)) return;
  if (!context.quiet) std::printf("%s\n", options.out.c_str());
  if (!wanted->format || !wanted->format->metadata) return;
  const std::string beside = options.out + "-metadata.json";
  if (write(context, beside, wanted->format->metadata(options.out, input)) && !context.quiet)
    std::printf("%s\n", beside.c_str());
}

template <std::size_t N>
std::vector<std::string> words_of(const std::array<std::string_view, N>& names) {
  return {names.begin(), names.end()};
}

std::string footer() {
  std::string text =
      "Example:\n  demarche matrix --sort lean --totals\n  demarche matrix --rows \"<actor in EU>\" --only mixed,thin\n"
      "  demarche matrix --from out --out positions.html\n  demarche matrix --cell quote --format md\n\nFormats:\n"
      "  terminal      a table for the screen (the default)\n";
  for (const auto& format : report::grid_formats())
    text += "  " + std::string(format.name) + std::string(14 - format.name.size(), ' ') + std::string(format.summary) +
            "\n";
  return text + "  xlsx, sqlite  and others: as `demarche export --help` lists them\n";
}

}  // namespace

void add_matrix(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("matrix", "show the table of positions, in a format of your choice");
  command->footer(footer());
  add_table_options(*command, options->table);
  command->add_option("--cell", options->cell, "what a cell shows: standard, code, lean, counts, quote")
      ->check(CLI::IsMember(words_of(report::content_names)));
  command->add_option("--sort", options->sort, "order of the rows: written, name, id, count, lean")
      ->check(CLI::IsMember(words_of(report::order_names)));
  command->add_option("--sort-columns", options->sort_columns, "order of the columns, likewise")
      ->check(CLI::IsMember(words_of(report::order_names)));
  command->add_flag("--transpose", options->transpose, "issues as rows, actors as columns");
  command->add_flag("--totals", options->totals, "states per position: how many cells of each code, by row and column");
  command->add_option("--only", options->only, "cells that are one of these: thin, mixed, shifted, position, via ...")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_option("--format", options->format, "the format (default: what the name of --out says, else terminal)");
  command->add_option("--out", options->out, "the file, written whole or not at all (default: standard output)");
  command->add_flag("--bom", options->mark,
                    "a byte-order mark in front, for old versions of Excel: csv, csv-long, tsv");
  command->add_flag("--plain", options->plain, "ASCII signs only, on the terminal");
  command->callback([&context, options] { show(context, *options); });
}

}  // namespace demarche::cli
