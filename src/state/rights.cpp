// See rights.h.
#include "state/rights.h"

#include <concepts>

namespace explorer {
namespace {

bool has_panels(EmbedPart part) {
  return part == EmbedPart::Whole || part == EmbedPart::Overview;
}

template <typename One, typename... Several>
concept OneOf = (std::same_as<One, Several> || ...);

// Each command is named here: a new one that is not does not compile. Called by std::visit.
struct Judge {
  const AppState& state;

  bool may(EmbedRight right) const { return state.embedding.may(right); }

  // For the reader's own ease, or no act of readers at all.
  template <OneOf<
      command::CloseDetail, command::MoveCursor, command::MarkRows, command::DropMarks, command::OpenRowMenu,
      command::CopyRows, command::CopyValue, command::ClosePopover, command::SetTheme, command::SetMapMeasure,
      command::SetMap, command::SetTimeWindow, command::PointAt, command::FetchMap, command::ReportSave,
      command::SetDownload, command::CancelDownload, command::SetPaletteText, command::MoveChoice,
      command::RunChoice, command::SetSingleKeys, command::Say, command::FocusColumn, command::OpenAddress,
      command::Forget, command::FoundRow, command::MissRow, command::DismissNotes, command::ReportShare,
      command::SetEmbed, command::Retry, command::Reload, command::CancelLoad>
                Free>
  bool operator()(const Free&) const {
    return true;
  }

  bool operator()(const command::SetView&) const { return readers_change_view(state); }
  bool operator()(const command::SetVideoForm&) const { return may(EmbedRight::Views); }
  bool operator()(const command::MaximisePanel&) const {
    return may(EmbedRight::Views) && has_panels(state.embedding.part);
  }
  bool operator()(const command::SetReading&) const {
    return state.embedding.part != EmbedPart::Map && state.embedding.part != EmbedPart::Timeline;
  }

  // A text that was not typed is a change of filters or of the order.
  bool operator()(const command::SetQueryText& c) const {
    if (may(EmbedRight::Search)) return true;
    const ParsedQuery next = parse_query(c.text);
    if (next.error) return false;
    const bool sorts = next.query.sort != state.query.sort, filters = next.query.terms != state.query.terms;
    return (!sorts || may(EmbedRight::Sort)) && (!filters || may(EmbedRight::Filter));
  }
  bool operator()(const command::FocusSearch&) const { return may(EmbedRight::Search); }
  bool operator()(const command::RemoveTerm&) const { return takes_back(); }
  bool operator()(const command::ClearTerms&) const { return takes_back(); }

  bool operator()(const command::ToggleValue&) const { return may(EmbedRight::Filter); }
  bool operator()(const command::SetContains&) const { return may(EmbedRight::Filter); }
  bool operator()(const command::SetRange&) const { return may(EmbedRight::Filter); }
  bool operator()(const command::SetValues&) const { return may(EmbedRight::Filter); }
  bool operator()(const command::SetFacetSearch&) const { return may(EmbedRight::Filter); }
  bool operator()(const command::ClearColumn&) const { return takes_back(); }

  bool operator()(const command::CycleSort&) const { return may(EmbedRight::Sort); }

  bool operator()(const command::ResizeColumn&) const { return may(EmbedRight::Columns); }
  bool operator()(const command::MoveColumn&) const { return may(EmbedRight::Columns); }
  bool operator()(const command::ShowColumn&) const { return may(EmbedRight::Columns); }
  bool operator()(const command::ResetColumns&) const { return may(EmbedRight::Columns); }
  bool operator()(const command::SetDensity&) const { return may(EmbedRight::Columns); }

  bool operator()(const command::SelectRow&) const { return may(EmbedRight::Details); }

  bool operator()(const command::CopyLink&) const { return may(EmbedRight::Share); }
  bool operator()(const command::ShareLink&) const { return may(EmbedRight::Share); }
  bool operator()(const command::SavePicture&) const { return may(EmbedRight::Share); }
  bool operator()(const command::StartDownload&) const { return may(EmbedRight::Share); }
  bool operator()(const command::CopyDownload&) const { return may(EmbedRight::Share); }
  bool operator()(const command::CopyCode&) const { return may(EmbedRight::Share); }
  // Whoever chose what is there chose the data, too.
  bool operator()(const command::OpenFile&) const {
    return !state.embedding.alone() && state.embedding.rights == Embedding::AllRights;
  }
  bool operator()(const command::OpenPopover& c) const {
    switch (c.kind) {
      case PopoverKind::ColumnFilter:
        return may(EmbedRight::Filter);
      case PopoverKind::ColumnChooser:
        return may(EmbedRight::Columns);
      case PopoverKind::None:
      case PopoverKind::Warnings:
      case PopoverKind::Palette:
      case PopoverKind::Shortcuts:
      case PopoverKind::RowMenu:
        return true;
      default:  // whatever takes something along
        return may(EmbedRight::Share);
    }
  }

 private:
  bool takes_back() const { return may(EmbedRight::Filter) || may(EmbedRight::Search); }
};

}  // namespace

bool reader_may(const AppState& state, const Command& command) {
  return std::visit(Judge{state}, command);
}

bool readers_change_view(const AppState& state) {
  return !state.embedding.alone() && state.embedding.may(EmbedRight::Views);
}

void keep_to_part(AppState& state) {
  const EmbedPart part = state.embedding.part;
  switch (part) {
    case EmbedPart::Whole:
      return;
    case EmbedPart::Overview:
      state.view = View::Overview;
      return;
    case EmbedPart::Articles:
      state.view = View::Articles;
      return;
    case EmbedPart::Releases:
      state.view = View::Releases;
      return;
    case EmbedPart::Charts:
      state.view = View::ChartReach;
      return;
    case EmbedPart::Videos:
      state.view = View::Videos;
      return;
    case EmbedPart::Map:
    case EmbedPart::Timeline:
      state.view = View::Overview;
      state.maximised = part == EmbedPart::Map ? Panel::Where : Panel::When;
      state.reading.reset();
      return;
    case EmbedPart::Table:
      if (state.view == View::Overview) state.view = View::Articles;
      return;
  }
}

}  // namespace explorer
