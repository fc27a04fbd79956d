"""One call that a program makes, and the errors that BlueZ answers with."""

import dbus.lowlevel


class BlueZError(Exception):
    def __init__(self, name, text):
        super().__init__(text)
        self.name = name if "." in name else f"org.bluez.Error.{name}"
        self.text = text


class Call:
    """A method call, which may be answered later, once."""

    def __init__(self, bus, message):
        self._bus = bus
        self._message = message
        self.sender = message.get_sender()
        self.path = message.get_path()
        self.interface = message.get_interface()
        self.member = message.get_member()
        self.arguments = message.get_args_list()

    def reply(self, signature=None, *values):
        answer = dbus.lowlevel.MethodReturnMessage(self._message)
        if signature:
            answer.append(*values, signature=signature)
        self._send(answer)

    def fail(self, error):
        self._send(dbus.lowlevel.ErrorMessage(self._message, error.name, error.text))

    def _send(self, answer):
        if not self._message.get_no_reply() and self._bus.get_is_connected():
            self._bus.send_message(answer)


def access_denied(call):
    return BlueZError(
        "org.freedesktop.DBus.Error.AccessDenied",
        f'Rejected send message, 1 matched rules; type="method_call", interface="{call.interface}" member="{call.member}" destination="org.bluez"')


def unknown_method(call):
    return BlueZError(
        "org.freedesktop.DBus.Error.UnknownMethod",
        f'Method "{call.member}" with interface "{call.interface}" doesn\'t exist')


def in_progress(text="In Progress"):
    return BlueZError("InProgress", text)


def not_connected():
    return BlueZError("Failed", "Not connected")


def not_ready():
    return BlueZError("NotReady", "Resource Not Ready")


def not_supported():
    return BlueZError("NotSupported", "Operation is not supported")
