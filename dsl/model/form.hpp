#pragma once
#include <cstdint>

namespace demarche::dsl::model {

// The word form that `:noun` and the like ask for; `open` leaves it to the place.
enum class Form : std::uint8_t { open, noun, verb, base, s, ed, ing };

}  // namespace demarche::dsl::model
