// Everything that a dataset of data/README.md has to obey, as one function from its text to a list of
// problems: the JSON Schema, JSON Feed's own rules, and what ties the tables together. Knows no dataset in
// particular.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { calendar_problem } from "./calendar.mjs";
import { find_duplicate_keys } from "./duplicate_keys.mjs";

const SchemaFile = new URL("../../data/schema/article-explorer.schema.json", import.meta.url);
const FactTables = ["releases", "chart_entries", "videos", "events"];

const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true, verbose: true });
addFormats(ajv);
// Messages that editors show in place of a pattern or of the branches of an anyOf.
ajv.addVocabulary(["errorMessage", "patternErrorMessage"]);
const Schema = JSON.parse(readFileSync(SchemaFile, "utf8"));
const validate_schema = ajv.compile(Schema);

// Returns the problems of a document as sentences that start with a JSON path, in no promised order;
// empty if there is none. `paragraphs` (article id -> number of the last paragraph) adds the check that
// evidence points to paragraphs that exist and that no paragraph of these articles is left out.
export function find_problems(text, paragraphs = {}) {
  let feed;
  try {
    feed = JSON.parse(text);
  } catch (error) {
    return [`$: not JSON: ${error.message}`];
  }
  const duplicates = find_duplicate_keys(text).map(
    ({ path, line }) => `${path}: this name occurs twice (line ${line})`,
  );
  const schema_problems = find_schema_problems(feed);
  // The other rules may rely on the types that the schema promises.
  if (schema_problems.length > 0) return [...duplicates, ...schema_problems];
  return [
    ...duplicates,
    ...find_feed_problems(feed),
    ...find_fact_problems(feed),
    ...find_paragraph_problems(feed, paragraphs),
  ];
}

// Returns how many examples the schema holds and which of them the schema itself refuses. `%5E` is ^, which
// a pointer in an address cannot hold.
export function check_schema_examples(node = Schema, pointer = "") {
  let [count, refused] = [0, []];
  if (node === null || typeof node !== "object") return { count, refused };
  if (pointer && Array.isArray(node.examples)) {
    const validate = ajv.compile({ $ref: `${Schema.$id}#${pointer}` });
    count += node.examples.length;
    refused.push(...node.examples.filter((example) => !validate(example)).map((example) => ({ pointer, example })));
  }
  for (const [name, child] of Object.entries(node)) {
    const inner = check_schema_examples(child, `${pointer}/${name.replaceAll("/", "~1").replaceAll("^", "%5E")}`);
    count += inner.count;
    refused.push(...inner.refused);
  }
  return { count, refused };
}

function find_schema_problems(feed) {
  if (validate_schema(feed)) return [];
  const wrappers = validate_schema.errors.filter((error) => error.keyword === "anyOf" || error.keyword === "oneOf");
  const is_branch = (error) => wrappers.some((wrapper) => error.schemaPath.startsWith(`${wrapper.schemaPath}/`));
  return validate_schema.errors.filter((error) => !is_branch(error)).map(describe_schema_error);
}

function describe_schema_error(error) {
  const path = error.instancePath
    .split("/")
    .slice(1)
    .reduce((so_far, name) => so_far + (/^\d+$/.test(name) ? `[${name}]` : `.${name.replaceAll("~1", "/")}`), "$");
  const { errorMessage, patternErrorMessage } = error.parentSchema;
  if (errorMessage) return `${path}: ${errorMessage}`;
  if (error.keyword === "pattern" && patternErrorMessage) {
    return `${path}: ${JSON.stringify(error.data)}: ${patternErrorMessage}`;
  }
  if (error.keyword === "additionalProperties") return `${path}: unknown member ${error.params.additionalProperty}`;
  if (error.keyword === "enum") return `${path}: expected one of ${error.params.allowedValues.join(", ")}`;
  if (error.keyword === "const") return `${path}: expected ${JSON.stringify(error.params.allowedValue)}`;
  return `${path}: ${error.message}`;
}

function find_feed_problems(feed) {
  const problems = [];
  if (feed.next_url !== undefined && feed.next_url === feed.feed_url) {
    problems.push("$.next_url: must differ from feed_url");
  }
  const items = feed.items.map((item, i) => ({ id: item.id, path: `$.items[${i}].id` }));
  problems.push(...find_repeated_ids(items));
  find_naming_problems(feed, "$", false, problems);
  return problems;
}

