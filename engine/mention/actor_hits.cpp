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

// "the Indian government", "the American administration": behind the body that is the state; 0 when the adjective
// belongs to something else, as in "the Indian government's decision" and "Indian government bonds".
std::uint32_t behind_own_body(const SentenceView& view, const Lexis& lexis, std::uint32_t body) {
  if (view.roles.size() < view.size()) return 0;  // a condition looks at words alone
  if (!view.is(body, program::WordRole::self_reference) || !view.is(body, program::WordRole::seated)) return 0;
  const std::uint32_t next = body + 1;
  if (next >= view.size() || view.tokens[next].has(text::Token::punctuation)) return next;
  if (view.raw(next).starts_with('\'') || view.raw(next).starts_with("\xE2\x80\x99")) return 0;
  return view.roles[next] != 0 || lexis.word_verb_forms[view.tokens[next].word] != 0 ? next : 0;
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
        if (const std::uint32_t end = adjective ? behind_own_body(view, lexis, hit.end) : 0)
          hits.push_back({end, entry.actor});
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
