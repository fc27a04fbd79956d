// A figure that the program draws: a new picture takes the old one's place only when it is there.

const everyMs = 3000;
const leastWidth = 240; // below, the figure has no room for its words
const leastHeight = 100;

export class Figure {
  #shown = '';
  #busy = false;

  /** `path`: where the program draws it, with whatever it is asked for besides colours, size and time; it is drawn until `signal`. */
  constructor(element, path, signal) {
    this.element = element;
    this.path = path + (path.includes('?') ? '&' : '?');
    this.picture = element.querySelector('img');
    const timer = setInterval(() => this.refresh(), everyMs);
    signal.addEventListener('abort', () => clearInterval(timer));
    new ResizeObserver(() => this.refresh()).observe(element);
  }

  /** How much of the session to show, s; null for all. */
  spanS = 300;

  /** Draws anew if anything may have changed. `state` stands for what it would show: a time, a run. */
  follow(state) { this.state = state; }

  async refresh() {
    const { width, height } = this.element.getBoundingClientRect();
    if (this.#busy || width < 50 || height < 50 || document.hidden) return;
    const theme = getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'dark' : 'light';
    const size = `${this.path}theme=${theme}&width=${Math.max(leastWidth, Math.round(width))}&height=${Math.max(leastHeight, Math.round(height))}${this.spanS === null ? '' : `&lastS=${this.spanS}`}`;
    const wanted = `${size}&at=${this.state ?? ''}`;
    if (wanted === this.#shown) return;
    this.#busy = true;
    const next = new Image();
    next.alt = this.picture.alt;
    next.src = `${size}&at=${encodeURIComponent(this.state ?? '')}`;
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
