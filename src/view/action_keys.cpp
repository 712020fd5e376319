// Which keys do what, and how keys are written. See actions.h.
#include <algorithm>
#include <array>

#include "state/rights.h"
#include "view/actions.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

struct KeySpec {
  std::string_view action, keys;
};

// In the order of the sheet. Never what browsers and screen readers have for themselves.
constexpr KeySpec Keys[] = {{"palette", "Mod+k"}, {"shortcuts", "?"}, {"search", "/"},  {"view0", "1"},
                            {"view1", "2"},       {"view2", "3"},     {"view3", "4"},   {"view4", "5"},
                            {"reading", "r"},     {"columns", "c"},   {"compact", "d"}, {"theme", "t"},
                            {"pictures", "p"},    {"share", "s"},     {"embed", "e"},   {"download", "x"}};

std::string name_of(std::string_view action) {
  if (action.starts_with("view"))
    return fill(ui::GoTo, {ui::view_name(static_cast<View>(action.back() - '0'))});
  if (action == "palette") return std::string(ui::Commands);
  if (action == "shortcuts") return std::string(ui::Shortcuts);
  if (action == "search") return std::string(ui::GoToSearch);
  if (action == "reading") return std::string(ui::ReadTables);
  if (action == "columns") return std::string(ui::Columns);
  if (action == "compact") return std::string(ui::CompactRows);
  if (action == "share") return std::string(ui::ShareView);
  if (action == "embed") return std::string(ui::EmbedView);
  if (action == "download") return std::string(ui::DownloadData);
  if (action == "theme") return std::string(ui::KeyChangeColours);
  return std::string(ui::SavePictures);
}

bool is_withheld(const AppState& state, std::string_view action) {
  const auto lacks = [&](EmbedRight which) { return !state.embedding.may(which); };
  if (action.starts_with("view")) return !readers_change_view(state);
  if (action == "search") return lacks(EmbedRight::Search);
  if (action == "reading") return !reader_may(state, command::SetReading{0});
  if (action == "columns" || action == "compact") return lacks(EmbedRight::Columns);
  if (action == "pictures" || action == "share" || action == "embed" || action == "download")
    return lacks(EmbedRight::Share);
  return false;
}

struct Cap {
  std::string_view key;
  ui::Text printed;
};

std::string cap_of(std::string_view key, bool apple) {
  if (key == "Mod") return std::string(apple ? ui::KeyCommand : ui::KeyControl);
  const Cap caps[] = {{"Shift", ui::KeyShift},   {"Space", ui::KeySpace},
                      {"Enter", ui::KeyEnter},   {"Escape", ui::KeyEscape},
                      {"Home", ui::KeyHome},     {"End", ui::KeyEnd},
                      {"PageUp", ui::KeyPageUp}, {"PageDown", ui::KeyPageDown},
                      {"Menu", ui::KeyMenu},     {"Up", "\xE2\x86\x91"},
                      {"Down", "\xE2\x86\x93"},  {"Left", "\xE2\x86\x90"},
                      {"Right", "\xE2\x86\x92"}, {"Plus", "+"},
                      {"Minus", "\xE2\x88\x92"}};
  for (const Cap& cap : caps) {
    if (cap.key == key) return std::string(cap.printed);
  }
  std::string letter(key);
  if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z') letter[0] -= 'a' - 'A';
  return letter;
}

}  // namespace

std::string_view keys_of(std::string_view action) {
  const auto* found = std::ranges::find(Keys, action, &KeySpec::action);
  return found == std::end(Keys) ? std::string_view() : found->keys;
}

bool is_single_key(std::string_view keys) {
  return keys.size() == 1;
}

std::vector<ActionKeys> action_keys(const AppState& state) {
  std::vector<ActionKeys> all;
  for (const KeySpec& spec : Keys) {
    if (!is_withheld(state, spec.action)) all.push_back({spec.keys, name_of(spec.action)});
  }
  return all;
}

std::vector<std::string> key_caps(std::string_view keys, bool apple) {
  std::vector<std::string> caps;
  while (!keys.empty()) {
    const size_t end = std::min(keys.find('+'), keys.size());
    caps.push_back(cap_of(keys.substr(0, end), apple));
    keys.remove_prefix(std::min(end + 1, keys.size()));
  }
  return caps;
}

std::string key_text(std::string_view keys, bool apple) {
  std::string text;
  for (const std::string& cap : key_caps(keys, apple)) {
    if (!text.empty() && !apple) text += '+';
    text += cap;
  }
  return text;
}

std::string aria_keys(std::string_view keys, bool apple) {
  constexpr std::string_view Held = "Mod+";
  if (!keys.starts_with(Held)) return key_text(keys, apple);
  return (apple ? "Meta+" : "Control+") + key_text(keys.substr(Held.size()), apple);
}

}  // namespace explorer
