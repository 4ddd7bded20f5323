#pragma once
#include <bitset>
#include <cstdint>
#include <deque>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/lexicon/actors.hpp"
#include "engine/match/pattern_set.hpp"
#include "engine/mention/names.hpp"
#include "engine/program/program.hpp"

// A program and an actor table made ready for reading: every word numbered, every pattern an automaton.
namespace demarche::mention {

using RoleBits = std::uint64_t;

constexpr RoleBits role(program::WordRole role) { return RoleBits{1} << static_cast<unsigned>(role); }
// Roles that only sort ordinary words by what they mean: a word that has no other is an ordinary word, where the
// roles of grammar make a word unfit to be a name, an adjective or the end of a phrase.
constexpr RoleBits class_roles =
    role(program::WordRole::deed_noun) | role(program::WordRole::proposal_noun) |
    role(program::WordRole::outcome_noun) | role(program::WordRole::ordinal) | role(program::WordRole::selecting) |
    role(program::WordRole::party_noun) | role(program::WordRole::movement_part) | role(program::WordRole::leading) |
    role(program::WordRole::origin) | role(program::WordRole::name_particle) | role(program::WordRole::meeting) |
    role(program::WordRole::errand) | role(program::WordRole::voting);

// Which forms of a verb a word can be, by the verb lists of the language pack.
enum VerbForms : std::uint8_t {
  form_base = 1,
  form_s = 2,
  form_past = 4,  // also the participle where the two are alike
  form_ing = 8,
  form_participle = 16  // only a participle: withdrawn
};

// Where a pattern of the pattern sets comes from.
struct IssueOrigin {
  std::uint32_t issue = 0;    // into Program::issues
  std::uint32_t pattern = 0;  // into Issue::patterns
};
struct EntryOrigin {
  std::uint32_t stance = 0;  // into Program::stances
  std::uint32_t entry = 0;   // into Stance::entries
};
struct TurnOrigin {
  std::uint32_t turn = 0;  // into Program::turns
  std::uint32_t pattern = 0;
};
struct FormOrigin {
  std::uint32_t construction = 0;  // into Program::constructions
  std::uint32_t form = 0;
};

// An entry cut at its target: the words before it and the words behind it.
struct EntryParts {
  program::Node before;
  program::Node after;
  bool has_before = false;
  bool has_after = false;
  bool names_someone = false;  // an addressee stands among the words before the target
  match::Automaton after_automaton;
};

struct Lexis {
  Lexis(const program::Program& program, const lexicon::ActorTable& actors, Diagnostics& diagnostics);
  Lexis(const Lexis&) = delete;

  const program::Program& program;
  const lexicon::ActorTable& actors;
  text::Vocabulary vocabulary;
  NameTrie names;

  std::vector<RoleBits> word_roles;           // by word: roles of the word alone
  std::vector<std::uint8_t> word_verb_forms;  // by word: VerbForms
  match::PatternSet role_phrases;             // roles of several words
  std::vector<program::WordRole> role_phrase_roles;

  match::PatternSet issues;
  std::vector<IssueOrigin> issue_origins;
  match::PatternSet heads;  // entries: the words before the target
  std::vector<EntryOrigin> head_origins;
  match::PatternSet judgements;  // entries that begin with their target: the words behind it
  std::vector<EntryOrigin> judgement_origins;
  match::PatternSet turns;  // the words before the issue
  std::vector<TurnOrigin> turn_origins;
  match::PatternSet after_turns;  // the words behind the issue, for turns that begin with it
  std::vector<TurnOrigin> after_turn_origins;
  match::PatternSet strong_degrees;
  match::PatternSet weak_degrees;
  match::PatternSet forms;
  std::vector<FormOrigin> form_origins;
  std::vector<std::vector<EntryParts>> entries;  // [stance][entry]

  // The words of a turn's pattern besides its issue: those in front of it, else those behind it.
  const program::Node& turn_words(std::uint32_t turn, std::uint32_t pattern) const {
    return *turn_words_[turn][pattern];
  }

  // One automaton for each condition pattern of issues and rules, by the pattern's address.
  const match::Automaton& condition(const program::Pattern& pattern) const;

  bool has_role(text::WordId word, program::WordRole wanted) const {
    return word < word_roles.size() && (word_roles[word] & role(wanted)) != 0;
  }

  // A verb that by itself is an entry of a stance: "rejects".
  bool is_stance_verb(text::WordId word) const { return word < stance_verbs.size() && stance_verbs[word]; }
  std::vector<bool> stance_verbs;

  std::uint32_t stance_named(std::string_view id) const;  // lexicon::none when there is none

 private:
  void add_roles();
  void add_issues();
  void add_stances();
  void add_turns();
  void add_forms();
  void add_conditions();

  std::vector<std::vector<const program::Node*>> turn_words_;
  std::deque<program::Node> owned_;  // nodes that were cut out of patterns
  std::unordered_map<const program::Pattern*, match::Automaton> conditions_;
  Diagnostics& diagnostics_;
};

// True when the pattern holds this slot somewhere.
bool holds_slot(const program::Node& node, program::Slot slot);

}  // namespace demarche::mention
