"""A dbus-daemon of our own, on which anybody may be org.bluez."""

import ctypes
import os
import shutil
import signal
import subprocess
import tempfile

CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
  </policy>
</busconfig>
"""
PR_SET_PDEATHSIG = 1


class PrivateBus:
    def __init__(self):
        if shutil.which("dbus-daemon") is None:
            raise SystemExit("bluez-peer: no dbus-daemon here; on Debian it is in the package dbus-daemon (or dbus)")
        self._folder = tempfile.mkdtemp(prefix="bluez-peer-")
        socket = os.path.join(self._folder, "bus")
        configuration = os.path.join(self._folder, "bus.conf")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write(CONFIGURATION.format(socket=socket))
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--nofork", "--nopidfile", "--nosyslog", f"--config-file={configuration}", "--print-address=1"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, preexec_fn=_die_with_parent, text=True)
        if not self._daemon.stdout.readline():
            self.close()
            raise SystemExit("bluez-peer: dbus-daemon did not start")
        self.address = f"unix:path={socket}"

    def close(self):
        self._daemon.terminate()
        self._daemon.wait()
        shutil.rmtree(self._folder, ignore_errors=True)


def _die_with_parent():
    os.setsid()
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
