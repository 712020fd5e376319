// @ts-check
// Downloads with progress, and failures as sentences that a reader understands.

/** A failure to be shown: what happened, where and why, what to do. */
export class LoadFailure extends Error {
  /** @param {string} title @param {string} detail @param {string} hint */
  constructor(title, detail, hint) {
    super(title);
    this.title = title;
    this.detail = detail;
    this.hint = hint;
  }
}

/** @param {string} address */
export async function request(address) {
  let response;
  try {
    response = await fetch(address);
  } catch (error) {
    throw new LoadFailure(
      'The dataset cannot be reached',
      `${address}: ${error instanceof Error ? error.message : error}.`,
      'Check the connection, then try again.');
  }
  if (!response.ok) {
    const missing = response.status === 404 || response.status === 410;
    throw new LoadFailure(
      missing ? 'The dataset is not there' : 'The server did not give the dataset',
      `${address}: the server answered ${response.status} ${response.statusText}`.trimEnd() + '.',
      missing ? 'Check that the file lies beside this page, then try again.' : 'Try again in a while.');
  }
  return response;
}

/**
 * Passes a body through while telling how many (unpacked) bytes have come.
 * @param {Response} response @param {(received: number) => void} progress
 */
export function withProgress(response, progress) {
  if (!response.body) return response;
  let received = 0;
  const counted = response.body.pipeThrough(new TransformStream({
    transform(chunk, controller) {
      received += chunk.byteLength;
      progress(received);
      controller.enqueue(chunk);
    },
  }));
  return new Response(counted, { headers: response.headers });
}

/** @param {string} address @param {(received: number) => void} progress */
export async function download(address, progress) {
  const response = await request(address);
  try {
    return new Uint8Array(await withProgress(response, progress).arrayBuffer());
  } catch (error) {
    throw new LoadFailure(
      'The dataset did not come completely',
      `${address}: ${error instanceof Error ? error.message : error}.`,
      'Check the connection, then try again.');
  }
}
