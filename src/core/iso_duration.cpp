// See iso_duration.h.
#include "core/iso_duration.h"

namespace explorer {

std::string write_iso_duration(int64_t seconds) {
  if (seconds == 0) return "PT0S";
  std::string text = "PT";
  const auto add = [&](int64_t value, char unit) {
    if (value != 0) text.append(std::to_string(value)) += unit;
  };
  add(seconds / 3600, 'H');
  add(seconds / 60 % 60, 'M');
  add(seconds % 60, 'S');
  return text;
}

}  // namespace explorer
