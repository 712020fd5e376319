// The icons as strokes on a 16 x 16 grid, scaled; see draw_icon in draw_shapes.h.
#include <algorithm>
#include <cmath>
#include <span>

#include "canvas/draw_shapes.h"

namespace explorer {

namespace {

// A stroke: points on the grid; `closed` joins the last to the first, `filled` fills it instead.
struct Stroke {
  std::span<const ImVec2> points;
  bool closed = false;
  bool filled = false;
};

constexpr ImVec2 SearchHandle[] = {{10.2f, 10.2f}, {14, 14}};
constexpr ImVec2 CloseA[] = {{4, 4}, {12, 12}}, CloseB[] = {{12, 4}, {4, 12}};
constexpr ImVec2 UpShaft[] = {{8, 13}, {8, 3.5f}}, UpHead[] = {{4.5f, 7}, {8, 3.5f}, {11.5f, 7}};
constexpr ImVec2 DownShaft[] = {{8, 3}, {8, 12.5f}}, DownHead[] = {{4.5f, 9}, {8, 12.5f}, {11.5f, 9}};
constexpr ImVec2 FilterA[] = {{3, 5}, {13, 5}}, FilterB[] = {{5, 8}, {11, 8}}, FilterC[] = {{7, 11}, {9, 11}};
constexpr ImVec2 ColumnsBox[] = {{2.5f, 3.5f}, {13.5f, 3.5f}, {13.5f, 12.5f}, {2.5f, 12.5f}};
constexpr ImVec2 ColumnsA[] = {{6.2f, 3.5f}, {6.2f, 12.5f}}, ColumnsB[] = {{9.8f, 3.5f}, {9.8f, 12.5f}};
constexpr ImVec2 Right[] = {{6, 3.5f}, {10.5f, 8}, {6, 12.5f}}, Left[] = {{10, 3.5f}, {5.5f, 8}, {10, 12.5f}};
constexpr ImVec2 CheckMark[] = {{3.5f, 8.5f}, {6.5f, 11.5f}, {12.5f, 4.5f}};
constexpr ImVec2 ExternalBox[] = {{7, 4}, {3.5f, 4}, {3.5f, 12.5f}, {12, 12.5f}, {12, 9}};
constexpr ImVec2 ExternalArrow[] = {{9.5f, 3}, {13, 3}, {13, 6.5f}},
                 ExternalShaft[] = {{13, 3}, {7.5f, 8.5f}};
constexpr ImVec2 WarningBox[] = {{8, 2.5f}, {14, 13}, {2, 13}};
constexpr ImVec2 WarningMark[] = {{8, 6.5f}, {8, 9.5f}}, WarningDot[] = {{8, 11}, {8, 11.8f}};
constexpr ImVec2 ArticleBox[] = {{3.5f, 2.5f}, {12.5f, 2.5f}, {12.5f, 13.5f}, {3.5f, 13.5f}};
constexpr ImVec2 ArticleA[] = {{6, 6}, {10, 6}}, ArticleB[] = {{6, 8.5f}, {10, 8.5f}};
constexpr ImVec2 ChartA[] = {{4, 13}, {4, 9}}, ChartB[] = {{8, 13}, {8, 3}}, ChartC[] = {{12, 13}, {12, 6}};
constexpr ImVec2 VideoBox[] = {{2.5f, 3.5f}, {13.5f, 3.5f}, {13.5f, 12.5f}, {2.5f, 12.5f}};
constexpr ImVec2 VideoPlay[] = {{6.8f, 6}, {10, 8}, {6.8f, 10}};
constexpr ImVec2 EventBox[] = {{2.5f, 4}, {13.5f, 4}, {13.5f, 13}, {2.5f, 13}},
                 EventBar[] = {{2.5f, 7}, {13.5f, 7}};
constexpr ImVec2 EventA[] = {{5.5f, 2.5f}, {5.5f, 5}}, EventB[] = {{10.5f, 2.5f}, {10.5f, 5}};

constexpr ImVec2 DownloadShaft[] = {{8, 2.5f}, {8, 10}},
                 DownloadHead[] = {{4.5f, 6.5f}, {8, 10}, {11.5f, 6.5f}};
constexpr ImVec2 DownloadTray[] = {{2.5f, 10.5f}, {2.5f, 13.5f}, {13.5f, 13.5f}, {13.5f, 10.5f}};
constexpr ImVec2 ExpandA[] = {{9.5f, 3}, {13, 3}, {13, 6.5f}}, ExpandB[] = {{6.5f, 13}, {3, 13}, {3, 9.5f}};
constexpr ImVec2 ExpandC[] = {{13, 3}, {9, 7}}, ExpandD[] = {{3, 13}, {7, 9}};
constexpr ImVec2 ShrinkA[] = {{9, 3.5f}, {9, 7}, {12.5f, 7}}, ShrinkB[] = {{7, 12.5f}, {7, 9}, {3.5f, 9}};
constexpr ImVec2 TableA[] = {{2.5f, 6.5f}, {13.5f, 6.5f}}, TableB[] = {{2.5f, 9.5f}, {13.5f, 9.5f}};
constexpr ImVec2 CardsA[] = {{2.5f, 3}, {7, 3}, {7, 7}, {2.5f, 7}},
                 CardsB[] = {{9, 3}, {13.5f, 3}, {13.5f, 7}, {9, 7}};
constexpr ImVec2 CardsC[] = {{2.5f, 9}, {7, 9}, {7, 13}, {2.5f, 13}},
                 CardsD[] = {{9, 9}, {13.5f, 9}, {13.5f, 13}, {9, 13}};

constexpr ImVec2 MenuA[] = {{2.5f, 4.5f}, {13.5f, 4.5f}}, MenuB[] = {{2.5f, 8}, {13.5f, 8}};
constexpr ImVec2 MenuC[] = {{2.5f, 11.5f}, {13.5f, 11.5f}};

constexpr ImVec2 ShareHead[] = {{4.5f, 6}, {8, 2.5f}, {11.5f, 6}};

constexpr Stroke SearchStrokes[] = {{SearchHandle}};
constexpr Stroke CloseStrokes[] = {{CloseA}, {CloseB}};
constexpr Stroke UpStrokes[] = {{UpShaft}, {UpHead}};
constexpr Stroke DownStrokes[] = {{DownShaft}, {DownHead}};
constexpr Stroke FilterStrokes[] = {{FilterA}, {FilterB}, {FilterC}};
constexpr Stroke ColumnsStrokes[] = {{ColumnsBox, true}, {ColumnsA}, {ColumnsB}};
constexpr Stroke RightStrokes[] = {{Right}};
constexpr Stroke LeftStrokes[] = {{Left}};
constexpr Stroke CheckStrokes[] = {{CheckMark}};
constexpr Stroke ExternalStrokes[] = {{ExternalBox}, {ExternalArrow}, {ExternalShaft}};
constexpr Stroke WarningStrokes[] = {{WarningBox, true}, {WarningMark}, {WarningDot}};
constexpr Stroke ArticleStrokes[] = {{ArticleBox, true}, {ArticleA}, {ArticleB}};
constexpr Stroke ChartStrokes[] = {{ChartA}, {ChartB}, {ChartC}};
constexpr Stroke VideoStrokes[] = {{VideoBox, true}, {VideoPlay, true, true}};
constexpr Stroke EventStrokes[] = {{EventBox, true}, {EventBar}, {EventA}, {EventB}};
constexpr Stroke DownloadStrokes[] = {{DownloadShaft}, {DownloadHead}, {DownloadTray}};
constexpr Stroke ShareStrokes[] = {{DownloadShaft}, {ShareHead}, {DownloadTray}};
constexpr Stroke ExpandStrokes[] = {{ExpandA}, {ExpandB}, {ExpandC}, {ExpandD}};
constexpr Stroke ShrinkStrokes[] = {{ShrinkA}, {ShrinkB}, {ExpandC}, {ExpandD}};
constexpr Stroke TableStrokes[] = {{ColumnsBox, true}, {TableA}, {TableB}};
constexpr Stroke MenuStrokes[] = {{MenuA}, {MenuB}, {MenuC}};
constexpr Stroke CardsStrokes[] = {{CardsA, true}, {CardsB, true}, {CardsC, true}, {CardsD, true}};

std::span<const Stroke> strokes_of(Icon icon) {
  switch (icon) {
    case Icon::Search:
      return SearchStrokes;
    case Icon::Close:
      return CloseStrokes;
    case Icon::SortAscending:
      return UpStrokes;
    case Icon::SortDescending:
      return DownStrokes;
    case Icon::Filter:
      return FilterStrokes;
    case Icon::Columns:
      return ColumnsStrokes;
    case Icon::ChevronRight:
      return RightStrokes;
    case Icon::ChevronLeft:
      return LeftStrokes;
    case Icon::Check:
      return CheckStrokes;
    case Icon::External:
      return ExternalStrokes;
    case Icon::Warning:
      return WarningStrokes;
    case Icon::Article:
      return ArticleStrokes;
    case Icon::Chart:
      return ChartStrokes;
    case Icon::Video:
      return VideoStrokes;
    case Icon::Event:
      return EventStrokes;
    case Icon::Download:
      return DownloadStrokes;
    case Icon::Expand:
      return ExpandStrokes;
    case Icon::Shrink:
      return ShrinkStrokes;
    case Icon::Table:
      return TableStrokes;
    case Icon::Cards:
      return CardsStrokes;
    case Icon::Share:
      return ShareStrokes;
    case Icon::Menu:
      return MenuStrokes;
    default:
      return {};
  }
}

}  // namespace

void draw_icon(const Brush& brush, Icon icon, ImVec2 center, float size, ImU32 color) {
  const float unit = size / 16;
  const auto at = [&](ImVec2 p) { return ImVec2(center.x + (p.x - 8) * unit, center.y + (p.y - 8) * unit); };
  const float width = std::max(1.0f, 1.5f * unit);
  for (const Stroke& stroke : strokes_of(icon)) {
    for (const ImVec2& point : stroke.points)
      brush.list.PathLineTo(at(point));
    if (stroke.filled) {
      brush.list.PathFillConvex(color);
    } else {
      brush.list.PathStroke(color, stroke.closed ? ImDrawFlags_Closed : ImDrawFlags_None, width);
    }
  }
  if (icon == Icon::Search) brush.list.AddCircle(at({7, 7}), 4.5f * unit, color, 0, width);
  if (icon == Icon::Release) {
    brush.list.AddCircle(at({8, 8}), 5.75f * unit, color, 0, width);
    brush.list.AddCircleFilled(at({8, 8}), 1.5f * unit, color);
  }
  if (icon == Icon::Theme) {
    constexpr float HalfTurn = 3.14159265f;
    brush.list.AddCircle(at({8, 8}), 5.5f * unit, color, 0, width);
    brush.list.PathArcTo(at({8, 8}), 5.5f * unit, -HalfTurn / 2, HalfTurn / 2);
    brush.list.PathFillConvex(color);
  }
}

}  // namespace explorer
