#pragma once
#include <unordered_map>
#include <vector>

#include "engine/mention/annotate.hpp"

namespace demarche::evidence {

// One sentence as conditions need it: its words and names.
struct PlainSentence {
  match::Tokens tokens;
  std::uint32_t paragraph = 0;
  std::vector<mention::NameHit> names;
};

// The issues that a sentence names, by the sentence's index; null for none. They may grow while the text is coded.
using IssuesBySentence = std::vector<const std::vector<mention::IssueMatch>*>;

// Answers "does this pattern stand in the clause, sentence, paragraph, passage or document?" for one document, each
// pattern of words and names once.
class Conditions {
 public:
  // `issues` is what `<issue>` in a rule's `unless` meets; the conditions of issues themselves name none.
  Conditions(const mention::Lexis& lexis, std::string_view bytes, const std::vector<PlainSentence>& sentences,
             std::optional<Date> day, IssuesBySentence issues = {})
      : lexis_(lexis), bytes_(bytes), sentences_(sentences), day_(day), issues_(std::move(issues)) {}

  // `sentence` is an index into the sentences; [begin, end) are the tokens that count as the clause.
  bool found(const program::Pattern& pattern, program::Scope scope, std::uint32_t sentence, std::uint32_t begin,
             std::uint32_t end);
  // All patterns of the condition, or any of them.
  bool holds_all(const program::Condition& condition, std::uint32_t sentence, std::uint32_t begin, std::uint32_t end);
  bool holds_any(const program::Condition& condition, std::uint32_t sentence, std::uint32_t begin, std::uint32_t end);
  // The alternatives that the first match of the pattern within the scope took, and where it stands.
  struct Found {
    std::uint32_t sentence = 0;
    std::uint32_t token = 0;
    std::vector<std::uint32_t> alternatives;
  };
  std::optional<Found> first_found(const program::Pattern& pattern, program::Scope scope, std::uint32_t sentence,
                                   std::uint32_t begin, std::uint32_t end);
  // True when the pattern stands in a sentence before this one, or in it.
  bool found_before(const program::Pattern& pattern, std::uint32_t sentence);

 private:
  struct Place {
    std::uint32_t sentence;
    std::uint32_t token;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  // A place where a pattern can begin, tried when somebody asks.
  struct Possible {
    enum class State : std::uint8_t { untried, stands, fails };
    Place place;
    State state = State::untried;
  };
  struct Places {
    std::vector<Possible> all;  // in order; a place may come twice
    bool names_issue = false;   // asked anew each time: a later sentence may take up an issue
  };
  Places& possible_places(const program::Pattern& pattern);
  void add_all_places(std::vector<Possible>& all) const;
  void add_word_places(const match::Automaton& automaton, std::vector<Possible>& all);
  void index_words();
  bool stands(const match::Automaton& automaton, Place place);
  bool stands(const match::Automaton& automaton, Possible& possible);
  // The first of the places of [from, to) at which the pattern begins; null when there is none.
  const Possible* stands_within(const program::Pattern& pattern, Place from, Place to);
  const Possible* find(const program::Pattern& pattern, program::Scope scope, std::uint32_t sentence,
                       std::uint32_t begin, std::uint32_t end);
  mention::SentenceView view_of(std::uint32_t sentence) const;
  const std::vector<mention::IssueMatch>* issues_of(std::uint32_t sentence) const;

  const mention::Lexis& lexis_;
  std::string_view bytes_;
  const std::vector<PlainSentence>& sentences_;
  std::optional<Date> day_;
  IssuesBySentence issues_;
  std::unordered_map<const program::Pattern*, Places> possible_;
  // Where the document's words stand, made when the first pattern is asked for: a pattern looks only at its own words.
  std::vector<std::uint32_t> first_of_word_;  // by word: into `occurrences_`, plus one; 0 for none
  struct Occurrence {
    Place place;
    std::uint32_t next = 0;  // the next with this word, plus one; 0 for none
  };
  std::vector<Occurrence> occurrences_;
  match::Simulation simulation_;
};

}  // namespace demarche::evidence
