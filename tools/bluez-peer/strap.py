"""A strap as it is in the world, whatever bluetoothd knows of it."""

import time

from gi.repository import GLib


class Strap:
    """Advertises while it is in range and nobody is connected; sends while somebody is."""

    def __init__(self, number, settings, heart, clock):
        self.number = number
        self.address = settings["address"]
        self.name = settings["name"]
        self.address_type = settings["address-type"]
        self.rssi = settings["rssi"]
        self.battery = settings["battery"]
        self.advertises_heart_rate = settings["advertise"]
        self.has_notify = settings["notify"]
        self.is_known = settings["known"]
        self.delays_ms = {"connect": 80, "services": 250, "chars": 50, "notify": 20}
        self.in_range = True
        self.is_silent = False
        self.is_sending = True
        self.is_reordered = False
        self.refusal = None
        self.is_held = False
        self.link = None
        self.sent = 0
        self.asked = 0
        self.connections = 0
        self.drops = 0
        self._waiting = []
        self._heart = heart
        self._clock = clock

    @property
    def advertises(self):
        return self.in_range and self.link is None and not self.is_held

    def drop(self):
        self.in_range = False
        self.drops += 1
        self.lose()

    def come_back(self):
        self.in_range = True
        waiting, self._waiting = self._waiting, []
        for connect in waiting:
            connect()

    def when_in_range(self, connect):
        """A radio that is told to connect goes on looking for the strap."""
        self._waiting.append(connect)

    def lose(self):
        if self.link is not None:
            self.link.lose_link()

    def subscribed(self):
        self._clock.subscribed()

    def start(self):
        """Begins the heart; its messages follow the clock, whether somebody listens or not."""
        self._plan()

    def _plan(self):
        coming = self._heart.next()
        if coming is not None:
            at_s, message = coming
            GLib.timeout_add(max(0, round(1000 * (self._clock.due(at_s) - time.monotonic()))), self._beat, message)

    def _beat(self, message):
        if self.is_sending:
            self.say(message)
        self._plan()
        return GLib.SOURCE_REMOVE

    def say(self, message):
        """Sends bytes now; False where nobody gets them."""
        if self.is_silent or self.link is None or not self.link.measured(message):
            return False
        self.sent += 1
        return True

    def status(self):
        link = self.link
        return {
            "number": self.number, "address": self.address, "name": self.name, "inRange": self.in_range,
            "advertises": self.advertises, "connected": link is not None, "resolved": link is not None and link.is_resolved,
            "subscribed": link.subscribers if link is not None else 0, "silent": self.is_silent, "sending": self.is_sending,
            "refused": self.refusal is not None, "held": self.is_held, "battery": self.battery,
            "sent": self.sent, "asked": self.asked, "connections": self.connections, "drops": self.drops,
        }


class PlayClock:
    """The common time of all hearts: it starts when somebody first subscribes, or on the word `start`."""

    def __init__(self, speed, waits, begin):
        self._speed = speed
        self._waits = waits
        self._begin = begin
        self._zero = None

    def due(self, at_s):
        return self._zero + at_s / self._speed

    def subscribed(self):
        if not self._waits:
            self.start()

    def start(self):
        if self._zero is not None:
            return False
        self._zero = time.monotonic()
        self._begin()
        return True
