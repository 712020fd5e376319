// The rehearsal ends, step by step or at once, whatever the dataset holds.
#include "core/engine_rehearsal.h"

#include <doctest/doctest.h>

#include "scene_fixture.h"

using namespace explorer;
using namespace explorer::test;

TEST_CASE("a rehearsal ends after many small steps, and at once without a limit") {
  const Dataset& dataset = shipped_dataset();
  EngineRehearsal rehearsal(dataset);
  size_t steps = 1;
  while (!rehearsal.work({[](void*) { return true; }, nullptr}) && steps < 10'000)
    ++steps;
  CHECK(steps > 10);
  CHECK(steps < 10'000);
  CHECK(EngineRehearsal(dataset).work({}));
}

TEST_CASE("a dataset without rows can be rehearsed with") {
  const Dataset empty;
  CHECK(EngineRehearsal(empty).work({}));
}
