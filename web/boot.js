// @ts-check
// Starts the explorer in this page: loads program and dataset side by side, joins the program's exports and
// the DOM, and takes the place of the static tables when the first frame is drawn. All that takes long is done in
// pieces, for which phones are glad, and what needs no program is done while that comes.
import { showRenderer, watchContext } from './canvas_context.js';
import { Datasets } from './datasets.js';
import { request, withProgress } from './download.js';
import { watchEnvironment } from './environment.js';
import { Frames } from './frames.js';
import { Glyphs } from './glyphs.js';
import { LATE_FILE, LateProgram } from './late_program.js';
import { PageServices } from './page_services.js';
import { watchPageSize } from './page_size.js';
import { withTexts } from './program_memory.js';
import { languageOf, readerLanguage, readerLocale } from './reader_locale.js';
import { Scripting } from './scripting.js';
import { byId, counted, explainEnd, giveWay } from './static_page.js';
import { firstPaint, nextTurn, soon } from './turns.js';
import { embedded, firstVisit, framed, isOther, memory, needsAll, options, theme, visited } from './visit.js';

/** @typedef {import('./explorer.mjs').Explorer} Explorer */
const html = document.documentElement;
/** For how long at most the canvas waits for the GPU. */
const PAINTING_MS = 150;

/** The tag of the language that the page speaks; English is part of the program, others come beside it. */
let language = readerLanguage('en');
const wanted = readerLanguage(options.get('lang'));
const otherLanguage = languageOf(wanted) === languageOf(language) ? Promise.resolve(undefined)
  : import('./languages.js').then(({ fetchLanguage }) => fetchLanguage(wanted)).catch(() => undefined);
// Before the program says so, so that the page need not change its colours.
if (theme === 'light' || theme === 'dark') html.dataset.theme = theme;

const wantsCanvas = options.get('render') !== 'html';

/** @type {(program: Explorer) => void} */
let started;
/** @type {(error: unknown) => void} */
let notStarted;
/** Rejects if the program cannot run here. @type {Promise<Explorer>} */
const whenStarted = new Promise((done, fail) => { [started, notStarted] = [done, fail]; });
whenStarted.catch(() => {});

/** Speaks to the page around this one, if there is one. @type {Promise<import('./host_messages.js').HostMessages> | undefined} */
let hostMessages;
/** @param {'height' | 'address' | 'phase' | 'failed'} what @param {any} value */
const tellHost = (what, value) => void hostMessages?.then((/** @type {any} */ it) => it[what](value)).catch(() => {});

/** @param {string} state */
function setState(state) {
  if (state !== html.dataset.explorerState) tellHost('phase', state);
  html.dataset.explorerState = state;
  if (state !== 'loading' || isOther) giveWay(language);
}

/** The program cannot run, or cannot go on, and not even say why; whoever waits for it hears that. @param {unknown} error */
function stop(error) {
  if (frames.over) return;
  frames.over = true;
  scripting.startedProgram = undefined;
  explainEnd(error);
  html.dataset.explorerState = 'failed';
  notStarted(error);
  tellHost('failed', error);
  console.error(error);
}

const datasets = new Datasets(whenStarted, otherLanguage.then((it) => it?.phrases), stop);
const frames = new Frames((error) => datasets.outOfMemory(error), () => scripting.frameDone());
const scripting = new Scripting(whenStarted, datasets.open, frames.draw);
window.articleExplorer = scripting.api;
const late = new LateProgram(() => moduleOf(LATE_FILE, () => {}), stop);

/**
 * A part of the program, compiled here or in a frame beside this one.
 * @param {string} file @param {(bytes: number) => void} progress
 */
async function moduleOf(file, progress) {
  /** @param {(bytes: number) => void} tell */
  const compile = async (tell) => {
    const response = withProgress(await request(new URL(file, import.meta.url).href), tell);
    return WebAssembly.compile(await response.arrayBuffer());
  };
  const sharing = framed ? await import('./module_share.js').catch(() => undefined) : undefined;
  return sharing ? sharing.sharedModule(compile, progress, file) : compile(progress);
}

/** @param {HTMLCanvasElement} canvas @param {PageServices} page @returns {Promise<Explorer>} */
async function loadProgram(canvas, page) {
  if (needsAll) late.begin();
  const { default: createExplorer } = await import('./explorer.mjs');
  const program = await createExplorer({
    canvas,
    page,
    /** @param {WebAssembly.Imports} imports @param {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} done */
    instantiateWasm(imports, done) {
      moduleOf('explorer.wasm', counted('program')).then(async (module) => {
        await nextTurn();
        const instance = await WebAssembly.instantiate(module, late.importsOf(imports));
        late.follows(instance);
        await nextTurn();
        done(instance, module);
      }).catch(stop);
      return {};
    },
  });
  if (needsAll) await late.load();
  return program;
}

