using CoRegulation.Biofeedback.Sensors;
using InTheHand.Bluetooth;

namespace CoRegulation.Biofeedback.InTheHand;

/// <summary>What is wrong with the radio, in words for the person at the screen.</summary>
internal static class RadioTrouble
{
    /// <exception cref="SensorException">The radio cannot be used.</exception>
    public static async Task ThrowIfUnusableAsync(CancellationToken stop)
    {
        bool isThere;
        try
        {
            isThere = await Bluetooth.GetAvailabilityAsync().WaitAsync(stop);
        }
#pragma warning disable CA1031 // Without an adapter the package fails in ways of its own, a null reference on Windows among them.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            throw new SensorException(
                SensorTrouble.NoAdapter, "There is no Bluetooth on this computer that InTheHand.BluetoothLE can use. Plug in an adapter, or connect the straps in the browser (Chrome or Edge).", fault);
        }

        if (!isThere)
            throw new SensorException(SensorTrouble.AdapterOff, "Bluetooth is off or not allowed for this program. Switch it on in the system's settings, and allow it under privacy.");
    }

    /// <summary>Why a strap could not be connected.</summary>
    /// <param name="name">The strap's name.</param>
    /// <param name="cause">What the package said; null where it just brought nothing.</param>
    public static SensorException Unreachable(string name, Exception? cause) => cause switch
    {
        UnauthorizedAccessException or System.Security.SecurityException => new(
            SensorTrouble.NoRights, $"This program may not use {name}. Allow Bluetooth for it in the system's privacy settings.", cause),
        _ => new(
            SensorTrouble.NotInRange, $"{name} is not in range, asleep, or held by another program or phone. Wear it with wet electrodes, and close other programs that use it.", cause),
    };
}
