// @ts-check
// The names that DuckDB-wasm imports from apache-arrow, out of that package's own single file: one request, as
// a bundler would make it, in place of its two hundred modules.
const { Arrow } = /** @type {any} */ (window);
export const { RecordBatchReader, Table, tableToIPC, Type, tableFromIPC } = Arrow;
