#include <cstdio>
#include <filesystem>

#include "cli/golden_commands.hpp"
#include "engine/golden/difference_text.hpp"
#include "engine/golden/judge.hpp"
#include "engine/golden/sample.hpp"

// `golden diff`, against what was accepted or between two versions of the rules, and what is read of its samples.
namespace demarche::cli {

namespace {

struct DiffOptions {
  GoldenOptions golden;
  std::string rules_a;
  std::string rules_b;
  std::string format = "text";
  std::size_t most = 0;
  std::size_t sample = 0;
  std::uint64_t seed = 1;
  std::string sheet = "sample.tsv";
};

struct JudgeOptions {
  std::string sheet;
  std::string format = "text";
};

std::optional<Now> read_version(Context& context, const GoldenOptions& common, const std::string& rules) {
  GoldenOptions options = common;
  options.rules.rules = {rules};
  return read_now(context, options);
}

std::unique_ptr<Sides> read_versions(Context& context, const DiffOptions& options) {
  auto a = read_version(context, options.golden, options.rules_a);
  if (!a) return nullptr;
  auto b = read_version(context, options.golden, options.rules_b);
  if (!b) return nullptr;
  return std::make_unique<Sides>(std::move(a->golden), std::move(*b));
}

void write_sheet(Context& context, const DiffOptions& options, const golden::Comparison& comparison) {
  const auto sample = golden::draw(comparison, options.sample, options.seed);
  const std::string markdown = std::filesystem::path(options.sheet).replace_extension(".md").generic_string();
  Diagnostics diagnostics;
  auto write = [&](const std::string& path, const std::string& text) {
    const std::string error = context.files->write_whole(path, text);
    if (!error.empty()) diagnostics.add(DiagnosticId::write_failed, "cannot write `" + path + "`: " + error, path);
  };
  write(options.sheet, golden::sheet_tsv(sample));
  if (markdown != options.sheet) write(markdown, golden::sheet_markdown(sample));
  report(context, diagnostics);
  if (diagnostics.has_errors() || context.quiet || options.format == "json") return;
  std::printf("%zu of %zu gained and lost pieces of evidence are in %s to be judged, and in %s to be read\n",
              sample.drawn.size(), sample.gained + sample.lost, options.sheet.c_str(), markdown.c_str());
}

void diff(Context& context, const DiffOptions& options) {
  const bool versions = !options.rules_a.empty();
  const auto sides = versions ? read_versions(context, options) : read_sides(context, options.golden);
  if (!sides) return;
  const auto& comparison = sides->comparison;
  if (options.format == "json") {
    std::fputs(golden::difference_json(comparison, sides->causes()).c_str(), stdout);
  } else {
    const golden::DifferenceStyle style{context.color_on_output(), true, options.most};
    std::fputs(golden::difference_text(comparison, sides->causes(), style).c_str(), stdout);
    if (!context.quiet) std::printf("%s%s\n", comparison.same() ? "" : "\n", golden::summary_line(comparison).c_str());
  }
  if (options.sample > 0) write_sheet(context, options, comparison);
}

void judge(Context& context, const JudgeOptions& options) {
  Diagnostics diagnostics;
  const auto judged = golden::read_judged(*context.files, options.sheet, diagnostics);
  report(context, diagnostics);
  if (!judged) return;
  std::fputs((options.format == "json" ? golden::judged_json(*judged) : golden::judged_text(*judged)).c_str(), stdout);
}

}  // namespace

void add_golden_diff(CLI::App& golden, Context& context) {
  auto options = std::make_shared<DiffOptions>();
  auto* command =
      golden.add_subcommand("diff", "what is different now: cells, documents, evidence, and the edited lines");
  command->footer(
      "Example:\n  demarche golden diff\n"
      "  demarche golden diff --rules-a old/rules --rules-b rules --corpus articles --sample 60\n\n"
      "A sample is a table with an empty column `judgement`: right, wrong or unclear; `demarche golden judge` reads "
      "it.");
  auto* a = command->add_option("--rules-a", options->rules_a, "compare these rules, not what was accepted ...");
  auto* b = command->add_option("--rules-b", options->rules_b, "... with these");
  a->needs(b);
  b->needs(a);
  command->add_option("--sample", options->sample, "draw so many gained and lost pieces for reading");
  command->add_option("--seed", options->seed, "another seed, another sample")->capture_default_str();
  command->add_option("--sheet", options->sheet, "where the sample goes; beside it the same as .md")
      ->capture_default_str();
  command->add_option("--most", options->most, "show so many pieces of evidence (default: all)");
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  add_golden_options(*command, options->golden);
  command->callback([&context, options] { diff(context, *options); });
}

void add_golden_judge(CLI::App& golden, Context& context) {
  auto options = std::make_shared<JudgeOptions>();
  auto* command = golden.add_subcommand("judge", "how many of a judged sample are right, with an interval");
  command->footer("Example:\n  demarche golden judge sample.tsv");
  command
      ->add_option("sheet", options->sheet,
                   "the table that `golden diff --sample` wrote, with its column `judgement` filled in")
      ->required();
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback([&context, options] { judge(context, *options); });
}

}  // namespace demarche::cli
