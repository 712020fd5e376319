// See duration_scale.h.
#include "view/duration_scale.h"

#include <algorithm>
#include <utility>

#include "view/format.h"
#include "view/locale.h"

namespace explorer {
namespace {

constexpr int64_t Minute = 60, Hour = 3600;
constexpr int64_t MostSteps = 3;
constexpr int64_t Steps[] = {1,          2,          5,           10,          15,          30,   Minute,
                             2 * Minute, 5 * Minute, 10 * Minute, 15 * Minute, 30 * Minute, Hour, 2 * Hour,
                             5 * Hour,   10 * Hour,  20 * Hour,   50 * Hour,   100 * Hour};

}  // namespace

float DurationScale::fraction(int64_t secs) const {
  if (full_secs <= 0 || secs <= 0) return 0;
  return std::min(static_cast<float>(static_cast<double>(secs) / static_cast<double>(full_secs)), 1.0f);
}

DurationScale duration_scale(int64_t longest_secs) {
  if (longest_secs <= 0) return {};
  for (const int64_t step : Steps) {
    if (longest_secs > MostSteps * step) continue;
    return {(longest_secs + step - 1) / step * step, step};
  }
  constexpr int64_t Greatest = Steps[std::size(Steps) - 1], Most = INT64_MAX / 2;
  const int64_t whole = std::min(longest_secs, Most) / (MostSteps * Greatest) + 1;
  return {whole * MostSteps * Greatest, whole * Greatest};
}

std::string tick_text(const DurationScale& scale, int64_t secs) {
  const bool hours = scale.step_secs >= Hour, minutes = scale.step_secs >= Minute;
  const auto count = static_cast<uint64_t>(secs / (hours ? Hour : minutes ? Minute : 1));
  std::string text = format_count(count);
  if (secs < scale.full_secs) return text;
  const auto unit = hours     ? std::pair{LocaleText::Hour, LocaleText::Hours}
                    : minutes ? std::pair{LocaleText::Minute, LocaleText::Minutes}
                              : std::pair{LocaleText::Second, LocaleText::Seconds};
  return text.append(reader_locale().text(count == 1 ? unit.first : unit.second));
}

}  // namespace explorer
