#pragma once
#include <string>
#include <string_view>

namespace demarche::text {

// The three letters of ISO 3166-1 for its two: BI gives BDI. Empty when it is no country's.
std::string alpha3_of(std::string_view alpha2);

}  // namespace demarche::text
