// Convergence: how far apart the heart rates are, as an area.

import { SlowRange } from './range.js';
import { faded } from './palette.js';
import { Strip, agoTicks } from './strip.js';
import * as shapes from './shapes.js';

export class Distance {
  constructor(panel, history) {
    this.history = history;
    this.strip = new Strip(panel.querySelector('.strip'), {
      spanS: 300, timeTicks: agoTicks, margins: { left: 44, right: 12, top: 10, bottom: 26 },
      range: new SlowRange({ step: 10, least: 20, floor: 0, initial: [0, 20] }),
      format: value => `${value}`,
    });
    const distance = () => history.column('distance');
    this.strip.trace(({ hatch }) => ({ stroke: hatch, lineWidth: 1 }), (path, plot) => shapes.gaps(path, plot, distance(), history.count));
    this.strip.trace(({ between }) => ({ fill: faded(between, 0.5) }),
      (path, plot) => shapes.area(path, plot, i => distance()[i], i => distance()[i] * 0, history.count));
  }

  set spanS(spanS) { this.strip.plot.spanS = spanS; }

  draw(edgeS, nowMs, calm) {
    this.strip.plot.edgeS = edgeS;
    const [low, high] = shapes.extremes(this.strip.plot, this.history.column('distance'), this.history.count);
    this.strip.range.follow(low, high, nowMs, calm);
    this.strip.draw(edgeS);
  }
}
