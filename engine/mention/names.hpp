#pragma once
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/lexicon/actors.hpp"
#include "engine/match/automaton.hpp"
#include "engine/text/tokens.hpp"

namespace demarche::mention {

// What a name in the text can stand for.
struct NameEntry {
  enum class Kind : std::uint8_t { name, adjective, demonym, capital, seat, person, title, office, nobody };
  Kind kind = Kind::name;
  lexicon::ActorIndex actor = lexicon::none;    // not for offices
  lexicon::PersonIndex person = lexicon::none;  // for people
  lexicon::OfficeIndex office = lexicon::none;  // for titles and offices
  bool plural = false;                          // offices: "ministers"
  bool any_case = false;                        // offices match in small letters too
};

struct NameHit {
  std::uint32_t begin = 0;  // tokens of the sentence, half open
  std::uint32_t end = 0;
  std::uint32_t first_entry = 0;  // into NameTrie::entries
  std::uint32_t entry_count = 0;  // more than one: an ambiguous name
};

// All names of actors, people and offices, as tokens. Hyphens inside names match a hyphen, a space or nothing.
class NameTrie {
 public:
  // Interns the words of the names.
  NameTrie(const lexicon::ActorTable& actors, text::Vocabulary& vocabulary);

  // The longest name that begins at each place, left to right, none inside another.
  void find(const match::Tokens& tokens, std::vector<NameHit>& hits) const;
  const NameEntry& entry(std::uint32_t index) const { return entries_[index]; }
  bool can_begin(text::WordId word) const { return word < first_.size() && first_[word] != 0; }

 private:
  struct Builder;
  struct Place {
    std::uint32_t first_entry = 0;
    std::uint32_t entry_count = 0;
  };
  std::uint32_t step(std::uint32_t node, text::WordId word) const;
  bool fits(const Place& place, const match::Tokens& tokens, std::uint32_t begin, std::uint32_t end) const;

  struct Edge {
    std::uint32_t from = 0;
    text::WordId word = text::unknown_word;  // an unknown word: no edge
    std::uint32_t to = 0;
  };
  static std::size_t hash(std::uint32_t node, text::WordId word) { return (node * 0x9E3779B1u) ^ (word * 0x85EBCA77u); }
  void index_edges();

  std::unordered_map<std::uint64_t, std::uint32_t> building_;  // only while names are added
  std::vector<Edge> edges_;                                    // an open-addressing table of a power of two
  std::vector<Place> places_;
  std::vector<NameEntry> entries_;
  std::vector<std::uint32_t> first_;  // by word: the node behind it; 0: no name begins with it
  text::WordId hyphen_ = 0;
};

}  // namespace demarche::mention
