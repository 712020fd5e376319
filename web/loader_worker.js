// @ts-check
// The worker that loads datasets, so that the page stays free meanwhile.
import { LoadProcess } from './load_process.js';

// Long enough for speed, short enough for Cancel.
const SLICE_MS = 30;

const scope = /** @type {Worker} */ (/** @type {unknown} */ (globalThis));
const loading = new LoadProcess((message, transfer) => scope.postMessage(message, transfer), SLICE_MS, true);
scope.addEventListener('message', ({ data }) => loading.receive(data));
scope.postMessage({ kind: 'hello' });
