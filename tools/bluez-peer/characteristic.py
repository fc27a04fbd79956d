"""A characteristic of a connected strap, with the programs that are subscribed to it."""

import dbus
from gi.repository import GLib

import uuids
from call import BlueZError, in_progress, not_connected, not_supported
from tree import Node

CHARACTERISTIC = "org.bluez.GattCharacteristic1"
DESCRIPTOR = "org.bluez.GattDescriptor1"


class Characteristic:
    """As in BlueZ a program's subscription outlives the link: it is taken up again by itself when the strap is back."""

    def __init__(self, device, service_path, handle, uuid, flags, read=None):
        self._device = device
        self._flags = flags
        self._read = read
        self._sessions = {}
        self.node = Node(f"{service_path}/char{handle:04x}")
        self.node.interfaces[CHARACTERISTIC] = {
            "UUID": dbus.String(uuid), "Service": dbus.ObjectPath(service_path), "Flags": dbus.Array(flags, signature="s")}
        self.nodes = [self.node]
        calls = {"ReadValue": self._read_value, "WriteValue": self._refuse, "StartNotify": self._start,
                 "StopNotify": self._stop, "AcquireNotify": self._refuse, "AcquireWrite": self._refuse}
        for member, call in calls.items():
            self.node.methods[CHARACTERISTIC, member] = call
        if "notify" in flags:
            self.node.interfaces[CHARACTERISTIC]["Notifying"] = dbus.Boolean(False)
            self.nodes.append(self._configuration(handle + 2))

    @property
    def subscribers(self):
        return sum(self._sessions.values())

    def tell(self, value):
        """Passes a notification on; False where nobody is subscribed."""
        if not self.subscribers:
            return False
        self._change(Value=_bytes(value))
        return True

    def link_up(self):
        for sender in self._sessions:
            self._sessions[sender] = True
        if self._sessions:
            self._device.subscribed(self)

    def link_down(self):
        for sender in self._sessions:
            self._sessions[sender] = False

    def _start(self, call):
        if "notify" not in self._flags:
            raise not_supported()
        if call.sender in self._sessions:
            if not self._sessions[call.sender]:
                raise in_progress()
            call.reply()
            return
        self._sessions[call.sender] = False
        self._device.tree.watch(call.sender, self._leave)
        if not self._device.is_resolved:
            call.reply()
            return
        GLib.timeout_add(self._device.strap.delays_ms["notify"], self._register, call)

    def _register(self, call):
        if not self._device.is_resolved:
            self._sessions.pop(call.sender, None)
            call.fail(not_connected())
        elif call.sender in self._sessions:
            self._sessions[call.sender] = True
            self._notifying()
            call.reply()
            self._device.subscribed(self)
        return GLib.SOURCE_REMOVE

    def _stop(self, call):
        if call.sender not in self._sessions:
            raise BlueZError("Failed", "No notify session started")
        self._leave(call.sender)
        call.reply()

    def _leave(self, sender):
        if self._sessions.pop(sender, None) is not None:
            self._notifying()

    def _notifying(self):
        notifying = dbus.Boolean(bool(self._sessions))
        if self.node.interfaces[CHARACTERISTIC].get("Notifying") != notifying:
            self._change(Notifying=notifying)

    def _read_value(self, call):
        if self._read is None:
            raise BlueZError("NotPermitted", "Read not permitted")
        if not self._device.is_resolved:
            raise not_connected()
        value = _bytes(self._read())
        self._change(Value=value)
        call.reply("ay", value)

    def _refuse(self, call):
        raise not_supported()

    def _change(self, **changed):
        self._device.tree.change(self.node, CHARACTERISTIC, changed)

    def _configuration(self, handle):
        node = Node(f"{self.node.path}/desc{handle:04x}")
        node.interfaces[DESCRIPTOR] = {
            "UUID": dbus.String(uuids.CLIENT_CONFIGURATION), "Characteristic": dbus.ObjectPath(self.node.path)}
        node.methods[DESCRIPTOR, "ReadValue"] = lambda call: call.reply("ay", _bytes(bytes([bool(self._sessions), 0])))
        return node


def _bytes(value):
    return dbus.Array([dbus.Byte(byte) for byte in value], signature="y")
