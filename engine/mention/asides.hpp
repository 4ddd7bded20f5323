#pragma once
#include <cstdint>

#include "engine/mention/sentence.hpp"

namespace demarche::mention {

// Words put between two commas into a phrase that goes on behind them: "opposed, as did its neighbours, the measures",
// "it would be wrong, he warned, to lift them"; between two dashes, behind a verb: "condemned — in the strongest terms
// — the measures". Tokens from the comma at `token` to behind the second comma; 0 when no aside begins there. Asks for
// roles, mentions and tags.
std::uint32_t aside_at(const SentenceView& view, std::uint32_t token);

// What a subject is told to be, between two commas and right before its verb: "Japan, a buyer of oil, rejected it".
// Tokens from the comma at `token` to behind the second one; 0 when no such words begin there.
std::uint32_t apposition_at(const SentenceView& view, std::uint32_t token);

// A subject that trails what it says and is told of at length: "..., Ana Ruiz, a lecturer in Bern, said".
struct TrailingSubject {
  std::uint32_t begin = 0;  // tokens, half open; empty when the verb has no such subject
  std::uint32_t end = 0;
};
TrailingSubject trailing_subject(const SentenceView& view, std::uint32_t verb);

// "the corridor, a project Togo opposes": the comma in front of a noun with an article that ends at `noun_end` and says
// what stands before the comma is; `noun_end` itself when there is none. Uses tags and roles.
std::uint32_t before_apposition(const SentenceView& view, std::uint32_t noun_end);

}  // namespace demarche::mention
