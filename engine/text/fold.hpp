#pragma once
#include <string>
#include <string_view>

namespace demarche::text {

// Lower case, without accents: how names are compared. "Élysée" gives "elysee".
std::string fold(std::string_view text);

}  // namespace demarche::text
