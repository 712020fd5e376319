// What the marks of the timeline mean, or its bars, in as few words as possible.
#pragma once

#include <string_view>
#include <vector>

#include "view/scene_parts.h"
#include "view/timeline_picture.h"

namespace explorer {

class TimeLegend {
 public:
  TimeLegend(Builder& b, bool bars);
  // Of all of it in one line.
  float width() const;
  // In lines of at most `at.w`, from the left; returns the y below.
  float build(uint32_t region, Rect at);

 private:
  struct Entry {
    TimeShape shape;
    bool second;  // inferred; of bars, the lighter one
    std::string_view text;
  };
  float mark_w(const Entry& entry) const;
  float entry_w(const Entry& entry) const;
  void draw(Picture& picture, const Entry& entry, float x, float y) const;

  Builder& b_;
  std::vector<Entry> entries_;
  bool bars_;
};

}  // namespace explorer
