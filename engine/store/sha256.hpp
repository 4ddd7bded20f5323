#pragma once
#include <string>
#include <string_view>

namespace demarche::store {

// SHA-256 as 64 hexadecimal digits: what data packages and other tools compare files by.
std::string sha256(std::string_view bytes);

}  // namespace demarche::store
