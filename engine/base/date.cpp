#include "engine/base/date.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace demarche {

namespace {
std::optional<int> number(std::string_view text) {
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty() || text[0] == '-') return std::nullopt;
  return value;
}

std::optional<Date> make(int year, int month, int day) {
  std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                  std::chrono::day{static_cast<unsigned>(day)}};
  if (year < 1 || year > 9999 || !ymd.ok()) return std::nullopt;
  return Date{static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count())};
}
}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() > 10 && (text[10] == 'T' || text[10] == ' ')) text = text.substr(0, 10);
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto year = number(text.substr(0, 4));
  auto month = number(text.substr(5, 2));
  auto day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make(*year, *month, *day);
}

std::optional<DateRange> parse_period(std::string_view text) {
  if (text.size() == 4) {
    auto year = number(text);
    if (!year || *year == 0) return std::nullopt;
    return DateRange{make(*year, 1, 1), make(*year, 12, 31)};
  }
  if (text.size() == 7 && text[4] == '-') {
    auto year = number(text.substr(0, 4));
    auto month = number(text.substr(5, 2));
    if (!year || !month) return std::nullopt;
    auto first = make(*year, *month, 1);
    if (!first) return std::nullopt;
    std::chrono::year_month_day_last last{std::chrono::year{*year} / std::chrono::month{static_cast<unsigned>(*month)} /
                                          std::chrono::last};
    return DateRange{first, make(*year, *month, static_cast<int>(static_cast<unsigned>(last.day())))};
  }
  auto day = parse_date(text);
  if (!day) return std::nullopt;
  return DateRange{day, day};
}

YearMonthDay split(Date day) {
  std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{day.days}}};
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

std::string to_string(Date day) {
  auto [year, month, of_month] = split(day);
  std::array<char, 32> buffer{};
  int length = std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year, month, of_month);
  return std::string(buffer.data(), static_cast<std::size_t>(length));
}

}  // namespace demarche
