using System.Runtime.CompilerServices;
using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.App.Sensors;

/// <summary>Simulated people as straps that can be chosen: <c>sim:SCENARIO/A</c> and <c>sim:SCENARIO/B</c>. They are never found, only named.</summary>
/// <param name="straps">The straps.</param>
/// <param name="time">The clock that they play by.</param>
internal sealed class SimulatedBackend(SimulatedStraps straps, TimeProvider time) : ISensorBackend
{
    /// <inheritdoc/>
    public string Name => StrapIdentity.Simulated;

    /// <summary>Finds nothing: nobody should come upon a simulated person by chance.</summary>
    public async IAsyncEnumerable<SensorSighting> ScanAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        yield break;
    }

    /// <inheritdoc/>
    public IHeartRateSensor Open(string id, string? name = null) => straps.Open(id, "A", time, time.GetTimestamp());

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;
}
