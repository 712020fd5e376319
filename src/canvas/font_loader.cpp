// Dear ImGui wants a font to start with. Texts are drawn from TextAtlas instead, so this one has no glyphs
// and draws nothing. It stands where ImGui would otherwise pull in stb_truetype.
#include <imgui.h>
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

namespace {

bool init_source(ImFontAtlas*, ImFontConfig*) {
  return true;
}
bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) {
  return false;
}
bool init_baked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = baked->Size;
  return true;
}
bool load_glyph(ImFontAtlas*, ImFontConfig*, ImFontBaked*, void*, ImWchar, ImFontGlyph*, float*) {
  return false;
}

}  // namespace

const ImFontLoader* ImGuiFreeType::GetFontLoader() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "none";
    made.FontSrcInit = init_source;
    made.FontSrcContainsGlyph = contains_glyph;
    made.FontBakedInit = init_baked;
    made.FontBakedLoadGlyph = load_glyph;
    return made;
  }();
  return &loader;
}
