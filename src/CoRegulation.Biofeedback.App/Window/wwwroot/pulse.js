// A heart that beats with each beat that comes; where motion is not wanted, the number beside it is enough.

const calmMotion = matchMedia('(prefers-reduced-motion: reduce)');
const mostAtOnce = 4; // after a pause many may come at once: nobody could see them apart

export class Pulse {
  #count = null;

  constructor(element) { this.element = element; }

  /** `count`: beats so far; `rrMs`: the intervals before the newest ones. */
  follow(count, rrMs) {
    const more = this.#count === null || count < this.#count ? 0 : count - this.#count;
    this.#count = count;
    if (calmMotion.matches) return;
    // The message tells of several beats at once: they are shown as far apart as they were.
    let afterMs = 0;
    for (let i = Math.min(more, mostAtOnce); i > 0; i--) {
      setTimeout(() => this.#beat(), afterMs);
      afterMs += rrMs.at(1 - i) ?? rrMs.at(-1) ?? 0;
    }
  }

  #beat() {
    this.element.animate(
      [{ transform: 'scale(1)' }, { transform: 'scale(1.22)', offset: 0.25 }, { transform: 'scale(1)' }],
      { duration: 420, easing: 'ease-out' });
  }
}
