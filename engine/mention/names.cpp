#include "engine/mention/names.hpp"

#include <algorithm>
#include <string>

namespace demarche::mention {

namespace {

// The ways in which a name may be cut: with hyphens left out (they may be there in the text or not), and joined at
// them.
std::vector<std::vector<std::string>> cuts(const std::string& name) {
  std::vector<std::string> tokens = text::token_texts(name);
  std::vector<std::string> apart;
  std::vector<std::string> joined;
  bool after_hyphen = false;
  bool has_hyphen = false;
  for (const std::string& token : tokens) {
    if (token == "-") {
      after_hyphen = has_hyphen = true;
      continue;
    }
    apart.push_back(token);
    if (after_hyphen && !joined.empty()) {
      joined.back() += token;
    } else {
      joined.push_back(token);
    }
    after_hyphen = false;
  }
  if (apart.empty()) return {};
  if (has_hyphen) return {apart, joined};
  return {apart};
}

std::string plural_of(const std::string& office) {
  std::size_t of = office.find(" of ");
  std::size_t for_ = office.find(" for ");
  std::size_t head_end = std::min({of, for_, office.size()});
  std::string head = office.substr(0, head_end);
  const bool consonant_y = head.ends_with("y") && !head.ends_with("ey") && !head.ends_with("oy");  // "envoys"
  std::string plural = head.ends_with("man") ? head.substr(0, head.size() - 2) + "en"
                       : consonant_y         ? head.substr(0, head.size() - 1) + "ies"
                       : head.ends_with("s") ? head
                                             : head + "s";
  return plural + office.substr(head_end);
}

}  // namespace

struct NameTrie::Builder {
  NameTrie& trie;
  text::Vocabulary& vocabulary;
  std::vector<std::vector<NameEntry>> by_place{{}};

  void add(const std::string& name, const NameEntry& entry) {
    for (const auto& tokens : cuts(name)) {
      std::uint32_t node = 0;
      for (const std::string& token : tokens) {
        text::WordId word = vocabulary.intern(token);
        auto [edge, fresh] = trie.building_.try_emplace((std::uint64_t{node} << 32) | word, 0);
        if (fresh) {
          edge->second = static_cast<std::uint32_t>(by_place.size());
          by_place.emplace_back();
        }
        if (node == 0) {
          if (trie.first_.size() <= word) trie.first_.resize(word + 1);
          trie.first_[word] = edge->second;
        }
        node = edge->second;
      }
      auto& entries = by_place[node];
      bool known = std::any_of(entries.begin(), entries.end(), [&](const NameEntry& e) {
        return e.actor == entry.actor && e.person == entry.person && e.office == entry.office;
      });
      if (!known) entries.push_back(entry);
    }
  }

  void finish() {
    for (const auto& entries : by_place) {
      trie.places_.push_back(
          {static_cast<std::uint32_t>(trie.entries_.size()), static_cast<std::uint32_t>(entries.size())});
      trie.entries_.insert(trie.entries_.end(), entries.begin(), entries.end());
    }
    trie.index_edges();
  }
};

NameTrie::NameTrie(const lexicon::ActorTable& actors, text::Vocabulary& vocabulary) {
  hyphen_ = vocabulary.intern("-");
  Builder builder{*this, vocabulary};
  for (std::uint32_t i = 0; i < actors.actors.size(); ++i) {
    const lexicon::Actor& actor = actors.actors[i];
    for (const lexicon::ActorName& name : actor.names) {
      NameEntry entry;
      entry.kind = static_cast<NameEntry::Kind>(name.kind);
      entry.actor = i;
      // Written small in the data, it may stand so in a text: "remaining parties to the deal".
      entry.any_case = !name.text.empty() && name.text[0] >= 'a' && name.text[0] <= 'z';
      builder.add(name.text, entry);
    }
    for (const auto& [title, office] : actor.titles) {
      NameEntry entry;
      entry.kind = NameEntry::Kind::title;
      entry.actor = i;
      entry.office = office;
      builder.add(title, entry);
    }
  }
  for (std::uint32_t i = 0; i < actors.people.size(); ++i) {
    NameEntry entry;
    entry.kind = NameEntry::Kind::person;
    entry.person = i;
    entry.actor = actors.people[i].actor;
    for (const std::string& spelling : actors.people[i].spellings) builder.add(spelling, entry);
  }
  for (std::uint32_t i = 0; i < actors.offices.size(); ++i) {
    NameEntry entry;
    entry.kind = NameEntry::Kind::office;
    entry.office = i;
    entry.any_case = true;
    for (const std::string& name : actors.offices[i].names) {
      entry.plural = false;
      builder.add(name, entry);
      entry.plural = true;
      builder.add(plural_of(name), entry);
    }
  }
  // Names that only hold an actor's name ("Latin America", "Paris Agreement") hide it, being longer.
  for (const std::string& name : actors.not_actors) {
    NameEntry entry;
    entry.kind = NameEntry::Kind::nobody;
    builder.add(name, entry);
  }
  builder.finish();
}

std::uint32_t NameTrie::step(std::uint32_t node, text::WordId word) const {
  if (word == text::unknown_word) return 0;
  if (node == 0) return can_begin(word) ? first_[word] : 0;
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t at = hash(node, word) & mask;; at = (at + 1) & mask) {
    const Edge& edge = edges_[at];
    if (edge.word == text::unknown_word) return 0;
    if (edge.word == word && edge.from == node) return edge.to;
  }
}

// Building wants a map that grows; finding wants one that is quick to miss.
void NameTrie::index_edges() {
  std::size_t size = 64;
  while (size < building_.size() * 2) size *= 2;
  edges_.assign(size, {});
  for (const auto& [key, to] : building_) {
    const Edge edge{static_cast<std::uint32_t>(key >> 32), static_cast<text::WordId>(key & 0xFFFFFFFF), to};
    std::size_t at = hash(edge.from, edge.word) & (size - 1);
    while (edges_[at].word != text::unknown_word) at = (at + 1) & (size - 1);
    edges_[at] = edge;
  }
  building_ = {};
}

// Names are written with a capital, offices and names that the data writes small need none. A short acronym needs all
// its capitals: "US" is not "us".
bool NameTrie::fits(const Place& place, const match::Tokens& tokens, std::uint32_t begin, std::uint32_t end) const {
  if (place.entry_count == 0) return false;
  for (std::uint32_t e = 0; e < place.entry_count; ++e)
    if (entries_[place.first_entry + e].any_case) return true;
  const text::Token& first = tokens[begin];
  if (!first.has(text::Token::capitalised)) return false;
  bool short_word = end == begin + 1 && first.span.size() <= 3;
  return !short_word || first.has(text::Token::all_caps) || first.span.size() == 3;
}

void NameTrie::find(const match::Tokens& tokens, std::vector<NameHit>& hits) const {
  hits.clear();
  for (std::uint32_t begin = 0; begin < tokens.size;) {
    if (!can_begin(tokens[begin].word)) {
      ++begin;
      continue;
    }
    NameHit best;
    std::uint32_t node = 0;
    for (std::uint32_t at = begin; at < tokens.size; ++at) {
      if (at > begin && tokens[at].word == hyphen_ && !tokens[at].has(text::Token::spaced_dash)) continue;
      node = step(node, tokens[at].word);
      if (node == 0) break;
      if (fits(places_[node], tokens, begin, at + 1))
        best = {begin, at + 1, places_[node].first_entry, places_[node].entry_count};
    }
    if (best.end == 0) {
      ++begin;
      continue;
    }
    hits.push_back(best);
    begin = best.end;
  }
}

}  // namespace demarche::mention