/**
 * The context that the program will find on its canvas. Making one waits for the GPU, and the page with it: one that
 * takes long to paint the tables is given as long again to finish what follows them.
 * @param {HTMLCanvasElement} canvas @param {Glyphs} glyphs
 */
async function prepareCanvas(canvas, glyphs) {
  if (!wantsCanvas) return null;
  const asked = performance.now();
  await firstPaint();
  await soon(Math.min(performance.now() - asked, PAINTING_MS));
  if (!glyphs.readsTrue()) return null;
  await nextTurn();
  return canvas.getContext('webgl2', { alpha: false, depth: false, stencil: false, antialias: false });
}

/** Starts the program with what is known before there are data and a size. @param {Explorer} program @param {PageServices} page */
async function startProgram(program, page) {
  const strings = await otherLanguage;
  if (strings?.speak(program)) language = wanted;
  program._explorer_start(Number(wantsCanvas));
  await nextTurn();
  page.text.findFonts();
  await nextTurn();
  if (language === wanted) strings?.nameRegions(program);
  if (memory.name) withTexts(program, [memory.text], (text) => program._explorer_recall(text, Number(embedded)));
  if (needsAll) {
    page.mayOpen = withTexts(program, [options.get('ui') ?? '', options.get('may') ?? 'all'], (ui, may) => program._explorer_embedding(
      ui, may, Number(framed), Number(options.get('attribution') !== '0'),
    )) !== 0;
  }
  const texts = [readerLocale(language), location.origin, firstVisit.address, String(firstVisit.state?.explorer?.marks ?? '')];
  withTexts(program, texts, (locale, origin, address, marks) => {
    program._explorer_locale(locale);
    program._explorer_origin(origin);
    program._explorer_open(address, 0, marks);
  });
  watchEnvironment(program);
}

/** What it takes to copy, and to ask for the menu of a row. @param {Explorer} program @param {PageServices} page */
function watchTools(program, page) {
  /** @type {Promise<void> | undefined} */
  let tools;
  const load = () => {
    late.load();
    tools ??= Promise.all([import('./clipboard.js'), import('./menu_request.js')])
      .then(([{ watchClipboard }, { watchMenuRequests }]) => {
        page.copy = watchClipboard(program);
        watchMenuRequests(page.mirror, (key, x, y) => program._explorer_menu(key, x, y) !== 0);
      }).catch(() => {});
  };
  // A pointer or a key may be the very press that asks for the menu, so the page's idle time is not waited for alone.
  for (const type of ['pointerover', 'keydown']) addEventListener(type, load, { once: true });
  return load;
}

/** @param {PageServices} page */
function watchPage(page) {
  addEventListener('popstate', () => {
    const { state, address } = visited();
    whenStarted.then(() => page.addresses()).then((book) => book.moved(state, address)).catch(() => {});
  });
  document.addEventListener('dragenter', async () => {
    const { watchFileDrop } = await import('./file_drop.js');
    watchFileDrop(() => page.mayOpen, datasets.openFile);
  }, { once: true });
  if (!framed) return;
  hostMessages = import('./host_messages.js').then(({ HostMessages }) => new HostMessages(
    whenStarted, scripting, firstVisit, (address) => page.writeAddress(address, false, '')));
  hostMessages.catch(() => {});
  import('./frame_focus.js').then(({ keepFocus }) => keepFocus(page.mirror.root), () => {});
}

async function start() {
  if (isOther) datasets.openAsked();
  const canvas = /** @type {HTMLCanvasElement} */ (byId('canvas')), glyphs = new Glyphs();
  const page = new PageServices({ root: byId('mirror'), glyphs, canvas, datasets, frames, setState, tellHost });
  watchPage(page);
  const prepared = prepareCanvas(canvas, glyphs);
  prepared.catch(() => {});

  const program = page.program = await loadProgram(canvas, page);
  await nextTurn();
  await startProgram(program, page);
  await nextTurn();
  byId('app').hidden = false;
  watchPageSize(byId('app'), page.mirror.root, (...sizes) => { if (!frames.over) program._explorer_resized(...sizes); });
  const loadTools = watchTools(program, page);
  started(program);
  const openCanvas = async () => {
    const context = await prepared;
    const drawn = program._explorer_open_canvas(Number(context !== null && !context.isContextLost())) !== 0;
    showRenderer(drawn);
    if (drawn) watchContext(canvas, (has) => !frames.over && program._explorer_canvas(Number(has)) !== 0);
    else canvas.remove();
    return drawn === wantsCanvas;
  };
  await nextTurn();
  const given = datasets.hasBundled && datasets.give(program).then(() => true);
  // What is late is drawn as whatever comes later.
  if (await Promise.race([given, nextTurn()])) await frames.drawInPieces(program, openCanvas);
  else await openCanvas();
  frames.begin(program);
  await given;
  (window.requestIdleCallback ?? setTimeout)(loadTools);
}

start().catch(stop);
