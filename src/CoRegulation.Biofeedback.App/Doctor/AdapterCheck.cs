using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.BlueZ;

namespace CoRegulation.Biofeedback.App.Doctor;

/// <summary>A Bluetooth adapter that is switched on.</summary>
internal sealed class AdapterCheck(BluezHealth health) : ICheck
{
    private const string Name = "adapter";

    /// <inheritdoc/>
    public Task<Finding> RunAsync(CancellationToken cancellationToken) => Task.FromResult<Finding>(health switch
    {
        { Trouble: SensorTrouble.NoAdapter or SensorTrouble.AdapterOff } => new(Name, CheckState.Fail, health.Message!),
        { Adapters: [_, ..] adapters } when adapters.FirstOrDefault(adapter => adapter.IsPowered) is { } on => new(
            Name, CheckState.Ok, $"{on.Name} ({on.Address}) is on{(adapters.Length > 1 ? $", one of {adapters.Length}" : "")}."),
        { Adapters: [var off, ..] } => new(Name, CheckState.Fail, $"{off.Name} ({off.Address}) is off because Bluetooth is blocked; see rfkill."),
        { IsServiceThere: true, HasRights: false } => BluetoothChecks.NotChecked(Name, "the right to use Bluetooth"),
        _ => BluetoothChecks.NotChecked(Name, "the Bluetooth service"),
    });
}
