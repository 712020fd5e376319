// TextPool and SearchableTexts: texts end to end in chunks, and their folded forms.
#include "core/text_pool.h"

#include <doctest/doctest.h>

#include "core/text_fold.h"
#include "query_random.h"

namespace explorer::test {
namespace {

constexpr size_t ChunkBytes = TextPool::ChunkBytes;

// Whether texts, chunks and offsets tell the same.
void check_chunks(const TextPool& pool) {
  uint32_t index = 0;
  std::vector<uint32_t> offsets;
  for (uint32_t chunk = 0; chunk < pool.chunk_count(); ++chunk) {
    CHECK(pool.first_of(chunk) == index);
    pool.read_offsets(chunk, offsets);
    REQUIRE(offsets.size() == pool.first_of(chunk + 1) - index + 1);
    CHECK(offsets.front() == 0);
    CHECK(offsets.back() == pool.chunk(chunk).size());
    for (size_t i = 0; i + 1 < offsets.size(); ++i, ++index)
      REQUIRE(pool.chunk(chunk).substr(offsets[i], offsets[i + 1] - offsets[i]) == pool.view(index));
  }
  CHECK(index == pool.size());
}

std::string text_of(size_t size, uint32_t number) {
  std::string text(size, static_cast<char>('a' + number % 26));
  if (size > 8) text.replace(0, 8, std::to_string(10'000'000 + number));
  return text;
}

}  // namespace

TEST_CASE("a pool gives back texts of any size, at the borders of chunks too") {
  const size_t sizes[][6] = {
      {0, 0, 0, 1, 0, 2},
      {ChunkBytes - 1, 0, 1, 0, ChunkBytes, 3},
      {ChunkBytes, 0, 0, ChunkBytes, 5, 0},
      {ChunkBytes + 1, 1, 3 * ChunkBytes + 5, 0, 2, ChunkBytes - 2},
      {5, ChunkBytes - 6, 1, 0, 3 * ChunkBytes, 3 * ChunkBytes},
      {5, ChunkBytes - 5, 0, ChunkBytes - 1, 1, 1},
  };
  for (const auto& row : sizes) {
    TextPool pool;
    for (uint32_t i = 0; i < 6; ++i)
      CHECK(pool.add(text_of(row[i], i)) == i);
    REQUIRE(pool.size() == 6);
    for (uint32_t i = 0; i < 6; ++i)
      CHECK(pool.view(i) == text_of(row[i], i));
    check_chunks(pool);
  }
}

TEST_CASE("a pool of many texts gives each back") {
  Random random(2);
  TextPool pool;
  std::vector<size_t> sizes;
  for (uint32_t i = 0; i < 100'000; ++i) {
    sizes.push_back(random.one_in(5) ? 0 : random.below(60));
    pool.add(text_of(sizes.back(), i));
  }
  CHECK(pool.chunk_count() > 2);
  for (uint32_t i = 0; i < pool.size(); ++i)
    REQUIRE(pool.view(i) == text_of(sizes[i], i));
  check_chunks(pool);
  CHECK(pool.byte_size() >= pool.size() * sizeof(uint32_t));
}

TEST_CASE("an empty pool has no chunks") {
  const TextPool pool;
  CHECK(pool.size() == 0);
  CHECK(pool.chunk_count() == 0);
  CHECK(pool.first_of(0) == 0);
}

TEST_CASE("searchable texts know the folded form of each text") {
  Random random(3);
  SearchableTexts texts, copy;
  std::vector<std::string> originals;
  for (int i = 0; i < 5000; ++i)
    originals.push_back(random.one_in(20) ? std::string() : random_text(random));
  originals.emplace_back("\u200b");  // folds to nothing
  originals.push_back(text_of(ChunkBytes + 9, 0) + "\u00c9");
  for (uint32_t i = 0; i < originals.size(); ++i) {
    CHECK(texts.add(originals[i]) == i);
    copy.add_folded(originals[i], fold_text(originals[i]));
  }
  uint32_t with_folded = 0;
  std::string buffer;
  for (uint32_t i = 0; i < originals.size(); ++i) {
    REQUIRE(texts.view(i) == originals[i]);
    REQUIRE(texts.folded(i, buffer) == fold_text(originals[i]));
    const bool plain = is_ascii(originals[i]);
    REQUIRE(texts.folded_number(i) == (plain ? texts.folded_texts().size() : with_folded));
    if (!plain) REQUIRE(texts.folded_indices()[with_folded++] == i);
  }
  CHECK(with_folded == texts.folded_texts().size());
  CHECK(with_folded > 1000);
  CHECK(with_folded < texts.size() - 1000);
  check_chunks(texts.folded_texts());
  CHECK(copy.folded_texts().size() == copy.size());
}

TEST_CASE("texts with a byte above 0x7f are not ASCII wherever it stands") {
  for (size_t size = 0; size < 40; ++size) {
    std::string text(size, '\x7f');
    CHECK(is_ascii(text));
    for (size_t at = 0; at < size; ++at) {
      text[at] = '\x80';
      CHECK(!is_ascii(text));
      text[at] = '\0';
    }
  }
}

}  // namespace explorer::test
