#include "engine/run/who.hpp"

#include <cstdio>

#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/project.hpp"
#include "engine/run/office_gaps.hpp"

namespace demarche::cli {

namespace {

struct Options {
  RuleOptions rules;
  std::string question;
  std::string day;
  std::string promise;
  bool gaps = false;
  bool all = false;
  bool json = false;
};

void answer(Context& context, const Options& options, const Job& job) {
  std::optional<Date> day;
  if (!options.day.empty()) {
    day = parse_date(options.day);
    if (!day) return say_wrong(context, "`" + options.day + "` is no date; write it as 2019-05-01");
  }
  const auto found = run::who(job.analyser->lexis(), options.question, day);
  if (options.json) std::fputs(run::who_json(found).c_str(), stdout);
  if (!options.json) std::fputs(run::who_text(found, options.all || !day).c_str(), stdout);
  if (!found.meanings.empty() && found.unknown.empty()) return;
  std::string words = found.meanings.empty() ? options.question : "";
  if (!found.meanings.empty())
    for (const auto& word : found.unknown) words += (words.empty() ? "" : " ") + word;
  std::string near;
  for (const auto& name : found.suggestions) near += (near.empty() ? "; did you mean `" : " or `") + name + "`";
  say_wrong(context, "no actor list knows `" + words + "`" + near + (near.empty() ? "" : "?"));
}

// Lists what is missing; exit code 1 when something is.
void gaps(Context& context, const Options& options, const Job& job) {
  const std::string path = options.promise.empty() ? find_library(context) + "/office-coverage.yaml" : options.promise;
  Diagnostics diagnostics;
  const auto promise = run::read_office_promise(*context.files, path, job.rules->actors, diagnostics);
  report(context, diagnostics);
  if (!promise || diagnostics.has_errors()) return;
  const auto coverage = run::office_coverage_of(job.rules->actors, *promise);
  std::fputs((options.json ? run::office_coverage_json(coverage) : run::office_coverage_text(coverage)).c_str(),
             stdout);
  if (!coverage.gaps.empty()) context.exit_code = check_found;
}

void who(Context& context, const Options& options) {
  if (options.gaps == !options.question.empty())
    return say_wrong(context, options.gaps
                                  ? "`who --gaps` takes no name"
                                  : "say who: a name, a role or an id, such as `who \"foreign minister of Iran\"`");
  const auto job = prepare(context, options.rules, {}, {}, false);
  if (!job) return;
  options.gaps ? gaps(context, options, *job) : answer(context, options, *job);
}

}  // namespace

void add_who(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("who", "who a name, a role or an id means, and on which day");
  command->footer(
      "Example:\n  demarche who \"foreign minister of Iran\" --on 2019-05-01\n  demarche who Zarif\n"
      "  demarche who GCC --on 2010-01-01\n  demarche who --gaps\n\n"
      "Names and roles are taken as the reading takes them. Without a day, everybody is listed with dates.");
  command->add_option("question", options->question, "a name, a role, or an id: Zarif, \"the Kremlin\", IRN");
  command->add_option("--on,--date", options->day, "the day: 2019-05-01");
  command->add_flag("--all", options->all, "with a day: also who was in office at other times");
  command->add_flag("--gaps", options->gaps,
                    "list the times for which the data promises an office-holder and names none");
  command->add_option("--promise", options->promise,
                      "what --gaps looks for (default: office-coverage.yaml of the library)");
  command->add_flag("--json", options->json, "as JSON");
  add_rule_options(*command, options->rules);
  command->callback([&context, options] { who(context, *options); });
}

}  // namespace demarche::cli
