#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/mention/lexis.hpp"

// What the mention stage knows of one sentence.
namespace demarche::mention {

// What a token does in its sentence, as far as the finding of subjects and clauses needs it.
enum class Tag : std::uint8_t {
  other,
  noun,        // a word that could be a verb and is none here
  finite,      // a verb with a subject of its own: opposes, opposed, will oppose (the last word of the group)
  infinitive,  // to oppose
  ing,         // opposing
  participle,  // opposed, as in "opposed by"
  auxiliary,   // be, have, will, must
};

// Who is spoken of, with the whole noun phrase.
struct Mention {
  enum class Kind : std::uint8_t {
    actor,           // Iran, the Islamic Republic, the Kremlin, Tehran
    modifier,        // an adjective or 's form in front of something that is no holder: Russian troops, Iran's missiles
    person,          // Lavrov
    official,        // a role: the Russian foreign minister, the Iranian official Kazem Jalali
    person_pronoun,  // he, she
    first_pronoun,   // we, our, I
    plural_pronoun,  // they, the two sides
    thing_pronoun,   // it, its
    private_person,  // analysts, former officials
    nobody,          // critics, the world
    medium,          // IRNA, the daily
  };
  Kind kind = Kind::actor;
  std::uint32_t begin = 0;  // tokens of the sentence, half open; appositives and 's not included
  std::uint32_t end = 0;
  std::uint32_t outer_end = 0;              // with the appositive that follows
  std::vector<lexicon::ActorIndex> actors;  // empty: to be resolved from what was said before
  std::uint32_t name_begin = 0;             // the tokens of a person's name; empty when none is named
  std::uint32_t name_end = 0;
  lexicon::PersonIndex person = lexicon::none;
  lexicon::OfficeIndex office = lexicon::none;
  bool possessive = false;  // "Iran's", "his": followed by the thing possessed
  bool plural = false;
  bool once_in_office = false;  // a private person whose deeds in office were those of the state
  bool place = false;           // a capital: it may be only where something happens

  bool is_holder() const { return kind != Kind::modifier && kind != Kind::medium; }
};

struct IssueMatch {
  std::uint32_t issue = 0;    // into Program::issues
  std::uint32_t pattern = 0;  // into Issue::patterns
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  int side = +1;
  bool deed = false;
  bool of_vote = false;  // stands for votes that name no text; its token is the last of the sentence
};

// A match of an issue's pattern that did not count: a word beside it (`not after`), or another issue around it (`not
// in`).
struct ExcludedMatch {
  IssueMatch match;
  bool by_issue = false;
  std::uint32_t guard = 0;  // into IssuePattern::neighbours, or into Issue::not_in
};

struct HeadMatch {
  std::uint32_t stance = 0;
  std::uint32_t entry = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct TurnMatch {
  std::uint32_t turn = 0;
  std::uint32_t pattern = 0;
  int sign = +1;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Clause {
  enum class Kind : std::uint8_t { main, coordinate, relative, participle, subordinate, complement, conditional };
  Kind kind = Kind::main;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct SentenceView {
  match::Tokens tokens;
  const text::Sentence* sentence = nullptr;
  std::string_view bytes;  // of the document
  std::span<const NameHit> names;
  std::vector<RoleBits> roles;             // by token; a phrase's role stands at its first token
  std::vector<std::uint8_t> role_lengths;  // by token: tokens of the role phrase; 0 for tokens that one covers
  std::vector<Mention> mentions;           // by begin
  std::vector<IssueMatch> issues;          // by begin; matches of one issue are disjoint
  std::vector<ExcludedMatch> excluded;     // only when the workspace asks for them
  std::vector<HeadMatch> heads;            // by begin, longest first
  std::vector<TurnMatch> turns;
  std::vector<TurnMatch> after_turns;
  std::vector<Tag> tags;
  std::vector<Clause> clauses;
  std::vector<std::uint32_t> clause_of;  // by token

  std::uint32_t size() const { return tokens.size; }
  bool is(std::uint32_t token, program::WordRole wanted) const {
    return token < size() && (roles[token] & role(wanted)) != 0;
  }
  // A word that grammar knows no job for, or none but `besides`: a noun, an adjective, a verb of no list, a name.
  bool is_content(std::uint32_t token, RoleBits besides = 0) const {
    return (roles[token] & ~(class_roles | besides)) == 0;
  }
  // "van der" in "Bruno van der Pluijm"; with a capital it is a name: "Ben".
  bool is_name_particle(std::uint32_t token) const {
    return is(token, program::WordRole::name_particle) && !tokens[token].has(text::Token::capitalised);
  }
  // A token as it stands in the document; empty behind the last.
  std::string_view raw(std::uint32_t token) const {
    if (token >= size()) return {};
    return bytes.substr(tokens[token].span.begin, tokens[token].span.size());
  }
  // The words from one token to another as they stand in the document.
  std::string_view raw(std::uint32_t begin, std::uint32_t end) const {
    if (begin >= end) return {};
    return bytes.substr(tokens[begin].span.begin, tokens[end - 1].span.end - tokens[begin].span.begin);
  }
  const Mention* mention_at(std::uint32_t token) const {
    for (const Mention& mention : mentions)
      if (mention.begin <= token && token < mention.end) return &mention;
    return nullptr;
  }
  // The longest stance word that begins at the token.
  const HeadMatch* head_at(std::uint32_t token) const {
    for (const HeadMatch& head : heads)
      if (head.begin == token) return &head;
    return nullptr;
  }
};

}  // namespace demarche::mention
