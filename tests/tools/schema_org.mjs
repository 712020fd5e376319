// Checks JSON-LD against the types of schema.org that tests/data/schema_org.json names: no type or property that does
// not exist, and no value of another kind than is expected there.
import { readFileSync } from 'node:fs';

const { types: Types } = JSON.parse(readFileSync(new URL('../data/schema_org.json', import.meta.url), 'utf8'));
const Context = 'https://schema.org';
const DateForm = /^\d{4}(?:-(?<month>\d\d)(?:-(?<day>\d\d))?)?$/;
const TimeForm = /^(?<date>\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-]\d\d:\d\d)$/;
const DurationForm = /^P(?=\d|T\d)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/;

function isDate(text) {
  const { month = '01', day = '01' } = DateForm.exec(text)?.groups ?? { month: '00' };
  const date = new Date(`${text.slice(0, 4)}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}

/** Whether a value is of a data type; addresses may be relative to the page, where JSON-LD resolves them. */
const DataTypes = {
  Boolean: (value) => typeof value === 'boolean',
  Date: (value) => typeof value === 'string' && isDate(value),
  DateTime: (value) => typeof value === 'string' && isDate(TimeForm.exec(value)?.groups?.date ?? ''),
  Duration: (value) => typeof value === 'string' && DurationForm.test(value),
  Integer: (value) => Number.isInteger(value),
  Text: (value) => typeof value === 'string' && value.trim() !== '',
  URL: (value) => typeof value === 'string' && /^[!-~]+$/.test(value) && /^https?:$/.test(new URL(value, 'https://page.example/').protocol),
};

/** A type and all that it is a kind of. */
function lineage(type) {
  const { extends: parent } = Types[type];
  return parent ? [type, ...lineage(parent)] : [type];
}

/** What schema.org expects as the value of a property; undefined: the type has no such property. */
function expected(type, property) {
  const owner = lineage(type).find((each) => property in Types[each].properties);
  return owner && Types[owner].properties[property];
}

const isNode = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {string} path @param {any} value @param {string[]} range names of types and data types */
function judgeValue(path, value, range) {
  if (!isNode(value)) {
    const fits = range.some((type) => DataTypes[type]?.(value));
    return fits ? [] : [`${path}: ${JSON.stringify(value)} is none of ${range.join(', ')}`];
  }
  const classes = range.filter((type) => type in Types);
  if (classes.length === 0) return [`${path}: a thing where ${range.join(', ')} is expected`];
  // A thing without a type has to be right whichever of the expected types it is.
  if (!('@type' in value)) return [...new Set(classes.flatMap((type) => judgeMembers(path, value, type)))];
  if (value['@type'] in Types && !lineage(value['@type']).some((type) => classes.includes(type))) {
    return [`${path}: ${value['@type']} is none of ${range.join(', ')}`];
  }
  return judgeNode(path, value);
}

function judgeMembers(path, node, type) {
  return Object.entries(node).filter(([name]) => name !== '@type').flatMap(([name, value]) => {
    const range = expected(type, name);
    if (!range) return [`${path}.${name}: ${type} has no such property`];
    if (!Array.isArray(value)) return judgeValue(`${path}.${name}`, value, range);
    if (value.length === 0) return [`${path}.${name}: an empty list`];
    return value.flatMap((each, index) => judgeValue(`${path}.${name}[${index}]`, each, range));
  });
}

function judgeNode(path, node) {
  if (!isNode(node)) return [`${path}: not a thing`];
  const type = node['@type'];
  if (!(type in Types)) return [`${path}: ${JSON.stringify(type)} is no type of schema.org that is known here`];
  return judgeMembers(path, node, type);
}

/** Problems of a document whose things are in `@graph`, as sentences with a path. @returns {string[]} */
export function findProblems(document) {
  if (!isNode(document) || document['@context'] !== Context) return [`$: the context is not ${Context}`];
  const strangers = Object.keys(document).filter((name) => !['@context', '@graph'].includes(name));
  if (strangers.length > 0 || !Array.isArray(document['@graph'])) return ['$: expected @context and @graph alone'];
  return document['@graph'].flatMap((node, index) => judgeNode(`$[${index}]`, node));
}
