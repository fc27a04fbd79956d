"""The log of all that straps sent: the truth that tests compare with."""

import json
import time


class TruthLog:
    def __init__(self, path):
        self._file = open(path, "a", encoding="utf-8", buffering=1) if path else None

    @staticmethod
    def now():
        """The clock that programs stamp arrivals by, s: it counts sleep."""
        return time.clock_gettime(time.CLOCK_BOOTTIME)

    def sent(self, at, address, message, subscribed):
        if self._file:
            line = {"t": round(at, 6), "strap": address, "hex": message.hex(), "subscribed": subscribed}
            self._file.write(json.dumps(line) + "\n")
