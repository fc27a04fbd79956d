using CoRegulation.Biofeedback.Sensors.BlueZ.Bus;

namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>What an error of the bus, of BlueZ or of a strap means to the person at the screen, and what to do about it.</summary>
internal static class BluezTrouble
{
    private const string Nearer = "Wear it with wet electrodes, hold it nearer, and close whatever else may be connected to it (phone, watch).";

    /// <summary>There is no bus, no libdbus, or it does not let this program in.</summary>
    public static SensorException OfBus(Exception fault, string address) => fault switch
    {
        DllNotFoundException or EntryPointNotFoundException => new(
            SensorTrouble.NoRadioService, "libdbus-1.so.3 is missing, by which Bluetooth is reached. Install it, on Debian and Ubuntu: sudo apt install bluez libdbus-1-3", fault),
        BusException { Name: BusException.AccessDenied } => new(
            SensorTrouble.NoRights, $"The message bus at {address} does not let this user in. Run coreg as the user who is logged in.", fault),
        _ => new(
            SensorTrouble.NoRadioService, $"There is no message bus at {address}, over which Bluetooth is reached. Start it: sudo systemctl start dbus", fault),
    };

    /// <summary>BlueZ does not answer, or not to this user.</summary>
    public static SensorException OfService(BusException fault) => fault.Name switch
    {
        BusException.AccessDenied or "org.bluez.Error.NotAuthorized" or "org.bluez.Error.NotPermitted" => NoRights(fault),
        BusException.NoReply or "org.freedesktop.DBus.Error.TimedOut" or "org.freedesktop.DBus.Error.Timeout" => new(
            SensorTrouble.Other, "The Bluetooth service does not answer. Start it anew: sudo systemctl restart bluetooth", fault),
        _ => ServiceGone(fault),
    };

    public static SensorException ServiceGone(Exception? fault = null) => new(
        SensorTrouble.NoRadioService, "The Bluetooth service (bluetoothd) is not running. Start it: sudo systemctl start bluetooth (if there is none: sudo apt install bluez)", fault);

    /// <summary>Why no adapter can be used; null when one can.</summary>
    public static SensorException? OfAdapters(BluezObjects objects, string rfkillFolder)
    {
        if (!objects.IsServiceThere)
            return ServiceGone();
        var adapters = objects.Adapters;
        if (adapters.Any(adapter => adapter.IsPowered))
            return null;
        var blocked = Rfkill.Read(rfkillFolder);
        if (blocked.BySwitch)
            return new(SensorTrouble.AdapterBlocked, "Bluetooth is blocked by a switch or key of this computer. Turn it on there (rfkill list shows it).");
        if (blocked.BySoftware || adapters.Any(adapter => adapter.IsBlocked))
            return new(SensorTrouble.AdapterBlocked, "Bluetooth is blocked (flight mode). Unblock it: rfkill unblock bluetooth");
        return adapters.Count == 0
            ? new(SensorTrouble.NoAdapter, "There is no Bluetooth adapter. Plug one in; if there is one, start it anew: sudo systemctl restart bluetooth")
            : new(SensorTrouble.AdapterOff, "The Bluetooth adapter is switched off. Switch it on: bluetoothctl power on");
    }

    /// <summary>Looking for straps does not work.</summary>
    public static SensorException OfDiscovery(BusException fault, BluezObjects objects, string rfkillFolder) => fault.Name switch
    {
        BusException.AccessDenied or "org.bluez.Error.NotAuthorized" or "org.bluez.Error.NotPermitted" => NoRights(fault),
        _ => OfAdapters(objects, rfkillFolder) ?? new SensorException(
            SensorTrouble.Other, $"The Bluetooth adapter cannot look for straps ({Short(fault)}). Start it anew: sudo systemctl restart bluetooth", fault),
    };

    /// <summary>A request to a strap failed.</summary>
    public static SensorException OfStrap(BusException fault, string name, bool mayBeNoStrap, BluezObjects objects, string rfkillFolder)
    {
        if (fault.Name is BusException.AccessDenied or "org.bluez.Error.NotAuthorized")
            return NoRights(fault);
        if (OfAdapters(objects, rfkillFolder) is { } trouble)
            return trouble;
        return fault.Name switch
        {
            "org.bluez.Error.InProgress" or "org.bluez.Error.NotPermitted" => Held(name, fault),
            "org.bluez.Error.Failed" when fault.Told.Contains("busy", StringComparison.OrdinalIgnoreCase)
                || fault.Told.Contains("in progress", StringComparison.OrdinalIgnoreCase) => Held(name, fault),
            "org.bluez.Error.Failed" when fault.Told.Contains("limit", StringComparison.OrdinalIgnoreCase) => new(
                SensorTrouble.Other, $"The Bluetooth adapter has too many connections for {name}. Disconnect another device.", fault),
            "org.bluez.Error.NotSupported" => CannotBeSubscribed(name, mayBeNoStrap, fault),
            BusException.NoReply => NotAnswering(name, fault),
            _ => new(SensorTrouble.NotInRange, $"{name} could not be connected ({Short(fault)}). {Nearer}", fault),
        };
    }

    public static SensorException NotInRange(string name) => new(SensorTrouble.NotInRange, $"{name} is not in range, or asleep. {Nearer}");

    public static SensorException NotAnswering(string name, Exception? fault = null) =>
        new(SensorTrouble.NotInRange, $"{name} does not answer. {Nearer}", fault);

    public static SensorException Held(string name, Exception? fault = null) => new(
        SensorTrouble.HeldByAnother, $"{name} is held by another program. Close it (bluetoothctl devices Connected shows what is connected), or take another strap.", fault);

    public static SensorException UsedHere(string name) => new(
        SensorTrouble.HeldByAnother, $"{name} is in use here already: one strap cannot be worn by two people. Choose another strap.");

    public static SensorException NoHeartRateService(string name) => new(
        SensorTrouble.NotAHeartRateStrap, $"{name} has no heart rate service (0x180D). Choose a heart rate strap.");

    public static SensorException CannotBeSubscribed(string name, bool mayBeNoStrap, Exception? fault = null) => mayBeNoStrap
        ? new(SensorTrouble.NotAHeartRateStrap, $"{name} has a heart rate that cannot be subscribed to. Choose another strap.", fault)
        : NotAnswering(name, fault);

    private static SensorException NoRights(BusException fault) => new(
        SensorTrouble.NoRights, "This user may not use Bluetooth. Allow it: sudo usermod -aG bluetooth $USER, then log out and in again.", fault);

    private static string Short(BusException fault)
    {
        var told = fault.Told.Length > 0 ? fault.Told : fault.Name;
        var line = string.Concat(told.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return line.Length <= 80 ? line : line[..80] + "…";
    }
}
