#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace demarche {

// FNV-1a of 64 bits: the same on every machine. For telling contents apart, not for secrets.
std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0xCBF29CE484222325u);
std::string hexadecimal(std::uint64_t value);  // 16 digits

}  // namespace demarche
