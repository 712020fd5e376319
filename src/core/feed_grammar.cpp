// The grammar's tables. Members of equal meaning have equal names in every kind of row.
#include "core/feed_grammar.h"

#include <array>

#include "core/phrase.h"

namespace explorer {
namespace {

template <typename Target>
constexpr Member member(std::string_view name, Shape shape, Target target) {
  return {name, {shape, static_cast<uint8_t>(target)}};
}
constexpr Member member(std::string_view name, Shape shape) {
  return {name, {shape, 0}};
}

constexpr Member Related = member("related", Shape::References, ReferenceKind::Related);
constexpr Member EvidenceList = member("evidence", Shape::Objects, FeedNode::Evidence);
constexpr Member Inferred = member("inferred", Shape::Names);

constexpr Member FeedMembers[] = {
    member("version", Shape::Version),
    member("title", Shape::FeedText, FeedText::Title),
    member("description", Shape::FeedText, FeedText::Description),
    member("language", Shape::FeedText, FeedText::Language),
    member("next_url", Shape::FeedText, FeedText::NextUrl),
    member("items", Shape::Rows, FeedNode::Item),
    member("_article_explorer", Shape::Object, FeedNode::Extension),
};
constexpr Member ExtensionMembers[] = {
    member("releases", Shape::Rows, FeedNode::Release),
    member("chart_entries", Shape::Rows, FeedNode::ChartEntry),
    member("videos", Shape::Rows, FeedNode::Video),
    member("events", Shape::Rows, FeedNode::Event),
};
constexpr Member ItemMembers[] = {
    member("id", Shape::Id),
    member("title", Shape::Text, article_column::Title),
    member("content_text", Shape::Content, Content::Text),
    member("summary", Shape::Content, Content::Summary),
    member("content_html", Shape::Content, Content::Html),
    member("tags", Shape::TextList, article_column::Tag),
    member("authors", Shape::Objects, FeedNode::Author),
    member("author", Shape::Object, FeedNode::Author),
    member("date_published", Shape::Timestamp, article_column::Date),
    member("url", Shape::Url, article_column::Url),
    member("_article_explorer", Shape::Object, FeedNode::Extension),
};
constexpr Member AuthorMembers[] = {member("name", Shape::ListText, article_column::Author)};

constexpr Member ReleaseMembers[] = {
    member("id", Shape::Id),
    member("title", Shape::Text, release_column::Title),
    member("artists", Shape::TextList, release_column::Artist),
    member("kind", Shape::Text, release_column::Kind),
    member("labels", Shape::TextList, release_column::Label),
    member("date", Shape::Date, release_column::Date),
    member("parts", Shape::Quantity, release_column::Parts),
    member("note", Shape::Text, release_column::Note),
    Related,
    EvidenceList,
    Inferred,
};
constexpr Member ChartMembers[] = {
    member("id", Shape::Id),
    member("release", Shape::Reference, ReferenceKind::Release),
    member("video", Shape::Reference, ReferenceKind::Video),
    member("chart", Shape::Text, chart_column::Chart),
    member("provider", Shape::Text, chart_column::Provider),
    member("region", Shape::Region, chart_column::Region),
    member("regions", Shape::Quantity, chart_column::Regions),
    member("position", Shape::Quantity, chart_column::Position),
    member("date", Shape::Date, chart_column::Date),
    member("note", Shape::Text, chart_column::Note),
    Related,
    EvidenceList,
    Inferred,
};
constexpr Member VideoMembers[] = {
    member("id", Shape::Id),
    member("title", Shape::Text, video_column::Title),
    member("kind", Shape::Text, video_column::Kind),
    member("publisher", Shape::Text, video_column::Publisher),
    member("series", Shape::Text, video_column::Series),
    member("date", Shape::Date, video_column::Date),
    member("duration", Shape::Duration, video_column::Duration),
    member("duration_approximate", Shape::Approximate, video_column::Duration),
    member("people", Shape::TextList, video_column::People),
    member("tracks", Shape::Objects, FeedNode::Track),
    member("url", Shape::Url, video_column::Url),
    member("thumbnail", Shape::Url, video_column::Thumbnail),
    member("note", Shape::Text, video_column::Note),
    Related,
    EvidenceList,
    Inferred,
};
constexpr Member EventMembers[] = {
    member("id", Shape::Id),
    member("title", Shape::Text, event_column::Title),
    member("kind", Shape::Text, event_column::Kind),
    member("date", Shape::Date, event_column::Date),
    member("people", Shape::TextList, event_column::People),
    member("place", Shape::Text, event_column::Place),
    member("note", Shape::Text, event_column::Note),
    Related,
    EvidenceList,
    Inferred,
};
constexpr Member TrackMembers[] = {
    member("title", Shape::ListText, video_column::Track),
    member("artists", Shape::TextList, video_column::Artist),
    member("release", Shape::Reference, ReferenceKind::TrackRelease),
};
constexpr Member EvidenceMembers[] = {
    member("article", Shape::EvidenceArticle),
    member("paragraph", Shape::EvidenceParagraph),
};
constexpr Member QuantityMembers[] = {
    member("value", Shape::QuantityValue),
    member("qualifier", Shape::QualifierName),
};

// In the order of FeedNode.
constexpr std::span<const Member> Members[] = {
    ItemMembers,      ReleaseMembers, ChartMembers,    VideoMembers, EventMembers,   FeedMembers,
    ExtensionMembers, AuthorMembers,  EvidenceMembers, TrackMembers, QuantityMembers};

// Finds a member with one comparison: a hash of length, first and last letter whose seed is searched for at
// compile time until no two members of an object share a slot.
struct MemberIndex {
  static constexpr uint32_t SlotBits = 6;
  uint32_t seed = 0;
  std::array<uint8_t, size_t{1} << SlotBits> slots{};  // number of the member + 1; 0 = free

