// The code that puts the explorer into somebody's page as the reader chose it (state/embed_choice.h): HTML
// for three ways, and the address of the frame in it. Texts in, texts out; knows no screen.
#pragma once

#include <string>
#include <string_view>

#include "view/build_scene.h"

namespace explorer::view::embed_dialog {

// The part that is shown: the chosen one, or all where that is the table of a view that has none.
EmbedPart shown_part(const AppState& state);
// Whether readers of that part could make use of the right at all.
bool applies(EmbedRight right, EmbedPart part);

// The address of the frame. `page`: of the explorer, up to its "#" (Environment::link); empty: there is none.
std::string frame_address(std::string_view page, const AppState& state, const Dataset* dataset);
// The code, in lines; with a frame called `title`.
std::string embed_code(std::string_view page, std::string_view title, const AppState& state,
                       const Dataset* dataset);

// Both as things stand; empty while the page's address is not known.
std::string address_now(const SceneInput& input);
std::string code_now(const SceneInput& input);

// With the height that was typed, if it is a number.
EmbedChoice with_height(EmbedChoice choice, std::string_view typed);

}  // namespace explorer::view::embed_dialog
