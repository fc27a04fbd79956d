"""The commands that come in on standard input, one a line."""

import json
import re

from call import BlueZError

ADDRESS = re.compile(r"(?:[0-9A-F]{2}:){5}[0-9A-F]{2}")


class Control:
    def __init__(self, world, clock, quit_peer):
        self._world = world
        self._clock = clock
        self._quit = quit_peer

    def answer(self, line):
        words = line.split()
        if not words:
            return "error empty command"
        command = getattr(self, "_do_" + words[0].replace("-", "_"), None)
        if command is None:
            return f"error no command '{words[0]}'"
        try:
            told = command(*words[1:])
        except BlueZError as error:
            return f"error {error.name}: {error.text}"
        except (ValueError, KeyError) as error:
            return f"error {error}"
        except TypeError:
            return f"error '{words[0]}' takes other words; see the README"
        return told or f"ok {line.strip()}"

    def _do_drop(self, strap):
        self._strap(strap).drop()

    def _do_return(self, strap):
        self._strap(strap).come_back()

    def _do_silent(self, strap, on):
        self._strap(strap).is_silent = _switch(on)

    def _do_send(self, strap, on):
        self._strap(strap).is_sending = _switch(on)

    def _do_hold(self, strap, on):
        held = self._strap(strap)
        held.is_held = _switch(on)
        if held.is_held:
            held.lose()

    def _do_refuse(self, strap, on, name="Failed", *text):
        self._strap(strap).refusal = BlueZError(name, " ".join(text) or "le-connection-refused") if _switch(on) else None

    def _do_notifying(self, strap, on):
        self._strap(strap).has_notify = _switch(on)

    def _do_delay(self, strap, *delays):
        for delay in delays:
            name, _, ms = delay.partition("=")
            if name not in self._strap(strap).delays_ms:
                raise ValueError(f"no delay '{name}': connect, services, chars or notify")
            self._strap(strap).delays_ms[name] = int(ms)

    def _do_reorder(self, strap, on):
        self._strap(strap).is_reordered = _switch(on)

    def _do_address(self, strap, address):
        if not ADDRESS.fullmatch(address.upper()):
            raise ValueError(f"'{address}' is no address like AA:BB:CC:DD:EE:01")
        changed = self._strap(strap)
        changed.lose()
        changed.address = address.upper()
        changed.is_known = False

    def _do_notify(self, strap, data=""):
        if not self._strap(strap).say(bytes.fromhex(data)):
            raise ValueError("nobody is subscribed, or the strap is silent")

    def _do_battery(self, strap, percent):
        changed = self._strap(strap)
        changed.battery = max(0, min(255, int(percent)))
        if changed.link is not None:
            changed.link.battery_changed()

    def _do_name(self, strap, *text):
        changed = self._strap(strap)
        changed.name = " ".join(text).encode().decode("unicode_escape") if all(word.isascii() for word in text) else " ".join(text)
        device = self._world.adapter.devices.get(changed.address) if self._world.adapter else None
        if device is not None:
            device.named()

    def _do_remove(self, strap):
        if self._world.adapter is None or not self._world.adapter.forget(self._strap(strap)):
            raise ValueError("bluetoothd does not know this strap")

    def _do_restart(self, after_ms="1000"):
        self._world.restart(int(after_ms))

    def _do_adapter(self, how):
        how_to = {"off": lambda: self._world.power(False), "on": lambda: self._world.power(True),
                  "remove": lambda: self._world.plug(False), "add": lambda: self._world.plug(True),
                  "block": lambda: self._world.block(True), "unblock": lambda: self._world.block(False)}
        if how not in how_to:
            raise ValueError(f"the adapter knows {', '.join(how_to)}")
        how_to[how]()

    def _do_rights(self, on):
        self._world.rights = _switch(on)

    def _do_status(self):
        return json.dumps(self._world.status())

    def _do_start(self):
        if not self._clock.start():
            raise ValueError("the hearts are beating already")

    def _do_quit(self):
        self._quit()

    def _strap(self, which):
        for strap in self._world.straps:
            if which in (str(strap.number), strap.address) or which.upper() == strap.address:
                return strap
        raise ValueError(f"no strap '{which}'")


def _switch(word):
    if word not in ("on", "off"):
        raise ValueError(f"'{word}' is neither on nor off")
    return word == "on"
