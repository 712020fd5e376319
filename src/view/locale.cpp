// See locale.h.
#include "view/locale.h"

#include <algorithm>
#include <utility>

namespace explorer {
namespace {

constexpr char FieldEnd = '\x1F';

constexpr std::string_view Defaults =
    ",\x1F"
    "33\x1F.\x1F"
    "{0} {1} {2}\x1F{0} {1}\x1F{1} {2}\x1F{2}\x1F\x1F\x1F h\x1F h\x1F min\x1F min\x1F s\x1F s\x1F"
    "en\x1Fltr\x1F"
    "January\x1F"
    "February\x1FMarch\x1F"
    "April\x1FMay\x1FJune\x1FJuly\x1F"
    "August\x1FSeptember\x1FOctober\x1FNovember\x1F"
    "December\x1FJan\x1F"
    "Feb\x1FMar\x1F"
    "Apr\x1FMay\x1FJun\x1FJul\x1F"
    "Aug\x1FSep\x1FOct\x1FNov\x1F"
    "Dec";

Locale& current() {
  static Locale locale;
  return locale;
}

std::string_view month_text(LocaleText first, int month) {
  return reader_locale().texts[static_cast<size_t>(first) + static_cast<size_t>(month - 1)];
}

}  // namespace

Locale::Locale() : Locale(Defaults) {}

Locale::Locale(std::string_view fields) {
  if (fields.data() != Defaults.data()) *this = Locale();
  for (size_t i = 0; i < texts.size() && !fields.empty(); ++i) {
    const size_t end = std::min(fields.find(FieldEnd), fields.size());
    texts[i] = fields.substr(0, end);
    fields.remove_prefix(std::min(end + 1, fields.size()));
  }
  std::string& sizes = texts[static_cast<size_t>(LocaleText::GroupSizes)];
  if (sizes.size() != 2 || sizes.find_first_not_of("123456789") != sizes.npos) sizes = "33";
}

bool Locale::year_first() const {
  const std::string_view day = text(LocaleText::Day);
  return day.find("{2}") < day.find("{0}");
}

std::string_view month_name(int month) {
  return month_text(LocaleText::FirstMonth, month);
}

std::string_view short_month_name(int month) {
  return month_text(LocaleText::FirstShortMonth, month);
}

std::string_view axis_month_name(int month) {
  constexpr size_t Letters = 3;
  const std::string_view name = short_month_name(month);
  return reader_locale().text(LocaleText::Language).starts_with("en") ? name.substr(0, Letters) : name;
}

const Locale& reader_locale() {
  return current();
}

void set_reader_locale(Locale locale) {
  current() = std::move(locale);
}

}  // namespace explorer