function find_naming_problems(value, path, in_extension, problems) {
  if (Array.isArray(value)) {
    value.forEach((element, i) => find_naming_problems(element, `${path}[${i}]`, in_extension, problems));
  } else if (value !== null && typeof value === "object") {
    for (const [name, member] of Object.entries(value)) {
      const here = `${path}.${name}`;
      const is_extension = name.startsWith("_");
      if (is_extension && !/^_\p{L}/u.test(name)) {
        problems.push(`${here}: after _ the name of an extension needs a letter`);
      }
      if (is_extension && (member === null || typeof member !== "object" || Array.isArray(member))) {
        problems.push(`${here}: only the name of an extension, which is an object, may start with _`);
      }
      if ((is_extension || in_extension) && name.includes(".")) {
        problems.push(`${here}: names in an extension have no full stop`);
      }
      find_naming_problems(member, here, in_extension || is_extension, problems);
    }
  }
}

function find_repeated_ids(entries) {
  const seen = new Set();
  const repeated = entries.filter(({ id }) => seen.has(id) || !seen.add(id));
  return repeated.map(({ id, path }) => `${path}: the id ${id} is taken`);
}

// Every row of the four tables as { table, row, evidence, path }, those inside the items after the feed's own.
// A row inside an item that states no evidence is stated by the item.
function all_rows(feed) {
  const rows_of = (facts, path, implied) =>
    FactTables.flatMap((table) =>
      (facts?.[table] ?? []).map((row, i) => {
        const evidence = row.evidence ?? implied;
        return { table, row, evidence, path: `${path}._article_explorer.${table}[${i}]` };
      }),
    );
  const inside = feed.items.flatMap((item, i) =>
    rows_of(item._article_explorer, `$.items[${i}]`, [{ article: item.id }]),
  );
  return [...rows_of(feed._article_explorer, "$", []), ...inside];
}

function find_fact_problems(feed) {
  const rows = all_rows(feed);
  const table_of = new Map(rows.map(({ table, row }) => [row.id, table]));
  const articles = new Set(feed.items.map((item) => item.id));
  const problems = find_repeated_ids(rows.map(({ row, path }) => ({ id: row.id, path: `${path}.id` })));
  for (const { row, evidence, path } of rows) {
    for (const { id, table, at } of references(row)) {
      const is_known = table === undefined ? table_of.has(id) : table_of.get(id) === table;
      if (!is_known) problems.push(`${path}.${at}: there is no row ${id} in ${table ?? "the four tables"}`);
      if (id === row.id) problems.push(`${path}.${at}: a row is not related to itself`);
    }
    evidence.forEach(({ article }, i) => {
      if (!articles.has(article)) problems.push(`${path}.evidence[${i}].article: there is no article ${article}`);
    });
    for (const name of row.inferred ?? []) {
      if (!(name in row)) problems.push(`${path}.inferred: the row has no ${name}`);
    }
    const calendar = row.date === undefined ? undefined : calendar_problem(row.date);
    if (calendar) problems.push(`${path}.date: ${calendar}`);
    if (row.region !== undefined && !is_region(row.region)) {
      problems.push(`${path}.region: there is no region ${row.region}`);
    }
  }
  return problems;
}

function references(row) {
  const list = (row.related ?? []).map((id, i) => ({ id, at: `related[${i}]` }));
  if (row.release !== undefined) list.push({ id: row.release, table: "releases", at: "release" });
  if (row.video !== undefined) list.push({ id: row.video, table: "videos", at: "video" });
  (row.tracks ?? []).forEach(({ release }, i) => {
    if (release !== undefined) list.push({ id: release, table: "releases", at: `tracks[${i}].release` });
  });
  return list;
}

const RegionNames = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
const NotPlaces = new Set(["EU", "EZ", "UN", "ZZ"]);

// Retired codes (SU) and numbers of countries (840) have another, canonical code.
function is_region(code) {
  const is_canonical = new Intl.Locale(`und-${code}`).region === code;
  return is_canonical && !NotPlaces.has(code) && RegionNames.of(code) !== undefined;
}

function find_paragraph_problems(feed, paragraphs) {
  const problems = [];
  const cited = new Set();
  for (const { evidence, path } of all_rows(feed)) {
    evidence.forEach(({ article, paragraph }, i) => {
      cited.add(`${article} ${paragraph}`);
      if (paragraph > paragraphs[article]) {
        problems.push(`${path}.evidence[${i}].paragraph: the last paragraph of ${article} is ${paragraphs[article]}`);
      }
    });
  }
  for (const [article, last] of Object.entries(paragraphs)) {
    for (let n = 0; n <= last; n += 1) {
      if (!cited.has(`${article} ${n}`)) problems.push(`$: no row cites paragraph ${n} of ${article}`);
    }
  }
  return problems;
}
