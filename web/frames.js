// @ts-check
// When the program draws: in the browser's frames, as it asks for them, and the first time in pieces.
import { isMemory } from './program_memory.js';
import { nextTurn } from './turns.js';

/** @typedef {import('./explorer.mjs').Explorer} Explorer */
/** Of FrameParts in src/main.cpp. */
const FRAME_PARTS = 3;

export class Frames {
  /** @type {Explorer | undefined} the program, from when it has something to draw */
  #program;
  #pending = false;
  /** Nothing is drawn any more. */
  over = false;

  /** @param {(error: unknown) => void} outOfMemory told when a frame was @param {() => void} done told after each */
  constructor(outOfMemory, done) {
    this.outOfMemory = outOfMemory;
    this.done = done;
  }

  /** @param {() => void} draw a frame or a part of one */
  #safely(draw) {
    try {
      draw();
    } catch (error) {
      if (!isMemory(error)) throw error;
      this.outOfMemory(error);
    }
  }

  request = () => {
    if (this.#pending || this.over || !this.#program) return;
    this.#pending = true;
    requestAnimationFrame(() => {
      this.draw();
      this.done();
    });
  };

  /** What is to be drawn, without waiting for a frame. */
  draw = () => {
    if (!this.#pending || this.over) return;
    this.#pending = false;
    this.#safely(() => this.#program?._explorer_frame());
  };

  /**
   * The first of all takes long, and the page lives meanwhile. The canvas is not needed before there is a scene.
   * @param {Explorer} program @param {() => Promise<void>} openCanvas
   */
  async drawInPieces(program, openCanvas) {
    for (let part = 0; part < FRAME_PARTS; part += 1) {
      await nextTurn();
      if (!this.over) this.#safely(() => program._explorer_frame_part(part));
      if (part === 0) await openCanvas();
    }
  }

  /** From here on the program draws when it asks for that. @param {Explorer} program */
  begin(program) {
    this.#program = program;
    this.request();
  }
}
