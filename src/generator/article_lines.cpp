// Members in a fixed order; what an article does not state is absent.
#include "generator/article_lines.h"

#include <algorithm>

namespace explorer {
namespace {

constexpr uint64_t ReleaseStream = uint64_t{7} << 40;
constexpr size_t YearBytes = 4, MonthBytes = 7;

void write_identity(Pen& pen, const Catalogue& catalogue, const ArticleFacts& facts, uint32_t index) {
  pen.literal("{\"id\":\"a");
  pen.number(index);
  pen.literal("\",\"url\":\"https://example.org/");
  pen.bytes(catalogue.calendar.text(facts.day).places(), YearBytes);
  pen.literal("/");
  pen.number(index);
  pen.literal("\",\"title\":\"");
  write_title(pen, catalogue, facts);
  pen.literal("\"");
}

// RFC 3339.
void write_instant(Pen& pen, const Catalogue& catalogue, const ArticleFacts& facts) {
  pen.text(catalogue.calendar.text(facts.day));
  pen.literal("T");
  pen.two_digits(facts.hour);
  pen.literal(":00:00Z\"");
}

void write_tags(Pen& pen, const Catalogue& catalogue, const ArticleFacts& facts) {
  pen.literal(",\"tags\":[");
  for (uint32_t i = 0; i < facts.tag_count; ++i) {
    if (i > 0) pen.literal(",");
    pen.literal("\"");
    pen.text(catalogue.tags[facts.tags[i]]);
    pen.literal("\"");
  }
  pen.literal("]");
}

void write_authors(Pen& pen, const Catalogue& catalogue, const ArticleFacts& facts) {
  if (facts.author_count == 0) return;
  pen.literal(",\"authors\":[{\"name\":\"");
  pen.text(catalogue.authors[facts.authors[0]]);
  if (facts.author_count == 2) {
    pen.literal("\"},{\"name\":\"");
    pen.text(catalogue.authors[facts.authors[1]]);
  }
  pen.literal("\"}]");
}

// EDTF.
void write_entry_date(Pen& pen, const Calendar& calendar, const ArticleFacts& facts) {
  const DayText& day = calendar.text(facts.entry_day);
  switch (facts.entry_date) {
    case EntryDate::Month:
      return pen.bytes(day.places(), MonthBytes);
    case EntryDate::Year:
      return pen.bytes(day.places(), YearBytes);
    case EntryDate::Week:
      pen.text(day);
      pen.literal("/");
      return pen.text(calendar.text(std::min<uint32_t>(facts.entry_day + 6, calendar.day_count() - 1)));
    case EntryDate::OpenEnd:
      pen.text(day);
      return pen.literal("/..");
    case EntryDate::AboutDay:
      pen.text(day);
      return pen.literal("~");
    case EntryDate::Day:
    case EntryDate::Missing:
      return pen.text(day);
  }
}

// What chart entries and flat rows share: where the release stood.
void write_place(Pen& pen, const Catalogue& catalogue, const ArticleFacts& facts) {
  pen.literal(",\"chart\":\"");
  pen.text(catalogue.charts[facts.chart].name);
  pen.literal("\"");
  if (facts.has_provider) {
    pen.literal(",\"provider\":\"");
    pen.text(catalogue.charts[facts.chart].provider);
    pen.literal("\"");
  }
  if (facts.has_region) {
    pen.literal(",\"region\":\"");
    pen.text(catalogue.regions[facts.region]);
    pen.literal("\"");
  }
}

void write_chart_entry(Pen& pen, const Catalogue& catalogue, const ArticleFacts& facts, uint32_t index,
                       bool releases) {
  pen.literal("{\"id\":\"c");
  pen.number(index);
  pen.literal("\"");
  if (releases) {
    pen.literal(",\"release\":\"r");
    pen.number(facts.release);
    pen.literal("\"");
  }
  write_place(pen, catalogue, facts);
  if (facts.position != 0) {
    if (facts.at_most) {
      pen.literal(",\"position\":{\"value\":");
      pen.number(facts.position);
      pen.literal(",\"qualifier\":\"at_most\"}");
    } else {
      pen.literal(",\"position\":");
      pen.number(facts.position);
    }
  }
  if (facts.entry_date != EntryDate::Missing) {
    pen.literal(",\"date\":\"");
    write_entry_date(pen, catalogue.calendar, facts);
    pen.literal("\"");
  }
  pen.literal("}");
}

}  // namespace

void write_item(Pen& pen, const Catalogue& catalogue, const ArticleFacts& facts, uint32_t index,
                LineOptions options) {
  write_identity(pen, catalogue, facts, index);
  if (options.summaries) {
    pen.literal(",\"content_text\":\"");
    write_summary(pen, catalogue, facts);
    pen.literal("\"");
  }
  if (facts.dated) {
    pen.literal(",\"date_published\":\"");
    write_instant(pen, catalogue, facts);
  }
  write_authors(pen, catalogue, facts);
  write_tags(pen, catalogue, facts);
  pen.literal(",\"_article_explorer\":{\"chart_entries\":[");
  write_chart_entry(pen, catalogue, facts, index, options.releases);
  pen.literal("]}}");
}

void write_flat_row(Pen& pen, const Catalogue& catalogue, const ArticleFacts& facts, uint32_t index,
                    bool summaries) {
  write_identity(pen, catalogue, facts, index);
  if (summaries) {
    pen.literal(",\"summary\":\"");
    write_summary(pen, catalogue, facts);
    pen.literal("\"");
  }
  if (facts.dated) {
    pen.literal(",\"date\":\"");
    write_instant(pen, catalogue, facts);
  }
  if (facts.author_count > 0) {
    pen.literal(",\"author\":\"");
    pen.text(catalogue.authors[facts.authors[0]]);
    if (facts.author_count == 2) {
      pen.literal(", ");
      pen.text(catalogue.authors[facts.authors[1]]);
    }
    pen.literal("\"");
  }
  write_tags(pen, catalogue, facts);
  pen.literal(",\"release\":\"");
  pen.text(catalogue.releases[facts.release]);
  pen.literal("\"");
  write_place(pen, catalogue, facts);
  if (facts.position != 0) {
    pen.literal(",\"position\":");
    pen.number(facts.position);
  }
  if (facts.entry_date != EntryDate::Missing) {
    pen.literal(",\"charted\":\"");
    write_entry_date(pen, catalogue.calendar, facts);
    pen.literal("\"");
  }
  pen.literal("}");
}

void write_release(Pen& pen, const Catalogue& catalogue, uint32_t index) {
  RandomSource random(catalogue.seed, ReleaseStream + index);
  pen.literal("{\"id\":\"r");
  pen.number(index);
  pen.literal("\",\"title\":\"");
  pen.text(catalogue.releases[index]);
  pen.literal("\",\"artists\":[\"");
  pen.text(catalogue.artists[catalogue.artists.draw(random)]);
  const uint32_t kind = random.below(10);
  if (kind < 6) {
    pen.literal("\"],\"kind\":\"single");
  } else if (kind < 9) {
    pen.literal("\"],\"kind\":\"album");
  } else {
    pen.literal("\"],\"kind\":\"EP");
  }
  if (!random.happens(100)) {
    pen.literal("\",\"labels\":[\"");
    pen.text(catalogue.labels[catalogue.labels.draw(random)]);
    pen.literal("\"],\"date\":\"");
  } else {
    pen.literal("\",\"date\":\"");
  }
  const DayText& day = catalogue.calendar.text(catalogue.calendar.draw_day(random));
  pen.bytes(day.places(), random.happens(200) ? MonthBytes : day.size());
  pen.literal("\"}");
}

}  // namespace explorer
