// Which members a feed document may have, what each value means and which column it fills: tables of data.
// A member that is not here is ignored, with all that is in it, as JSON Feed demands.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/dataset.h"

namespace explorer {

// The kinds of objects. Item to Event are rows, in the order of TableId.
enum class FeedNode : uint8_t {
  Item,
  Release,
  ChartEntry,
  Video,
  Event,
  Feed,
  Extension,
  Author,
  Evidence,
  Track,
  Quantity
};

// What a value means. `target` of a slot is what the comment names.
enum class Shape : uint8_t {
  Ignored,
  Object,             // FeedNode
  Rows,               // array of row objects; FeedNode
  Objects,            // array of other objects; FeedNode
  Version,            // text: version of JSON Feed
  FeedText,           // text: FeedText
  Id,                 // text or number: id of the row
  Text,               // text: column of type Text or Category
  TextList,           // array of ListText; column
  ListText,           // text: column of type CategoryList
  Content,            // text: Content
  Region,             // text: column
  Date,               // EDTF text: column
  Timestamp,          // RFC 3339 text: column
  Url,                // text: column
  Duration,           // ISO 8601 text: column
  Approximate,        // true or false: whether the duration is "about"
  Quantity,           // number, or a Quantity object: column
  QuantityValue,      // number
  QualifierName,      // text
  Reference,          // text or number: ReferenceKind
  References,         // array of Reference; ReferenceKind
  Names,              // array of Name
  Name,               // text: a member of this row whose value is inferred
  EvidenceArticle,    // text or number: id of an item
  EvidenceParagraph,  // number
};

enum class FeedText : uint8_t { Title, Description, Language, NextUrl };

// In order of preference.
enum class Content : uint8_t { Text, Summary, Html };
inline constexpr size_t ContentCount = 3;

enum class ReferenceKind : uint8_t { Release, Video, TrackRelease, Related };

// What the value of a member, or the next element of an array, means.
struct Slot {
  Shape shape = Shape::Ignored;
  uint8_t target = 0;
};

struct Member {
  std::string_view name;
  Slot slot;
};

// The members of an object that mean something; at most 32.
std::span<const Member> members_of(FeedNode node);

// The number of the member called `name` in members_of(node), or NoMember.
inline constexpr size_t NoMember = 255;
size_t find_member(FeedNode node, std::string_view name);

// What the elements of an array mean that is the value of `slot`.
Slot element_of(Slot slot);

// The kinds of JSON values.
enum class ValueKind : uint8_t { Null, Bool, Number, Text, Array, Object };

bool accepts(Shape shape, ValueKind found);

// What accepts() allows, in words: "a text".
std::string_view expected(Shape shape);

// "a text", "a number", "null"
std::string_view name_of(ValueKind kind);

// The column that `member` of a row of `node` fills, also through its parts; nothing if it fills none.
std::optional<size_t> column_of_member(FeedNode node, std::string_view member);

inline bool is_row(FeedNode node) {
  return node <= FeedNode::Event;
}
inline TableId table_of(FeedNode row) {
  return static_cast<TableId>(row);
}

}  // namespace explorer
