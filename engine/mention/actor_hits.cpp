#include "engine/mention/annotate.hpp"

namespace demarche::mention {

using lexicon::none;

namespace {

// "The president-elect will return to it", "the Iranian scholar Ali Taheri": what he does is no state's deed. Former
// officials did theirs in office, and "UN experts" may be sent by it.
bool is_in_words_for_nobody(const SentenceView& view, std::uint32_t token) {
  const Mention* mention = view.mention_at(token);
  if (!mention || mention->kind != Mention::Kind::private_person || mention->once_in_office) return false;
  return mention->office != none || mention->name_begin < mention->name_end;
}

}  // namespace

void actor_hits(const SentenceView& view, const Lexis& lexis, const program::Node& node, std::uint32_t token,
                std::optional<Date> day, std::vector<match::Hit>& hits) {
  actor_hits(view, lexis, node.actors, node.possessive, token, day, hits);
}

void actor_hits(const SentenceView& view, const Lexis& lexis, const program::ActorClass& wanted, bool possessive,
                std::uint32_t token, std::optional<Date> day, std::vector<match::Hit>& hits) {
  for (const NameHit& hit : view.names) {
    if (hit.begin > token) return;
    if (hit.begin != token) continue;
    if (is_in_words_for_nobody(view, token)) return;
    for (std::uint32_t e = 0; e < hit.entry_count; ++e) {
      const NameEntry& entry = lexis.names.entry(hit.first_entry + e);
      if (entry.actor == none || !in_class(lexis.actors, entry.actor, wanted, day)) continue;
      bool adjective = entry.kind == NameEntry::Kind::adjective || entry.kind == NameEntry::Kind::demonym;
      if (!possessive) {
        if (entry.kind != NameEntry::Kind::adjective) hits.push_back({hit.end, entry.actor});
        continue;
      }
      if (adjective) hits.push_back({hit.end, entry.actor});
      bool marked = hit.end < view.size() && view.raw(hit.end).size() >= 2 &&
                    view.tokens[hit.end].word == lexis.vocabulary.find("'s");
      if (marked) hits.push_back({hit.end + 1, entry.actor});
      // "US troops", "NATO forces": short names stand before nouns as they are.
      if (!marked && !adjective && entry.kind == NameEntry::Kind::name) hits.push_back({hit.end, entry.actor});
    }
  }
}

}  // namespace demarche::mention
