// Writes pictures of the scenes where EXPLORER_SCENE_PICTURES names a folder; else does nothing.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "scene_fixture.h"
#include "scene_svg.h"

using namespace explorer;
using namespace explorer::test;

namespace {

// About the widths of a sans serif face, so that pictures look like the page.
struct FaceMeasurer : TextMeasurer {
  float width(std::string_view unit, Font font) override {
    float sum = 0;
    for (const char c : unit) {
      if ((c & 0xC0) == 0x80) continue;
      const bool narrow = c != 0 && std::string_view("iljtfrI.,:;'|!()1 ").find(c) != std::string_view::npos;
      const bool wide = c != 0 && std::string_view("mwMW").find(c) != std::string_view::npos;
      sum += narrow ? 0.36f : wide ? 0.92f : c >= 'A' && c <= 'Z' ? 0.70f : 0.585f;
    }
    return sum * font_spec(font).size_px * (font_spec(font).weight > 500 ? 1.08f : 1.0f);
  }
};

struct SizedPicture {
  const char* name;
  std::vector<Command> commands;
};

}  // namespace

TEST_CASE("scenes can be written as pictures") {
  const char* folder = std::getenv("EXPLORER_SCENE_PICTURES");
  if (!folder) return;
  using namespace command;
  const SizedPicture pictures[] = {
      {"overview", {}},
      {"articles", {SetView{View::Articles}}},
      {"charts", {SetView{View::ChartReach}, SelectRow{{TableId::ChartEntries, 2}, false}}},
      {"videos", {SetView{View::Videos}, SetQueryText{"kind:dance sort:date-desc,title"}}},
      {"article", {SelectRow{{TableId::Articles, 1}, true}}},
      {"release", {SelectRow{{TableId::Releases, 0}, true}}},
      {"filter",
       {SetView{View::ChartReach},
        OpenPopover{PopoverKind::ColumnFilter, TableId::ChartEntries, chart_column::Region}}},
      {"range",
       {SetView{View::Videos}, OpenPopover{PopoverKind::ColumnFilter, TableId::Videos, video_column::Date}}},
      {"columns", {SetView{View::Videos}, OpenPopover{PopoverKind::ColumnChooser, TableId::Videos, 0}}},
      {"error", {SetView{View::Releases}, SetQueryText{"kind:single"}, SetQueryText{"kind:single date:foo"}}},
      {"empty", {SetView{View::Releases}, SetQueryText{"kind:single -artist:Jimin"}}},
  };
  for (const SizedPicture& picture : pictures) {
    for (const Size size :
         {Size{1440, 900}, Size{390, 844}, Size{2560, 1440}, Size{1024, 768}, Size{640, 480}}) {
      for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        SceneSetup setup;
        setup.dataset = &shipped_dataset();
        setup.environment = {size.w, size.h, scheme, size.w < 500};
        setup.load.skipped_articles = setup.load.warning_count = std::string_view(picture.name) == "error";
        for (const Command& command : picture.commands)
          setup.apply(command);
        FaceMeasurer measurer;
        std::ofstream file(std::string(folder) + "/" + picture.name + "-" + std::to_string(int(size.w)) +
                           (scheme == Scheme::Light ? "-light" : "-dark") + ".svg");
        file << scene_svg(setup.build(measurer), scheme, {});
      }
    }
  }
}
