#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/evidence/settle.hpp"

namespace demarche::evidence {

// The one issue of the sentence before, on which somebody took a side there, for the pronouns that mean it: "denounced
// the sanctions. 'We reject them,' he said." What is said of it so is weak.
class PronounMemory {
 public:
  explicit PronounMemory(const mention::Lexis& lexis) : lexis_(lexis) {}

  // True when the sentence has a pronoun that may stand for a thing. Reads words only.
  bool may_take_up(const mention::SentenceView& view) const;
  // Adds issue matches for the pronouns that may mean the issue; the sentence must name none itself, and have no votes
  // on a text told before (`votes`), which "it" may mean as well.
  void take_up(mention::SentenceView& view, std::uint32_t sentence, bool votes);
  // Drops what the pronouns can hardly mean: another side of whoever took one before, a mere guess about others.
  void drop_guessed(const mention::SentenceView& view, std::vector<Candidate>& candidates) const;
  // Keeps what the sentence told.
  void note(const mention::SentenceView& view, const std::vector<Statement>& statements, std::uint32_t sentence);

 private:
  struct Side {
    lexicon::ActorIndex actor = lexicon::none;
    int sign = 0;
    bool is_person = false;  // somebody speaks for the state by name
  };
  struct Known {
    std::uint32_t issue = 0;    // into Program::issues
    std::uint32_t pattern = 0;  // into Issue::patterns
    int sign_of_it = 0;         // what "it" stands for; 0 for nothing
    int sign_of_them = 0;       // what "they" and "them" stand for
    bool turned = false;        // "it" is what was done or is to be done to the issue: "the lifting of the sanctions"
    std::uint32_t sentence = 0;
    std::uint32_t paragraph = 0;
    std::vector<Side> sides;  // that were taken
  };
  bool is_thing(const mention::SentenceView& view, std::uint32_t token) const;
  bool is_kept(const mention::SentenceView& view, const Candidate& candidate) const;

  const mention::Lexis& lexis_;
  std::optional<Known> known_;
  bool taken_ = false;  // in the sentence that is read
};

}  // namespace demarche::evidence
