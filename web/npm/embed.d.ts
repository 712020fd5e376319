// Article Explorer in other pages: the messages between a page and the explorer in its frame, and the element
// <article-explorer> of embed.js. Messages are plain objects, the frame's address names in `host` the origins whose
// commands it takes. Those hosts get an error for a command that is not listed here, or with another value. What comes
// from elsewhere, has no id that counts, or comes too fast is dropped without an answer.

export type ExplorerView = 'overview' | 'articles' | 'releases' | 'charts' | 'videos';
/** "system": as the page around it, and where that says nothing, as the reader's system. */
export type ExplorerTheme = 'system' | 'light' | 'dark';

/** What readers see, as far as a link can say it. */
export interface Place {
  /** What stands behind "#" in a link to it; the command `open` takes it back. */
  address: string;
  view: ExplorerView;
  /** The query; of one that cannot be read the last that could. */
  query: string;
  theme: ExplorerTheme;
  /** The row whose details are open, by table and id: "charts:bugs-real-time-chart". */
  row: string | null;
}

export interface ExplorerState extends Place {
  /** Why the query in the search box cannot be read. */
  error?: string;
  phase: 'loading' | 'ready' | 'failed' | 'stopped';
  /** Of the phase "failed": what happened, why, and what to do. */
  failure?: string;
  /** Rows of the view's table (of the overview: articles) under the query, and without it. */
  count: number;
  total: number;
  /** Articles loaded so far. */
  articles: number;
}

// ---- From the page to the frame ----

export type Command =
  /** Up to 8,000 letters. The reply is an error if it cannot be read. */
  | { command: 'setQuery'; value: string }
  | { command: 'setView'; value: ExplorerView }
  | { command: 'setTheme'; value: ExplorerTheme }
  /** Opens the details of a row, once the dataset is loaded; null closes them. */
  | { command: 'select'; value: string | null }
  /** A whole state, as `Place.address` has it. */
  | { command: 'open'; value: string }
  /** A whole http(s) address, or the bytes of a JSON Feed or of NDJSON. */
  | { command: 'loadData'; value: string | ArrayBuffer }
  | { command: 'getState'; value?: undefined };

/** The reply, after the frame that shows the answer, has the same id: a whole number, or a text up to 64 letters. */
export type CommandMessage = { articleExplorer: 1; id: number | string } & Command;

/** Has the height told once more. Anybody who frames the page may ask. */
export interface HeightRequest {
  articleExplorer: 1;
  command: 'getHeight';
}

// ---- From the frame to the page ----

export type ReplyMessage = { articleExplorer: 1; reply: number | string }
  & ({ state: ExplorerState; error?: undefined } | { error: { name: string; message: string }; state?: undefined });

export type EventMessage = { articleExplorer: 1 } & (
  /** The dataset is loaded, or could not be. */
  | { event: 'ready'; detail: ExplorerState }
  | { event: 'state'; detail: Place }
  | { event: 'rowopened'; detail: { row: string } }
  /** CSS px that everything would take up. The only one that goes to whoever frames the page. */
  | { event: 'height'; detail: { height: number } }
  | { event: 'error'; detail: { message: string } });

export type ExplorerMessage = ReplyMessage | EventMessage;

// ---- The element ----

export interface ArticleExplorerEventMap {
  ready: CustomEvent<ExplorerState>;
  statechange: CustomEvent<Place>;
  rowopen: CustomEvent<{ row: string }>;
  height: CustomEvent<{ height: number }>;
  error: CustomEvent<{ message: string }>;
}

/** Its own events, and those of every element. */
export type ArticleExplorerElementEventMap = Omit<HTMLElementEventMap, keyof ArticleExplorerEventMap> & ArticleExplorerEventMap;

/**
 * Every property is the attribute of the same name (`maxHeight`: `max-height`); null takes it away. What is marked as
 * live is told to a running explorer, the rest of its address starts it anew.
 */
export interface ArticleExplorerElement extends HTMLElement {
  /** The explorer's page; by default the folder that a plain script tag takes embed.js from. May have a "#" state. */
  src: string | null;
  /** Address of the dataset; by default the one that comes with the explorer. Live. */
  data: string | null;
  /** Live. */
  query: string | null;
  /** Live. */
  view: ExplorerView | null;
  /** Live. By default as the page around it. */
  theme: ExplorerTheme | null;
  /** The row whose details are open. Live. */
  row: string | null;
  /** A part alone: "table", "map", "timeline", "overview", "articles", "releases", "charts", "videos". */
  ui: string | null;
  /** What readers may do, with commas: "search,views,sort,filter,columns,details,share". */
  may: string | null;
  /** "0": without the link that says where it is from. */
  attribution: string | null;
  /** Its name for assistive technology and on the button. */
  label: string | null;
  /** Kept free until the explorer tells its own, CSS px; 640 by default. */
  height: string | number | null;
  /** 2,000 by default. */
  maxHeight: string | number | null;
  /** A picture until it runs, in place of what is in the element. */
  poster: string | null;
  /** When it starts: as it comes near (default), at once, or when a button is pressed. */
  loading: 'lazy' | 'eager' | 'click' | null;
  /** How long an answer may take, ms; loading data twenty times that. */
  timeout: number;

  /** Starts it now. Commands do so, too. */
  start(): void;
  /** Reject if it cannot be read. All commands: if another one takes their place, or no answer comes in time. */
  setQuery(query: string): Promise<ExplorerState>;
  setView(view: ExplorerView): Promise<ExplorerState>;
  setTheme(theme: ExplorerTheme): Promise<ExplorerState>;
  /** Opens the details of a row, or closes them. */
  select(row: string | null): Promise<ExplorerState>;
  /** A state, as `Place.address` has it. */
  open(address: string): Promise<ExplorerState>;
  /** An address, relative to the page, or bytes, whose buffer is taken over. */
  loadData(data: string | URL | ArrayBuffer): Promise<ExplorerState>;
  getState(): Promise<ExplorerState>;

  addEventListener<K extends keyof ArticleExplorerElementEventMap>(
    type: K, listener: (this: ArticleExplorerElement, event: ArticleExplorerElementEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof ArticleExplorerElementEventMap>(
    type: K, listener: (this: ArticleExplorerElement, event: ArticleExplorerElementEventMap[K]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'article-explorer': ArticleExplorerElement;
  }
}
