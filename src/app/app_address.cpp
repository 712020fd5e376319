// The page's address: the host is told of each state that has another one, at most once a frame, and an
// address that comes from there is opened, with the places that were scrolled to and the focus where the
// reader is back. Giving the link away goes the same way.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "app/app.h"
#include "state/address.h"
#include "view/embed_code.h"
#include "view/long_scroll.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr size_t MostScrolls = 64;  // of a view

// The number that `text` begins with, and whatever sign follows it, are taken off. Nothing: 0.
int64_t take_number(std::string_view& text) {
  int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  if (!text.empty()) text.remove_prefix(1);
  return error == std::errc() ? number : 0;
}

}  // namespace

std::string App::marks() const {
  std::string out = std::to_string(focused_);
  for (const ScrollOffset& offset : scrolls_) {
    const auto place = std::llround(place_of(offset));
    if (node(offset.key) == nullptr || (offset.x == 0 && place == 0)) continue;
    out.append(";").append(std::to_string(offset.key)).append(",");
    out.append(std::to_string(std::lround(offset.x))).append(",").append(std::to_string(place));
  }
  return out;
}

// How things stand before the first change since the host was told last is how the reader leaves them.
void App::before_change(const Command& command) {
  if (std::holds_alternative<command::PointAt>(command) ||
      std::holds_alternative<command::MoveCursor>(command))
    return;
  if (!std::exchange(navigated_, true)) left_marks_ = marks();
  address_due_ = true;
  marks_due_.reset();  // the reader is at something else
  if (!std::holds_alternative<command::OpenAddress>(command)) begin_memory();
}

void App::know_address() {
  address_ = format_address(state_, dataset_.get());
  place_ = format_place(state_, dataset_.get());
  address_due_ = navigated_ = false;
}

void App::tell_address() {
  if (!address_due_) return;
  const std::string address = std::move(address_), place = std::move(place_);
  const bool navigated = navigated_;
  know_address();
  tell_memory();
  if (address_ != address) host_.address_changed(address_, navigated && place_ != place, left_marks_);
}

void App::open_address(std::string_view text, AddressVisit visit, std::string_view marks) {
  const bool returned = visit == AddressVisit::Returned;
  tell_memory();
  // The view of the last visit is where this one begins; an empty address that is opened later is the
  // beginning.
  const bool first = !std::exchange(opened_, true);
  const bool recalls = keeper_ && !returned;
  dispatch(command::OpenAddress{std::string(text), returned, recalls ? keeper_->text(first) : std::string()});
  if (recalls) keeper_->adopt(state_);
  // The page has looked for the colours in the same texts, in a simpler way.
  if (recalls && first && keeper_->had_text()) host_.theme_chosen(state_.theme);
  searched_ = 0;
  know_address();
  // Back has to find the view again that was remembered.
  if (recalls && first && keeper_->has_view() && memory::says_nothing(text))
    host_.address_changed(address_, false, {});
  // As it was written, an address stays until the reader changes something; only what Back leads to may lack
  // what was arranged since.
  if (returned && address_ != text) host_.address_changed(address_, false, {});
  find_awaited_row();
  if (marks.empty()) return;
  Marks due;
  due.focus = static_cast<NodeKey>(take_number(marks));
  while (!marks.empty() && due.scrolls.size() < MostScrolls) {
    ScrollOffset offset;
    offset.key = static_cast<NodeKey>(take_number(marks));
    offset.x = static_cast<float>(take_number(marks));
    offset.shift = static_cast<double>(take_number(marks));
    due.scrolls.push_back(offset);
  }
  marks_due_ = std::move(due);
  focus_due_ = returned;
  reveal_due_ = false;
}

