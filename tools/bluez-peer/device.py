"""A strap as bluetoothd knows it: Device1, and its services once they are resolved."""

import time

import dbus
from gi.repository import GLib

import uuids
from call import BlueZError, in_progress, not_ready
from gatt import Gatt
from tree import Node

DEVICE = "org.bluez.Device1"
BATTERY = "org.bluez.Battery1"
GIVES_UP_AFTER_MS = 20_000


class Device:
    def __init__(self, adapter, strap, rssi=None):
        self.adapter = adapter
        self.tree = adapter.tree
        self.strap = strap
        self.is_temporary = not strap.is_known
        self.is_resolved = False
        self.seen = time.monotonic()
        self._connecting = None
        self._attempt = 0
        self._told_rssi = None if rssi is None else self.seen
        self.node = Node(f"{adapter.node.path}/dev_{strap.address.replace(':', '_')}")
        self._gatt = Gatt(self)
        self.node.interfaces[DEVICE] = self._described(rssi)
        calls = {"Connect": self._connect, "Disconnect": self._disconnect, "Pair": self._pair, "CancelPairing": self._pair}
        for member, call in calls.items():
            self.node.methods[DEVICE, member] = call
        self.node.setters[DEVICE, "Trusted"] = lambda value: self._change(Trusted=dbus.Boolean(value))
        self.node.setters[DEVICE, "Alias"] = lambda value: self._change(Alias=dbus.String(value))
        self.tree.add(self.node)

    @property
    def subscribers(self):
        return self._gatt.measurement.subscribers if self.is_resolved else 0

    @property
    def is_busy(self):
        return self.strap.link is self or self._connecting is not None

    def sighted(self, rssi):
        self.seen = time.monotonic()
        if self._told_rssi is None or self.seen - self._told_rssi >= 1:
            self._told_rssi = self.seen
            self._change(RSSI=dbus.Int16(rssi))

    def out_of_sight(self):
        self._told_rssi = None
        self.tree.change(self.node, DEVICE, gone=["RSSI"])

    def measured(self, message):
        at = self.adapter.log.now() # before: programs may have it sooner than this goes on
        if not self.is_resolved or not self._gatt.measurement.tell(message):
            return False
        self.adapter.log.sent(at, self.strap.address, message, self.subscribers)
        return True

    def subscribed(self, characteristic):
        if characteristic is self._gatt.measurement:
            self.strap.subscribed()

    def battery_changed(self):
        level = self.strap.battery
        if self.is_resolved:
            self._gatt.battery_level.tell(bytes([level]))
            self.tree.change(self.node, BATTERY, {"Percentage": dbus.Byte(level)})

    def named(self):
        name = dbus.String(self.strap.name)
        self._change(Name=name, Alias=name)

    def lose_link(self, text="le-connection-abort-by-remote"):
        """The link ends, however: what is left is a device that is not connected, with its services as they were."""
        self._attempt += 1
        if self.strap.link is self:
            self.strap.link = None
            self.is_resolved = False
            self._gatt.link_down()
            self.tree.remove_interface(self.node, BATTERY)
            self._change(ServicesResolved=dbus.Boolean(False), Connected=dbus.Boolean(False))
        if self._connecting is not None:
            call, self._connecting = self._connecting, None
            call.fail(BlueZError("Failed", text))

    def forget(self):
        self.lose_link("le-connection-abort-by-local")
        self._gatt.vanish()
        self.tree.remove(self.node)

    def _connect(self, call):
        if not self.adapter.is_powered:
            raise not_ready()
        if self.strap.link is self:
            call.reply()
            return
        if self._connecting is not None:
            raise in_progress()
        self.is_temporary = False
        self._connecting = call
        self.strap.asked += 1
        self._attempt += 1
        self._try(self._attempt)
        GLib.timeout_add(GIVES_UP_AFTER_MS, self._give_up, self._attempt)

    def _try(self, attempt):
        if attempt != self._attempt:
            return
        if self.strap.in_range and self.strap.address == str(self.node.interfaces[DEVICE]["Address"]):
            GLib.timeout_add(self.strap.delays_ms["connect"], self._connected, attempt)
        else:
            self.strap.when_in_range(lambda: self._try(attempt))

    def _give_up(self, attempt):
        if attempt == self._attempt and self._connecting is not None:
            self.lose_link("le-connection-abort-by-local")
        return GLib.SOURCE_REMOVE

    def _connected(self, attempt):
        if attempt != self._attempt:
            return GLib.SOURCE_REMOVE
        if not self.strap.in_range:
            self.strap.when_in_range(lambda: self._try(attempt))
            return GLib.SOURCE_REMOVE
        call, self._connecting = self._connecting, None
        refusal = in_progress("br-connection-busy") if self.strap.is_held else self.strap.refusal
        if refusal is not None:
            call.fail(refusal)
            return GLib.SOURCE_REMOVE
        self.strap.link = self
        self.strap.connections += 1
        self.out_of_sight()
        self._change(Connected=dbus.Boolean(True))
        call.reply()
        GLib.timeout_add(self.strap.delays_ms["services"], self._resolve, attempt)
        return GLib.SOURCE_REMOVE

    def _resolve(self, attempt):
        if attempt == self._attempt and self.strap.link is self:
            if self.strap.is_reordered:
                self._resolved()
                GLib.timeout_add(self.strap.delays_ms["chars"], self._services_come, attempt)
            else:
                self._services_come(attempt)
                self._resolved()
        return GLib.SOURCE_REMOVE

    def _services_come(self, attempt):
        if attempt == self._attempt:
            self._gatt.appear()
            self._gatt.link_up()
        return GLib.SOURCE_REMOVE

    def _resolved(self):
        self.is_resolved = True
        self.tree.add_interface(self.node, BATTERY, {"Percentage": dbus.Byte(self.strap.battery)})
        every = [uuids.GENERIC_ACCESS, uuids.GENERIC_ATTRIBUTE, uuids.DEVICE_INFORMATION, uuids.HEART_RATE, uuids.BATTERY]
        self._change(UUIDs=dbus.Array(every, signature="s"), ServicesResolved=dbus.Boolean(True))

    def _disconnect(self, call):
        self.lose_link("le-connection-abort-by-local")
        call.reply()

    def _pair(self, call):
        self.adapter.pairings += 1
        raise BlueZError("AuthenticationFailed", "Authentication Failed")

    def _change(self, **changed):
        self.tree.change(self.node, DEVICE, changed)

    def _described(self, rssi):
        strap = self.strap
        described = {
            "Address": dbus.String(strap.address), "AddressType": dbus.String(strap.address_type),
            "Alias": dbus.String(strap.name or strap.address.replace(":", "-")), "Paired": dbus.Boolean(False),
            "Bonded": dbus.Boolean(False), "Trusted": dbus.Boolean(False), "Blocked": dbus.Boolean(False),
            "LegacyPairing": dbus.Boolean(False), "Connected": dbus.Boolean(False), "ServicesResolved": dbus.Boolean(False),
            "Adapter": dbus.ObjectPath(self.adapter.node.path),
            "UUIDs": dbus.Array([uuids.HEART_RATE] if strap.advertises_heart_rate or strap.is_known else [], signature="s")}
        if rssi is not None:
            described["RSSI"] = dbus.Int16(rssi)
        if strap.name:
            described["Name"] = dbus.String(strap.name)
        return described
