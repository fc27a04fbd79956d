"""The command line."""

import argparse
import os

DEFAULTS = {"name": "Polar H10 {n}", "address": "AA:BB:CC:DD:EE:0{n}", "rssi": "-55", "battery": "87", "rr": "1000", "play": "",
            "address-type": "public", "advertise": "yes", "notify": "yes", "known": "no"}


def parse(arguments):
    parser = argparse.ArgumentParser(
        prog="bluez-peer", description="Plays org.bluez with heart-rate straps on a bus, for tests and for people without a strap.")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--bus", metavar="ADDRESS", help="a bus that runs already; default $DBUS_SYSTEM_BUS_ADDRESS, never the system's own")
    where.add_argument("--own-bus", action="store_true", help="start a private dbus-daemon and print its address")
    parser.add_argument("--strap", action="append", default=[], metavar="SETTINGS", help="name=…,address=…,rr=… (see README.md); may be repeated")
    parser.add_argument("--speed", type=float, default=1, help="how much faster than true time hearts beat and recordings play")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wait-start", action="store_true", help="hearts begin on the command 'start', not with the first subscription")
    parser.add_argument("--forget", type=float, default=30, metavar="S", help="how long a strap that is not seen is kept (BlueZ: 30)")
    parser.add_argument("--claim-battery", action="store_true", help="the battery service is not exported, only Battery1 (BlueZ before 5.69)")
    parser.add_argument("--stay", action="store_true", help="go on when standard input ends")
    parser.add_argument("--log", metavar="FILE", help="what was sent, as JSON lines")
    options = parser.parse_args(arguments)
    options.bus = options.bus or os.environ.get("DBUS_SYSTEM_BUS_ADDRESS")
    if not options.own_bus and not options.bus:
        parser.error("which bus? --own-bus starts one, --bus ADDRESS names one")
    if options.speed <= 0:
        parser.error("--speed is above 0")
    try:
        options.straps = [_settings(number, text) for number, text in enumerate(options.strap or ["", ""], start=1)]
    except ValueError as error:
        parser.error(str(error))
    return options


def _settings(number, text):
    settings = {key: value.format(n=number) for key, value in DEFAULTS.items()}
    for part in text.split(",") if text else []:
        key, is_set, value = part.partition("=")
        if key.strip() not in settings or not is_set:
            raise ValueError(f"--strap: '{part}' is none of {', '.join(DEFAULTS)}")
        settings[key.strip()] = value
    for key in ("rssi", "battery"):
        settings[key] = int(settings[key])
    settings["rr"] = float(settings["rr"])
    if not 200 <= settings["rr"] <= 3000:
        raise ValueError("--strap: rr is the interval between beats in ms, 200 to 3000")
    for key in ("advertise", "notify", "known"):
        settings[key] = settings[key] == "yes"
    settings["address"] = settings["address"].upper()
    return settings
