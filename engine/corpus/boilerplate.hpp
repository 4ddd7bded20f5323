#pragma once
#include <string_view>

namespace demarche::corpus {

// True when a line is what web pages put around articles: "Subscribe", "Follow us on social networks", "Leave a review",
// cookie notices, navigation.
bool is_boilerplate_line(std::string_view line);

}  // namespace demarche::corpus
