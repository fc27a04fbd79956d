"""The log of all that straps sent: the truth that tests compare with."""

import json
import time


class TruthLog:
    def __init__(self, path):
        self._file = open(path, "a", encoding="utf-8", buffering=1) if path else None

    def sent(self, address, message, subscribed):
        if self._file:
            line = {"t": round(time.clock_gettime(time.CLOCK_BOOTTIME), 6), "strap": address, "hex": message.hex(), "subscribed": subscribed}
            self._file.write(json.dumps(line) + "\n")
