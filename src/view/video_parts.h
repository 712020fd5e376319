// What the rows of the overview and the cards of the view show of a video: its facts in words, its places in
// charts, its length on a scale, its picture and the ways to see it. See build_overview.h,
// build_video_cards.h.
#pragma once

#include <string>
#include <vector>

#include "view/duration_scale.h"
#include "view/inferred.h"
#include "view/scene_parts.h"

namespace explorer {

// The scale that all videos of the answer are drawn on.
DurationScale video_scale(const Builder& b);

// What is stated of the columns, joined by dots: "music video · BIGHIT MUSIC · 22 Dec 2023".
SignedText video_facts(const Dataset& dataset, RowIndex row, std::span<const size_t> columns);
// "Closer Than This by Jimin"; empty if no song is stated.
SignedText video_songs(const Dataset& dataset, RowIndex row);
// "With Jimin, BTS"; empty if nobody is stated.
SignedText video_people(const Dataset& dataset, RowIndex row);

// Its length in words; empty if that is not stated.
SignedText video_length(const Dataset& dataset, RowIndex row);

// Its places in charts, the best first: "No. 1 YouTube trending MVs, worldwide". `more`: how many are left
// out.
struct VideoRanks {
  std::vector<SignedText> texts;
  size_t more = 0;
};
VideoRanks video_ranks(const Dataset& dataset, RowIndex row, size_t most);

// The bar alone, with ticks; nothing where no length is stated. Fades where the length is "about", breaks off
// where it is longer than the scale.
void add_duration_bar(Builder& b, uint32_t parent, Rect bar, const DurationScale& scale,
                      const Quantity& secs);
// The numbers of the ticks, in one line over or under bars that begin at at.x and are at.w wide.
void add_scale_texts(Builder& b, uint32_t parent, Rect at, const DurationScale& scale);

// Whether any video of the dataset has a picture: then all leave the same room for one.
bool has_thumbnails(const Dataset& dataset);
// The picture, if it lies on the page's own host; else a placeholder of the same size, which leads to the
// picture where there is one elsewhere. `holder`: what a link is in, a cell or a plain group.
void add_thumbnail(Builder& b, uint32_t parent, Rect rect, RowIndex row, Role holder);
// Width of the link that plays the video; 0 where no address is known.
float play_link_w(Builder& b, RowIndex row);
void add_play_link(Builder& b, uint32_t parent, Rect rect, RowIndex row, Role holder);

}  // namespace explorer
