// What the compiled loader offers to web/load_process.js (src/worker/loader_main.cpp, Emscripten runtime).
export interface Loader {
  HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _loader_phrases(bytes: number, count: number): void;
  _loader_start(limitBytes: number): void;
  _loader_begin_document(): void;
  _loader_write(bytes: number, count: number): number;
  _loader_end_document(): number;
  _loader_abandon_document(): void;
  _loader_restart_document(): void;
  _loader_finish_step(): number;
  _loader_demo(count: number): void;
  _loader_generate(bytes: number): number;
  _loader_generated_bytes(): number;
  _loader_next_url(): number;
  _loader_take(): number;
  _loader_report(): number;
  _loader_ranks(table: number, column: number): number;
  _loader_answer(): number;
}

export default function createLoader(): Promise<Loader>;
