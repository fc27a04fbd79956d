"""The identities that Bluetooth gave to what straps have."""


def of(short):
    return f"0000{short}-0000-1000-8000-00805f9b34fb"


GENERIC_ACCESS = of("1800")
GENERIC_ATTRIBUTE = of("1801")
DEVICE_INFORMATION = of("180a")
HEART_RATE = of("180d")
BATTERY = of("180f")
MEASUREMENT = of("2a37")
BODY_LOCATION = of("2a38")
BATTERY_LEVEL = of("2a19")
CLIENT_CONFIGURATION = of("2902")
