#pragma once
#include "engine/evidence/reader.hpp"
#include "engine/lexicon/actors.hpp"
#include "engine/run/proof.hpp"
#include "engine/text/offsets.hpp"

namespace demarche::run {

// A place where a document names somebody, noted while it was read.
struct Named {
  std::vector<std::string> actors;  // ids
  evidence::Range range;            // the words that name them
  std::string words;
};

// Keeps who is named where, for proofs: give `note` to the analyser as its watch.
class NameLog {
 public:
  NameLog(std::string_view text, const lexicon::ActorTable& actors) : text_(text), offsets_(text), actors_(actors) {}
  void note(const evidence::SentenceReading& sentence);
  // The place nearest before (or at) a code point that names the actor; null when none does.
  const Named* last_before(const std::string& actor, std::uint32_t code_point) const;

 private:
  std::string_view text_;
  text::OffsetMap offsets_;
  const lexicon::ActorTable& actors_;
  std::vector<Named> names_;
};

// Why a record is there: sentence, holder and how it was found, stance word with the chain of signs, issue,
// construction, rule, each with its place in the text and in the rule files. The record must have its trace and its
// uses.
Proof record_proof(const evidence::Record& record, std::string_view text, const program::Program& program,
                   const NameLog& names);

// Why a sentence gave nothing for an issue.
Proof silence_proof(const evidence::Silence& silence, std::string_view text, const program::Program& program);

// "strong, declared, negated, said by Velayati"
std::string record_details(const evidence::Record& record);

}  // namespace demarche::run