// Once all is there that the reader left: before that there may be nothing to scroll. Returns whether that
// moves anything.
bool App::restore_marks() {
  if (!marks_due_ || shown_dataset() == nullptr || load_.phase == LoadPhase::Loading || !is_settled())
    return false;
  const Marks marks = std::move(*marks_due_);
  marks_due_.reset();
  bool moved = false;
  for (const Node& scroller : scene_.nodes()) {
    if (!scroller.scrolls) continue;
    double place = 0;
    float x = 0;
    for (const ScrollOffset& mark : marks.scrolls) {
      if (mark.key != scroller.key) continue;
      place = mark.shift;
      x = mark.x;
    }
    ScrollOffset& offset = offset_of(scroller.key);
    if (offset.x == x && std::abs(place_of(offset) - place) < 1) continue;
    offset = moved_to(heights_of(scroller), offset, place);
    offset.x = x;
    host_.scroll_to(offset.key, offset.x, offset.y);
    moved = true;
  }
  focus_restored_ = focus_due_ && marks.focus != 0;
  if (focus_restored_) host_.focus(marks.focus);
  return moved;
}

void App::await_selected_row() {
  if (!state_.selected || !dataset_) return;
  state_.awaited_row = format_row(*dataset_, *state_.selected);
  state_.selected.reset();
}

// To be asked when rows came, or the last of them. Each is looked at once, however many there are.
void App::find_awaited_row() {
  const auto table = dataset_ ? table_of_row(state_.awaited_row) : std::nullopt;
  if (!table) return;
  const auto row = find_row(*dataset_, state_.awaited_row, searched_);
  searched_ = dataset_->table(*table).row_count;
  const bool missing = !row && load_.phase == LoadPhase::Ready;
  if (!row && !missing) return;
  const auto marks = marks_due_;
  const bool reveal = reveal_due_;
  if (missing) tell_address();  // of all else; that the row is missing is not what the reader did
  dispatch(row ? Command(command::FoundRow{*row}) : command::MissRow{});
  marks_due_ = marks;
  if (marks) reveal_due_ = reveal;
  if (missing) know_address();
}

void App::set_link(std::string base, bool has_sheet, bool has_data, bool is_preview) {
  environment_.link = std::move(base);
  environment_.link_sheet = has_sheet;
  environment_.link_has_data = has_data;
  environment_.is_preview = is_preview;
  invalidate();
}

void App::set_preview_height(float height_px) {
  constexpr float Most = MostEmbedHeight;
  environment_.preview_px = height_px > 0 ? std::min(height_px, Most) : 0;
  invalidate();
}

// Asks the host for what is to be done with the link; true if that is all of the command.
bool App::link_command(const Command& command) {
  if (const auto* opened = std::get_if<command::OpenPopover>(&command)) {
    const bool embeds = opened->kind == PopoverKind::Embed;
    if (embeds) environment_.preview_px = 0;
    if (embeds || opened->kind == PopoverKind::Share) host_.use_link(LinkUse::Prepare, {});
    return false;
  }
  if (const auto* report = std::get_if<command::ReportShare>(&command)) {
    const PopoverKind open = state_.popover.kind;
    const bool elsewhere = open != PopoverKind::Share && open != PopoverKind::Embed;
    if (!elsewhere || report->outcome == ShareOutcome::None) return false;
    if (report->outcome == ShareOutcome::Failed) host_.use_link(LinkUse::Prepare, {});
    if (report->outcome == ShareOutcome::Copied)
      dispatch(command::Say{std::string(ui::Text(ui::LinkCopied))});
    return report->outcome == ShareOutcome::Copied;
  }
  if (std::holds_alternative<command::CopyCode>(command)) {
    host_.use_link(LinkUse::Code, view::embed_dialog::code_now(scene_input()));
    return true;
  }
  const bool copy = std::holds_alternative<command::CopyLink>(command);
  if (!copy && !std::holds_alternative<command::ShareLink>(command)) return false;
  host_.use_link(copy ? LinkUse::Copy : LinkUse::Sheet, format_address(state_, dataset_.get()));
  return true;
}

}  // namespace explorer
