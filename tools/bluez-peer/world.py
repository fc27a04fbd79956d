"""All that there is: the straps, and bluetoothd as it comes and goes."""

from gi.repository import GLib

from adapter import Adapter
from tree import Node, Tree


class AdapterState:
    """What of an adapter outlives bluetoothd."""

    def __init__(self):
        self.is_there = True
        self.is_powered = True
        self.is_blocked = False


class World:
    def __init__(self, address, straps, log, options):
        self.straps = straps
        self.log = log
        self.seed = options.seed
        self.forget_s = options.forget
        self.claims_battery = options.claim_battery
        self.rights = True
        self._state = AdapterState()
        self._address = address
        self._tree = None
        self.adapter = None
        self.begin()

    @property
    def is_running(self):
        return self._tree is not None

    def begin(self):
        """bluetoothd starts: first its objects, then its name, so that nobody sees half of it."""
        self._tree = Tree(self._address, lambda: self.rights)
        self._tree.add(_manager())
        if self._state.is_there:
            self.adapter = Adapter(self._tree, self, self._state)
        self._tree.appear()

    def restart(self, after_ms):
        if not self.is_running:
            raise ValueError("bluetoothd is not running at the moment")
        if self.adapter is not None:
            self.adapter.stop_listening()
            for strap in self.straps:
                device = self.adapter.devices.get(strap.address)
                strap.is_known = strap.is_known or (device is not None and not device.is_temporary)
                strap.link = None
        self.adapter = None
        self._tree.close()
        self._tree = None
        GLib.timeout_add(after_ms, self._again)

    def _again(self):
        self.begin()
        return GLib.SOURCE_REMOVE

    def power(self, on):
        self._need_adapter().power(on)

    def block(self, on):
        """rfkill: a blocked adapter is off and cannot be switched on."""
        self._state.is_blocked = on
        if on:
            self._need_adapter().power(False)
        self._need_adapter().tell_power()

    def plug(self, on):
        if on == self._state.is_there:
            raise ValueError("the adapter is " + ("there already" if on else "gone already"))
        self._state.is_there = on
        if not on:
            self.adapter.vanish()
            self.adapter = None
        elif self.is_running:
            self.adapter = Adapter(self._tree, self, self._state)

    def status(self):
        adapter = self.adapter
        return {
            "running": self.is_running, "rights": self.rights,
            "adapter": {"there": self._state.is_there, "powered": self._state.is_powered, "blocked": self._state.is_blocked,
                        "discoverers": adapter.discoverers if adapter else 0, "pairings": adapter.pairings if adapter else 0},
            "straps": [strap.status() for strap in self.straps],
        }

    def _need_adapter(self):
        if self.adapter is None:
            raise ValueError("there is no adapter at the moment")
        return self.adapter


def _manager():
    node = Node("/org/bluez")
    interfaces = {"org.bluez.AgentManager1": ["RegisterAgent", "UnregisterAgent", "RequestDefaultAgent"],
                  "org.bluez.ProfileManager1": ["RegisterProfile", "UnregisterProfile"]}
    for interface, members in interfaces.items():
        node.interfaces[interface] = {}
        for member in members:
            node.methods[interface, member] = lambda call: call.reply()
    return node
