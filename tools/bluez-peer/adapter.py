"""The Bluetooth adapter: power, discovery, the devices that it knows."""

import random
import time

import dbus
from gi.repository import GLib

import uuids
from call import BlueZError, in_progress, not_ready
from device import Device
from tree import Node

ADAPTER = "org.bluez.Adapter1"
PATH = "/org/bluez/hci0"
ADVERTISING_MS = 150


class Adapter:
    def __init__(self, tree, world, state):
        self.tree = tree
        self.log = world.log
        self.claims_battery = world.claims_battery
        self.pairings = 0
        self._world = world
        self._state = state
        self._forget_s = world.forget_s
        self._sessions = {}
        self._filters = {}
        self._chance = random.Random(world.seed)
        self.devices = {}
        self.node = Node(PATH)
        self.node.interfaces[ADAPTER] = self._described()
        self.node.interfaces["org.bluez.GattManager1"] = {}
        calls = {"StartDiscovery": self._start, "StopDiscovery": self._stop, "SetDiscoveryFilter": self._filter,
                 "GetDiscoveryFilters": lambda call: call.reply("as", ["UUIDs", "RSSI", "Transport", "DuplicateData"]),
                 "RemoveDevice": self._remove}
        for member, call in calls.items():
            self.node.methods[ADAPTER, member] = call
        self.node.setters[ADAPTER, "Powered"] = lambda value: self.power(bool(value))
        self.node.setters[ADAPTER, "Alias"] = lambda value: self._change(Alias=dbus.String(value))
        tree.add(self.node)
        for strap in world.straps:
            if strap.is_known:
                self.devices[strap.address] = Device(self, strap)
        self._timer = GLib.timeout_add(ADVERTISING_MS, self._listen)

    @property
    def is_powered(self):
        return self._state.is_powered

    @property
    def discoverers(self):
        return len(self._sessions)

    def power(self, on):
        if on and self._state.is_blocked:
            raise BlueZError("Blocked", "Blocked through rfkill")
        if on == self.is_powered:
            return
        self._state.is_powered = on
        if not on:
            self._sessions.clear()
            for device in self.devices.values():
                device.lose_link("le-connection-abort-by-local")
                device.out_of_sight()
        self._change(**self._power_properties(), Discovering=dbus.Boolean(False))

    def tell_power(self):
        self._change(**self._power_properties())

    def vanish(self):
        """Unplugged: everything below goes with it."""
        self.stop_listening()
        for device in list(self.devices.values()):
            device.forget()
        self.devices.clear()
        self.tree.remove(self.node)

    def stop_listening(self):
        GLib.source_remove(self._timer)

    def cut_links(self):
        for device in self.devices.values():
            device.lose_link()

    def forget(self, strap):
        device = self.devices.pop(strap.address, None)
        if device is None:
            return False
        device.forget()
        return True

    def _listen(self):
        for strap in self._world.straps:
            if self._sessions and self.is_powered and strap.advertises and self._is_wanted(strap):
                rssi = strap.rssi + self._chance.randint(-2, 2)
                if strap.address in self.devices:
                    self.devices[strap.address].sighted(rssi)
                else:
                    self.devices[strap.address] = Device(self, strap, rssi)
        oldest = time.monotonic() - self._forget_s
        for address, device in list(self.devices.items()):
            if device.is_temporary and not device.is_busy and device.seen < oldest:
                self.devices.pop(address).forget()
        return GLib.SOURCE_CONTINUE

    def _is_wanted(self, strap):
        advertised = {uuids.HEART_RATE} if strap.advertises_heart_rate else set()
        filters = [self._filters.get(sender) for sender in self._sessions]
        return any(not wanted or wanted & advertised for wanted in filters)

    def _start(self, call):
        if not self.is_powered:
            raise not_ready()
        if call.sender in self._sessions:
            raise in_progress("Operation already in progress")
        self._sessions[call.sender] = True
        self.tree.watch(call.sender, self._left)
        if len(self._sessions) == 1:
            self._change(Discovering=dbus.Boolean(True))
        call.reply()

    def _stop(self, call):
        if not self.is_powered:
            raise not_ready()
        if call.sender not in self._sessions:
            raise BlueZError("Failed", "No discovery started")
        self._left(call.sender)
        call.reply()

    def _left(self, sender):
        self._filters.pop(sender, None)
        if self._sessions.pop(sender, None) and not self._sessions:
            for device in self.devices.values():
                device.out_of_sight()
            self._change(Discovering=dbus.Boolean(False))

    def _filter(self, call):
        wanted = call.arguments[0].get("UUIDs", []) if call.arguments else []
        self._filters[call.sender] = {_long(str(uuid)) for uuid in wanted}
        call.reply()

    def _remove(self, call):
        for address, device in list(self.devices.items()):
            if device.node.path == call.arguments[0]:
                self.devices.pop(address).forget()
                call.reply()
                return
        raise BlueZError("DoesNotExist", "Does Not Exist")

    def _change(self, **changed):
        self.tree.change(self.node, ADAPTER, changed)

    def _power_properties(self):
        state = "on" if self.is_powered else "off-blocked" if self._state.is_blocked else "off"
        return {"Powered": dbus.Boolean(self.is_powered), "PowerState": dbus.String(state)}

    def _described(self):
        return {
            "Address": dbus.String("00:1A:7D:DA:71:11"), "AddressType": dbus.String("public"), "Name": dbus.String("bluez-peer"),
            "Alias": dbus.String("bluez-peer"), "Class": dbus.UInt32(0), **self._power_properties(),
            "Discoverable": dbus.Boolean(False), "DiscoverableTimeout": dbus.UInt32(180), "Pairable": dbus.Boolean(False),
            "PairableTimeout": dbus.UInt32(0), "Discovering": dbus.Boolean(False), "UUIDs": dbus.Array([], signature="s"),
            "Modalias": dbus.String("usb:v1D6Bp0246d0542"), "Roles": dbus.Array(["central"], signature="s")}


def _long(uuid):
    return uuids.of(uuid.lower().removeprefix("0x")) if len(uuid) <= 6 else uuid.lower()
