// What single values of a feed document become, and how they are taken back where a key stands twice: the
// second half of FeedReader.
#include <algorithm>

#include "core/feed_reader.h"
#include "core/read_values.h"
#include "core/regions.h"

namespace explorer {

// The feed's own texts are those of its first document that states them.
void FeedReader::set_feed_text(Slot slot, std::string_view value) {
  Dataset& dataset = tables_.dataset;
  std::string* const texts[] = {&dataset.title, &dataset.description, &dataset.language, &next_url_};
  if ((settled_feed_texts_ >> slot.target & 1) == 0) texts[slot.target]->assign(value);
}

// Of the list that the value stands in, or whose element is the object that it stands in.
uint32_t FeedReader::list_index() const {
  return top().array ? top().index : frames_[depth_ - 2].index;
}

void FeedReader::set_text(Token token, Slot slot, std::string_view value) {
  switch (slot.shape) {
    case Shape::Version:
      if (value == "https://jsonfeed.org/version/1.1" || value == "https://jsonfeed.org/version/1") return;
      return refuse_value(token, "\"https://jsonfeed.org/version/1.1\"");
    case Shape::FeedText:
      return set_feed_text(slot, value);
    case Shape::Text:
      draft().texts[slot.target].assign(value);
      return;
    case Shape::ListText:
      draft().add_to_list(slot.target, value);
      return;
    case Shape::Content:
      draft().content[slot.target].assign(value);
      return;
    case Shape::Region:
      return set_region(token, slot, value);
    case Shape::Date:
    case Shape::Timestamp:
      return set_date(token, slot, value);
    case Shape::Duration:
      return set_duration(token, slot, value);
    case Shape::Url:
      if (!is_web_address(value)) return refuse_value(token, words::ExpectAddress);
      draft().texts[slot.target].assign(value);
      return;
    case Shape::QualifierName: {
      const auto qualifier = read_qualifier(value);
      if (!qualifier) return refuse_value(token, words::ExpectQualifier);
      quantity_.qualifier = *qualifier;
      return;
    }
    case Shape::Name:
      return set_inferred(token, value);
    default:
      return set_id_like(token, slot, value);
  }
}

void FeedReader::set_id_like(Token token, Slot slot, std::string_view value) {
  const StringId id = add(value);
  if (slot.shape == Shape::Id) {
    draft().id = id;
  } else if (id == StringId::None) {
    refuse_value(token, words::ExpectId);
  } else if (slot.shape == Shape::EvidenceArticle) {
    evidence_.article = id;
    evidence_.from = token.from;
    evidence_.index = list_index();
  } else {
    draft().references.push_back({static_cast<ReferenceKind>(slot.target), id, token.from, list_index()});
  }
}

void FeedReader::set_date(Token token, Slot slot, std::string_view value) {
  if (slot.shape == Shape::Timestamp) {
    const auto date = read_timestamp(value);
    if (!date) return refuse_value(token, words::ExpectTimestamp);
    draft().dates[slot.target] = *date;
    return;
  }
  DateParse parse = parse_edtf(value);
  if (parse.value) {
    draft().dates[slot.target] = *parse.value;
  } else {
    refuse_value(token, fill(words::ExpectDate, {parse.error}));
  }
}

void FeedReader::set_region(Token token, Slot slot, std::string_view value) {
  const Region* region = find_region(value);
  draft().texts[slot.target].assign(region != nullptr ? region->code : value);
  if (region == nullptr) {
    refuse_value(token, words::ExpectRegion);
  }
}

void FeedReader::set_duration(Token token, Slot slot, std::string_view value) {
  const auto seconds = read_iso_duration(value);
  if (!seconds) return refuse_value(token, words::ExpectDuration);
  draft().numbers[slot.target] = {*seconds, Qualifier::Exact, true};
}

void FeedReader::set_inferred(Token token, std::string_view name) {
  const auto column = column_of_member(draft().node, name);
  if (!column) return refuse_value(token, words::ExpectMember);
  draft().inferred |= uint32_t{1} << *column;
}

void FeedReader::set_number(Token token, Slot slot, JsonNumber value) {
  if (slot.shape == Shape::Id || slot.shape == Shape::Reference || slot.shape == Shape::EvidenceArticle) {
    return set_id_like(token, slot, written(token));
  }
  if (value.kind == JsonNumber::Kind::TooGreat) return refuse_value(token, words::ExpectSmallNumber);
  if (value.kind == JsonNumber::Kind::Fraction) return refuse_value(token, words::ExpectNumber);
  if (slot.shape == Shape::EvidenceParagraph) {
    if (value.value < 0 || value.value > INT32_MAX) return refuse_value(token, words::ExpectParagraph);
    evidence_.paragraph = static_cast<int32_t>(value.value);
  } else if (slot.shape == Shape::QuantityValue) {
    quantity_.value = value.value;
    quantity_.stated = true;
  } else {
    set_quantity(token, slot, {value.value, Qualifier::Exact, true});
  }
}

void FeedReader::set_quantity(Token token, Slot slot, Quantity quantity) {
  const bool position = draft().node == FeedNode::ChartEntry && slot.target == chart_column::Position;
  if (position && quantity.value < 1) return refuse_value(token, words::ExpectPosition);
  draft().numbers[slot.target] = quantity;
}

void FeedReader::end_quantity(const Frame& frame, Token object) {
  constexpr uint32_t ValueBit = 1;  // the first member
  if (quantity_.stated) {
    set_quantity(object, quantity_slot_, quantity_);
  } else if ((frame.seen & ValueBit) == 0) {
    warnings_.add(LoadWarningKind::SkippedValue, frame.from, words::ValueMissing);
  }
}

void FeedReader::end_evidence(const Frame& frame) {
  constexpr uint32_t ArticleBit = 1;  // the first member
  if (evidence_.article != StringId::None) {
    draft().evidence.push_back(evidence_);
  } else if ((frame.seen & ArticleBit) == 0) {
    warnings_.add(LoadWarningKind::SkippedValue, frame.from, words::ArticleMissing);
  }
}

void FeedReader::forget_lists(const Frame& frame, size_t column) {
  const auto begin = draft().lists.begin() + static_cast<std::ptrdiff_t>(frame.first_list);
  draft().lists.erase(
      std::remove_if(begin, draft().lists.end(), [&](const auto& it) { return it.column == column; }),
      draft().lists.end());
}

void FeedReader::forget_references(const Frame& frame, ReferenceKind kind) {
  const auto begin = draft().references.begin() + static_cast<std::ptrdiff_t>(frame.first_reference);
  draft().references.erase(
      std::remove_if(begin, draft().references.end(), [&](const auto& it) { return it.kind == kind; }),
      draft().references.end());
}

void FeedReader::forget_objects(const Frame& frame, FeedNode node) {
  switch (node) {
    case FeedNode::Extension:
      return;
    case FeedNode::Author:
      return forget_lists(frame, article_column::Author);
    case FeedNode::Evidence:
      return draft().evidence.clear();
    default:
      forget_lists(frame, video_column::Track);
      forget_lists(frame, video_column::Artist);
      return forget_references(frame, ReferenceKind::TrackRelease);
  }
}

void FeedReader::forget_part(Slot slot) {
  switch (slot.shape) {
    case Shape::EvidenceArticle:
      evidence_.article = StringId::None;
      return;
    case Shape::EvidenceParagraph:
      evidence_.paragraph = Evidence::WholeArticle;
      return;
    case Shape::QuantityValue:
      quantity_.stated = false;
      return;
    case Shape::QualifierName:
      quantity_.qualifier = Qualifier::Exact;
      return;
    default:
      return;
  }
}

void FeedReader::forget(const Frame& frame, Slot slot) {
  switch (slot.shape) {
    case Shape::Rows:
      return;
    case Shape::Object:
    case Shape::Objects:
      return forget_objects(frame, static_cast<FeedNode>(slot.target));
    case Shape::FeedText:
      return set_feed_text(slot, {});
    case Shape::Id:
      draft().id = StringId::None;
      draft().id_refused = {};
      return;
    case Shape::TextList:
    case Shape::ListText:
      return forget_lists(frame, slot.target);
    case Shape::Content:
      return draft().content[slot.target].clear();
    case Shape::Approximate:
      draft().duration_approximate = false;
      return;
    case Shape::Reference:
    case Shape::References:
      return forget_references(frame, static_cast<ReferenceKind>(slot.target));
    case Shape::Names:
      draft().inferred = 0;
      return;
    case Shape::Version:
    case Shape::EvidenceArticle:
    case Shape::EvidenceParagraph:
    case Shape::QuantityValue:
    case Shape::QualifierName:
      return forget_part(slot);
    default:
      draft().texts[slot.target].clear();
      draft().numbers[slot.target] = {};
      draft().dates[slot.target] = {};
      return;
  }
}

}  // namespace explorer
