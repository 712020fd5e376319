// Lighthouse over the built page, as it is in the developer tools of Chromium: on a slow phone, whose network and
// processor are slowed down indeed, or reckoned from a run that is not; and on a desktop, reckoned.
// It is run from here, over the browser of the other tests; nothing is reported to anybody.
import { chromium } from 'playwright-core';
import lighthouse, { desktopConfig } from 'lighthouse';
import { freePort } from './driver.mjs';

export const Forms = /** @type {const} */ (['phone', 'phone, reckoned', 'desktop']);
/** These have to be full. */
export const Judged = /** @type {const} */ (['accessibility', 'best-practices', 'seo']);
const Timed = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index'];

/**
 * @typedef {object} Report
 * @property {string} version of Lighthouse
 * @property {string[]} warnings of the run as a whole
 * @property {Record<string, number>} scores 0 to 100 by category
 * @property {{audit: string, elements: string[]}[]} faults what keeps a judged category from 100
 * @property {Record<string, string>} times
 */

/** The HTML of the elements that an audit names. @param {any} audit @returns {string[]} */
const elementsOf = (audit) => (audit.details?.items ?? []).map((/** @type {any} */ item) => item.node?.snippet ?? JSON.stringify(item).slice(0, 300));

/**
 * @param {string} url
 * @param {typeof Forms[number]} form
 * @param {string[]} flags of the browser
 * @returns {Promise<Report>}
 */
export async function examine(url, form, flags) {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...flags, `--remote-debugging-port=${port}`],
  });
  try {
    const settings = {
      port,
      logLevel: /** @type {const} */ ('silent'),
      onlyCategories: [...Judged, 'performance'],
      throttlingMethod: form === 'phone' ? /** @type {const} */ ('devtools') : /** @type {const} */ ('simulate'),
    };
    const result = await lighthouse(url, settings, form === 'desktop' ? desktopConfig : undefined);
    if (!result) throw new Error('Lighthouse gave no result.');
    const { audits, categories, lighthouseVersion: version, runWarnings: warnings, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
    const wrong = Judged.flatMap((name) => categories[name].auditRefs)
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1);
    return {
      version,
      warnings: warnings.map(String),
      scores: Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)])),
      faults: wrong.map(({ id }) => ({ audit: id, elements: elementsOf(audits[id]) })),
      times: Object.fromEntries(Timed.map((id) => [id, audits[id].displayValue ?? ''])),
    };
  } finally {
    await browser.close();
  }
}
