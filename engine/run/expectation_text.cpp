#include "engine/run/expectation_text.hpp"

#include "engine/run/gold_texts.hpp"

namespace demarche::run {

namespace {
constexpr const char* adverbs[] = {" weakly", " plainly", " strongly"};

// The rules may have several stances of one sign; the plain ones are known to everybody.
std::string stance_word(evidence::Stance stance, const program::Program& program) {
  const int sign = stance == evidence::Stance::support ? 1 : stance == evidence::Stance::oppose ? -1 : 0;
  std::string word;
  for (const auto& known : program.stances) {
    if (known.sign != sign) continue;
    if (word.empty() || known.id == "supports" || known.id == "opposes") word = known.id;
  }
  return word.empty() ? std::string(evidence::name_of(stance)) : word;
}
}  // namespace

std::string expectation_text(const program::Expectation& wanted) {
  switch (wanted.kind) {
    case program::Expectation::Kind::nothing:
      return "expect nothing";
    case program::Expectation::Kind::nothing_else:
      return "expect nothing else";
    case program::Expectation::Kind::absent:
    case program::Expectation::Kind::stance:
      break;
  }
  std::string text = wanted.kind == program::Expectation::Kind::absent ? "expect not " : "expect ";
  text += wanted.actor + " " + wanted.stance + " " + wanted.issue;
  if (wanted.strength) text += adverbs[static_cast<int>(*wanted.strength)];
  if (!wanted.at.empty()) text += " at \"" + wanted.at + "\"";
  return text;
}

std::string found_text(const evidence::Record& record, const program::Program& program, std::string_view text) {
  std::string line = record.actor + " " + stance_word(record.stance, program) + " " + record.issue;
  line += adverbs[static_cast<int>(record.strength)];
  const std::string words = one_line(text, record.match);
  if (!words.empty()) line += " at \"" + words + "\"";
  return line;
}

std::string silence_line(const evidence::Silence& silence) {
  std::string line = (silence.actor.empty() ? std::string("nobody") : silence.actor) + " on " + silence.issue + ": ";
  line += evidence::name_of(silence.reason);
  if (!silence.detail.empty()) line += " (" + silence.detail + ")";
  return line + ": " + std::string(evidence::meaning_of(silence.reason));
}

}  // namespace demarche::run
