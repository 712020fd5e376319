// Writes a .br and a .gz copy beside each file of a folder, for hosts that send packed copies as they are.
// A copy gets the time of its file: equal times mean that it is up to date, so a second run does nothing.
// Usage: node compress.mjs FOLDER
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** @type {{suffix: string, pack: (bytes: Buffer) => Promise<Buffer>}[]} */
const Packers = [
  {
    suffix: '.br',
    pack: (bytes) =>
      brotliAsync(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  },
  { suffix: '.gz', pack: (bytes) => gzipAsync(bytes, { level: constants.Z_BEST_COMPRESSION }) },
];

/** @param {string} path */
const isCopy = (path) => Packers.some(({ suffix }) => path.endsWith(suffix));

/** @param {string} folder @returns {Promise<string[]>} */
async function listFiles(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** @param {string} copy @param {number} modifiedMs */
async function isFresh(copy, modifiedMs) {
  const status = await stat(copy).catch(() => undefined);
  return status !== undefined && Math.abs(status.mtimeMs - modifiedMs) < 2;
}

/** @param {string} path @returns {Promise<number>} how many copies were written */
async function packFile(path) {
  const { atime, mtime, mtimeMs } = await stat(path);
  let written = 0;
  for (const { suffix, pack } of Packers) {
    if (await isFresh(path + suffix, mtimeMs)) continue;
    await writeFile(path + suffix, await pack(await readFile(path)));
    await utimes(path + suffix, atime, mtime);
    written += 1;
  }
  return written;
}

/**
 * @param {string} folder
 * @returns {Promise<{written: number, removed: number}>} removed: copies whose file is gone
 */
export async function compressFolder(folder) {
  const files = await listFiles(folder);
  const plain = new Set(files.filter((path) => !isCopy(path)));
  const orphans = files.filter((path) => isCopy(path) && !plain.has(path.replace(/\.(br|gz)$/, '')));
  for (const path of orphans) await rm(path);
  const counts = await Promise.all([...plain].map(packFile));
  return { written: counts.reduce((sum, count) => sum + count, 0), removed: orphans.length };
}

if (process.argv[1]?.endsWith('compress.mjs')) {
  const { written, removed } = await compressFolder(process.argv[2] ?? 'dist');
  if (written + removed > 0) console.log(`Packed copies: ${written} written, ${removed} removed.`);
}
