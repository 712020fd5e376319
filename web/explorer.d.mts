// What the compiled program offers to web/boot.js (src/main.cpp, Emscripten runtime).
export interface Explorer {
  HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  stringToNewUTF8(text: string): number;
  _explorer_phrases(bytes: number, count: number): number;
  _explorer_start(expectsCanvas: number): void;
  _explorer_open_canvas(usable: number): number;
  _explorer_region_codes(): number;
  _explorer_regions(names: number): void;
  _explorer_locale(fields: number): void;
  _explorer_origin(origin: number): void;
  _explorer_frame(): void;
  _explorer_frame_part(part: number): number;
  _explorer_resized(width: number, height: number, widthPx: number, heightPx: number, density: number): void;
  _explorer_environment(dark: number, coarsePointer: number, reducedMotion: number, appleKeys: number): void;
  _explorer_contrast(contrast: number, system: number): void;
  _explorer_activated(key: number, held: number): void;
  _explorer_menu(key: number, x: number, y: number): number;
  _explorer_copy(what: number): number;
  _explorer_typed(key: number, text: number): void;
  _explorer_scrolled(key: number, x: number, y: number, resting: number): void;
  _explorer_hovered(key: number): void;
  _explorer_focused(key: number, returned: number): void;
  _explorer_repaint(): void;
  _explorer_saved(outcome: number): void;
  _explorer_export_chunk(number: number): number;
  _explorer_export_ended(number: number, outcome: number): void;
  _explorer_dragged(key: number, phase: number, dx: number, x: number): void;
  _explorer_pointed(key: number, phase: number, x: number, y: number, pan: number): void;
  _explorer_zoomed(key: number, x: number, y: number, factor: number): void;
  _explorer_canvas(hasContext: number): number;
  _explorer_key(focused: number, appKey: number, held: number, text: number): number;
  _explorer_progress(
    received: number, expected: number, expectedArticles: number, bytesPerSecond: number, page: number,
  ): void;
  _explorer_failed(title: number, detail: number, hint: number, again: number): void;
  _explorer_begun(): void;
  _explorer_batch(bytes: number, count: number): void;
  _explorer_finished(report: number, count: number, note: number): number;
  _explorer_stopped(): void;
  _explorer_ranks(table: number, column: number, ranks: number, bytes: number): void;
  _explorer_map(bytes: number, count: number): void;
  _explorer_loaded(bytes: number, count: number): void;
  _explorer_set_query(text: number): void;
  _explorer_set_sort(keys: number): number;
  _explorer_set_view(view: number): void;
  _explorer_select(row: number): number;
  _explorer_set_theme(theme: number): void;
  _explorer_is_settled(): number;
  _explorer_wake(): void;
  _explorer_ask(what: number, text: number, from: number, count: number): number;
  _explorer_answer(): number;
  _explorer_recall(text: number, embedded: number): void;
  _explorer_embedding(ui: number, may: number, framed: number, attribution: number): number;
  _explorer_open(address: number, visit: number, marks: number): void;
  _explorer_marks(): number;
  _explorer_link(base: number, hasSheet: number, hasData: number, isPreview: number): void;
  _explorer_preview(height: number): void;
  _explorer_shared(outcome: number): void;
}

export default function createExplorer(settings: {
  canvas?: HTMLCanvasElement | null;
  page?: object;
  instantiateWasm?: (
    imports: WebAssembly.Imports,
    received: (instance: WebAssembly.Instance, module?: WebAssembly.Module) => void,
  ) => object;
}): Promise<Explorer>;
