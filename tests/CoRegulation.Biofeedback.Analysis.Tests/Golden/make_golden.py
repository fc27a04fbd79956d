"""Reference values for the analysis tests, made with nothing but Python's own `statistics` module.

    python3 make_golden.py        writes the .json files beside this script

The inputs are ours: whole numbers from a linear congruential generator, so that they are exact in any language. The formulas are
written out from their definitions and share no code with the project; `statistics.correlation`, `stdev` and `median` work on exact
fractions inside (Python 3.11.7).
"""
import json
import math
import pathlib
import statistics as st
from fractions import Fraction

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


def write(name, content):
    (HERE / name).write_text(json.dumps(content, indent=1) + "\n")


runs = [numbers(1, 37, 700, 900), numbers(2, 1, 700, 900), numbers(3, 24, 650, 1000)]
write("time-domain.json", {"runs": runs, "expected": time_domain(runs)})

bell = [[600 + sum(terms) for terms in zip(*(numbers(seed, n, 0, 100) for seed in range(first, first + 4)))]
        for first, n in ((10, 211), (20, 1), (30, 90))]
write("geometry.json", {"runs": bell, "expected": geometry(bell)})

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

noise = numbers(7, 400, -14, 14)
rr = [850 + 6 * abs(i % 16 - 8) + 2 * abs(i % 90 - 45) + e for i, e in enumerate(noise)]
for at, made in [(2, [1930]), (40, [310, 590]), (70, [640, 1150]), (100, [1915, 1890]), (140, [1170]), (170, [610]), (200, [1160, 640]),
                 (230, [640, 650, 645]), (260, [1300, 1320]), (290, [450, 460]), (320, [760]), (350, [500, 1300, 480]), (396, [1790])]:
    rr[at:at + len(made)] = made
methods = {"LipponenTarvainen": lipponen_tarvainen(rr), "LocalMedian": local_median(rr), "Malik": preceding(rr, 0.2, 0.2),
           "Kamath": preceding(rr, 0.325, 0.245)}
write("published-artefact-methods.json", {
    "rr": rr, "methods": {name: {"flags": flags, "nn": corrected(rr, flags)} for name, flags in methods.items()}})
