#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

template <typename Value>
struct Named {
  Value value;
  std::string_view name;
  std::string_view meaning = {};  // one line for people; may be empty
};

// The values of an enumeration as files and command lines write them, each once: one table for both directions.
template <typename Value, std::size_t Count>
class NameTable {
 public:
  constexpr explicit NameTable(std::array<Named<Value>, Count> entries) : entries_(entries) {}

  // Empty for a value that the table does not have.
  constexpr std::string_view name(Value value) const { return entry(value).name; }
  constexpr std::string_view meaning(Value value) const { return entry(value).meaning; }

  constexpr std::optional<Value> value(std::string_view name) const {
    for (const auto& entry : entries_)
      if (entry.name == name) return entry.value;
    return std::nullopt;
  }

  // In the order of the table.
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& entry : entries_) names.emplace_back(entry.name);
    return names;
  }

 private:
  constexpr Named<Value> entry(Value value) const {
    for (const auto& entry : entries_)
      if (entry.value == value) return entry;
    return {value, {}, {}};
  }

  std::array<Named<Value>, Count> entries_;
};

template <typename Value, std::size_t Count>
constexpr NameTable<Value, Count> name_table(const Named<Value> (&entries)[Count]) {
  return NameTable<Value, Count>(std::to_array(entries));
}

}  // namespace demarche
