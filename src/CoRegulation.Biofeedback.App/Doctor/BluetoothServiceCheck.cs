using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.BlueZ;

namespace CoRegulation.Biofeedback.App.Doctor;

/// <summary>bluetoothd, the Bluetooth service of Linux.</summary>
internal sealed class BluetoothServiceCheck(BluezHealth health) : ICheck
{
    private const string Name = "bluetoothd";

    /// <inheritdoc/>
    public Task<Finding> RunAsync(CancellationToken cancellationToken) => Task.FromResult<Finding>(health switch
    {
        { IsBusReachable: false } => BluetoothChecks.NotChecked(Name, "the message bus"),
        { IsServiceThere: false } or { Trouble: SensorTrouble.Other } => new(Name, CheckState.Fail, health.Message ?? "The Bluetooth service does not answer."),
        _ => new(Name, CheckState.Ok, "The Bluetooth service is running."),
    });
}
