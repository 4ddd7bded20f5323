#include "engine/text/countries.hpp"

#include <unicode/locid.h>

namespace demarche::text {

std::string alpha3_of(std::string_view alpha2) { return icu::Locale("", std::string(alpha2).c_str()).getISO3Country(); }

}  // namespace demarche::text
