#pragma once
#include "engine/why/bench.hpp"

namespace demarche::why {

// The proof of a record, and the smallest guard that stops it. The bench holds the rules as they are.
WhyFound explain_found(const Bench& bench, const evidence::Record& record);

}  // namespace demarche::why
