#include <algorithm>
#include <cstdio>

#include "cli/context.hpp"
#include "cli/findings.hpp"
#include "cli/golden_commands.hpp"
#include "cli/golden_now.hpp"
#include "engine/golden/difference_reports.hpp"
#include "engine/golden/difference_text.hpp"
#include "engine/golden/store.hpp"
#include "engine/report/junit.hpp"
#include "engine/report/tap.hpp"

namespace demarche::cli {

namespace {

struct CheckOptions {
  GoldenOptions golden;
  std::string format = "text";
};

std::string documents(std::size_t count) { return std::to_string(count) + (count == 1 ? " document" : " documents"); }

std::size_t pieces(const golden::Golden& golden) {
  std::size_t count = 0;
  for (const auto& document : golden.documents) count += document.evidence.size();
  return count;
}

std::string in_format(const std::string& format, const Sides& sides) {
  if (format == "json") return golden::difference_json(sides.comparison, sides.causes());
  if (format == "github") return golden::github_annotations(sides.comparison, sides.causes());
  const auto suites = golden::suites_of(sides.comparison, sides.now.golden, sides.causes());
  return format == "tap" ? report::tap(suites) : report::junit_xml(suites, tool_of("golden check"));
}

void check(Context& context, const CheckOptions& options) {
  const auto sides = read_sides(context, options.golden);
  if (!sides) return;
  if (!sides->comparison.same()) context.exit_code = std::max<int>(context.exit_code, check_found);
  if (options.format != "text") {
    std::fputs(in_format(options.format, *sides).c_str(), stdout);
    return;
  }
  if (sides->comparison.same()) {
    if (!context.quiet)
      std::printf("%s, %zu pieces of evidence, %zu cells: as accepted\n",
                  documents(sides->now.golden.documents.size()).c_str(), pieces(sides->now.golden),
                  sides->now.golden.cells.size());
    return;
  }
  const golden::DifferenceStyle style{context.color_on_output(), false, 0};
  std::fputs(golden::cells_text(sides->comparison, style).c_str(), stdout);
  std::printf("not as accepted: %s\n", golden::summary_line(sides->comparison).c_str());
  if (!context.quiet)
    std::fputs("`demarche golden diff` shows each with its cause; `demarche golden accept` takes them over\n", stdout);
}

void add_golden_check(CLI::App& golden, Context& context) {
  auto options = std::make_shared<CheckOptions>();
  auto* command = golden.add_subcommand("check", "exit code 1 when the rules do not give what was accepted");
  command->footer("Example:\n  demarche golden check");
  command->add_option("--format", options->format, "text, json, junit, tap or github")
      ->check(CLI::IsMember({"text", "json", "junit", "tap", "github"}))
      ->capture_default_str();
  add_golden_options(*command, options->golden);
  command->callback([&context, options] { check(context, *options); });
}

}  // namespace

std::unique_ptr<Sides> read_sides(Context& context, const GoldenOptions& options) {
  auto now = read_now(context, options);
  if (!now) return nullptr;
  const std::string folder = golden_folder(options, now->job);
  Diagnostics diagnostics;
  auto before = golden::read_golden(*context.files, folder, diagnostics);
  if (before) golden::check_corpus(*before, now->golden, folder, diagnostics);
  report(context, diagnostics);
  if (!before || diagnostics.has_errors()) return nullptr;
  return std::make_unique<Sides>(std::move(*before), std::move(*now));
}

Sides::Sides(golden::Golden was, Now is)
    : before(std::move(was)),
      now(std::move(is)),
      comparison(golden::compare(before, now.golden)),
      edits(before.rules, now.golden.rules) {}

golden::CauseFinder Sides::causes() const {
  return {before, now.golden, edits, comparison, now.results, golden::UseFinder(now.job.rules->program, now.rules)};
}

void add_golden(CLI::App& app, Context& context) {
  auto* golden = app.add_subcommand("golden", "keep what the rules are known to give, and see what an edit changes");
  golden->footer(
      "Example:\n  demarche golden accept --all   # keep what the rules give now, in golden/\n"
      "  demarche golden check          # exit code 1 when they give something else\n"
      "  demarche golden diff           # what: cells, documents, evidence, and the edited lines");
  golden->require_subcommand(1);
  add_golden_check(*golden, context);
  add_golden_diff(*golden, context);
  add_golden_accept(*golden, context);
  add_golden_judge(*golden, context);
}

}  // namespace demarche::cli
