// The range of an axis: it grows when it must, shrinks only after a while, and moves slowly.

const shrinkAfterMs = 20000;
const moveMs = 700;

export class SlowRange {
  #target;
  #from;
  #movedAt = -Infinity;
  #roomySince = null;
  #isFresh = true;

  /** `step`: both ends are multiples of it; `least`: the smallest extent; `floor`: where the range has to begin, if it has to. */
  constructor({ step, least, floor, initial }) {
    Object.assign(this, { step, least, floor });
    this.#target = this.#from = initial;
    this.shown = initial;
  }

  /** Takes the extremes of what is drawn; `calm` says that nothing may move by itself. */
  follow(low, high, nowMs, calm) {
    if (Number.isFinite(low)) {
      const wanted = this.#around(low, high);
      const [min, max] = this.#target;
      const tooSmall = low < min || high > max;
      const roomy = wanted[0] > min || wanted[1] < max;
      if (!roomy) this.#roomySince = null;
      else this.#roomySince ??= nowMs;
      if (this.#isFresh) {
        this.#target = this.#from = wanted;
        this.#isFresh = false;
        this.#roomySince = null;
      } else if (tooSmall || (roomy && nowMs - this.#roomySince > shrinkAfterMs)) this.#move(wanted, nowMs);
    }
    const share = calm ? 1 : Math.min(1, (nowMs - this.#movedAt) / moveMs);
    const eased = share * share * (3 - 2 * share);
    const before = this.shown;
    this.shown = this.#target.map((end, i) => this.#from[i] + (end - this.#from[i]) * eased);
    return before[0] !== this.shown[0] || before[1] !== this.shown[1];
  }

  /** Forgets what was, for another scale or another run: the next values are fitted at once. */
  restart() { this.#isFresh = true; }

  #around(low, high) {
    const margin = this.step * 0.3;
    let min = this.floor ?? Math.floor((low - margin) / this.step) * this.step;
    let max = Math.ceil((high + margin) / this.step) * this.step;
    for (let above = true; max - min < this.least; above = !above) {
      if (above || this.floor !== undefined) max += this.step;
      else min -= this.step;
    }
    return [min, max];
  }

  #move(target, nowMs) {
    this.#from = this.shown;
    this.#target = target;
    this.#movedAt = nowMs;
    this.#roomySince = null;
  }
}
