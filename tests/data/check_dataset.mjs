// Checks the bundled dataset, the example of data/README.md and, with file names as arguments, these files
// instead: `node tests/data/check_dataset.mjs [FILE...]`. Ends with a non-zero status if anything is wrong.
// That the rules refuse what they should is tested with the variants of broken_variants.mjs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { BrokenVariants } from "./broken_variants.mjs";
import { check_schema_examples, find_problems } from "./dataset_rules.mjs";

// Number of the last paragraph of each bundled article; the headline is 0.
const LastParagraphs = { "closer-than-this-single": 14, "a-gift-for-army-video": 4 };

const read = (file) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
const from_root = (path) => new URL(`../../${path}`, import.meta.url);

function assert_sound(text, paragraphs) {
  const problems = find_problems(text, paragraphs);
  assert.ok(problems.length === 0, `${problems.length} problems:\n  ${problems.join("\n  ")}`);
}

const files = process.argv.slice(2);
if (files.length > 0) {
  for (const file of files) it(`${file} obeys every rule`, () => assert_sound(read(file)));
} else {
  check_project();
}

function check_project() {
  const bundled = read(from_root("data/articles.json"));

  function edited(edit) {
    const feed = JSON.parse(bundled);
    edit(feed, feed._article_explorer);
    return JSON.stringify(feed);
  }

  describe("the bundled dataset", () => {
    it("obeys every rule, and cites each paragraph of both articles", () => assert_sound(bundled, LastParagraphs));

    it("may have rows inside an item, stated by that item if they name no evidence", () =>
      assert_sound(
        edited((feed) => {
          const event = { id: "inside", title: "Inside", related: ["face"] };
          feed.items[0]._article_explorer = { events: [event] };
        }),
        LastParagraphs,
      ));

    it("states nothing that the articles do not: no publisher, author, address or time", () => {
      const allowed = ["id", "title", "content_text", "tags", "language"];
      for (const item of JSON.parse(bundled).items) assert.deepEqual(Object.keys(item), allowed);
    });
  });

  describe("the guide data/README.md", () => {
    const guide = read(from_root("data/README.md"));
    const documents = [...guide.matchAll(/```json\n(.*?)```/gs)].map((match) => match[1]);
    it("holds one document as an example", () => assert.equal(documents.length, 1));
    it("shows an example that obeys every rule", () => documents.forEach((example) => assert_sound(example)));

    const table = guide.slice(guide.indexOf("**Dates**"), guide.indexOf("A date that has to be worked out"));
    const dates = [...table.matchAll(/`([^`]*\d[^`]*)`/g)].map((match) => match[1]);
    it("holds a table of dates", () => assert.ok(dates.length > 10));
    for (const date of dates) {
      it(`recommends ${date}, a date that is accepted`, () =>
        assert_sound(edited((feed, facts) => (facts.releases[0].date = date)), LastParagraphs));
    }
  });

  describe("the schema", () => {
    it("accepts each of its own examples", () => {
      const { count, refused } = check_schema_examples();
      assert.ok(count > 50, `only ${count} examples found`);
      assert.deepEqual(refused, []);
    });
  });

  describe("a sound variant", () => {
    const variants = {
      "may hold members that JSON Feed does not know": (feed) => (feed.items[0].mood = "glad"),
      "may hold extensions of others anywhere": (feed, facts) =>
        (facts.videos[1].tracks[0]._shop = { about: "https://example.org/", price: 1 }),
      "may leave every table out": (feed) => (feed._article_explorer = { version: 1 }),
      "may have no facts at all": (feed) => delete feed._article_explorer,
      "may qualify a position": (feed, facts) =>
        (facts.chart_entries[5].position = { value: 10, qualifier: "at_most" }),
      "may cite an article as a whole": (feed, facts) => facts.events[0].evidence.push({ article: feed.items[1].id }),
      "may start an open interval on a leap day": (feed, facts) => (facts.releases[0].date = "2024-02-29/.."),
      "may repeat a name in different objects and texts": (feed) => (feed.user_comment = '{"title": 1, "title": 2}'),
    };
    for (const [name, edit] of Object.entries(variants)) it(name, () => assert_sound(edited(edit)));
  });

  describe("a broken variant is refused:", () => {
    for (const { name, edit, rewrite, problems, starts } of BrokenVariants) {
      it(name, () => {
        const text = rewrite ? rewrite(bundled) : edited(edit);
        const found = find_problems(text, LastParagraphs);
        if (starts) assert.ok(found.length === 1 && found[0].startsWith(starts), found.join("\n"));
        else assert.deepEqual(found, problems);
      });
    }
  });
}
