#pragma once
#include <string>
#include <vector>

#include "engine/text/tokens.hpp"

namespace demarche::text::testing {

// A text that is cut, with the words that its tokens stand for.
struct Cut {
  std::string bytes;
  Vocabulary vocabulary;
  TokenisedText text;

  explicit Cut(std::string input, std::vector<ByteRange> skipped = {}, std::vector<ByteRange> headings = {},
               std::vector<std::uint32_t> breaks = {}, std::vector<CharacterReference> references = {})
      : bytes(std::move(input)) {
    for (const char* word : {"iran", "'s", "do", "n't", "cavusoglu", "\"", "&"}) vocabulary.intern(word);
    for (const std::string& word : token_texts(bytes)) vocabulary.intern(word);
    TextInput in{bytes, {0, static_cast<std::uint32_t>(bytes.size())}, skipped, headings, breaks, references};
    text = tokenise(in, vocabulary, [this](WordId word) {
      const auto name = vocabulary.text(word);
      return name == "mr" || name == "gen" || name == "no";
    });
  }

  std::string raw(const Span& span) const { return bytes.substr(span.begin, span.size()); }
  // The normalised tokens, with a bar between them.
  std::string tokens() const {
    std::string out;
    for (const Token& token : text.tokens) out += (out.empty() ? "" : "|") + std::string(vocabulary.text(token.word));
    return out;
  }
  // The sentences as coders mark them; line ends become spaces.
  std::vector<std::string> sentences() const {
    std::vector<std::string> out;
    for (const Sentence& sentence : text.sentences) {
      out.push_back(raw(sentence_span(text, sentence)));
      for (char& c : out.back())
        if (c == '\n') c = ' ';
    }
    return out;
  }
};

}  // namespace demarche::text::testing
