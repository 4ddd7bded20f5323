#include <algorithm>
#include <cstdio>
#include <iostream>
#include <iterator>

#include "cli/context.hpp"
#include "cli/explain_text.hpp"
#include "cli/known_ids.hpp"
#include "cli/project.hpp"
#include "engine/text/tokens.hpp"

namespace demarche::cli {

namespace {

struct Options {
  RuleOptions rules;
  std::vector<std::string> words;  // of the sentence: one when it was quoted for the shell
  std::vector<std::string> speaking;
  std::string date;
  std::string title;
  std::string speaker;
};

std::string sentence_of(const Options& options) {
  std::string text;
  for (const auto& word : options.words) text += (text.empty() ? "" : " ") + word;
  if (text == "-") text.assign(std::istreambuf_iterator<char>(std::cin), {});
  return text;
}

std::optional<corpus::Document> make_document(Context& context, const Options& options) {
  corpus::Document document;
  document.id = document.path = "try";
  document.text = sentence_of(options);
  document.body = {0, static_cast<std::uint32_t>(document.text.size())};
  document.title = options.title;
  document.speaking = options.speaking;
  document.speaker = options.speaker;
  if (!options.date.empty()) {
    document.date = parse_date(options.date);
    if (!document.date) {
      std::fprintf(stderr, "demarche: `%s` is no date; write it as 2023-09-20\n", options.date.c_str());
      context.exit_code = wrong_input;
      return std::nullopt;
    }
  }
  return document;
}

bool known_speakers(Context& context, const Options& options, const lexicon::ActorTable& actors) {
  return std::all_of(options.speaking.begin(), options.speaking.end(),
                     [&](const std::string& id) { return known_actor(context, id, actors); });
}

// How the text was cut: what a pattern's words must meet.
std::string tokens_line(const std::string& text) {
  std::string line = "tokens:";
  for (const auto& token : text::token_texts(text)) line += " " + token + " |";
  line.pop_back();
  return line + "\n\n";
}

void try_text(Context& context, const Options& options) {
  const auto document = make_document(context, options);
  if (!document) return;
  const auto job = prepare(context, options.rules, {}, {}, false);
  if (!job || !known_speakers(context, options, job->rules->actors)) return;
  const auto result = job->analyser->analyse(*document, {.trace = true});
  if (!context.quiet) std::fputs(tokens_line(document->text).c_str(), stdout);
  std::fputs(result_text(document->text, result, context.color_on_output()).c_str(), stdout);
}

}  // namespace

void add_try(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("try", "read one sentence and show every step");
  command->footer("Example:\n  demarche try \"We strongly reject these sanctions.\" --speaking IRN --date 2023-01-15");
  command->add_option("text", options->words, "the sentence, or - to read it from the standard input")->required();
  command->add_option("--speaking", options->speaking, "whose own words the text is: IRN, EU ...; may be repeated")
      ->allow_extra_args(false);
  command->add_option("--date", options->date, "the day of the text: 2023-09-20");
  command->add_option("--title", options->title, "the title of the text");
  command->add_option("--speaker", options->speaker, "the person who speaks");
  add_rule_options(*command, options->rules);
  command->get_option("--rules")->allow_extra_args(false);  // what follows a path is the sentence
  command->callback([&context, options] { try_text(context, *options); });
}

}  // namespace demarche::cli
