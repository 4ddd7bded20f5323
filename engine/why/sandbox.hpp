#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/evidence/coding.hpp"
#include "engine/evidence/reader.hpp"
#include "engine/evidence/rule_index.hpp"

// A small rule set, made ready to read one document, and what reading it showed at each stage.
namespace demarche::why {

// One sentence as the stages saw it. Copied out of the reader, so that it may be looked at afterwards; valid as long as
// the sandbox and the document that it was read from.
struct Seen {
  Seen() = default;
  Seen(Seen&&) = default;
  Seen& operator=(Seen&&) = default;

  mention::SentenceView view;  // heads and turns are filled whether or not the sentence holds an issue
  holder::SentenceVoices voices;
  holder::Holder subject;
  std::vector<std::string> words;  // by token: as patterns compare them
  bool coded = false;              // it holds an issue; only then the rest is filled
  bool is_speech = false;
  std::vector<evidence::Candidate> candidates;
  std::vector<evidence::Rejected> rejected;
  std::vector<evidence::Statement> settled;

  void keep(const mention::SentenceView& from);

 private:
  std::vector<text::Token> tokens_;
  std::vector<mention::NameHit> names_;
};

struct Reading {
  evidence::DocumentResult result;  // with traces
  std::vector<Seen> sentences;
};

class Sandbox {
 public:
  Sandbox(program::Program program, const lexicon::ActorTable& actors);

  evidence::DocumentResult read(const corpus::Document& document) const;
  Reading look(const corpus::Document& document) const;

  const program::Program& program() const { return program_; }
  const lexicon::ActorTable& actors() const { return actors_; }
  const mention::Lexis& lexis() const { return *lexis_; }

 private:
  program::Program program_;
  const lexicon::ActorTable& actors_;
  std::unique_ptr<mention::Lexis> lexis_;
  std::unique_ptr<evidence::RuleIndex> rules_;
};

}  // namespace demarche::why
