// The lag-by-time map, drawn by the program: a new picture takes the old one's place only when it is there.

const everyMs = 3000;

export class LagMap {
  #shown = '';
  #busy = false;

  constructor(element) {
    this.element = element;
    this.picture = element.querySelector('img');
    setInterval(() => this.refresh(), everyMs);
    new ResizeObserver(() => this.refresh()).observe(element);
  }

  /** Draws anew if anything may have changed. `state` stands for what the map would show: a time, a run. */
  follow(state) { this.state = state; }

  async refresh() {
    const { width, height } = this.element.getBoundingClientRect();
    if (this.#busy || width < 50 || height < 50 || document.hidden) return;
    const theme = getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'dark' : 'light';
    const size = `theme=${theme}&width=${Math.round(width)}&height=${Math.round(height)}`;
    const wanted = `${size}&at=${this.state ?? ''}`;
    if (wanted === this.#shown) return;
    this.#busy = true;
    const next = new Image();
    next.alt = this.picture.alt;
    next.src = `/figures/lag-map.svg?${size}&at=${encodeURIComponent(this.state ?? '')}`;
    try {
      await next.decode();
      this.picture.replaceWith(next);
      this.picture = next;
      this.#shown = wanted;
    } catch {
      // Not there: the old picture stays, and the stream says when the program is gone.
    } finally {
      this.#busy = false;
    }
  }
}
