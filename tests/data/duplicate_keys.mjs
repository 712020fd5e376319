// Finds member names that occur twice in one object of a JSON text. JSON.parse cannot tell: it keeps the
// last one silently. Expects a text that JSON.parse accepts; knows nothing of what the document means.

const Token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

// Returns [{ path, line }] for every name that repeats an earlier one of the same object, in document
// order. path is a JSON path such as `$.items[0].id`; lines count from 1.
export function find_duplicate_keys(text) {
  const found = [];
  const stack = [];
  let line = 1;
  let end = 0;
  for (const match of text.matchAll(Token)) {
    line += count_lines(text, end, match.index);
    end = match.index;
    const token = match[0];
    const top = stack.at(-1);
    if (token === "{") stack.push({ keys: new Set(), key: null, expects_key: true });
    else if (token === "[") stack.push({ index: 0 });
    else if (token === "}" || token === "]") stack.pop();
    else if (token === "," && top.keys) top.expects_key = true;
    else if (token === ",") top.index += 1;
    else if (token !== ":" && top?.expects_key) {
      top.key = JSON.parse(token);
      top.expects_key = false;
      if (top.keys.has(top.key)) found.push({ path: path_of(stack), line });
      top.keys.add(top.key);
    }
  }
  return found;
}

function count_lines(text, from, to) {
  let count = 0;
  for (let i = from; i < to; i += 1) if (text[i] === "\n") count += 1;
  return count;
}

function path_of(stack) {
  return stack.reduce((path, level) => path + (level.keys ? `.${level.key}` : `[${level.index}]`), "$");
}
