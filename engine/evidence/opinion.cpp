#include "engine/evidence/opinion.hpp"

#include <algorithm>

#include "engine/evidence/questions.hpp"

namespace demarche::evidence {

using holder::Holder;
using mention::Mention;
using mention::SentenceView;
using program::WordRole;

namespace {

constexpr std::uint32_t shortest = 6;  // tokens of a sentence that counts
constexpr int few = 10;                // sentences; less tells nothing
constexpr int some = 15;
constexpr int many = 20;  // so long a report that gives so little to anybody is rare, however soberly it is told

bool is_given(const SentenceView& view, const holder::SentenceVoices& voices) {
  const bool said = std::any_of(voices.voices.begin(), voices.voices.end(), [](const holder::Voice& voice) {
    return voice.holder.outcome != Holder::Outcome::unknown && voice.holder.how != std::string_view("unknown name") &&
           voice.holder.how != std::string_view("medium");
  });
  if (said) return true;
  for (std::uint32_t t = 0; t < view.size(); ++t)
    if (view.is(t, WordRole::according)) return true;
  return false;
}

bool argues(const SentenceView& view) {
  if (is_question(view) || last_sign(view) == "!") return true;
  return std::any_of(view.mentions.begin(), view.mentions.end(),
                     [](const Mention& mention) { return mention.kind == Mention::Kind::first_pronoun; });
}

}  // namespace

void Opinion::hear(const SentenceView& view, const holder::SentenceVoices& voices, bool in_quote) {
  if (view.size() < shortest || view.sentence->heading) return;
  ++sentences_;
  if (!view.issues.empty()) ++naming_;
  if (in_quote || is_given(view, voices))
    ++given_;
  else if (argues(view))
    ++arguing_;
}

bool Opinion::found() const {
  const bool argues = arguing_ > 1 && arguing_ * 10 >= sentences_;
  const bool reports_little = given_ * 4 < sentences_;
  const bool reports_some = given_ * 5 < sentences_ * 2;
  const bool reports_less_than_half = given_ * 20 < sentences_ * 9;
  const bool digests = naming_ * 3 > sentences_ * 2;  // a list of what states hold argues nothing
  return (sentences_ >= few && reports_little && argues) || (sentences_ >= some && reports_some && argues) ||
         (sentences_ >= many && reports_less_than_half && !digests);
}

}  // namespace demarche::evidence
