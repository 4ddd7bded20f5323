#include "engine/why/sandbox.hpp"

#include "engine/text/fold.hpp"

namespace demarche::why {

void Seen::keep(const mention::SentenceView& from) {
  tokens_.assign(from.tokens.data, from.tokens.data + from.tokens.size);
  names_.assign(from.names.begin(), from.names.end());
  view = from;
  view.tokens = {tokens_.data(), static_cast<std::uint32_t>(tokens_.size())};
  view.sentence = nullptr;  // it would not survive a move; nothing that explains asks for it
  view.names = names_;
}

Sandbox::Sandbox(program::Program program, const lexicon::ActorTable& actors)
    : program_(std::move(program)), actors_(actors) {
  Diagnostics diagnostics;  // said already when the whole rule set was made ready
  lexis_ = std::make_unique<mention::Lexis>(program_, actors_, diagnostics);
  rules_ = std::make_unique<evidence::RuleIndex>(*lexis_);
}

evidence::DocumentResult Sandbox::read(const corpus::Document& document) const {
  return evidence::read_document(document, *lexis_, *rules_, {});
}

Reading Sandbox::look(const corpus::Document& document) const {
  Reading reading;
  mention::Workspace workspace(*lexis_);
  evidence::ReadOptions options;
  options.trace = true;
  options.watch = [&](const evidence::SentenceReading& sentence) {
    Seen& seen = reading.sentences.emplace_back();
    mention::SentenceView view = sentence.view;
    mention::find_stance_words(view, *lexis_, workspace);
    seen.keep(view);
    seen.voices = sentence.voices;
    seen.subject = sentence.subject;
    for (std::uint32_t t = 0; t < seen.view.size(); ++t) {
      const text::WordId word = seen.view.tokens[t].word;
      seen.words.push_back(word == text::unknown_word ? text::fold(seen.view.raw(t))
                                                      : std::string(lexis_->vocabulary.text(word)));
    }
  };
  options.watch_coding = [&](const evidence::SentenceCoding& coding) {
    Seen& seen = reading.sentences.at(coding.sentence);
    seen.coded = true;
    mention::SentenceView view = coding.input.view;  // a deed may have been taken up since it was first seen
    seen.keep(view);
    seen.voices = coding.input.voices;  // the speaker of a quote may have been named later
    seen.is_speech = coding.input.is_speech;
    seen.candidates = coding.candidates;
    seen.rejected = coding.rejected;
    seen.settled = coding.settled.statements;
  };
  reading.result = evidence::read_document(document, *lexis_, *rules_, options);
  return reading;
}

}  // namespace demarche::why
