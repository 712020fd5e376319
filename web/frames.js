// @ts-check
// When the program draws: in the browser's frames, as it asks for them, and the first time in pieces.
import { isMemory } from './program_memory.js';
import { nextTurn } from './turns.js';

/** @typedef {import('./explorer.mjs').Explorer} Explorer */
/** Of explorer_frame_part() in src/main.cpp. */
const PARTS = { scene: 0, elements: 1, canvas: 2 };

export class Frames {
  /** @type {Explorer | undefined} the program, from when it has something to draw */
  #program;
  #pending = false;
  /** Nothing is drawn any more. */
  over = false;

  /** @param {(error: unknown) => void} outOfMemory told when a frame was @param {() => void} done told after each that was asked for */
  constructor(outOfMemory, done) {
    this.outOfMemory = outOfMemory;
    this.done = done;
  }

  /** @param {() => boolean} draw a frame or a part of one @returns what it does; false if it cannot */
  #safely(draw) {
    try {
      return !this.over && draw();
    } catch (error) {
      if (!isMemory(error)) throw error;
      this.outOfMemory(error);
      return false;
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
    const program = this.#program;
    if (!this.#pending || !program) return;
    this.#pending = false;
    this.#safely(() => {
      program._explorer_frame();
      return true;
    });
  };

  /**
   * The first of all takes long, and the page lives meanwhile. The canvas is not needed before there is a scene. Where
   * there is none in time, or not for this canvas, the frame after it draws what there is.
   * @param {Explorer} program @param {() => Promise<boolean>} openCanvas answers whether it is as was expected
   */
  async drawInPieces(program, openCanvas) {
    const draw = async (/** @type {number} */ part) => {
      await nextTurn();
      return this.#safely(() => program._explorer_frame_part(part) !== 0);
    };
    const laidOut = await draw(PARTS.scene) || await draw(PARTS.scene);
    const asExpected = await openCanvas();
    if (laidOut && (asExpected || await draw(PARTS.scene)) && await draw(PARTS.elements)) await draw(PARTS.canvas);
  }

  /** From here on the program draws when it asks for that. @param {Explorer} program */
  begin(program) {
    this.#program = program;
    this.request();
  }
}
