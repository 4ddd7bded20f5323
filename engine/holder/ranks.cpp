#include <algorithm>

#include "engine/holder/finder.hpp"
#include "engine/text/fold.hpp"

// Whom a bare rank means, which others than the last one named may have: "the lawmaker", "the senior diplomat".
namespace demarche::holder {

using mention::Mention;
using program::WordRole;

namespace {

// The ranks that a bare role can tell of somebody whose office has another name.
enum class Rank : std::uint8_t { any, diplomat, envoy, lawmaker, commander, spokesperson };

Rank rank_of(const mention::SentenceView& view, const Mention& role, const std::vector<lexicon::Office>& offices) {
  if (role.kind != Mention::Kind::official || role.office == lexicon::none || role.plural) return Rank::any;
  if (view.is(role.end - 1, WordRole::seated)) return Rank::any;  // "the parliament", "the embassy"
  const std::string word = text::fold(view.raw(role.end - 1));
  if (word == "diplomat") return Rank::diplomat;
  switch (offices[role.office].level) {
    case lexicon::OfficeLevel::envoy:
      return Rank::envoy;
    case lexicon::OfficeLevel::parliament:
      return Rank::lawmaker;
    case lexicon::OfficeLevel::military:
      return Rank::commander;
    case lexicon::OfficeLevel::spokesperson:
      return Rank::spokesperson;
    default:
      return Rank::any;
  }
}

// "The negotiator" may be a deputy foreign minister, "the diplomat" anybody who serves abroad or leads those who do.
bool has_rank(const lexicon::Office& office, Rank rank) {
  const bool envoy = office.level == lexicon::OfficeLevel::envoy;
  const bool foreign = office.id == "foreign-minister" || office.id == "deputy-foreign-minister";
  switch (rank) {
    case Rank::diplomat:
      return envoy || foreign || office.level == lexicon::OfficeLevel::spokesperson;
    case Rank::envoy:
      return envoy || office.id == "deputy-foreign-minister";
    case Rank::lawmaker:
      return office.level == lexicon::OfficeLevel::parliament;
    case Rank::commander:
      return office.level == lexicon::OfficeLevel::military;
    case Rank::spokesperson:
      return office.level == lexicon::OfficeLevel::spokesperson;
    case Rank::any:
      break;
  }
  return false;
}

}  // namespace

// "the lawmaker", "the senior diplomat", "the commander" behind a sentence on somebody who is none: the last one named
// who is. `misfit` is set where the person of whom the text spoke last is known, and is none.
Holder HolderFinder::official_of_rank(const Mention& role, bool& misfit) const {
  const auto& offices = lexis_.actors.offices;
  const Rank rank = rank_of(view_, role, offices);
  if (rank == Rank::any) return {};
  const Holder& last = discourse_.person;
  const Holder* fitting = nullptr;
  for (const auto& [office, who] : discourse_.ranks) {
    const bool is_last = last.found() && who.actors == last.actors && may_be_same_person(last, who.speaker);
    if (has_rank(offices[office], rank)) {
      if (is_last) return last;
      fitting = &who;
    } else if (is_last && (!who.speaker.empty() || last.speaker.empty())) {
      misfit = true;
    }
  }
  // Where the text names officials of one state alone, the role is one of them, whoever it is.
  misfit = misfit && std::any_of(discourse_.ranks.begin(), discourse_.ranks.end(),
                                 [&](const auto& known) { return known.second.actors != last.actors; });
  return fitting && misfit ? *fitting : Holder{};
}

}  // namespace demarche::holder
