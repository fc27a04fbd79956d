// Session time between snapshots, so that strips glide. It runs a little behind the newest snapshot and never past it.

const behindS = 0.35; // a snapshot's interval and some network jitter

export class SessionClock {
  shownS = 0;
  #newestS = 0;
  #playing = false;
  #speed = 1;
  #lastMs = null;
  #fresh = true;

  snapshot(timeS) {
    this.#newestS = timeS;
    if (this.#fresh) this.shownS = timeS;
    this.#fresh = false;
  }

  transport({ playing, speed }) {
    this.#playing = playing;
    this.#speed = speed === 'max' ? Infinity : speed;
  }

  reset() { this.#fresh = true; }

  /** The session time to draw at a time of the page, ms; whole seconds where motion is not wanted. */
  advance(nowMs, stepwise) {
    const elapsedS = Math.min(0.25, Math.max(0, (nowMs - (this.#lastMs ?? nowMs)) / 1000));
    this.#lastMs = nowMs;
    if (stepwise) return this.shownS = Math.floor(this.#newestS);
    if (!Number.isFinite(this.#speed)) return this.shownS = this.#newestS;
    const leftS = this.#newestS - this.shownS;
    if (leftS > 3 * Math.max(1, this.#speed)) return this.shownS = this.#newestS; // far behind (a hidden page wakes): no chase
    const wantedS = this.#playing ? behindS * Math.max(1, this.#speed) : 0;
    // The pace follows the distance to where the clock should be, by a fifth either way: too little to see.
    const pace = Math.min(1.2, Math.max(0.8, 1 + (leftS - wantedS) / (2 * Math.max(1, this.#speed))));
    return this.shownS = Math.min(this.#newestS, Math.max(this.shownS, this.shownS + elapsedS * this.#speed * pace));
  }
}
