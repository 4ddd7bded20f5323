#include "engine/evidence/record.hpp"

#include "engine/base/name_table.hpp"

namespace demarche::evidence {

namespace {

constexpr auto stances =
    name_table<Stance>({{Stance::support, "support"}, {Stance::oppose, "oppose"}, {Stance::neutral, "neutral"}});

constexpr auto strengths =
    name_table<Strength>({{Strength::weak, "weak"}, {Strength::plain, "plain"}, {Strength::strong, "strong"}});

constexpr auto modes = name_table<Mode>({{Mode::plain, "plain"},
                                         {Mode::conditional, "conditional"},
                                         {Mode::hedged, "hedged"},
                                         {Mode::question, "question"}});

constexpr auto kinds = name_table<Kind>(
    {{Kind::declared, "declared"}, {Kind::narrated, "narrated"}, {Kind::act, "act"}, {Kind::ascribed, "ascribed"}});

constexpr auto reasons = name_table<Reason>({
#define DEMARCHE_REASON(enumerator, name, meaning) {Reason::enumerator, name, meaning},
#include "engine/evidence/reasons.def"
#undef DEMARCHE_REASON
});

}  // namespace

std::string_view name_of(Stance stance) { return stances.name(stance); }
std::string_view name_of(Strength strength) { return strengths.name(strength); }
std::string_view name_of(Mode mode) { return modes.name(mode); }
std::string_view name_of(Kind kind) { return kinds.name(kind); }
std::string_view name_of(Reason reason) { return reasons.name(reason); }
std::string_view meaning_of(Reason reason) { return reasons.meaning(reason); }

}  // namespace demarche::evidence
