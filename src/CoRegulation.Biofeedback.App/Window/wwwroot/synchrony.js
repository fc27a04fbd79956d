// Moving together: the correlation at the lag where it is highest, as an area, and that lag as an offset between two waves.

import { SlowRange } from './range.js';
import { faded } from './palette.js';
import { Strip, agoTicks } from './strip.js';
import * as shapes from './shapes.js';

const periodS = 6; // of the drawn waves, which stand for no rhythm in particular

export class Synchrony {
  constructor(panel, history) {
    this.history = history;
    this.waves = panel.querySelector('.waves');
    this.strip = new Strip(panel.querySelector('.strip'), {
      spanS: 300, timeTicks: agoTicks, margins: { left: 44, right: 12, top: 10, bottom: 26 },
      range: new SlowRange({ step: 1, least: 2, initial: [-1, 1] }),
      format: value => `${value}`.replace('-', '−'),
    });
    const { strip } = this;
    const r = () => history.column('r');
    strip.trace(({ hatch }) => ({ stroke: hatch, lineWidth: 1 }), (path, plot) => shapes.gaps(path, plot, r(), history.count));
    strip.trace(({ between }) => ({ fill: faded(between, 0.5) }),
      (path, plot) => shapes.area(path, plot, i => Math.max(0, r()[i]), i => r()[i] - r()[i], history.count));
    strip.trace(({ opposite }) => ({ fill: faded(opposite, 0.5) }),
      (path, plot) => shapes.area(path, plot, i => Math.min(0, r()[i]), i => r()[i] - r()[i], history.count));
    strip.trace(({ muted }) => ({ stroke: faded(muted, 0.6), lineWidth: 1 }), (path, plot) => {
      path.moveTo(plot.left, plot.y(0));
      path.lineTo(plot.left + plot.width, plot.y(0));
    });
  }

  set spanS(spanS) { this.strip.plot.spanS = spanS; }

  draw(edgeS) { this.strip.draw(edgeS); }

  /** Shows a lag, s, or that there is none. */
  set lag(lagS) {
    if (lagS === this.shownLagS) return;
    this.shownLagS = lagS;
    this.waves.classList.toggle('unknown', lagS === null);
    const [a, b] = this.waves.querySelectorAll('path');
    a.setAttribute('d', wave(0, 9));
    b.setAttribute('d', wave(lagS ?? 0, 25));
    const ticks = this.waves.querySelectorAll('line');
    [0, lagS ?? 0].forEach((offsetS, i) => {
      const x = peakX(offsetS);
      ticks[i].setAttribute('x1', x);
      ticks[i].setAttribute('x2', x);
    });
  }
}

const width = 96;
const pxPerS = width / (2 * periodS);

function peakX(offsetS) { return width / 2 + offsetS * pxPerS; }

function wave(offsetS, middle) {
  const points = [];
  for (let x = 0; x <= width; x += 2) {
    points.push(`${x} ${(middle - 6 * Math.cos(2 * Math.PI * (x - peakX(offsetS)) / pxPerS / periodS)).toFixed(2)}`);
  }
  return `M${points.join('L')}`;
}
