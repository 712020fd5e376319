// Everything that can be done without pointing at a row, in one table: what it is called, which keys do it,
// and the command it stands for. The palette lists it, keys run it, buttons and the sheet of keys take their
// keys from it. Knows no scene.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "view/build_scene.h"

namespace explorer {

// Keys are written as "c", "?", "Mod+k" (Ctrl, or Cmd on a Mac) or "Shift+Space", with a space between those
// that do the same or belong together: "Up Down".
struct Action {
  std::string id;          // stable: "view4", "sort-title"
  std::string name;        // as the palette has it
  std::string_view about;  // what it is about: further words that it is found by
  std::string state;       // what stands now, where it switches something: "on"; else empty
  std::string_view keys;   // empty: none
  Command command;
};

// What applies now, in the order of the palette.
std::vector<Action> actions_now(const SceneInput& input);
// The same as an open palette offers it: what its text finds, best first, and last the text as a query.
std::vector<Action> palette_options(const SceneInput& input);
// The id of that last one.
inline constexpr std::string_view SearchForTyped = "typed";

// The keys of an action by its id; empty if it has none.
std::string_view keys_of(std::string_view action);
// Whether they need nothing held down, and so can be switched off.
bool is_single_key(std::string_view keys);

// The actions that have keys, by what they are called whatever stands now, but for those that the page around
// keeps from readers.
struct ActionKeys {
  std::string_view keys;
  std::string name;
};
std::vector<ActionKeys> action_keys(const AppState& state = initial_state());

// What is printed on the keys: "Ctrl", "K". `keys` has no space.
std::vector<std::string> key_caps(std::string_view keys, bool apple);
// In a line: "Ctrl+K".
std::string key_text(std::string_view keys, bool apple);
// As aria-keyshortcuts has it: "Control+K".
std::string aria_keys(std::string_view keys, bool apple);

// How well `typed` finds what is called `name` and is about `about`: its words in any order, the lower the
// better; nothing where one of them is missing.
std::optional<int> match_rank(std::string_view name, std::string_view about, std::string_view typed);

// What a press of the theme button chooses: system, the other scheme, back, system, so that every press but
// the last changes what is seen.
ThemeChoice next_theme(const SceneInput& input);

}  // namespace explorer
