// How the explorer is to stand in somebody's page, as the reader chooses it in the dialog that writes the
// code (view/build_embed.h). Knows neither the dialog nor the code.
#pragma once

#include <cstddef>
#include <cstdint>

namespace explorer {

enum class ThemeChoice : uint8_t { System, Light, Dark };

// Frame: a plain iframe. FittedFrame: one that embed.js makes as high as what is in it. Element: embed.js's
// own element.
enum class EmbedWay : uint8_t { Frame, FittedFrame, Element };

// What of the explorer is there; the words of the address part `ui` are in this order. Table: the one that
// the chosen view shows.
enum class EmbedPart : uint8_t { Whole, Overview, Articles, Releases, Charts, Videos, Map, Timeline, Table };
inline constexpr size_t EmbedPartCount = 9;

// What readers may do there; the words of the address part `may` are in this order.
enum class EmbedRight : uint8_t { Search, Views, Sort, Filter, Columns, Details, Share };
inline constexpr size_t EmbedRightCount = 7;

struct EmbedChoice {
  EmbedWay way = EmbedWay::Frame;
  EmbedPart part = EmbedPart::Whole;
  uint16_t height_px = 560;                     // of the frame; of the others until they know their own
  ThemeChoice theme = ThemeChoice::System;      // System: as the page around it
  uint8_t rights = (1 << EmbedRightCount) - 1;  // a bit for each EmbedRight
  bool as_shown = true;                         // it starts with what is shown now, else with everything
  bool attribution = true;                      // with the small link that says where it is from

  bool may(EmbedRight right) const { return (rights >> static_cast<int>(right) & 1) != 0; }
  void switch_right(EmbedRight right) { rights ^= static_cast<uint8_t>(1 << static_cast<int>(right)); }
  friend bool operator==(const EmbedChoice&, const EmbedChoice&) = default;
};

inline constexpr uint16_t LeastEmbedHeight = 120, MostEmbedHeight = 4000;

}  // namespace explorer
