// When nothing happens nothing runs: no frame is drawn and none is asked for.
import assert from 'node:assert/strict';
import { becomes, explorerFrame, goTo, hostPage, rows, search, suite } from './harness.mjs';

const { pageTest } = suite();

/** Counts the frames that are asked for and run, and timers that repeat. */
const countFrames = () => {
  const frames = { asked: 0, run: 0, pending: new Set(), intervals: 0 };
  Object.assign(window, { frames_: frames });
  const { requestAnimationFrame: ask, cancelAnimationFrame: cancel, setInterval: repeat } = window;
  window.requestAnimationFrame = (callback) => {
    frames.asked++;
    const id = ask.call(window, (time) => {
      frames.pending.delete(id);
      frames.run++;
      callback(time);
    });
    frames.pending.add(id);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    frames.pending.delete(id);
    cancel.call(window, id);
  };
  window.setInterval = (...rest) => {
    frames.intervals++;
    return repeat.call(window, ...rest);
  };
};
const frames = (page) => page.evaluate(() => {
  const { asked, run, pending, intervals } = /** @type {any} */ (window).frames_;
  return { asked, run, pending: pending.size, intervals };
});

/** No frame in `seconds`; what led here may take a moment to settle. */
async function staysIdle(page, seconds, what) {
  await becomes(async () => (await frames(page)).pending, 0, `${what}: a frame stays pending`);
  await page.waitForTimeout(200);
  const before = await frames(page);
  await page.waitForTimeout(seconds * 1000);
  const after = await frames(page);
  assert.equal(after.pending, 0, `${what}: frames pending`);
  assert.equal(after.run - before.run, 0, `${what}: frames run in ${seconds} s`);
  assert.equal(after.asked - before.asked, 0, `${what}: frames asked for in ${seconds} s`);
}

pageTest('Not a frame in five idle seconds, nor after a hover, a search and a scroll', { prepare: countFrames }, async (page) => {
  await staysIdle(page, 5, 'after loading');
  const loaded = await frames(page);
  assert.ok(loaded.run >= 1 && loaded.run < 30, `${loaded.run} frames for loading`);
  assert.equal(loaded.intervals, 0, 'no timer that repeats');
  await goTo(page, 'Videos');
  await rows(page).nth(2).hover();
  await becomes(async () => (await frames(page)).run > loaded.run, true, 'the test can tell that frames are drawn');
  await staysIdle(page, 1, 'with the pointer over a row');
  await search(page).click();
  await page.keyboard.type('face');
  await staysIdle(page, 1, 'with the caret blinking in the search box');
  await page.getByRole('main').hover();
  await page.mouse.wheel(0, 200);
  await staysIdle(page, 1, 'after a scroll');
});

pageTest('The HTML renderer is as quiet', { prepare: countFrames, query: '?render=html' }, async (page) => {
  await staysIdle(page, 1, 'after loading');
});

pageTest('A failure waits without frames', {
  prepare: countFrames, dataset: '{', state: 'failed',
}, async (page) => staysIdle(page, 1, 'after the failure'));

pageTest('In an iframe scrolled out of view nothing runs', {
  prepare: countFrames,
  path: 'host.html',
  state: null,
  intercept: hostPage('<body style="height:9000px"><iframe title="Explorer" src="./" width="640" height="480" style="margin-top:100px"></iframe>'),
}, async (page) => {
  const frame = await explorerFrame(page);
  await page.evaluate(() => scrollTo(0, 6000));
  await page.waitForTimeout(300);
  await staysIdle(frame, 2, 'out of view');
});
