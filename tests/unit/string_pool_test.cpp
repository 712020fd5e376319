#include "core/string_pool.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using namespace explorer;

TEST_CASE("a new pool holds the empty text only") {
  const StringPool pool;
  CHECK(pool.size() == 1);
  CHECK(pool.view(StringId::None).empty());
  CHECK(pool.find("x") == StringId::None);
}

TEST_CASE("the empty text is None and takes no place") {
  StringPool pool;
  CHECK(pool.add("") == StringId::None);
  CHECK(pool.find("") == StringId::None);
  CHECK(pool.size() == 1);
}

TEST_CASE("equal texts get equal ids, others do not") {
  StringPool pool;
  const StringId face = pool.add("FACE");
  const StringId lower = pool.add("face");
  CHECK(face != lower);
  CHECK(pool.add(std::string("FA") + "CE") == face);
  CHECK(pool.size() == 3);
  CHECK(pool.view(face) == "FACE");
  CHECK(pool.view(lower) == "face");
  CHECK(pool.find("face") == lower);
}

TEST_CASE("ids count up from 1 in the order of arrival") {
  StringPool pool;
  CHECK(pool.add("a") == StringId{1});
  CHECK(pool.add("b") == StringId{2});
  CHECK(pool.add("a") == StringId{1});
  CHECK(pool.add("c") == StringId{3});
}

TEST_CASE("texts may hold NUL, and texts that share a padded block stay apart") {
  StringPool pool;
  const std::vector<std::string> texts = {{"\0", 1},
                                          {"\0\0", 2},
                                          {"a\0", 2},
                                          {"a", 1},
                                          {"a\0b", 3},
                                          {"a\0c", 3},
                                          {"12345678", 8},
                                          {"12345678\0", 9},
                                          {"1234567", 7},
                                          {"1234567\0", 8},
                                          {"123456781234567", 15}};
  std::vector<StringId> ids;
  for (const std::string& text : texts)
    ids.push_back(pool.add(text));
  REQUIRE(pool.size() == texts.size() + 1);
  for (size_t i = 0; i < texts.size(); ++i) {
    CHECK(pool.view(ids[i]) == texts[i]);
    CHECK(pool.find(texts[i]) == ids[i]);
  }
}

TEST_CASE("a part of a text already in the pool can be added") {
  StringPool pool;
  StringId last = pool.add(std::string(5000, 'x') + "tail");
  for (int i = 0; i < 4000; ++i)
    last = pool.add(pool.view(last).substr(1));
  CHECK(pool.view(last) == std::string(1000, 'x') + "tail");
}

TEST_CASE("many random texts keep their ids while the pool grows") {
  StringPool pool;
  std::mt19937 random(20231222);
  std::vector<std::string> texts;
  std::vector<StringId> ids;
  for (int i = 0; i < 20000; ++i) {
    std::string text(random() % 12, ' ');
    for (char& c : text)
      c = static_cast<char>('a' + random() % 4);
    const StringId known = pool.find(text);
    const uint32_t before = pool.size();
    const StringId id = pool.add(text);
    if (known != StringId::None || text.empty()) {
      REQUIRE(id == known);
      REQUIRE(pool.size() == before);
    } else {
      REQUIRE(pool.size() == before + 1);
    }
    texts.push_back(text);
    ids.push_back(id);
  }
  REQUIRE(pool.size() > 5000);
  for (size_t i = 0; i < texts.size(); ++i)
    REQUIRE(pool.view(ids[i]) == texts[i]);
}

TEST_CASE("a copied pool is independent") {
  StringPool pool;
  const StringId one = pool.add("one");
  StringPool copy = pool;
  copy.add("two");
  CHECK(pool.find("two") == StringId::None);
  CHECK(copy.view(one) == "one");
}
