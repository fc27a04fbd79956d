"""Reference values of the established synchrony measures, made with NumPy 1.24 and SciPy 1.10.

    /usr/bin/python3 make_synchrony_golden.py        writes synchrony.json beside this script

The pair is simulated and seeded: 1003 samples at 4 Hz, a multiple of nothing, B with 22 s at one value. The formulas are written out from their
definitions and share no code with the project. The keys are those of the reference values beside the repository.
"""
import itertools
import json
import math
import pathlib

import numpy as np
from scipy import signal

RATE, N = 4, 1003
BANDS = {"lf": (0.04, 0.15), "hf": (0.15, 0.4)}


def pair():
    chance = np.random.RandomState(20)
    t = np.arange(N) / RATE

    def slow():
        return np.convolve(chance.standard_normal(N + 99), np.hanning(100), "valid")
    shared = slow()
    a = 72 + 0.6 * shared + 0.4 * slow() + 2 * np.sin(2 * np.pi * 0.1 * t) + 1.5 * np.sin(2 * np.pi * 0.23 * t)
    b = 65 + 0.5 * np.roll(shared, 6) + 0.4 * slow() + 2 * np.sin(2 * np.pi * 0.1 * t - 0.9) + np.sin(2 * np.pi * 0.27 * t)
    b[600:690] = b[600]
    return np.round(a, 2), np.round(b, 2)


def every_lag(x, y, most):
    x, y = x - x.mean(), y - y.mean()
    c = np.array([(x[max(0, -k):len(x) - max(0, k)] * y[max(0, k):len(y) - max(0, -k)]).sum() for k in range(most, -most - 1, -1)])
    return c / math.sqrt((x * x).sum() * (y * y).sum())  # R's order: its lag -5 s is our +5 s


def susy(a, b, seconds):
    length, lags = seconds * RATE, 5 * RATE
    n = N // length
    x, y = a[:n * length].reshape(n, length), b[:n * length].reshape(n, length)
    z = {(i, h): np.arctanh(every_lag(x[i], y[h], lags)) if np.ptp(x[i]) and np.ptp(y[h]) else np.zeros(2 * lags + 1)
         for i in range(n) for h in range(n)}

    def mean(of, same):
        chosen = [of(v) for (i, h), v in z.items() if (i == h) == same]
        return np.sum(chosen, axis=0) / len(chosen)
    real, pseudo, real_abs, pseudo_abs = mean(lambda v: v, True), mean(lambda v: v, False), mean(np.abs, True), mean(np.abs, False)

    def es(r, p):
        return (r.mean() - p.mean()) / p.std(ddof=1)
    lead1, lead2 = slice(0, lags), slice(lags + 1, None)
    inside, against = real[real >= 0], real[real < 0]
    return {
        "n_data": N, "n_segments": n, "z": real_abs.mean(), "z_pseudo": pseudo_abs.mean(),
        "sd_z": real_abs.std(ddof=1), "sd_z_pseudo": pseudo_abs.std(ddof=1), "percent_above_pseudo": 100 * (real_abs > pseudo_abs).mean(),
        "es": es(real_abs, pseudo_abs), "z_lead1": real_abs[lead1].mean(), "z_lead2": real_abs[lead2].mean(),
        "es_lead1": es(real_abs[lead1], pseudo_abs[lead1]), "es_lead2": es(real_abs[lead2], pseudo_abs[lead2]),
        "mean_z_in_phase": inside.mean() if len(inside) else None, "mean_z_anti_phase": against.mean() if len(against) else None,
        "n_in_phase": len(inside), "n_anti_phase": len(against), "z_no_abs": real.mean(), "z_pseudo_no_abs": pseudo.mean(),
        "percent_above_pseudo_no_abs": 100 * (real > pseudo).mean(), "es_no_abs": es(real, pseudo),
        "real_abs_z": list(real_abs), "pseudo_abs_z": list(pseudo_abs), "real_z": list(real), "pseudo_z": list(pseudo),
    }


def phases(a, b):
    a, b = signal.detrend(a), signal.detrend(b)
    hz = np.arange(N) * RATE / N

    def by_fourier(x, low, high):
        return np.fft.ifft(np.where((hz >= low) & (hz < high), 2 * np.fft.fft(x), 0))

    def by_filter(x, low, high):
        return signal.hilbert(signal.sosfiltfilt(signal.butter(2, [low, high], "bandpass", fs=RATE, output="sos"), x))
    result = {}
    for name, of in (("fft", by_fourier), ("butterworth", by_filter)):
        for band, edges in BANDS.items():
            mean = np.exp(1j * (np.angle(of(a, *edges)) - np.angle(of(b, *edges))))[40:-40].mean()
            result[f"{name}_{band}"] = {"plv": abs(mean), "mean_phase_a_minus_b_rad": np.angle(mean)}
    return result


def coherence(a, b):
    hz, c = signal.coherence(a, b, fs=RATE, nperseg=256)
    return {"hz": list(hz), "c": list(c), **{f"mean_{name}": c[(hz >= low) & (hz < high)].mean() for name, (low, high) in BANDS.items()}}


def concordance(a, b):
    def slopes(x):
        x = x[::RATE]
        return np.array([0 if np.ptp(x[i:i + 5]) == 0 else np.polyfit(range(5), x[i:i + 5], 1)[0] for i in range(len(x) - 4)])
    x, y = slopes(a), slopes(b)
    r = np.array([np.corrcoef(x[i:i + 15], y[i:i + 15])[0, 1] for i in range(len(x) - 14) if np.ptp(x[i:i + 15]) and np.ptp(y[i:i + 15])])
    positive, negative = r[r > 0].sum(), r[r < 0].sum()
    return {"n_correlations": len(r), "sum_positive": positive, "sum_negative": negative, "index": math.log(positive / -negative)}


def crqa(a, b):
    def states(x):
        x = x[::RATE]
        x = (x - x.mean()) / x.std(ddof=1)
        return np.stack([x[k:len(x) - 6 + k] for k in (0, 3, 6)], axis=1)
    near = np.sqrt(((states(a)[:, None, :] - states(b)[None, :, :]) ** 2).sum(axis=2)) <= 0.8
    n = len(near)

    def lines(rows):
        return [length for row in rows for recurs, run in itertools.groupby(row) if recurs for length in [len(list(run))] if length >= 2]
    diagonal, vertical = lines(np.diagonal(near, k) for k in range(1 - n, n)), lines(near)
    p = np.unique(diagonal, return_counts=True)[1] / len(diagonal)
    entropy = -(p * np.log(p)).sum()
    return {
        "RR": 100 * near.mean(), "DET": 100 * sum(diagonal) / near.sum(), "NRLINE": len(diagonal), "maxL": max(diagonal), "L": np.mean(diagonal),
        "ENTR": entropy, "rENTR": entropy / math.log(len(p)), "LAM": 100 * sum(vertical) / near.sum(), "TT": np.mean(vertical),
        "max_vertlength": max(vertical),
    }


a, b = pair()
content = {"a": list(a), "b": list(b), "susy_60": susy(a, b, 60), "susy_30": susy(a, b, 30), "crqa_1hz": crqa(a, b),
           "phase_synchrony": phases(a, b), "coherence": coherence(a, b), "concordance": concordance(a, b)}
pathlib.Path(__file__).with_name("synchrony.json").write_text(json.dumps(content, indent=None) + "\n")
