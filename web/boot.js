// @ts-check
// Starts the explorer in this page: loads program and dataset side by side, joins the program's exports and
// the DOM, and takes the place of the static tables when the first frame is drawn.
import { showRenderer, watchContext } from './canvas_context.js';
import { DomMirror } from './dom_mirror.js';
import { LoadFailure, download, request, withProgress } from './download.js';
import { watchEnvironment } from './environment.js';
import { Glyphs } from './glyphs.js';
import { LATE_FILE, LateProgram } from './late_program.js';
import { textScale, watchPageSize } from './page_size.js';
import { failureOf, isMemory, tellFailure, withBytes, withTexts } from './program_memory.js';
import { isRightToLeft, languageOf, readerLanguage, readerLocale } from './reader_locale.js';
import { Scripting } from './scripting.js';

const html = document.documentElement;
const options = new URLSearchParams(location.search);
const datasetAddress = html.dataset.dataset ?? 'articles.json';
/** Whether the address asks for another dataset than the bundled one. */
const other = options.has('data') || options.has('demo');
/** The tag of the language that the page speaks; English is part of the program, others come beside it. */
let language = readerLanguage('en');
const wanted = readerLanguage(options.get('lang'));
const otherLanguage = languageOf(wanted) === languageOf(language) ? Promise.resolve(undefined)
  : import('./languages.js').then(({ fetchLanguage }) => fetchLanguage(wanted)).catch(() => undefined);
/** Sizes known from the build: packed transfers hide them. */
const expected = { program: Number(html.dataset.programBytes), dataset: Number(html.dataset.datasetBytes) };
const received = { program: 0, dataset: 0 };
/** Of enum LoadRequest. */
const ASK_FOR_FILE = 3;
/** Of enum SaveOutcome. */
const SAVE_FAILED = 3;
/** Of enum ExportOutcome. */
const EXPORT_FAILED = 8;
/** Of enum ShareOutcome. */
const SHARE_FAILED = 2;

