#include "cli/explain_text.hpp"

#include "engine/run/gold_texts.hpp"
#include "engine/run/record_proof.hpp"

namespace demarche::cli {

namespace {

std::string verb_of(evidence::Stance stance) {
  if (stance == evidence::Stance::neutral) return "is neutral on";
  return std::string(evidence::name_of(stance)) + "s";
}

std::string bold(const std::string& text, bool color) { return color ? "\x1b[1m" + text + "\x1b[0m" : text; }

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

}  // namespace

std::string record_text(const evidence::Record& record, bool color) {
  std::string out = bold(record.actor + " " + verb_of(record.stance) + " " + record.issue, color) + "  (" +
                    run::record_details(record) + ")\n";
  out += "  " + record.doc + (record.date ? ", " + to_string(*record.date) : "") +
         (record.source.empty() ? "" : ", " + record.source) + ", code points " +
         std::to_string(record.sentence_range.start) + " to " + std::to_string(record.sentence_range.end) + "\n";
  out += "  \"" + record.sentence + "\"\n";
  for (const auto& step : record.trace) out += "    " + padded(step.stage, 13) + " " + step.text + "\n";
  if (!record.trace.empty()) return out;  // it names rule and construction
  return out + "    by            rule " + record.rule +
         (record.construction.empty() ? "" : ", construction " + record.construction) + "\n";
}

std::string silence_text(const evidence::Silence& silence) {
  std::string out = (silence.actor.empty() ? std::string("nobody") : silence.actor) + " on " + silence.issue + ": " +
                    std::string(evidence::name_of(silence.reason));
  if (!silence.detail.empty()) out += " (" + silence.detail + ")";
  return out + ": " + std::string(evidence::meaning_of(silence.reason)) + "\n";
}

std::string result_text(std::string_view text, const evidence::DocumentResult& result, bool color) {
  std::string out;
  for (const auto& record : result.records) out += record_text(record, color) + "\n";
  if (!result.silences.empty()) out += "not coded:\n";
  for (const auto& silence : result.silences) {
    out += "  " + silence_text(silence);
    if (result.sentences > 1) out += "    \"" + run::one_line(text, silence.sentence_range) + "\"\n";
  }
  if (result.records.empty() && result.silences.empty())
    out += "nothing: no sentence holds words of an issue that the rules know\n";
  return out;
}

}  // namespace demarche::cli
