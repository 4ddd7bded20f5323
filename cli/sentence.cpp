#include "cli/sentence.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <iterator>

#include "cli/known_ids.hpp"

namespace demarche::cli {

void add_sentence_options(CLI::App& command, SentenceOptions& options) {
  command.add_option("--speaking", options.speaking, "whose own words the text is: IRN, EU ...; may be repeated")
      ->allow_extra_args(false);
  command.add_option("--date", options.date, "the day of the text: 2023-09-20");
  command.add_option("--title", options.title, "the title of the text");
  command.add_option("--speaker", options.speaker, "the person who speaks");
}

std::optional<corpus::Document> make_document(Context& context, const std::string& text,
                                              const SentenceOptions& options) {
  corpus::Document document;
  document.id = document.path = "text";
  document.text = text;
  if (text == "-") document.text.assign(std::istreambuf_iterator<char>(std::cin), {});
  document.body = {0, static_cast<std::uint32_t>(document.text.size())};
  document.title = options.title;
  document.speaking = options.speaking;
  document.speaker = options.speaker;
  if (options.date.empty()) return document;
  document.date = parse_date(options.date);
  if (document.date) return document;
  std::fprintf(stderr, "demarche: `%s` is no date; write it as 2023-09-20\n", options.date.c_str());
  context.exit_code = wrong_input;
  return std::nullopt;
}

bool known_speakers(Context& context, const SentenceOptions& options, const lexicon::ActorTable& actors) {
  return std::all_of(options.speaking.begin(), options.speaking.end(),
                     [&](const std::string& id) { return known_actor(context, id, actors); });
}

}  // namespace demarche::cli
