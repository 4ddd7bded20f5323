#include "dsl/messages/say.hpp"

namespace demarche::dsl {

std::string join(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (auto part : parts) out += part;
  return out;
}

std::string quoted(std::string_view text) { return join({"`", text, "`"}); }

std::string list_of(const std::vector<std::string>& names) {
  constexpr std::size_t most = 12;
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < most; ++i) out += join({i == 0 ? "`" : ", `", names[i], "`"});
  if (names.size() > most) out += join({" and ", std::to_string(names.size() - most), " more"});
  return out;
}

void suggest(Diagnostic& diagnostic, std::string_view word, const std::vector<std::string>& candidates) {
  std::string near = nearest(word, candidates);
  if (near.empty()) return;
  diagnostic.help = say("did you mean `", near, "`?");
  diagnostic.fixes.push_back({diagnostic.primary.span, near});
}

}  // namespace demarche::dsl
