// What the page's own scripts say: the strings of the group Web in src/view/strings/en.txt, by name. Another language
// takes their place (web/languages.js).
export const words: Record<string, string>;
