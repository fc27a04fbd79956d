"""Hearts: where the bytes of a strap's notifications come from."""

import json
import math
import random


class SteadyHeart:
    """Beats every `rr_ms` with a breath in it; one notification a second carries the intervals that closed since the last one."""

    TICK_S = 1.0
    BREATH_S = 4.2
    MOST_INTERVALS = 9

    def __init__(self, rr_ms, seed):
        self._rr_ms = rr_ms
        self._chance = random.Random(seed)
        self._beat_s = 0.0
        self._tick = 0
        self._next_rr = None
        self._recent = []

    def next(self):
        """The time of the next notification, s since the heart began, and its bytes."""
        self._tick += 1
        time_s = self._tick * self.TICK_S
        closed = []
        while True:
            rr = self._next_rr or self._draw()
            if self._beat_s + rr / 1024 > time_s:
                self._next_rr = rr
                break
            self._next_rr = None
            self._beat_s += rr / 1024
            closed.append(rr)
        self._recent = (self._recent + closed)[-5:]
        mean = sum(self._recent) / len(self._recent) if self._recent else self._rr_ms * 1.024
        return time_s, measurement(60 * 1024 / mean, closed[: self.MOST_INTERVALS])

    def _draw(self):
        breath = 0.03 * math.sin(2 * math.pi * self._beat_s / self.BREATH_S)
        rr_ms = self._rr_ms * (1 + breath + self._chance.gauss(0, 0.005))
        return max(1, min(65535, round(rr_ms * 1.024)))


class PlayedHeart:
    """The notifications of one person of a recording, with their times."""

    def __init__(self, path, person):
        with open(path, encoding="utf-8") as lines:
            facts = [fact for fact in map(_fact, lines) if fact.get("k") == "notification" and fact.get("p") == person]
        if not facts:
            raise ValueError(f"'{path}' has no notifications of person {person}")
        self._messages = iter([(fact["t"], bytes.fromhex(fact["hex"])) for fact in facts])

    def next(self):
        return next(self._messages, None)


def _fact(line):
    try:
        return json.loads(line)
    except ValueError:
        return {}


def measurement(bpm, rr1024):
    """A Heart Rate Measurement: contact supported and there, 8-bit heart rate, intervals if any."""
    flags = 0x06 | (0x10 if rr1024 else 0)
    return bytes([flags, max(0, min(255, round(bpm)))]) + b"".join(rr.to_bytes(2, "little") for rr in rr1024)
