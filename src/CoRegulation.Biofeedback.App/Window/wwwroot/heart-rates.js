// The shared heart-rate strip: beats per minute, or each from the own baseline with the space between them filled.

import { SlowRange } from './range.js';
import { faded } from './palette.js';
import { Strip, agoTicks } from './strip.js';
import * as shapes from './shapes.js';

const leastFarBpm = 20; // the space between is as dark as it gets where it was widest so far, and that wide at least
const longSpanS = 1800; // from here on lines are thin: wide ones hide each other, and take three times as long to paint
const labelHeight = 20;
const nameMoveMs = 250; // time constant

export class HeartRates {
  #baselines;
  #relative = false;
  #farBpm = leastFarBpm;
  #nameY = new Map();
  #namedAtMs = 0;

  constructor(element, history, people, events) {
    Object.assign(this, { history, people, events, panel: element.closest('.panel') });
    this.#baselines = people.map(() => null);
    const range = new SlowRange({ step: 10, least: 30, initial: [50, 100] });
    this.strip = new Strip(element, {
      spanS: 300, range, timeTicks: agoTicks, margins: { left: 44, right: 96, top: 24, bottom: 26 },
      format: value => this.#relative ? (value > 0 ? `+${value}` : `${value}`.replace('-', '−')) : `${value}`,
    });
    const strip = this.strip;
    // Whose beats are missing is told by colour and by the way the hatch leans.
    people.forEach((person, i) => strip.trace(colours => ({ stroke: faded(colours[person.id.toLowerCase()], 0.3), lineWidth: 1 }),
      (path, plot) => shapes.gaps(path, plot, history.column(`rate${i}`), history.count, i === 1)));
    people.forEach((person, i) => strip.trace(colours => ({ stroke: colours[person.id.toLowerCase()], lineWidth: 1.5 }),
      (path, plot) => shapes.marks(path, plot, history.corrected[i], i)));
    strip.trace(({ muted }) => ({ stroke: faded(muted, 0.55), lineWidth: 1, lineDash: [3, 4] }), (path, plot) => this.#eventLines(path, plot));
    if (people.length === 2) {
      strip.trace(moving((colours, plot) => ({ fill: this.#calming(colours.between, plot) })), (path, plot) => {
        if (this.#filled) shapes.area(path, plot, i => this.#value(0, i), i => this.#value(1, i), history.count);
      });
    }
    people.forEach((person, i) => strip.trace(moving((colours, plot) => ({ stroke: colours[person.id.toLowerCase()], lineWidth: plot.spanS < longSpanS ? 2 : 1 })),
      (path, plot) => shapes.line(path, this.#shifted(plot, i), history.column(`rate${i}`), history.count)));
  }

  /** Each person's baseline as known now, bpm; null while it is not. */
  set baselines(baselines) { this.#baselines = baselines; }

  /** Whether to measure from the own baseline, and whether the space between is the picture that is looked at. */
  show({ fromBaseline, filled }) {
    this.fromBaseline = fromBaseline;
    this.filled = filled;
  }

  set spanS(spanS) { this.strip.plot.spanS = spanS; }

  /** Whether the baselines that were asked for are there to be measured from. */
  get isRelative() { return this.#relative; }

  draw(edgeS, nowMs, calm) {
    const relative = Boolean(this.fromBaseline) && this.#baselines.every(baseline => baseline !== null);
    if (relative !== this.#relative) {
      this.#relative = relative;
      this.strip.range.restart();
      this.#farBpm = leastFarBpm;
    }
    this.panel.dataset.picture = relative ? 'baseline' : this.filled ? 'filled' : 'lines';
    this.strip.plot.edgeS = edgeS;
    let [low, high] = [Infinity, -Infinity];
    this.people.forEach((_, i) => {
      const [l, h] = shapes.extremes(this.strip.plot, this.history.column(`rate${i}`), this.history.count);
      low = Math.min(low, l - this.#shift(i));
      high = Math.max(high, h - this.#shift(i));
    });
    if (relative) [low, high] = [Math.min(low, 0), Math.max(high, 0)];
    this.strip.range.follow(low, high, nowMs, calm);
    this.strip.draw(edgeS);
    this.#names(edgeS, nowMs, calm);
    this.#eventLabels();
  }

  get #filled() { return this.filled || this.#relative; }

  #shift(i) { return this.#relative ? this.#baselines[i] : 0; }

  #value(person, i) { return this.history.column(`rate${person}`)[i] - this.#shift(person); }

  #shifted(plot, person) {
    const shift = this.#shift(person);
    return shift === 0 ? plot : { ...plot, x: timeS => plot.x(timeS), y: value => plot.y(value - shift) };
  }

  /** The fill along the strip: the nearer the two, the lighter. */
  #calming(colour, plot) {
    const stops = 24;
    const gradient = [];
    const apart = [];
    for (let k = 0; k <= stops; k++) {
      const i = Math.round((plot.edgeS - plot.spanS * (1 - k / stops)) * 4);
      apart.push(Math.abs(this.#value(0, i) - this.#value(1, i)));
      if (apart[k] > this.#farBpm) this.#farBpm = apart[k];
    }
    let last = apart.find(Number.isFinite) ?? 0;
    for (let k = 0; k <= stops; k++) {
      if (Number.isFinite(apart[k])) last = apart[k];
      gradient.push({ offset: k / stops, color: faded(colour, (0.06 + 0.34 * last / this.#farBpm).toFixed(3)) });
    }
    return new echarts.graphic.LinearGradient(plot.left, 0, plot.left + plot.width, 0, gradient, true);
  }

  /** A name at the end of each line, moved apart where two would touch; when lines cross, names change places slowly. */
  #names(edgeS, nowMs, calm) {
    const { plot } = this.strip;
    const ends = this.people.map((person, i) => {
      const value = shapes.atEdge(this.history.column(`rate${i}`), this.history.count, edgeS) - this.#shift(i);
      return { person, y: Number.isFinite(value) ? plot.y(value) : null };
    });
    const [first, second] = ends.filter(end => end.y !== null).sort((one, other) => one.y - other.y);
    if (second && second.y - first.y < labelHeight) {
      const middle = (first.y + second.y) / 2;
      first.y = middle - labelHeight / 2;
      second.y = middle + labelHeight / 2;
    }
    const share = Math.min(1, (nowMs - this.#namedAtMs) / nameMoveMs);
    this.#namedAtMs = nowMs;
    for (const { person, y } of ends) {
      const wanted = y === null ? null : Math.min(plot.top + plot.height, Math.max(plot.top, y));
      const before = this.#nameY.get(person.id) ?? wanted;
      const isNear = wanted === null || calm || Math.abs(wanted - before) < 0.5;
      const shown = isNear ? wanted : before + (wanted - before) * share;
      this.#nameY.set(person.id, shown);
      this.strip.label(`name ${person.id}`, shown === null ? null : person.name, `end-label person-${person.id}`,
        plot.left + plot.width + 8, (shown ?? 0) - labelHeight / 2);
    }
  }

  #shownEvents() {
    const { plot } = this.strip;
    return this.events.filter(({ kind, timeS }) => kind !== 'note' && timeS >= plot.edgeS - plot.spanS && timeS <= plot.edgeS);
  }

  #eventLines(path, plot) {
    for (const { timeS } of this.#shownEvents()) {
      path.moveTo(plot.x(timeS), 4);
      path.lineTo(plot.x(timeS), plot.top + plot.height);
    }
  }

  /** Words beside each event line; of two that would touch, the later one keeps its place. */
  #eventLabels() {
    const { plot } = this.strip;
    let free = plot.left + plot.width + this.strip.margins.right; // what was noted just now is read beyond the edge
    const shown = new Map();
    for (const event of this.#shownEvents().reverse()) {
      const x = plot.x(event.timeS);
      if (free - x < 40) continue;
      shown.set(`event ${event.timeS} ${event.label}`, { event, x, width: free - x - 8 });
      free = x;
    }
    this.strip.keepLabels(key => !key.startsWith('event ') || shown.has(key));
    for (const [key, { event, x, width }] of shown) this.strip.label(key, event.label, 'event-label', x + 5, 0, width);
  }
}

/** A style that is looked at anew for every frame. */
function moving(style) { return Object.assign(style, { moves: true }); }
