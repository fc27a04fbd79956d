// One moving strip: axes by ECharts, which are drawn anew only when they change, and above them a layer of paths
// (ECharts' own canvas library) that is drawn at every frame.

import { palette } from './palette.js';

const echarts = globalThis.echarts;

const Trace = echarts.graphic.extendShape({
  type: 'trace',
  shape: { paint: null },
  buildPath(path, shape) { shape.paint(path); },
});

export class Strip {
  #traces = [];
  #chart;
  #labels = new Map();
  #axis = '';
  #isSeen = false;
  #clip = new echarts.graphic.Rect();

  /**
   * `element`: where; `spanS`: how much time is shown; `range`: the SlowRange of the values;
   * `format`: words of a value on the axis; `timeTicks`: the labels of a span, { minS, maxS, intervalS, words }.
   */
  constructor(element, { spanS, range, margins, format, timeTicks, splits = true, labelGap = 6 }) {
    Object.assign(this, { element, range, margins, format, timeTicks, splits, labelGap });
    this.#chart = echarts.init(element, null, { renderer: 'canvas' });
    this.plot = {
      spanS, edgeS: 0, left: 0, top: 0, width: 1, height: 1,
      x(timeS) { return this.left + this.width * (1 - (this.edgeS - timeS) / this.spanS); },
      y: value => {
        const [low, high] = this.range.shown;
        return this.plot.top + this.plot.height * (high - value) / (high - low);
      },
    };
    this.overlay = document.createElement('div');
    this.overlay.className = 'overlay';
    element.append(this.overlay);
    this.palette = palette();
    new ResizeObserver(() => this.resize()).observe(element);
    this.resize();
  }

  /** Adds a layer; `style` is a function of the colours, `paint` draws a path. */
  trace(style, paint) {
    const trace = new Trace({ zlevel: 1, silent: true, shape: { paint: path => paint(path, this.plot) } });
    this.#traces.push({ trace, style });
    this.#chart.getZr().add(trace);
    trace.setClipPath(this.#clip);
    this.#dress(this.#traces.at(-1));
  }

  /** Takes the colours of the page. */
  colour() {
    this.palette = palette();
    this.#traces.forEach(trace => this.#dress(trace));
    this.#axis = '';
  }

  resize() {
    const { width, height } = this.element.getBoundingClientRect();
    this.#isSeen = width >= 10 && height >= 10;
    if (!this.#isSeen) return;
    this.#chart.resize({ width, height });
    const { left, right, top, bottom } = this.margins;
    Object.assign(this.plot, { left, top, width: Math.max(1, width - left - right), height: Math.max(1, height - top - bottom) });
    this.#clip.setShape({ x: left, y: 0, width: this.plot.width, height });
    this.#axis = '';
    this.draw(this.plot.edgeS);
  }

  /** Draws with the right edge at a session time. */
  draw(edgeS) {
    this.plot.edgeS = edgeS;
    if (!this.#isSeen) return; // another view is chosen
    this.#drawAxes();
    for (const { trace, style } of this.#traces) {
      if (style.moves) trace.setStyle(style(this.palette, this.plot));
      trace.dirtyShape();
    }
    this.#chart.getZr().refreshImmediately();
  }

  /** Puts words beside or above the plot: at most one label for each key; null takes it away; wider than `width` it is cut. */
  label(key, text, className, x, y, width = null) {
    let span = this.#labels.get(key);
    if (text === null) {
      span?.remove();
      this.#labels.delete(key);
      return;
    }
    if (!span) {
      span = document.createElement('span');
      this.overlay.append(span);
      this.#labels.set(key, span);
    }
    if (span.textContent !== text) span.textContent = text;
    if (span.className !== className) span.className = className;
    const maxWidth = width === null ? '' : `${Math.floor(width)}px`;
    if (span.style.maxWidth !== maxWidth) span.style.maxWidth = maxWidth;
    span.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
  }

  /** Takes away the labels whose keys a function does not want. */
  keepLabels(wanted) {
    for (const key of [...this.#labels.keys()]) if (!wanted(key)) this.label(key, null);
  }

  #dress({ trace, style }) {
    trace.setStyle({ fill: 'none', stroke: 'none', lineJoin: 'round', lineCap: 'round', ...style(this.palette, this.plot) });
  }

  #drawAxes() {
    const [low, high] = this.range.shown;
    const axis = `${low} ${high} ${this.plot.spanS} ${this.plot.width} ${this.plot.height}`;
    if (axis === this.#axis) return;
    this.#axis = axis;
    const { grid, muted } = this.palette;
    const { left, right, top, bottom } = this.margins;
    const { minS, maxS, intervalS, words } = this.timeTicks(this.plot.spanS);
    const step = this.range.step;
    const onStep = value => Math.abs(value / step - Math.round(value / step)) < 1e-9;
    const { fontFamily, fontSize } = getComputedStyle(this.element);
    const text = { color: muted, fontFamily, fontSize: parseFloat(fontSize), hideOverlap: true };
    this.#chart.setOption({
      animation: false,
      grid: { left, right, top, bottom, containLabel: false },
      xAxis: {
        type: 'value', min: minS, max: maxS, interval: intervalS,
        axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: this.splits, lineStyle: { color: grid } },
        axisLabel: { ...text, margin: this.labelGap, alignMinLabel: 'left', alignMaxLabel: 'right', formatter: words },
      },
      yAxis: {
        type: 'value', min: low, max: high, interval: step,
        axisLine: { show: false }, axisTick: { show: false },
        splitLine: { lineStyle: { color: grid }, showMinLine: onStep(low), showMaxLine: onStep(high) },
        axisLabel: { ...text, margin: 8, formatter: value => onStep(value) ? this.format(value) : '' },
      },
    }, { silent: true });
  }
}

/** Ticks of a strip whose newest value is at the right: "5 min ago" … "now". */
export function agoTicks(spanS) {
  const intervalS = spanS <= 60 ? 15 : spanS <= 300 ? 60 : spanS <= 600 ? 120 : 600;
  const words = offsetS => offsetS === 0 ? 'now' : spanS <= 60 ? `−${-offsetS} s` : `−${-offsetS / 60} min`;
  return { minS: -spanS, maxS: 0, intervalS, words };
}
