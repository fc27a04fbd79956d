"""The objects of one bluetoothd on the bus: the tree, its properties and the signals about them."""

import dbus
import dbus.bus
import dbus.lowlevel
from dbus.mainloop.glib import DBusGMainLoop

from call import BlueZError, Call, access_denied, unknown_method

OBJECTS = "org.freedesktop.DBus.ObjectManager"
PROPERTIES = "org.freedesktop.DBus.Properties"
INTROSPECTION = "org.freedesktop.DBus.Introspectable"


class Node:
    """One object: its interfaces with their properties, and what can be called."""

    def __init__(self, path):
        self.path = path
        self.interfaces = {}
        self.methods = {}
        self.setters = {}

    def properties_of(self, interface):
        return self.interfaces.setdefault(interface, {})

    def described(self):
        # BlueZ names the interfaces that every object has, too.
        described = dbus.Dictionary(signature="sa{sv}")
        for interface in (INTROSPECTION, PROPERTIES):
            described[interface] = dbus.Dictionary(signature="sv")
        for interface, properties in self.interfaces.items():
            described[interface] = dbus.Dictionary(properties, signature="sv")
        return described


class Tree:
    """Lives as long as bluetoothd does: to close it takes the name and all objects from the bus."""

    def __init__(self, address, rights):
        self._rights = rights
        self._nodes = {}
        self._watches = {}
        self._bus = dbus.bus.BusConnection(address, mainloop=DBusGMainLoop())
        self._bus.set_exit_on_disconnect(False)
        self._bus.add_message_filter(self._handle)
        self._root = Node("/")
        self._root.methods[OBJECTS, "GetManagedObjects"] = self._managed
        self._nodes["/"] = self._root

    def appear(self):
        """Takes the name: from here on programs find bluetoothd."""
        if self._bus.request_name("org.bluez", dbus.bus.NAME_FLAG_DO_NOT_QUEUE) != dbus.bus.REQUEST_NAME_REPLY_PRIMARY_OWNER:
            raise SystemExit("bluez-peer: org.bluez has an owner on this bus already; stop that one or use --own-bus")

    def close(self):
        for watch in self._watches.values():
            watch.cancel()
        self._bus.close()

    def add(self, *nodes):
        for node in nodes:
            self._nodes[node.path] = node
            self._signal("/", OBJECTS, "InterfacesAdded", "oa{sa{sv}}", dbus.ObjectPath(node.path), node.described())

    def remove(self, *nodes):
        for node in nodes:
            if self._nodes.pop(node.path, None) is not None:
                self._removed(node, list(node.described()))

    def remove_interface(self, node, interface):
        if node.interfaces.pop(interface, None) is not None:
            self._removed(node, [interface])

    def add_interface(self, node, interface, properties):
        node.interfaces[interface] = properties
        told = dbus.Dictionary({interface: dbus.Dictionary(properties, signature="sv")}, signature="sa{sv}")
        self._signal("/", OBJECTS, "InterfacesAdded", "oa{sa{sv}}", dbus.ObjectPath(node.path), told)

    def change(self, node, interface, changed=None, gone=()):
        """Sets properties and tells of those that are now others; `gone` are no longer there."""
        properties = node.properties_of(interface)
        properties.update(changed or {})
        gone = [name for name in gone if properties.pop(name, None) is not None]
        if node.path in self._nodes and (changed or gone):
            self._signal(node.path, PROPERTIES, "PropertiesChanged", "sa{sv}as",
                         interface, dbus.Dictionary(changed or {}, signature="sv"), dbus.Array(gone, signature="s"))

    def watch(self, sender, gone):
        """Calls `gone(sender)` when a program leaves the bus. One watch a program and reason."""
        key = sender, gone
        if key not in self._watches:
            self._watches[key] = self._bus.watch_name_owner(sender, lambda owner: None if owner else self._left(key))

    def _left(self, key):
        watch = self._watches.pop(key, None)
        if watch is not None:
            watch.cancel()
            key[1](key[0])

    def _removed(self, node, interfaces):
        self._signal("/", OBJECTS, "InterfacesRemoved", "oas", dbus.ObjectPath(node.path), dbus.Array(interfaces, signature="s"))

    def _signal(self, path, interface, name, signature, *arguments):
        message = dbus.lowlevel.SignalMessage(path, interface, name)
        message.append(*arguments, signature=signature)
        self._bus.send_message(message)

    def _handle(self, bus, message):
        if not isinstance(message, dbus.lowlevel.MethodCallMessage):
            return dbus.lowlevel.HANDLER_RESULT_NOT_YET_HANDLED
        call = Call(bus, message)
        try:
            if not self._rights():
                raise access_denied(call)
            node = self._nodes.get(call.path)
            if node is None and not (call.interface == INTROSPECTION and self._children(call.path)):
                raise BlueZError("org.freedesktop.DBus.Error.UnknownObject", f"Method \"{call.member}\" on no object {call.path}")
            self._answer(node, call)
        except BlueZError as error:
            call.fail(error)
        return dbus.lowlevel.HANDLER_RESULT_HANDLED

    def _answer(self, node, call):
        if call.interface == INTROSPECTION:
            call.reply("s", self._introspected(node, call.path))
        elif call.interface == PROPERTIES:
            self._answer_properties(node, call)
        elif (call.interface, call.member) in node.methods:
            node.methods[call.interface, call.member](call)
        else:
            raise unknown_method(call)

    def _answer_properties(self, node, call):
        interface = str(call.arguments[0])
        properties = node.interfaces.get(interface)
        if properties is None:
            raise BlueZError("org.freedesktop.DBus.Error.InvalidArgs", f"No such interface '{interface}'")
        if call.member == "GetAll":
            call.reply("a{sv}", dbus.Dictionary(properties, signature="sv"))
            return
        name = str(call.arguments[1])
        if call.member == "Get":
            if name not in properties:
                raise BlueZError("org.freedesktop.DBus.Error.InvalidArgs", f"No such property '{name}'")
            call.reply("v", properties[name])
        elif (interface, name) in node.setters:
            node.setters[interface, name](call.arguments[2])
            call.reply()
        else:
            raise BlueZError("org.freedesktop.DBus.Error.PropertyReadOnly", f"Property '{name}' is not writable")

    def _managed(self, call):
        objects = {dbus.ObjectPath(path): node.described() for path, node in self._nodes.items() if node is not self._root}
        call.reply("a{oa{sa{sv}}}", dbus.Dictionary(objects, signature="oa{sa{sv}}"))

    def _children(self, path):
        start = path.rstrip("/") + "/"
        return sorted({other[len(start):].split("/")[0] for other in self._nodes if other.startswith(start) and other != path})

    def _introspected(self, node, path):
        interfaces = "".join(f'<interface name="{interface}">' + "".join(
            f'<method name="{member}"/>' for owner, member in node.methods if owner == interface)
            + "</interface>" for interface in {owner for owner, _ in node.methods} | set(node.interfaces)) if node else ""
        return f"<node>{interfaces}" + "".join(f'<node name="{child}"/>' for child in self._children(path)) + "</node>"
