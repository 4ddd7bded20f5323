#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace demarche {

// A calendar day, counted from 1970-01-01 (day 0), in the proleptic Gregorian calendar.
struct Date {
  std::int32_t days = 0;
  friend bool operator==(Date, Date) = default;
  friend auto operator<=>(Date, Date) = default;
};

struct YearMonthDay {
  int year = 1970;
  int month = 1;
  int day = 1;
};

// Both ends inclusive; an absent end is open.
struct DateRange {
  std::optional<Date> from;
  std::optional<Date> to;
  bool contains(Date day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

// Reads YYYY-MM-DD (also with a time behind a `T` or a space, which is left out). Nothing for impossible dates.
std::optional<Date> parse_date(std::string_view text);
// Reads YYYY, YYYY-MM or YYYY-MM-DD as the range of days it covers.
std::optional<DateRange> parse_period(std::string_view text);
std::string to_string(Date day);  // YYYY-MM-DD
YearMonthDay split(Date day);

}  // namespace demarche
