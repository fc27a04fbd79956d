"""The services of a strap: heart rate and battery."""

import dbus

import uuids
from characteristic import Characteristic
from tree import Node

SERVICE = "org.bluez.GattService1"
CHEST = 1


class Gatt:
    """As in BlueZ (its cache is on by default) the objects stay on the bus when the link is gone."""

    def __init__(self, device):
        self._device = device
        strap = device.strap
        heart_rate = self._service(0x10, uuids.HEART_RATE)
        battery = self._service(0x20, uuids.BATTERY)
        self.measurement = Characteristic(
            device, heart_rate.path, 0x11, uuids.MEASUREMENT, ["notify"] if strap.has_notify else ["read"], lambda: bytes(2))
        location = Characteristic(device, heart_rate.path, 0x14, uuids.BODY_LOCATION, ["read"], lambda: bytes([CHEST]))
        self.battery_level = Characteristic(
            device, battery.path, 0x21, uuids.BATTERY_LEVEL, ["read", "notify"], lambda: bytes([strap.battery]))
        services = [(heart_rate, [self.measurement, location])]
        if not device.adapter.claims_battery:
            services.append((battery, [self.battery_level]))
        self._characteristics = [one for _, characteristics in services for one in characteristics]
        self._nodes = [node for service, characteristics in services
                       for node in [service] + [node for one in characteristics for node in one.nodes]]
        self._is_there = False

    def appear(self):
        if not self._is_there:
            self._is_there = True
            self._device.tree.add(*self._nodes)

    def vanish(self):
        if self._is_there:
            self._is_there = False
            self._device.tree.remove(*reversed(self._nodes))

    def link_up(self):
        for characteristic in self._characteristics:
            characteristic.link_up()

    def link_down(self):
        for characteristic in self._characteristics:
            characteristic.link_down()

    def _service(self, handle, uuid):
        node = Node(f"{self._device.node.path}/service{handle:04x}")
        node.interfaces[SERVICE] = {
            "UUID": dbus.String(uuid), "Device": dbus.ObjectPath(self._device.node.path), "Primary": dbus.Boolean(True),
            "Includes": dbus.Array([], signature="o")}
        return node
