#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "engine/mention/annotate.hpp"
#include "engine/text/fold.hpp"

// Names that are told as examples of others: "countries like Peru", "states including Fiji and Oman".
namespace demarche::mention {

namespace {

using program::WordRole;

// What states and those who speak for them are called together.
constexpr std::string_view heads[] = {
    "countries", "states",    "nations",    "powers",  "allies",   "governments", "signatories", "partners",
    "members",   "parties",   "buyers",     "players", "leaders",  "neighbours",  "neighbors",   "importers",
    "customers", "opponents", "supporters", "clients", "capitals", "rivals",      "economies",   "mediators"};

bool is_head(const SentenceView& view, std::uint32_t token) {
  const std::string word = text::fold(view.raw(token));  // the vocabulary need not know it
  return std::find(std::begin(heads), std::end(heads), word) != std::end(heads);
}

bool names_a_state(const SentenceView& view, std::uint32_t token) {
  while (token < view.size() && view.is(token, WordRole::determiner)) ++token;
  const Mention* name = view.mention_at(token);
  return name && name->begin == token && name->kind == Mention::Kind::actor && !name->possessive;
}

}  // namespace

void find_examples(SentenceView& view, const Lexis& lexis) {
  const text::WordId like = lexis.vocabulary.find("like");
  const text::WordId including = lexis.vocabulary.find("including");
  for (std::uint32_t t = 1; t + 1 < view.size(); ++t) {
    const text::WordId word = view.tokens[t].word;
    if (word != like && word != including) continue;
    const bool parted = view.raw(t - 1) == "," && t > 1;
    if (parted && word == including) continue;  // an aside of its own
    const std::uint32_t head = parted ? t - 2 : t - 1;
    if (!is_head(view, head) || !names_a_state(view, t + 1)) continue;
    view.roles[t] = role(WordRole::instance);
    view.role_lengths[t] = 1;
    view.tags[t] = Tag::other;  // no verb of a clause
  }
}

}  // namespace demarche::mention
