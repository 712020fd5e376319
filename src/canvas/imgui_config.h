// Compile-time settings of Dear ImGui: no demo, no debug tools, no file access, no font of its own (the
// browser draws all text), 32-bit indices because a page can be one large draw list.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
// canvas/font_loader.cpp stands in for the FreeType loader, so that stb_truetype stays out.
#define IMGUI_ENABLE_FREETYPE
#define IMGUI_DISABLE_SSE
#define ImDrawIdx unsigned int
