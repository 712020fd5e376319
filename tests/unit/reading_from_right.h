// The interface reads from right to left as long as one of these lives; its words stay English.
#pragma once

#include "view/locale.h"

namespace explorer::test {

struct ReadingFromRight {
  ReadingFromRight() {
    Locale locale;
    locale.texts[static_cast<size_t>(LocaleText::Direction)] = "rtl";
    set_reader_locale(std::move(locale));
  }
  ~ReadingFromRight() { set_reader_locale(Locale()); }
  ReadingFromRight(const ReadingFromRight&) = delete;
  ReadingFromRight& operator=(const ReadingFromRight&) = delete;
};

}  // namespace explorer::test
