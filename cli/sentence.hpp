#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "engine/corpus/document.hpp"

// A sentence given on the command line, with what is known of it.
namespace demarche::cli {

struct SentenceOptions {
  std::vector<std::string> speaking;
  std::string date;
  std::string title;
  std::string speaker;
};
void add_sentence_options(CLI::App& command, SentenceOptions& options);

// The sentence as a document; `text` may be - for the standard input. Nothing when the date is none: it has been said,
// and `exit_code` is set.
std::optional<corpus::Document> make_document(Context& context, const std::string& text,
                                              const SentenceOptions& options);
bool known_speakers(Context& context, const SentenceOptions& options, const lexicon::ActorTable& actors);

}  // namespace demarche::cli
