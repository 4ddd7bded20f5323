#include "engine/evidence/later_speaker.hpp"

#include "engine/holder/discourse.hpp"

namespace demarche::evidence {

using text::Token;

const holder::Voice* claiming_voice(const holder::SentenceVoices& voices, const std::vector<bool>& quoted) {
  const holder::Voice* claiming = nullptr;
  for (const holder::Voice& voice : voices.voices)
    if (voice.holder.how != std::string_view("the quote's speaker") && !quoted[voice.verb] && voice.parent < 0)
      claiming = &voice;
  return claiming;
}

bool is_quoted_heading(const mention::SentenceView& view) {
  if (!view.sentence->heading || view.size() < 3) return false;
  std::uint32_t first = 0;
  while (first < view.size() && view.raw(first).starts_with('-')) ++first;
  if (first >= view.size() || !view.tokens[first].has(Token::opens_quote)) return false;
  for (std::uint32_t t = first + 1; t + 1 < view.size(); ++t)
    if (view.tokens[t].has(Token::closes_quote)) return false;
  return view.tokens[view.size() - 1].has(Token::closes_quote);
}

void give_quote_to(const mention::SentenceView& view, bool open, const holder::Holder& speaker,
                   holder::SentenceVoices& voices) {
  const std::vector<bool> quoted = holder::quoted_tokens(view, open);
  holder::Voice voice;
  voice.holder = speaker;
  voice.holder.begin = voice.holder.end = 0;
  voice.holder.how = "the quote's speaker, named later";
  voice.quoted = true;
  const int index = static_cast<int>(voices.voices.size());
  voices.voices.push_back(voice);
  for (std::size_t t = 0; t < quoted.size(); ++t)
    if (quoted[t]) voices.voice_of[t] = index;
}

}  // namespace demarche::evidence
