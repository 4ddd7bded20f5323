#include "engine/evidence/record.hpp"

#include <array>

namespace demarche::evidence {

std::string_view name_of(Stance stance) {
  constexpr std::array<std::string_view, 3> names{"support", "oppose", "neutral"};
  return names[static_cast<std::size_t>(stance)];
}

std::string_view name_of(Strength strength) {
  constexpr std::array<std::string_view, 3> names{"weak", "plain", "strong"};
  return names[static_cast<std::size_t>(strength)];
}

std::string_view name_of(Mode mode) {
  constexpr std::array<std::string_view, 4> names{"plain", "conditional", "hedged", "question"};
  return names[static_cast<std::size_t>(mode)];
}

std::string_view name_of(Kind kind) {
  constexpr std::array<std::string_view, 4> names{"declared", "narrated", "act", "ascribed"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Reason reason) {
  switch (reason) {
#define DEMARCHE_REASON(enumerator, name, meaning) \
  case Reason::enumerator:                         \
    return name;
#include "engine/evidence/reasons.def"
#undef DEMARCHE_REASON
  }
  return "";
}

std::string_view meaning_of(Reason reason) {
  switch (reason) {
#define DEMARCHE_REASON(enumerator, name, meaning) \
  case Reason::enumerator:                         \
    return meaning;
#include "engine/evidence/reasons.def"
#undef DEMARCHE_REASON
  }
  return "";
}

}  // namespace demarche::evidence
