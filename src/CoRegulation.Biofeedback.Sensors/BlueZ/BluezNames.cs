namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>Names of BlueZ's interface on the message bus, and of the Bluetooth services that matter here.</summary>
internal static class BluezNames
{
    public const string Service = "org.bluez";
    public const string Adapter = "org.bluez.Adapter1";
    public const string Device = "org.bluez.Device1";
    public const string Battery = "org.bluez.Battery1";
    public const string GattService = "org.bluez.GattService1";
    public const string Characteristic = "org.bluez.GattCharacteristic1";

    public const string Bus = "org.freedesktop.DBus";
    public const string BusPath = "/org/freedesktop/DBus";
    public const string ObjectManager = "org.freedesktop.DBus.ObjectManager";
    public const string Properties = "org.freedesktop.DBus.Properties";

    public const string InterfacesAdded = "InterfacesAdded";
    public const string InterfacesRemoved = "InterfacesRemoved";
    public const string PropertiesChanged = "PropertiesChanged";
    public const string NameOwnerChanged = "NameOwnerChanged";

    public const string HeartRateService = "0000180d-0000-1000-8000-00805f9b34fb";
    public const string HeartRateMeasurement = "00002a37-0000-1000-8000-00805f9b34fb";
    public const string BatteryLevel = "00002a19-0000-1000-8000-00805f9b34fb";

    /// <summary>Rule for hearing of changed properties.</summary>
    public static string ChangesOf(string @interface, string? path = null) =>
        $"type='signal',sender='{Service}',interface='{Properties}',member='{PropertiesChanged}',arg0='{@interface}'{(path is null ? "" : $",path='{path}'")}";
}
