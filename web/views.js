// @ts-check

/** The views in the words of addresses, scripts and messages; in the order of enum View. */
export const VIEWS = ['overview', 'articles', 'releases', 'charts', 'videos'];