  static constexpr uint32_t slot(std::string_view name, uint32_t seed) {
    const auto letter = [](char c) { return static_cast<uint32_t>(static_cast<unsigned char>(c)); };
    const uint32_t mix =
        static_cast<uint32_t>(name.size()) << 16 ^ letter(name.front()) << 8 ^ letter(name.back());
    return mix * seed >> (32 - SlotBits);
  }
  constexpr bool fill(std::span<const Member> members) {
    slots = {};
    for (size_t i = 0; i < members.size(); ++i) {
      uint8_t& entry = slots[slot(members[i].name, seed)];
      if (entry != 0) return false;
      entry = static_cast<uint8_t>(i + 1);
    }
    return true;
  }
};

constexpr MemberIndex index_of(std::span<const Member> members) {
  MemberIndex index;
  index.seed = 0x9E3779B1u;
  while (!index.fill(members))
    index.seed += 0x3C6EF372u;
  return index;
}

constexpr std::array<MemberIndex, std::size(Members)> make_indices() {
  std::array<MemberIndex, std::size(Members)> indices;
  for (size_t i = 0; i < indices.size(); ++i)
    indices[i] = index_of(Members[i]);
  return indices;
}
constexpr std::array<MemberIndex, std::size(Members)> Indices = make_indices();

constexpr uint8_t bit(ValueKind kind) {
  return static_cast<uint8_t>(1U << static_cast<unsigned>(kind));
}
constexpr uint8_t NumberBit = bit(ValueKind::Number);
constexpr uint8_t TextBit = bit(ValueKind::Text);
constexpr uint8_t ArrayBit = bit(ValueKind::Array);
constexpr uint8_t ObjectBit = bit(ValueKind::Object);

}  // namespace

std::span<const Member> members_of(FeedNode node) {
  return Members[static_cast<size_t>(node)];
}

size_t find_member(FeedNode node, std::string_view name) {
  if (name.empty()) return NoMember;
  const MemberIndex& index = Indices[static_cast<size_t>(node)];
  const size_t entry = index.slots[MemberIndex::slot(name, index.seed)];
  if (entry == 0 || members_of(node)[entry - 1].name != name) return NoMember;
  return entry - 1;
}

Slot element_of(Slot slot) {
  switch (slot.shape) {
    case Shape::Rows:
    case Shape::Objects:
      return {Shape::Object, slot.target};
    case Shape::TextList:
      return {Shape::ListText, slot.target};
    case Shape::References:
      return {Shape::Reference, slot.target};
    case Shape::Names:
      return {Shape::Name, slot.target};
    default:
      return {};
  }
}

static uint8_t accepted(Shape shape) {
  switch (shape) {
    case Shape::Ignored:
      return 0xFF;
    case Shape::Object:
      return ObjectBit;
    case Shape::Rows:
    case Shape::Objects:
    case Shape::TextList:
    case Shape::References:
    case Shape::Names:
      return ArrayBit;
    case Shape::Approximate:
      return bit(ValueKind::Bool);
    case Shape::Quantity:
      return NumberBit | ObjectBit;
    case Shape::QuantityValue:
    case Shape::EvidenceParagraph:
      return NumberBit;
    case Shape::Id:
    case Shape::Reference:
    case Shape::EvidenceArticle:
      return TextBit | NumberBit;
    default:
      return TextBit;
  }
}

bool accepts(Shape shape, ValueKind found) {
  return (accepted(shape) & bit(found)) != 0;
}

std::string_view expected(Shape shape) {
  switch (accepted(shape)) {
    case ObjectBit:
      return words::ExpectObject;
    case ArrayBit:
      return words::ExpectArray;
    case bit(ValueKind::Bool):
      return words::ExpectBool;
    case NumberBit | ObjectBit:
      return words::ExpectQuantity;
    case NumberBit:
      return words::ExpectNumber;
    case TextBit | NumberBit:
      return words::ExpectTextOrNumber;
    default:
      return words::ExpectText;
  }
}

std::string_view name_of(ValueKind kind) {
  return words::ValueKinds[static_cast<size_t>(kind)];
}

std::optional<size_t> column_of_member(FeedNode node, std::string_view name) {
  const size_t found = find_member(node, name);
  if (found == NoMember) return std::nullopt;
  const Slot slot = members_of(node)[found].slot;
  switch (slot.shape) {
    case Shape::Text:
    case Shape::TextList:
    case Shape::Region:
    case Shape::Date:
    case Shape::Url:
    case Shape::Duration:
    case Shape::Approximate:
    case Shape::Quantity:
      return slot.target;
    case Shape::Reference:
      return chart_column::Title;
    case Shape::Objects:
      if (slot.target == static_cast<uint8_t>(FeedNode::Track)) return video_column::Track;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace explorer
