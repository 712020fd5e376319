// Compile-time settings of Dear ImGui, of which only the draw lists are used: no demo, no debug tools, no
// file access, no font (the browser draws all text), 32-bit indices because a page can be one large draw
// list.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_SSE
#define ImDrawIdx unsigned int
