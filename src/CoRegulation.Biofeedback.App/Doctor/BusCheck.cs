using CoRegulation.Biofeedback.Sensors.BlueZ;

namespace CoRegulation.Biofeedback.App.Doctor;

/// <summary>The message bus, over which BlueZ is reached.</summary>
internal sealed class BusCheck(BluezHealth health) : ICheck
{
    /// <inheritdoc/>
    public Task<Finding> RunAsync(CancellationToken cancellationToken) => Task.FromResult<Finding>(health.IsBusReachable
        ? new("bus", CheckState.Ok, $"The message bus answers at {health.BusAddress}.")
        : new("bus", CheckState.Fail, health.Message ?? $"There is no message bus at {health.BusAddress}."));
}
