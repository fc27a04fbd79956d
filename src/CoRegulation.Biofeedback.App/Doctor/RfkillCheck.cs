using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.BlueZ;

namespace CoRegulation.Biofeedback.App.Doctor;

/// <summary>Whether flight mode, a switch or a key blocks Bluetooth.</summary>
internal sealed class RfkillCheck(BluezHealth health) : ICheck
{
    private const string Name = "rfkill";

    /// <inheritdoc/>
    public Task<Finding> RunAsync(CancellationToken cancellationToken) => Task.FromResult<Finding>(health switch
    {
        { Trouble: SensorTrouble.AdapterBlocked } => new(Name, CheckState.Fail, health.Message!),
        { IsServiceThere: false } => BluetoothChecks.NotChecked(Name, "the Bluetooth service"),
        { HasRights: false } => BluetoothChecks.NotChecked(Name, "the right to use Bluetooth"),
        _ when health.Adapters.Any(adapter => adapter.IsBlocked) => new(
            Name, CheckState.Warn, "One of the adapters is blocked (flight mode, switch or key); another one is used."),
        _ => new(Name, CheckState.Ok, "Nothing blocks Bluetooth."),
    });
}
