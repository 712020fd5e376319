// The scripting interface of a page with the explorer in it: `window.articleExplorer`. Every promise resolves
// after the frame that shows the answer is on screen, but those of state() and count(), which tell what is there
// now; all reject if the program cannot start in this browser.

export type View = 'overview' | 'articles' | 'releases' | 'charts' | 'videos';

export interface State {
  view: View;
  /** The query as it stands in the search box. */
  query: string;
  /** Why the query cannot be read; the answer shown is that of the last one that could. */
  error?: string;
  phase: 'loading' | 'ready' | 'failed' | 'stopped';
  /** Of the phase "failed": what happened, why, and what to do. */
  failure?: string;
  /** Rows of the view's table (of the overview: articles) under the query, and without it. */
  count: number;
  total: number;
  /** Articles loaded so far, as far as they are shown. */
  articles: number;
}

export type Quantity = number | {
  value: number;
  qualifier: 'about' | 'at_least' | 'more_than' | 'at_most' | 'less_than';
};

/** The values of a row by column, as the dataset's format writes them; what is not stated is absent. */
export interface Row {
  id: string;
  [column: string]: string | string[] | Quantity;
}

/** Under all terms of the query but the column's own. */
export interface Facets {
  /** Of columns of texts, categories, lists and regions: the most frequent values, at most 1,000. */
  values?: { value: string; count: number; total: number }[];
  /** How many different values there are, of columns that have `values`. */
  distinct?: number;
  /** Of columns of numbers, durations and dates, in order and without gaps. */
  bars?: { from: number | string; to: number | string; count: number; total: number }[];
  /** Rows that state nothing. */
  missing?: number;
}

export interface ArticleExplorer {
  /** When the page's dataset is loaded, or could not be. */
  readonly ready: Promise<State>;
  /**
   * Opens another dataset: an http(s) address, or the bytes of a JSON Feed or of NDJSON, whose buffer is taken
   * over. Rejects with the reason if loading ends early, the rows so far stay; and if another load takes its
   * place. `onRows` is called after each frame that shows more.
   */
  load(source: string | ArrayBuffer | Uint8Array, options?: { onRows?: (articles: number) => void }): Promise<State>;
  /** Asks a query; rejects with its error if it cannot be read, and if another query() or sort() takes its place. */
  query(text: string): Promise<State>;
  /** Replaces the sort keys of the query: `date-desc,title`, or an empty text for none. Rejects as query() does. */
  sort(keys: string): Promise<State>;
  view(name: View): Promise<State>;
  /** As it is now: a question that is still being answered is not waited for; await query() or sort() first. */
  state(): Promise<State>;
  /** The count of state(), as it is now. */
  count(): Promise<number>;
  /** Rows of the view's table (of the overview: articles) in display order. */
  rows(from?: number, count?: number): Promise<Row[]>;
  facets(column: string): Promise<Facets>;
}

declare global {
  interface Window {
    articleExplorer: ArticleExplorer;
  }
}
