// The clock of this page: as fine as `performance.now()`, which on some systems stands while the computer sleeps, and counting such sleep.

const stepMs = 250;  // the wall clock has gone elsewhere, or on while the other one stood
const agreeMs = 20;

export class PageClock {
  #originMs = originMs();
  #stepsMs = 0;

  /** `stepped` is called when the clock makes a step: it may have slept, or somebody set the wall clock. */
  constructor(stepped) {
    this.stepped = stepped;
  }

  now() {
    const ms = performance.now(); // first of all
    const movedMs = originMs() - this.#originMs;
    if (Math.abs(movedMs) < stepMs) {
      this.#originMs += movedMs; // the wall clock is put right little by little
    } else if (Math.abs(originMs() - this.#originMs - movedMs) < agreeMs) { // asked twice: what runs may be interrupted between the two clocks
      this.#originMs += movedMs;
      this.#stepsMs += movedMs;
      this.stepped();
    }
    return ms + this.#stepsMs;
  }
}

function originMs() {
  return Date.now() - performance.now();
}
