// @ts-check
// For pages that show the explorer: the element <article-explorer>, which starts as it comes near, is as high as what is
// in it, and answers (types and messages: npm/embed.d.ts); and <iframe data-article-explorer>, which gets the height
// alone. Works as a plain script, as a module, and where it is imported without a page.
(() => {
  const NAME = 'article-explorer';
  const VERSION = 1;
  if (!globalThis.customElements || customElements.get(NAME)) return;

  /** @typedef {{resolve: (value: any) => void, reject: (reason: Error) => void, timer: number}} Waiting */
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  /** Where the explorer lies, unless `src` says it; a module is not told. */
  const home = script && new URL('.', script.src).href;
  const NEAR = '600px 0px';
  const [HEIGHT, MOST_HEIGHT] = [640, 2000];
  const ANSWER_MS = 30_000;
  /** What a running explorer takes up: the command for each attribute, and the value without it. @type {Map<string, [string, string | null]>} */
  const live = new Map([
    ['query', ['setQuery', '']], ['view', ['setView', 'overview']], ['theme', ['setTheme', 'system']], ['row', ['select', null]],
  ]);
  /** What its address alone can say. */
  const fixed = ['ui', 'may', 'lang', 'attribution'];
  const attributes = [...live.keys(), ...fixed, 'src', 'data', 'label', 'height', 'max-height', 'poster', 'loading'];
  /** What the explorer tells, and the event that becomes of it. @type {Map<unknown, string>} */
  const events = new Map([
    ['ready', 'ready'], ['state', 'statechange'], ['rowopened', 'rowopen'], ['height', 'height'], ['error', 'error'],
  ]);
  /** Those in the page. @type {Set<ArticleExplorer>} */
  const elements = new Set();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{display:block}:host([hidden]){display:none}div{position:relative;overflow:hidden}
iframe{position:absolute;inset:0;width:100%;height:100%;border:0}div:not(.on)>iframe{opacity:0}.on>:not(iframe){display:none}
img{width:100%;height:100%;object-fit:cover}img:not([src]),img[src]~slot,button[hidden]{display:none}
button{position:absolute;inset:0;margin:auto;width:max-content;max-width:90%;height:max-content;padding:12px 20px;border-radius:8px;font:inherit;cursor:pointer}`);

  /** The height in a message, 0 if there is none. @param {any} data */
  const heightIn = ({ event, detail }) => (event === 'height' && Number.isFinite(detail?.height) && detail.height > 0 ? detail.height : 0);
  /** @param {string | null | undefined} text */
  const limit = (text) => Number(text) || MOST_HEIGHT;
  /** @param {string} address */
  const originOf = (address) => {
    try {
      return new URL(address).origin;
    } catch {
      return '';
    }
  };

  class ArticleExplorer extends HTMLElement {
    static observedAttributes = attributes;

    timeout = ANSWER_MS;
    /** @type {HTMLIFrameElement | undefined} */
    #frame;
    #origin = '';
    /** It has been heard of, so it listens. */
    #heard = false;
    #lastId = 0;
    #height = 0;
    /** @type {Map<unknown, Waiting>} */
    #waiting = new Map();
    /** What is to be sent once it listens. @type {any[]} */
    #queue = [];
    #box = document.createElement('div');
    #picture = document.createElement('img');
    #button = document.createElement('button');
    #near = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.start();
    }, { rootMargin: NEAR });

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      this.#picture.alt = '';
      this.#button.type = 'button';
      this.#button.part = 'button';
      this.#button.onclick = () => this.start();
      this.#box.append(this.#picture, document.createElement('slot'), this.#button);
      root.append(this.#box);
    }

    connectedCallback() {
      for (const name of properties) {
        if (!Object.hasOwn(this, name)) continue;
        // It was set before the element was known.
        const { [name]: value } = /** @type {any} */ (this);
        delete /** @type {any} */ (this)[name];
        /** @type {any} */ (this)[name] = value;
      }
      elements.add(this);
      this.#show();
      this.#await();
    }

    disconnectedCallback() {
      elements.delete(this);
      this.#near.disconnect();
      this.#stop('It was taken out of the page.');
    }

    /** @param {string} name @param {unknown} _before @param {string | null} value */
    attributeChangedCallback(name, _before, value) {
      // Before that they are read as it comes into the page.
      if (!elements.has(this)) return;
      this.#show();
      if (!this.#frame) return this.#await();
      const [command, otherwise] = live.get(name) ?? [];
      if (command) this.#try(this.#command(command, value ?? otherwise));
      else if (name === 'data' && value) this.#try(this.loadData(value));
      else if (name === 'data' || name === 'src' || fixed.includes(name)) {
        this.#stop('It was started anew.');
        this.start();
      }
    }

    start() {
      if (this.#frame || !this.isConnected) return;
      this.#near.disconnect();
      let url;
      try {
        url = this.#address();
      } catch (error) {
        return this.#tell('error', { message: String(error) });
      }
      const focused = this.shadowRoot?.activeElement === this.#button;
      const frame = this.#frame = document.createElement('iframe');
      this.#origin = url.origin;
      frame.src = url.href;
      frame.allow = 'clipboard-write; web-share';
      frame.onload = () => {
        this.#box.className = 'on';
        // Whoever pressed the button goes on in there.
        if (focused) frame.focus();
      };
      this.#box.prepend(frame);
      this.#show();
    }

    /** @param {string} query */
    setQuery(query) { return this.#command('setQuery', query); }
    /** @param {string} view */
    setView(view) { return this.#command('setView', view); }
    /** @param {string} theme */
    setTheme(theme) { return this.#command('setTheme', theme); }
    /** @param {string | null} row */
    select(row) { return this.#command('select', row); }
    /** @param {string} address */
    open(address) { return this.#command('open', address); }
    getState() { return this.#command('getState'); }
    /** @param {string | URL | ArrayBuffer} data */
    async loadData(data) {
      return data instanceof ArrayBuffer ? this.#command('loadData', data, [data], 20)
        : this.#command('loadData', new URL(data, document.baseURI).href, [], 20);
    }

    /** Takes a message if it is from this explorer; only then it is unpacked. @param {MessageEvent} message */
    hears(message) {
      if (!this.#frame || message.source !== this.#frame.contentWindow) return false;
      if (message.origin !== this.#origin) return true;
      const { data } = message;
      if (data?.articleExplorer !== VERSION) return true;
      if (!this.#heard) {
        this.#heard = true;
        for (const [message, transfer] of this.#queue.splice(0)) this.#send(message, transfer);
      }
      const { reply, event, state, error, detail } = data;
      if (Object.hasOwn(data, 'reply')) {
        const waiting = this.#take(reply);
        if (state) waiting?.resolve(state);
        else waiting?.reject(Object.assign(new Error(error?.message), { name: String(error?.name) }));
      } else if (events.has(event) && typeof detail === 'object' && (event !== 'height' || heightIn(data))) {
        if (event === 'height') this.#height = detail.height;
        this.#show();
        this.#tell(/** @type {string} */ (events.get(event)), detail);
      }
      return true;
    }

    /** @param {string} command @param {unknown} [value] @param {Transferable[]} [transfer] @param {number} [patience] */
    #command(command, value, transfer = [], patience = 1) {
      this.start();
      const id = this.#lastId += 1;
      const message = { articleExplorer: VERSION, id, command, ...(value !== undefined && { value }) };
      return new Promise((resolve, reject) => {
        const timer = window.setTimeout(() => {
          this.#take(id)?.reject(new Error(`No answer to ${command}.`));
          this.#queue = this.#queue.filter(([each]) => each !== message);
        }, this.timeout * patience);
        this.#waiting.set(id, { resolve, reject, timer });
        if (this.#heard) this.#send(message, transfer);
        else this.#queue.push([message, transfer]);
      });
    }

    /** @param {object} message @param {Transferable[]} transfer */
    #send(message, transfer) {
      this.#frame?.contentWindow?.postMessage(message, this.#origin, transfer);
    }

    /** @param {unknown} id */
    #take(id) {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      clearTimeout(waiting?.timer);
      return waiting;
    }

    /** Of a command that nobody waits for. @param {Promise<unknown>} command */
    #try(command) {
      command.catch(({ message }) => this.#tell('error', { message }));
    }

    /** @param {string} type @param {object} detail */
    #tell(type, detail) {
      this.dispatchEvent(new CustomEvent(type, { detail }));
    }

    /** @param {string} why */
    #stop(why) {
      this.#frame?.remove();
      this.#frame = undefined;
      this.#box.className = '';
      this.#heard = false;
      this.#height = 0;
      this.#queue = [];
      for (const id of this.#waiting.keys()) this.#take(id)?.reject(new Error(why));
    }

    /** Starts it when that is due. */
    #await() {
      const { loading } = /** @type {any} */ (this);
      this.#near.disconnect();
      if (loading === 'eager') this.start();
      else if (loading !== 'click') this.#near.observe(this);
    }

    /** What attributes say of its look. */
    #show() {
      const { theme, label, poster, height, maxHeight, loading } = /** @type {any} */ (this);
      this.#box.style.height = `${Math.min(this.#height || Number(height) || HEIGHT, limit(maxHeight))}px`;
      this.#button.textContent = label ?? 'Article Explorer';
      this.#button.hidden = loading !== 'click';
      // Set once: setting it loads it.
      if (!poster) this.#picture.removeAttribute('src');
      else if (this.#picture.getAttribute('src') !== poster) this.#picture.src = poster;
      if (!this.#frame) return;
      this.#frame.title = label ?? 'Article Explorer';
      // A frame of another scheme than its page's gets an opaque ground. Without a theme it inherits the page's.
      this.#frame.style.colorScheme = /^(light|dark)$/.test(theme) ? theme : '';
    }

    #address() {
      const { src, data, view, query, theme, row } = /** @type {any} */ (this);
      const url = new URL(src ?? home ?? 'about:blank', document.baseURI);
      if (!/^https?:$/.test(url.protocol)) throw new TypeError(`<${NAME}> needs the explorer's address as src.`);
      const options = url.searchParams;
      if (data) options.set('data', new URL(data, document.baseURI).href);
      for (const name of fixed) {
        const value = this.getAttribute(name);
        if (value !== null) options.set(name, value);
      }
      options.set('host', location.origin);
      const parts = new URLSearchParams(url.hash.slice(1));
      for (const [name, value, usual] of [['view', view, 'overview'], ['q', query, ''], ['theme', theme, 'system'], ['row', row, '']]) {
        if (value === usual) parts.delete(name);
        else if (value !== null) parts.set(name, value);
      }
      url.hash = parts.toString();
      return url;
    }
  }

  /** Attributes as properties, but for those that every element has. */
  const properties = attributes.filter((name) => name !== 'lang').map((name) => {
    const property = name.replace(/-(.)/, (_, letter) => letter.toUpperCase());
    Object.defineProperty(ArticleExplorer.prototype, property, {
      configurable: true,
      enumerable: true,
      get() { return this.getAttribute(name); },
      set(value) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
    });
    return property;
  });

  /** @returns {NodeListOf<HTMLIFrameElement>} */
  const plainFrames = () => document.querySelectorAll(`iframe[data-${NAME}]`);
  addEventListener('message', (event) => {
    for (const element of elements) if (element.hears(event)) return;
    for (const frame of plainFrames()) {
      if (frame.contentWindow !== event.source || originOf(frame.src) !== event.origin) continue;
      const height = event.data?.articleExplorer === VERSION && heightIn(event.data);
      if (height) frame.style.height = `${Math.min(height, limit(frame.dataset.maxHeight))}px`;
    }
  });
  // Those that have told theirs before.
  for (const frame of plainFrames()) frame.contentWindow?.postMessage({ articleExplorer: VERSION, command: 'getHeight' }, '*');
  customElements.define(NAME, ArticleExplorer);
})();
