#include "engine/mention/verb_groups.hpp"

namespace demarche::mention {

using program::WordRole;

namespace {
constexpr int longest_group = 7;  // words of a verb's group
}  // namespace

bool is_demanded(const SentenceView& view, std::uint32_t verb) {
  std::uint32_t at = verb;
  for (int words = 0; at > 0 && words < longest_group; ++words) {
    --at;
    while (at > 0 && view.role_lengths[at] == 0) --at;
    if (view.clause_of[at] != view.clause_of[verb]) return false;
    if (view.is(at, WordRole::demand)) return true;
    Tag tag = view.tags[at];
    bool group = tag == Tag::auxiliary || tag == Tag::infinitive || view.is(at, WordRole::chain_verb) ||
                 view.is(at, WordRole::carrier) || view.is(at, WordRole::degree_adverb) ||
                 view.is(at, WordRole::booster) || view.is(at, WordRole::negator) || view.raw(at) == "to";
    if (!group) return false;
  }
  return false;
}

}  // namespace demarche::mention
