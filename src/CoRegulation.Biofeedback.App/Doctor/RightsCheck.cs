using CoRegulation.Biofeedback.Sensors.BlueZ;

namespace CoRegulation.Biofeedback.App.Doctor;

/// <summary>Whether this user may use Bluetooth.</summary>
internal sealed class RightsCheck(BluezHealth health) : ICheck
{
    private const string Name = "rights";

    /// <inheritdoc/>
    public Task<Finding> RunAsync(CancellationToken cancellationToken) => Task.FromResult<Finding>(health.HasRights switch
    {
        true => new(Name, CheckState.Ok, "This user may use Bluetooth."),
        false => new(Name, CheckState.Fail, health.Message ?? "This user may not use Bluetooth."),
        null => BluetoothChecks.NotChecked(Name, "an adapter that is on"),
    });
}
