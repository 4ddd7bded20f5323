#include <cstdio>

#include "cli/context.hpp"
#include "cli/explain_text.hpp"
#include "cli/project.hpp"
#include "cli/sentence.hpp"
#include "engine/text/tokens.hpp"

namespace demarche::cli {

namespace {

struct Options {
  RuleOptions rules;
  std::vector<std::string> words;  // of the sentence: one when it was quoted for the shell
  SentenceOptions sentence;
};

std::string sentence_of(const Options& options) {
  std::string text;
  for (const auto& word : options.words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// How the text was cut: what a pattern's words must meet.
std::string tokens_line(const std::string& text) {
  std::string line = "tokens:";
  for (const auto& token : text::token_texts(text)) line += " " + token + " |";
  line.pop_back();
  return line + "\n\n";
}

void try_text(Context& context, const Options& options) {
  const auto document = make_document(context, sentence_of(options), options.sentence);
  if (!document) return;
  const auto job = prepare(context, options.rules, {}, {}, false);
  if (!job || !known_speakers(context, options.sentence, job->rules->actors)) return;
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
  add_sentence_options(*command, options->sentence);
  add_rule_options(*command, options->rules);
  command->get_option("--rules")->allow_extra_args(false);  // what follows a path is the sentence
  command->callback([&context, options] { try_text(context, *options); });
}

}  // namespace demarche::cli