/** What not every page may have. @template T @param {() => T} read @param {T} otherwise */
function attempt(read, otherwise) {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
/** The state that the address says (src/state/address.h), and what the history keeps with it. */
function visited() {
  return { address: attempt(() => location.hash.slice(1), ''), state: attempt(() => history.state, null) };
}
const firstVisit = visited();
/** In a page around this one. */
const framed = parent !== window;
/** There, or a part alone: what is seen is that page's choice. */
const embedded = framed || !['', 'full'].includes((options.get('ui') ?? '').trim().toLowerCase());
/** What this browser remembers of the dataset (src/state/memory.h), and under which name. Without one it may not. */
const memory = attempt(() => {
  const address = options.get('data') ?? (options.has('demo') ? '' : datasetAddress);
  const { origin, pathname } = new URL(address, document.baseURI);
  const name = `article-explorer:${embedded ? 'frame:' : ''}${origin}${pathname}`;
  return { name, text: localStorage.getItem(name) ?? '' };
}, { name: '', text: '' });
// Before the program says so, so that the page need not change its colours.
const theme = [firstVisit.address, memory.text].map((text) => /(?:^|&)theme=([^&]*)/.exec(text)?.[1]).find(Boolean);
if (theme === 'light' || theme === 'dark') html.dataset.theme = theme;

/** @template {HTMLElement} T @param {string} id @returns {T} */
const byId = (id) => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element "${id}".`);
  return /** @type {T} */ (element);
};

function showProgress() {
  const bar = /** @type {HTMLProgressElement | null} */ (document.getElementById('progress'));
  if (!bar) return;
  bar.max = expected.program + expected.dataset || 1;
  bar.value = Math.min(bar.max, received.program + received.dataset);
}

/** @param {'program' | 'dataset'} what */
const count = (what) => (/** @type {number} */ bytes) => {
  received[what] = bytes;
  showProgress();
};

/** Speaks to the page around this one, if there is one. @type {Promise<import('./host_messages.js').HostMessages> | undefined} */
let hostMessages;
/** @param {'height' | 'address' | 'phase' | 'failed'} what @param {any} value */
const tellHost = (what, value) => void hostMessages?.then((/** @type {any} */ it) => it[what](value)).catch(() => {});

/** @param {string} state */
function setState(state) {
  if (state !== html.dataset.explorerState) tellHost('phase', state);
  html.dataset.explorerState = state;
  if (html.dataset.started !== undefined || (state === 'loading' && !other)) return;
  html.dataset.started = '';
  html.lang = languageOf(language);
  if (isRightToLeft(language)) html.dir = 'rtl';
  byId('app').hidden = false;
  document.getElementById('static')?.remove();
}

/** @typedef {import('./explorer.mjs').Explorer} Explorer */
/** @type {(program: Explorer) => void} */
let started;
/** @type {(error: unknown) => void} */
let notStarted;
/** Rejects if the program cannot run here. @type {Promise<Explorer>} */
const whenStarted = new Promise((done, fail) => { [started, notStarted] = [done, fail]; });
whenStarted.catch(() => {});

/** The static tables stay; a line above them, or in the program's place, says why there is no more. @param {unknown} error */
function giveUp(error) {
  const note = document.getElementById('note');
  if (html.dataset.started !== undefined) {
    const { title, detail, hint } = failureOf(error);
    const words = document.createElement('p');
    words.setAttribute('role', 'alert');
    words.textContent = `${title}. ${detail} ${hint}`;
    const place = document.createElement('main');
    place.id = 'static';
    place.append(words);
    byId('app').replaceWith(place);
  } else if (note) {
    note.hidden = false;
    note.textContent = 'The interactive explorer cannot run in this browser, so these are plain tables. '
      + `(${error instanceof LoadFailure ? error.detail : error instanceof Error ? error.message : error})`;
  }
  document.getElementById('progress')?.remove();
  html.dataset.explorerState = 'failed';
  notStarted(error);
  tellHost('failed', error);
  console.error(error);
}

/** The context that the program will find on its canvas: making one takes long. @param {HTMLCanvasElement} canvas */
function openWebGl2(canvas) {
  return canvas.getContext('webgl2', { alpha: false, depth: false, stencil: false, antialias: false }) !== null;
}

async function start() {
  /** @type {Promise<Uint8Array> | undefined} */
  let dataset;
  if (!other) dataset = download(datasetAddress, count('dataset'));
  dataset?.catch(() => {});
  const root = byId('mirror');
  const glyphs = new Glyphs();
  const canvas = /** @type {HTMLCanvasElement} */ (byId('canvas'));
  let framePending = false;
  /** @type {Explorer} */
  let program;
  /**
   * Where datasets come from that are not bundled; from the first of them on the bundled one is out of the question.
   * @type {import('./dataset_source.js').DatasetSource | undefined}
   */
  let source;
  /** How many such datasets were opened: only the newest counts. */
  let opened = 0;
  /** The newest of them. @type {import('./load_process.js').Order | string | undefined} */
  let openedLast;
  /**
   * @param {import('./load_process.js').Order | string} [what] an order, an address, or what the page's address asks for
   * @returns {Promise<() => boolean>} whether it is still the newest
   */
  const openOther = async (what) => {
    const number = opened += 1;
    openedLast = what;
    const isNewest = () => number === opened;
    // Imports of the same module do not end in the order in which they began.
    const { DatasetSource, orderOf } = await import('./dataset_source.js');
    if (!isNewest()) return isNewest;
    source ??= new DatasetSource(whenStarted, otherLanguage.then((it) => it?.phrases), stop);
    source.open(() => orderOf(what ?? options));
    return isNewest;
  };
  let over = false;
  /** Copies what the program has just asked for; false if the browser does not let it. */
  let copy = () => false;
  /** The program cannot even say why; whoever waits for it hears that it is gone. @param {unknown} error */
  const stop = (error) => {
    if (over) return;
    over = true;
    scripting.startedProgram = undefined;
    giveUp(error);
  };
  /** @param {unknown} error */
  const showFailure = (error) => void whenStarted.then(() => tellFailure(program, error, 0)).catch(stop);
  if (other) openOther().catch(showFailure);
  /** With which dataset a frame has trapped: what it was at may well trap again, frame after frame. */
  let trappedWith = -1;
  const draw = () => {
    if (!framePending || over) return;
    framePending = false;
    try {
      program._explorer_frame();
    } catch (error) {
      if (!isMemory(error)) throw error;
      if (trappedWith === opened) return stop(error);
      trappedWith = opened;
      if (source) void source.tell(() => { throw error; });
      else showFailure(error);
    }
  };
  /** @type {Promise<import('./address.js').AddressBook> | undefined} */
  let addressBook;
  const addresses = () => addressBook ??= import('./address.js')
    .then(({ AddressBook }) => new AddressBook(program, firstVisit.state));
  addEventListener('popstate', () => {
    const { state, address } = visited();
    whenStarted.then(addresses).then((book) => book.moved(state, address)).catch(() => {});
  });
  /** @type {import('./share.js') | undefined} */
  let sharing;
  const scripting = new Scripting(whenStarted, openOther, draw);
  window.articleExplorer = scripting.api;
  if (framed) {
    hostMessages = import('./host_messages.js').then(({ HostMessages }) => new HostMessages(
      whenStarted, scripting, firstVisit, (address) => page.writeAddress(address, false, '')));
    hostMessages.catch(() => {});
  }
  /** @param {File} file */
  const openFile = (file) => void openOther({ file }).catch(showFailure);
  /** Held here: a field that nobody holds may be collected before its file is chosen. */
  const fileField = document.createElement('input');
  fileField.type = 'file';
  fileField.onchange = () => fileField.files?.[0] && openFile(fileField.files[0]);
  /** What dropping a file does, for those who do not drag. */
  const askForFile = () => {
    fileField.value = '';  // so that the same file is a change, too
    fileField.click();
  };
  /** Whether readers may open other data; until the program has said so only where nothing could speak against it. */
  let mayOpen = !options.has('ui') && !options.has('may');
  document.addEventListener('dragenter', async () => {
    const { watchFileDrop } = await import('./file_drop.js');
    watchFileDrop(() => mayOpen, openFile);
  }, { once: true });

  const mirror = new DomMirror(root, {
    activated: (key, held) => program._explorer_activated(key, held),
    typed: (key, text) => withTexts(program, [text], (pointer) => program._explorer_typed(key, pointer)),
    scrolled: (key, x, y, resting) => program._explorer_scrolled(key, x, y, Number(resting)),
    hovered: (key) => program._explorer_hovered(key),
    previewed: (height) => program._explorer_preview(height),
    focused: (key, returned) => program._explorer_focused(key, Number(returned)),
    dragged: (key, phase, dx, x) => program._explorer_dragged(key, phase, dx, x),
    pointed: (key, phase, x, y, pan) => program._explorer_pointed(key, phase, x, y, pan),
    zoomed: (key, x, y, factor) => program._explorer_zoomed(key, x, y, factor),
    keyPressed: (key, appKey, held, text) => withTexts(program, [text],
      (pointer) => program._explorer_key(key, appKey, held, pointer) !== 0),
  });
  if (framed) import('./frame_focus.js').then(({ keepFocus }) => keepFocus(root), () => {});
  const page = {
    text: glyphs,
    mirror,
    setState,
    requestFrame() {
      if (framePending || over) return;
      framePending = true;
      requestAnimationFrame(() => {
        draw();
        scripting.frameDone();
      });
    },
    /** @param {string} theme */
    setTheme(theme) {
      html.dataset.theme = theme;
    },
    /** The page comes first: the map is asked for when its place is on screen. */
    fetchMap() {
      requestAnimationFrame(() => setTimeout(async () => {
        const bytes = await download('map.bin', () => {}).catch(() => new Uint8Array());
        withBytes(program, bytes, program._explorer_map);
      }, 0));
    },
    /** @param {string} name @param {string} content an SVG document, or the caption of a picture of the canvas */
    async savePicture(name, content) {
      const redrawn = () => {
        program._explorer_repaint();
        draw();
        return canvas;
      };
      program._explorer_saved(await import('./save_picture.js')
        .then(({ savePicture }) => savePicture(name, content, redrawn), () => SAVE_FAILED));
    },
    /** What the page would take up if it were let. @param {number} height px of the layout */
    contentHeight: (height) => tellHost('height', height * textScale),
    /** At hand within the press that asks where a file goes: browsers allow that there alone. */
    prepareExport: () => void import('./export_file.js').catch(() => {}),
    /** @param {number} number @param {string} name @param {string} type @param {boolean} large */
    async beginExport(number, name, type, large) {
      program._explorer_export_ended(number, await import('./export_file.js')
        .then(({ exportFile }) => exportFile(program, number, { name, type, large }), () => EXPORT_FAILED));
    },
    /** The state has another address. @param {string} text @param {boolean} push @param {string} left */
    writeAddress(text, push, left) {
      tellHost('address', text);
      addresses().then((book) => book.write(text, push, left)).catch(() => {});
    },
    /** Of a dataset that was opened in this page there is no memory. @param {string} text empty: nothing */
    remember(text) {
      if (text && openedLast !== undefined) return;
      memory.text = text;
      import('./remember.js').then(({ remember }) => remember(memory), () => {});
    },
    /** @param {number} use of the link to this page @param {string} address behind "#" */
    useLink(use, address) {
      /** @param {import('./share.js')} module */
      const go = (module) => (sharing = module).useLink(program, use, address, openedLast);
      if (sharing) go(sharing);
      else import('./share.js').then(go).catch(() => program._explorer_shared(SHARE_FAILED));
    },
    copy: () => copy(),
    /** @param {number} request */
    load(request) {
      if (request === ASK_FOR_FILE) return askForFile();
      if (source) return source.request(request);
      if (other) return void openOther().catch(showFailure);
      dataset = download(datasetAddress, (bytes) => {
        if (!source) program._explorer_progress(bytes, expected.dataset || 0, 0, 0, 0);
      });
      return void give();
    },
  };

  const late = new LateProgram(() => moduleOf(LATE_FILE, () => {}), stop);
  /** What this page is to show at first may be any part of the program. */
  const needsAll = Boolean(location.search || firstVisit.address || memory.text || framed);
  if (needsAll) late.begin();
  const { default: createExplorer } = await import('./explorer.mjs');
  program = await createExplorer({
    canvas,
    page,
    /** @param {WebAssembly.Imports} imports @param {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} done */
    instantiateWasm(imports, done) {
      moduleOf('explorer.wasm', count('program')).then(async (module) => {
        const instance = await WebAssembly.instantiate(module, late.importsOf(imports));
        late.follows(instance);
        done(instance, module);
      }).catch(giveUp);
      return {};
    },
  });

  if (needsAll) await late.load();
  const strings = await otherLanguage;
  if (strings?.speak(program)) language = wanted;
  const drawable = options.get('render') !== 'html' && glyphs.readsTrue() && openWebGl2(canvas);
  const drawn = program._explorer_start(Number(drawable)) !== 0;
  if (language === wanted) strings?.nameRegions(program);
  if (memory.name) withTexts(program, [memory.text], (text) => program._explorer_recall(text, Number(embedded)));
  if (needsAll) {
    mayOpen = withTexts(program, [options.get('ui') ?? '', options.get('may') ?? 'all'], (ui, may) => program._explorer_embedding(
      ui, may, Number(framed), Number(options.get('attribution') !== '0'),
    )) !== 0;
  }
  const { address, state: kept } = firstVisit;
  const texts = [readerLocale(language), location.origin, address, String(kept?.explorer?.marks ?? '')];
  withTexts(program, texts, (locale, origin, text, marks) => {
    program._explorer_locale(locale);
    program._explorer_origin(origin);
    program._explorer_open(text, 0, marks);
  });
  showRenderer(drawn);
  if (drawn) watchContext(canvas, (has) => !over && program._explorer_canvas(Number(has)) !== 0);
  else canvas.remove();
  watchEnvironment(program);
  byId('app').hidden = false;
  watchPageSize(byId('app'), root, (...sizes) => { if (!over) program._explorer_resized(...sizes); });
  /** @type {Promise<void> | undefined} */
  let tools;
  for (const type of ['pointerover', 'keydown']) addEventListener(type, loadTools, { once: true });
  started(program);
  if (dataset) await give();
  (window.requestIdleCallback ?? setTimeout)(loadTools);

  /**
   * What it takes to copy, and to ask for the menu of a row: when the page has time, or a pointer or a key comes. That
   * may be the very press that asks for the menu, so they are not waited for alone.
   */
  function loadTools() {
    late.load();
    tools ??= Promise.all([import('./clipboard.js'), import('./menu_request.js')])
      .then(([{ watchClipboard }, { watchMenuRequests }]) => {
        copy = watchClipboard(program);
        watchMenuRequests(mirror, (key, x, y) => program._explorer_menu(key, x, y) !== 0);
      }).catch(() => {});
  }

  /** Hands the bundled dataset over, unless another one was opened while it came. */
  async function give() {
    try {
      const bytes = await dataset ?? new Uint8Array();
      if (source) return;
      withBytes(program, bytes, program._explorer_loaded);
    } catch (error) {
      if (!source) showFailure(error);
    }
  }
}

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

start().catch(giveUp);
