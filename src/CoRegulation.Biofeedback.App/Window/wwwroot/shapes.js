// Lines, areas and gaps of columns, as paths. Columns are thinned while they are drawn: at most a low and a high a pixel,
// in buckets that stand still in session time, so that a gliding line does not shimmer.

const perSecond = 4;
const markPx = 6;

/** First and last index that a plot shows, with one more at the left so that lines enter from outside. */
function shownRange(plot, count) {
  const last = Math.min(count - 1, Math.floor(plot.edgeS * perSecond));
  return [Math.max(0, Math.floor((plot.edgeS - plot.spanS) * perSecond) - 1), last];
}

/** Samples a bucket. */
function bucketSize(plot) {
  return Math.max(1, Math.ceil(plot.spanS * perSecond / plot.width));
}

/** The value right at the edge, between two samples; NaN where one of them is missing. */
export function atEdge(values, count, edgeS) {
  const at = edgeS * perSecond;
  const before = Math.floor(at);
  if (before >= count) return NaN;
  if (before + 1 >= count) return values[before];
  return values[before] + (values[before + 1] - values[before]) * (at - before);
}

/** The lowest and the highest value that a plot shows; infinite where there is none. */
export function extremes(plot, values, count) {
  const [first, last] = shownRange(plot, count);
  let low = Infinity;
  let high = -Infinity;
  for (let i = first; i <= last; i++) {
    const value = values[i];
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** A line that breaks where values are missing. */
export function line(path, plot, values, count) {
  const [first, last] = shownRange(plot, count);
  const size = bucketSize(plot);
  let drawing = false;
  const to = (timeS, value) => {
    if (drawing) path.lineTo(plot.x(timeS), plot.y(value));
    else path.moveTo(plot.x(timeS), plot.y(value));
    drawing = true;
  };
  for (let start = first - first % size; start <= last; start += size) {
    let low = -1;
    let high = -1;
    const end = Math.min(last, start + size - 1);
    for (let i = start; i <= end; i++) {
      if (Number.isNaN(values[i])) continue;
      if (low < 0 || values[i] < values[low]) low = i;
      if (high < 0 || values[i] > values[high]) high = i;
    }
    if (low < 0) {
      drawing = false;
      continue;
    }
    const [one, other] = low < high ? [low, high] : [high, low];
    to(one / perSecond, values[one]);
    if (other !== one) to(other / perSecond, values[other]);
  }
  const edge = atEdge(values, count, plot.edgeS);
  if (drawing && !Number.isNaN(edge)) to(plot.edgeS, edge);
}

/**
 * The areas between two columns, or between one and a level, one for each run without a gap.
 * `above` and `below` give the value of a sample, NaN for none.
 */
export function area(path, plot, above, below, count) {
  const [first, last] = shownRange(plot, count);
  const size = bucketSize(plot);
  let run = [];
  const close = () => {
    if (run.length > 1) {
      run.forEach(([timeS, high], i) => i ? path.lineTo(plot.x(timeS), plot.y(high)) : path.moveTo(plot.x(timeS), plot.y(high)));
      for (let i = run.length - 1; i >= 0; i--) path.lineTo(plot.x(run[i][0]), plot.y(run[i][2]));
      path.closePath();
    }
    run = [];
  };
  for (let start = first - first % size; start <= last; start += size) {
    let n = 0;
    let high = 0;
    let low = 0;
    const end = Math.min(last, start + size - 1);
    for (let i = start; i <= end; i++) {
      const a = above(i);
      const b = below(i);
      if (Number.isNaN(a) || Number.isNaN(b)) continue;
      n++;
      high += a;
      low += b;
    }
    if (n === 0) close();
    else run.push([Math.min(plot.edgeS, (start + end) / 2 / perSecond), high / n, low / n]);
  }
  if (run.length && last + 1 < count) {
    const share = plot.edgeS * perSecond - last;
    const mix = at => at(last) + (at(last + 1) - at(last)) * share;
    const [a, b] = [mix(above), mix(below)];
    if (!Number.isNaN(a) && !Number.isNaN(b)) run.push([plot.edgeS, a, b]);
  }
  close();
}

/**
 * Hatches of the gaps of a column: what lies between values, and what has been missing since the last.
 * Strokes glide with the gap and lean to the right, or to the left if `leansLeft`.
 */
export function gaps(path, plot, values, count, leansLeft = false) {
  const [first, last] = shownRange(plot, count);
  let from = first;
  while (from > 0 && Number.isNaN(values[from])) from--; // a gap may have begun to the left
  let valueAt = Number.isNaN(values[from]) ? null : from;
  for (let i = from + 1; i <= last + 1; i++) {
    const missing = i <= last && Number.isNaN(values[i]);
    if (missing) continue;
    if (valueAt !== null && i - valueAt > perSecond) {
      hatch(path, plot, plot.x(valueAt / perSecond), plot.x(Math.min(i / perSecond, plot.edgeS)), leansLeft);
    }
    if (i <= last) valueAt = i;
  }
}

function hatch(path, plot, left, right, leansLeft) {
  const { top, height } = plot;
  for (let x = left - height; x < right; x += 9) {
    const start = Math.max(left, x);
    const end = Math.min(right, x + height);
    if (end <= start || end < plot.left) continue;
    const y = at => leansLeft ? top + (at - x) : top + height - (at - x);
    path.moveTo(start, y(start));
    path.lineTo(end, y(end));
  }
}

/** Short marks at the foot of a plot, at most one a pixel; `row` keeps those of several people apart. */
export function marks(path, plot, timesS, row) {
  const foot = plot.top + plot.height - 2 - row * (markPx + 1);
  let lastX = -Infinity;
  for (const timeS of timesS) {
    const x = Math.round(plot.x(timeS));
    if (timeS < plot.edgeS - plot.spanS || timeS > plot.edgeS || x - lastX < 2) continue;
    path.moveTo(x, foot);
    path.lineTo(x, foot - markPx);
    lastX = x;
  }
}
