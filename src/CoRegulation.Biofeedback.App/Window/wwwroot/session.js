// The whole session in a thin strip: both heart rates, phases, markers, and where a replay stands.

import { SlowRange } from './range.js';
import { faded } from './palette.js';
import { Strip } from './strip.js';
import * as shapes from './shapes.js';

const lengthsS = [300, 600, 1200, 1800, 3600, 7200, 14400, 28800, 86400];

export class WholeSession {
  constructor(element, history, people, events, durationS) {
    Object.assign(this, { history, events, durationS });
    this.strip = new Strip(element, {
      spanS: durationS ?? lengthsS[0], splits: false, margins: { left: 44, right: 96, top: 4, bottom: 44 }, labelGap: 26,
      range: new SlowRange({ step: 50, least: 50, initial: [50, 100] }),
      format: () => '',
      timeTicks: spanS => this.#ticks(spanS),
    });
    const { strip } = this;
    strip.trace(({ muted }) => ({ fill: faded(muted, 0.10) }), (path, plot) => this.#phaseBands(path, plot, 0));
    strip.trace(({ muted }) => ({ fill: faded(muted, 0.22) }), (path, plot) => this.#phaseBands(path, plot, 1));
    people.forEach((person, i) => strip.trace(colours => ({ stroke: colours[person.id.toLowerCase()], lineWidth: 1.25 }),
      (path, plot) => shapes.line(path, plot, history.column(`rate${i}`), history.count)));
    strip.trace(({ ink }) => ({ fill: faded(ink, 0.7) }), (path, plot) => this.#markers(path, plot));
    strip.trace(({ ink }) => ({ stroke: ink, lineWidth: 2 }), (path, plot) => {
      if (this.durationS === null) return;
      path.moveTo(plot.x(this.nowS), 0);
      path.lineTo(plot.x(this.nowS), plot.top + plot.height + 20);
    });
  }

  nowS = 0;

  draw(nowS) {
    this.nowS = nowS;
    const lengthS = this.durationS ?? lengthsS.find(length => length > this.history.newestS) ?? lengthsS.at(-1);
    const { plot, range } = this.strip;
    plot.spanS = lengthS;
    plot.edgeS = lengthS;
    let [low, high] = [Infinity, -Infinity];
    for (const name of Object.keys(this.history.columns).filter(name => name.startsWith('rate'))) {
      const [l, h] = shapes.extremes(plot, this.history.column(name), this.history.count);
      [low, high] = [Math.min(low, l), Math.max(high, h)];
    }
    if (low < high) range.shown = [low - 2, high + 2];
    this.strip.draw(lengthS);
    this.#phaseLabels();
  }

  #ticks(spanS) {
    const intervalS = [60, 120, 300, 600, 900, 1800, 3600, 7200, 14400].find(interval => spanS / interval <= 8) ?? 28800;
    return { minS: 0, maxS: spanS, intervalS, words: timeS => timeS % intervalS ? '' : clock(timeS) };
  }

  #phases() {
    const phases = this.events.filter(event => event.kind === 'phase');
    return phases.map((phase, i) => ({ ...phase, endS: phases[i + 1]?.timeS ?? (this.durationS ?? this.history.newestS) }));
  }

  #phaseBands(path, plot, parity) {
    this.#phases().forEach(({ timeS, endS }, i) => {
      if (i % 2 === parity) path.rect(plot.x(timeS) + 1, plot.top + plot.height + 2, Math.max(0, plot.x(endS) - plot.x(timeS) - 2), 20);
    });
  }

  #markers(path, plot) {
    for (const { kind, timeS } of this.events) {
      if (kind !== 'marker') continue;
      const x = plot.x(timeS);
      const y = plot.top + plot.height + 2;
      path.moveTo(x - 4, y - 8);
      path.lineTo(x + 4, y - 8);
      path.lineTo(x, y - 1);
      path.closePath();
    }
  }

  #phaseLabels() {
    const { plot } = this.strip;
    const shown = new Set();
    for (const { timeS, endS, label } of this.#phases()) {
      const key = `phase ${timeS}`;
      shown.add(key);
      const room = plot.x(endS) - plot.x(timeS) - 12;
      this.strip.label(key, label.length * 7.5 > room ? '' : label, 'phase-label', plot.x(timeS) + 7, plot.top + plot.height + 2);
    }
    this.strip.keepLabels(key => shown.has(key));
  }
}

function clock(timeS) {
  const whole = Math.round(timeS);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = number => String(number).padStart(2, '0');
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
