// Makes the picture that other sites show beside a link to the page: a rendering of the built page by Chromium, 1200
// by 630, in light colours. Usage: node picture.mjs [--root DIST_FOLDER] [--out FILE.png]
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { startServer } from './serve.mjs';

const Picture = { width: 1200, height: 630 };
/** The page is laid out this wide, so that the whole overview is in the picture, and drawn that much smaller. */
const LayoutWidth = 1440;
const Flags = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking'];
const WaitMs = 30_000;

/** @typedef {import('playwright-core').Page} Page */

/** Waits for the program, and for the map, which comes after it. @param {Page} page @param {string} url */
async function openPage(page, url) {
  const map = page.waitForResponse((response) => new URL(response.url()).pathname.endsWith('/map.bin'));
  await Promise.all([map.then((response) => response.finished()), page.goto(url)]);
  await page.waitForFunction("document.documentElement.dataset.explorerState !== 'loading'");
  const state = await page.evaluate('document.documentElement.dataset.explorerState');
  if (state !== 'ready') throw new Error(`the page is "${state}", not "ready"`);
}

/** The page once it no longer changes: three pictures in a row are the same. @param {Page} page */
async function stillPicture(page) {
  const end = Date.now() + WaitMs;
  /** @type {Buffer} */
  let last = Buffer.alloc(0);
  for (let same = 0; Date.now() < end;) {
    const bytes = await page.screenshot({ type: 'png', scale: 'device' });
    same = bytes.equals(last) ? same + 1 : 0;
    if (same === 2) return bytes;
    last = bytes;
    await page.waitForTimeout(200);
  }
  throw new Error(`the page still changes after ${WaitMs / 1000} s`);
}

/** @param {string} root of the built page @returns {Promise<Buffer>} a PNG */
export async function takePicture(root) {
  const server = await startServer({ root });
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: Flags }).catch(async (error) => {
    await server.close();
    throw error;
  });
  try {
    const page = await browser.newPage({
      viewport: { width: LayoutWidth, height: (LayoutWidth * Picture.height) / Picture.width },
      deviceScaleFactor: Picture.width / LayoutWidth,
      colorScheme: 'light',
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(WaitMs);
    await openPage(page, server.url);
    const bytes = await stillPicture(page);
    const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
    if (size.width !== Picture.width || size.height !== Picture.height) {
      throw new Error(`the picture is ${size.width} by ${size.height}, not ${Picture.width} by ${Picture.height}`);
    }
    return bytes;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function main() {
  const { values } = parseArgs({
    options: { root: { type: 'string', default: 'dist' }, out: { type: 'string', default: 'assets/preview.png' } },
  });
  const bytes = await takePicture(values.root);
  await writeFile(values.out, bytes);
  console.log(`${values.out}: ${Picture.width} by ${Picture.height}, ${bytes.length} bytes`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(`picture.mjs: ${error.message}`);
    process.exitCode = 1;
  });
}
