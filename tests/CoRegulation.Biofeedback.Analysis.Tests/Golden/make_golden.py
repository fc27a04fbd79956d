"""Reference values for the analysis tests, made with Python's own `statistics` module; spectra with numpy and scipy.

    python3 make_golden.py        writes the .json files beside this script

The inputs are ours: whole numbers from a linear congruential generator, so that they are exact in any language. The formulas are
written out from their definitions and share no code with the project; `statistics.correlation`, `stdev` and `median` work on exact
fractions inside (Python 3.11.7). Spectra take spline, line, window and transform from scipy.
"""
import itertools
import json
import math
import pathlib
import statistics as st
from fractions import Fraction

import numpy as np
from scipy.interpolate import CubicSpline
from scipy.signal import periodogram, welch

HERE = pathlib.Path(__file__).parent


def numbers(seed, count, low, high):
    values = []
    for _ in range(count):
        seed = (1103515245 * seed + 12345) % 2**31
        values.append(low + seed // 65536 % (high - low + 1))
    return values


def time_domain(runs):
    nn = [x for run in runs for x in run]
    d = [b - a for run in runs for a, b in zip(run, run[1:])]
    hr = [60000 / x for x in nn]
    median = st.median(nn)
    quartiles = st.quantiles(nn, n=4, method="inclusive")
    tenths = st.quantiles(nn, n=10, method="inclusive")
    sdnn, rmssd, mean = st.stdev(nn), math.sqrt(st.fmean(x * x for x in d)), st.fmean(nn)
    return {
        "meanNN": mean, "sdnn": sdnn, "rmssd": rmssd, "sdsd": st.stdev(d),
        "nn50": sum(abs(x) > 50 for x in d), "pnn50": 100 * sum(abs(x) > 50 for x in d) / len(d),
        "nn20": sum(abs(x) > 20 for x in d), "pnn20": 100 * sum(abs(x) > 20 for x in d) / len(d),
        "meanHR": st.fmean(hr), "meanHRfromMeanNN": 60000 / mean, "sdHR": st.stdev(hr), "minHR": min(hr), "maxHR": max(hr),
        "minNN": min(nn), "maxNN": max(nn), "cvnn": sdnn / mean, "cvsd": rmssd / mean, "medianNN": median,
        "madNN": 1.4826 * st.median(abs(x - median) for x in nn), "iqrNN": quartiles[2] - quartiles[0],
        "prc20NN": tenths[1], "prc80NN": tenths[7],
    }


def geometry(runs):
    nn = [x for run in runs for x in run]
    width = Fraction(1000, 128)
    bins = [math.floor(x / width) for x in nn]
    counts = [bins.count(k) for k in range(min(bins), max(bins) + 1)]
    height = max(counts)
    mode = counts.index(height)

    def base(side):
        def error(d):
            return sum((g - (height * Fraction(d - j, d) if j < d else 0)) ** 2 for j, g in enumerate(side))
        return min(range(1, len(side) + 1), key=error)

    wide = [x // 50 for x in nn]
    fullest = max(range(max(wide) + 1), key=wide.count)
    si = 100 * wide.count(fullest) / len(nn) / (2 * (fullest + 0.5) * 0.05 * (max(nn) - min(nn)) / 1000)
    pairs = [pair for run in runs for pair in zip(run, run[1:])]
    sd1, sd2 = st.stdev((b - a) / math.sqrt(2) for a, b in pairs), st.stdev((b + a) / math.sqrt(2) for a, b in pairs)
    return {
        "hti": len(nn) / height, "tinn": float((base(counts[mode::-1]) + base(counts[mode:])) * width),
        "baevskySI": si, "baevskySqrtSI": math.sqrt(si),
        "sd1": sd1, "sd2": sd2, "sd2sd1": sd2 / sd1, "ellipseArea": math.pi * sd1 * sd2,
    }


def templates(runs, m):
    return [run[i:i + m] for run in runs for i in range(len(run) - m + 1)]


def alike(a, b, r):
    return max(abs(x - y) for x, y in zip(a, b)) <= r


def sample_entropy(runs, r):
    three = templates(runs, 3)
    pairs = [(a, b) for i, a in enumerate(three) for b in three[i + 1:] if alike(a[:2], b[:2], r)]
    return -math.log(sum(alike(a, b, r) for a, b in pairs) / len(pairs))


def approximate_entropy(runs, r):
    def phi(m):
        of_m = templates(runs, m)
        return st.fmean(math.log(sum(alike(a, b, r) for b in of_m) / len(of_m)) for a in of_m)
    return phi(2) - phi(3)


def fluctuation(runs, s):
    squares = []
    for run in runs:
        mean = st.fmean(run)
        y = [math.fsum(x - mean for x in run[:i + 1]) for i in range(len(run))]
        for w in range(len(run) // s):
            window = y[w * s:(w + 1) * s]
            slope, intercept = st.linear_regression(range(s), window)
            squares += [(v - slope * t - intercept) ** 2 for t, v in enumerate(window)]
    return math.sqrt(math.fsum(squares) / len(squares))


def dfa(runs, first, last):
    lengths = range(first, last + 1)
    return st.linear_regression([math.log(s) for s in lengths], [math.log(fluctuation(runs, s)) for s in lengths]).slope


def fragmentation(runs):
    n, inflections, segments, alternating = sum(map(len, runs)), 0, [], set()
    for number, run in enumerate(runs):
        signs = [(b > a) - (b < a) for a, b in zip(run, run[1:])]
        inflections += sum(a != b for a, b in zip(signs, signs[1:]))
        segments += [(sign, len(list(same))) for sign, same in itertools.groupby(signs)]
        for i in range(len(signs) - 2):
            if signs[i] * signs[i + 1] < 0 and signs[i + 1] * signs[i + 2] < 0:
                alternating |= {(number, k) for k in range(i, i + 4)}
    lengths = [length for sign, length in segments if sign != 0]
    return {
        "pip": 100 * inflections / n, "ials": 1 / st.fmean(lengths),
        "pss": 100 * (1 - sum(x for x in lengths if x >= 3) / n), "pas": 100 * len(alternating) / n,
    }


def lagged(a, b, k):
    return st.correlation(a[:len(a) - k], b[k:]) if k >= 0 else st.correlation(a[-k:], b[:len(b) + k])


def windowed(a, b, start, width, k):
    return st.correlation(a[start:start + width], b[start + k:start + k + width]) if k >= 0 \
        else st.correlation(a[start - k:start - k + width], b[start:start + width])


def spread(sizes, i):
    q = st.quantiles(sizes[max(0, i - 45):i + 46], n=4, method="inclusive")
    return 5.2 * (q[2] - q[0]) / 2


def lipponen_tarvainen(rr):
    n = len(rr)
    d = [0] + [b - a for a, b in zip(rr, rr[1:])]
    drr = [d[i] / spread([abs(x) for x in d], i) for i in range(n)] + [0, 0]
    med = [st.median(rr[max(0, i - 5):i + 6]) for i in range(n)]
    m = [2 * (x - y) if x < y else x - y for x, y in zip(rr, med)]
    th2 = [spread([abs(x) for x in m], i) for i in range(n)]

    def second_question(i):
        ahead, far = drr[i + 1:i + 3], m[i] / th2[i]
        if drr[i] < -1 and max(ahead) > 1 or far < -3:
            return "extra" if i + 1 < n and abs(rr[i] + rr[i + 1] - med[i]) < th2[i] else "short"
        if drr[i] > 1 and min(ahead) < -1 or far > 3:
            return "missed" if abs(rr[i] / 2 - med[i]) < th2[i] else "long"
        return "ok"

    flags, asked = [], set()
    while len(flags) < n:
        i = len(flags)
        around = (drr[i - 1] if i else 0, drr[i + 1])
        if i in asked:
            flag = second_question(i)
        elif abs(drr[i]) <= 1:
            flag = "ok"
        elif drr[i] > 1 and max(around) < -0.13 * drr[i] - 0.17 or drr[i] < -1 and min(around) > -0.13 * drr[i] + 0.17:
            flag = "ectopic"
        else:
            flag = second_question(i)
            if abs(drr[i + 1]) < abs(drr[i + 2]):
                asked.add(i + 1)
        flags += ["extra", "extra"] if flag == "extra" else [flag]
    return flags


def local_median(rr):
    around = [st.median(rr[max(0, i - 5):i] + rr[i + 1:i + 6]) for i in range(len(rr))]
    return ["ok" if abs(x - y) <= 0.2 * y else "long" if x > y else "short" for x, y in zip(rr, around)]


def preceding(rr, rise, fall):
    return ["ok"] + ["long" if b - a > rise * a else "short" if a - b > fall * a else "ok" for a, b in zip(rr, rr[1:])]


def corrected(rr, flags):
    nn, i = [], 0
    while i < len(rr):
        nn += {"ok": [rr[i]], "missed": [rr[i] / 2] * 2, "extra": [sum(rr[i:i + 2])]}.get(flags[i], [None])
        i += 2 if flags[i] == "extra" else 1
    kept = [i for i, x in enumerate(nn) if x is not None]
    for i in range(len(nn)):
        a, b = max((k for k in kept if k <= i), default=kept[0]), min((k for k in kept if k >= i), default=kept[-1])
        if a < i < b:
            nn[i] = nn[a] + (nn[b] - nn[a]) * (i - a) / (b - a)
        elif nn[i] is None:
            nn[i] = nn[a] if a < i else nn[b]
    return nn


def breathing(seed, count):
    """Intervals with a slow wave, a breath and noise, in whole ms."""
    nn, t = [], 0.0
    for noise in numbers(seed, count, -9, 9):
        nn.append(round(850 + 45 * math.sin(2 * math.pi * 0.095 * t) + 30 * math.sin(2 * math.pi * 0.26 * t)) + noise)
        t += nn[-1] / 1000
    return nn


def beat_times_ms(run):
    return np.concatenate([[0], np.cumsum(run[1:])]).astype(float)


def tachogram(run):
    t = beat_times_ms(run)
    return CubicSpline(t, run, bc_type="natural")(250.0 * np.arange(int(t[-1] // 250) + 1)) if len(run) > 1 else np.array(run, float)


def average(runs, full_s, f):
    """Mean of (length in s, segments, density, weight of a segment) over the runs with two periods of f, or as long as full_s."""
    total, weight = np.zeros(len(f)), np.zeros(len(f))
    for length_s, segments, density, w in runs:
        counts = np.full(len(f), True) if length_s >= full_s else length_s * f >= 2
        total[counts] += w * segments * density[counts]
        weight[counts] += w * segments
    return total / weight


def welch_average(runs, length, nfft):
    grids = [g for g in map(tachogram, runs) if len(g) > 1]
    parts = []
    for g in grids:
        n = min(length, len(g))
        f, p = welch(g, 4, "hann", nperseg=n, noverlap=n - length // 2 if n == length else 0, nfft=nfft, detrend="linear")
        parts.append((len(g) / 4, (len(g) - n) // (length // 2) + 1, p, n))
    return f, average(parts, min(length, max(map(len, grids))) / 4, f)


def lomb(run, f):
    t, y = beat_times_ms(run) / 1000, np.array(run, float)
    y = y - np.polyval(np.polyfit(t, y, 1), t)
    p = []
    for w in 2 * np.pi * f:
        tau = np.arctan2(np.sum(np.sin(2 * w * t)), np.sum(np.cos(2 * w * t))) / (2 * w)
        c, s = np.cos(w * (t - tau)), np.sin(w * (t - tau))
        p.append(0.5 * ((y @ c) ** 2 / (c @ c) + (y @ s) ** 2 / (s @ s)))
    return 2 * np.array(p) * t[-1] / (len(run) - 1)


def lomb_average(runs):
    f = np.arange(4, 410) / 1024
    parts = [(sum(r[1:]) / 1000, 1, lomb(r, f), sum(r[1:]) / 1000) for r in runs if len(r) > 1]
    return f, average(parts, max(p[0] for p in parts), f)


def powers(f, p):
    def band(low, high):
        inside = (f >= low) & (f < high)
        return float(p[inside].sum() * (f[1] - f[0])), float(f[inside][np.argmax(p[inside])])
    (vlf, _), (lf, lf_peak), (hf, hf_peak) = band(0.0033, 0.04), band(0.04, 0.15), band(0.15, 0.40)
    return {"vlf": vlf, "lf": lf, "hf": hf, "lfPeak": lf_peak, "hfPeak": hf_peak}


def coherence(window):
    f, p = periodogram(window, 4, "hann", nfft=4096, detrend="linear")
    at = np.flatnonzero((f >= 0.04) & (f <= 0.26))
    peak = at[np.argmax(p[at])]
    around, total = p[peak - 15:peak + 16].sum(), p[(f >= 0.0033) & (f < 0.40)].sum()
    return float(around / (total - around)), float(f[peak])


def column(times_s, nn, start_s, window_s):
    """Density of one window: spline through the beats that just enclose it."""
    grid = start_s + np.arange(4 * window_s) / 4
    i, j = np.searchsorted(times_s, grid[0], "right") - 1, np.searchsorted(times_s, grid[-1], "left")
    samples = CubicSpline(times_s[i:j + 1], nn[i:j + 1], bc_type="natural")(grid)
    return periodogram(samples, 4, "hann", nfft=512, detrend="linear")


def write(name, content):
    (HERE / name).write_text(json.dumps(content, indent=1) + "\n")


runs = [numbers(1, 37, 700, 900), numbers(2, 1, 700, 900), numbers(3, 24, 650, 1000)]
write("time-domain.json", {"runs": runs, "expected": time_domain(runs)})

bell = [[600 + sum(terms) for terms in zip(*(numbers(seed, n, 0, 100) for seed in range(first, first + 4)))]
        for first, n in ((10, 211), (20, 1), (30, 90))]
write("geometry.json", {"runs": bell, "expected": geometry(bell)})

slow = [[x + y // 4 for x, y in zip(itertools.accumulate(numbers(seed, n, -6, 6), initial=800), numbers(seed + 1, n, -40, 40))]
        for seed, n in ((30, 150), (32, 2), (34, 75))]
r = 0.2 * st.stdev(x for run in slow for x in run)
write("complexity.json", {"runs": slow, "expected": {
    "sampEn": sample_entropy(slow, r), "apEn": approximate_entropy(slow, r),
    "dfaAlpha1": dfa(slow, 4, 16), "dfaAlpha2": dfa(slow, 16, 64), **fragmentation(slow),
}})

a = numbers(4, 80, 55, 95)
b = [70 + (a[i - 3] - 70) // 2 + e if i >= 3 else 70 for i, e in enumerate(numbers(5, 80, -6, 6))]
write("lagged-correlation.json", {
    "a": a, "b": b, "maxLag": 8, "r": [lagged(a, b, k) for k in range(-8, 9)],
    "window": 40, "step": 4, "windows": [[windowed(a, b, s, 40, k) for k in range(-8, 9)] for s in range(0, 33, 4)],
})

y = numbers(6, 30, 0, 40)
y = [v - 2 * i for i, v in enumerate(y)]
y[7] = 500
slopes = [(y[j] - y[i]) / (j - i) for i in range(30) for j in range(i + 1, 30)]
write("theil-sen.json", {"y": y, "slope": st.median(slopes)})


def sen_interval(y, least, z):
    """Slope and limits; the monotone fit by its max-min formula, and not by pooling."""
    n = len(y)
    slopes = sorted((y[j] - y[i]) / (j - i) for i in range(n) for j in range(i + 1, n))
    slope = st.median(slopes)
    up = 1 if slope >= 0 else -1
    fitted = [up * max(min(st.fmean(up * v for v in y[a:b + 1]) for b in range(i, n)) for a in range(i + 1)) for i in range(n)]
    rest = [v - f for v, f in zip(y, fitted)]
    r = sum(p * q for p, q in zip(rest, rest[1:])) / sum(e * e for e in rest)
    r = min(max((n * r + 2) / (n - 4), least), 0.95)
    sd = math.sqrt(n * (n - 1) * (2 * n + 5) / 18 * (1 + r) / (1 - r))
    low = round((len(slopes) - z * sd) / 2) - 1
    return {"y": y, "least": least, "slope": slope, "low": slopes[low] if low >= 0 else None,
            "high": slopes[-1 - low] if low >= 0 else None}


wander = list(itertools.accumulate(numbers(12, 40, -2, 2)))
write("sen-interval.json", [
    sen_interval(y, least, z=1.959963984540054)
    for y in ([70 + 0.2 * i + e for i, e in enumerate(numbers(11, 30, -4, 4))], [90 - 0.3 * i + e for i, e in enumerate(wander)], numbers(13, 12, 60, 80))
    for least in (0, 0.5)])

noise = numbers(7, 400, -14, 14)
rr = [850 + 6 * abs(i % 16 - 8) + 2 * abs(i % 90 - 45) + e for i, e in enumerate(noise)]
for at, made in [(2, [1930]), (40, [310, 590]), (70, [640, 1150]), (100, [1915, 1890]), (140, [1170]), (170, [610]), (200, [1160, 640]),
                 (230, [640, 650, 645]), (260, [1300, 1320]), (290, [450, 460]), (320, [760]), (350, [500, 1300, 480]), (396, [1790])]:
    rr[at:at + len(made)] = made
methods = {"LipponenTarvainen": lipponen_tarvainen(rr), "LocalMedian": local_median(rr), "Malik": preceding(rr, 0.2, 0.2),
           "Kamath": preceding(rr, 0.325, 0.245)}
write("published-artefact-methods.json", {
    "rr": rr, "methods": {name: {"flags": flags, "nn": corrected(rr, flags)} for name, flags in methods.items()}})

runs = [breathing(7, 530), breathing(8, 110), [900], breathing(9, 40), [870, 905]]
grids = [tachogram(r) for r in runs]
windows = [coherence(g[s:s + 256]) for g in grids for s in range(0, len(g) - 255, 256)]
times = np.cumsum(runs[0]) / 1000
columns = [(s, *column(times, runs[0], s, 64)) for s in range(20, int(times[-1]) - 64, 20)]
write("spectra.json", {
    "runs": runs, "counts": [len(g) for g in grids], "lastRuns": [list(g) for g in grids[3:]],
    "welch": powers(*welch_average(runs, 1024, 1024)), "welchDensity": list(welch_average(runs, 1024, 1024)[1][:40]),
    "welch300": powers(*welch_average(runs, 1200, 2048)), "lomb": powers(*lomb_average(runs)),
    "one": {"welch": powers(*welch_average(runs[:1], 1024, 1024)), "lomb": powers(*lomb_average(runs[:1]))},
    "coherence": {"first": windows[0][0], "firstPeak": windows[0][1], "mean": st.fmean(w[0] for w in windows), "windows": len(windows)},
    "columns": [{"start": s, "density": list(p[:20]), **{k: v for k, v in powers(f, p).items() if k in ("lf", "hf")}} for s, f, p in columns],
})
