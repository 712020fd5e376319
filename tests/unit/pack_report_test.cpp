// The report that crosses from the loader's memory to the page's.
#include "core/pack_report.h"

#include <doctest/doctest.h>

using namespace explorer;

namespace {

LoadResult full_report() {
  LoadResult result;
  result.warning_count = 5'000'000'000;
  result.skipped_articles = 3;
  result.skipped_rows = 2;
  result.warnings.push_back({LoadWarningKind::SkippedArticle, {4, 2, "$.items[0]"}, "id is missing"});
  result.warnings.push_back({LoadWarningKind::MissingReference, {0, 0, ""}, std::string("a\0b\x1e", 4)});
  result.error = LoadError{LoadErrorKind::TooLarge, {9, 1, "$.items[7]", 3}, "No more fits."};
  return result;
}

}  // namespace

TEST_CASE("a report comes back as it was packed") {
  const LoadResult report = full_report();
  const std::optional<LoadResult> back = unpack_report(pack_report(report));
  REQUIRE(back.has_value());
  CHECK(back->dataset == nullptr);
  CHECK(back->warning_count == report.warning_count);
  CHECK(back->skipped_articles == 3);
  CHECK(back->skipped_rows == 2);
  REQUIRE(back->warnings.size() == 2);
  for (size_t i = 0; i < 2; ++i) {
    CHECK(back->warnings[i].kind == report.warnings[i].kind);
    CHECK(back->warnings[i].place.line == report.warnings[i].place.line);
    CHECK(back->warnings[i].place.column == report.warnings[i].place.column);
    CHECK(back->warnings[i].place.path == report.warnings[i].place.path);
    CHECK(back->warnings[i].message == report.warnings[i].message);
  }
  REQUIRE(back->error.has_value());
  CHECK(back->error->kind == LoadErrorKind::TooLarge);
  CHECK(back->error->place.path == "$.items[7]");
  CHECK(back->error->place.document == 3);
  CHECK(back->error->message == "No more fits.");
}

TEST_CASE("a report without an error has none when it comes back") {
  const std::optional<LoadResult> back = unpack_report(pack_report(LoadResult{}));
  REQUIRE(back.has_value());
  CHECK(!back->error.has_value());
  CHECK(back->warnings.empty());
}

TEST_CASE("bytes that are no report are refused, wherever they break off") {
  const std::string packed = pack_report(full_report());
  for (size_t size = 0; size < packed.size(); ++size)
    CHECK_FALSE(unpack_report(std::string_view(packed).substr(0, size)).has_value());
  CHECK_FALSE(unpack_report(packed + "x").has_value());
  CHECK_FALSE(unpack_report(std::string(400, '\xFF')).has_value());
}
