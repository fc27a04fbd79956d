using System.Runtime.CompilerServices;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Connecting;

namespace CoRegulation.Biofeedback.InTheHand;

/// <summary>Straps through InTheHand.BluetoothLE: the radio of Windows, for those who build with it.</summary>
/// <remarks>It never asks for pairing, and looks through filters of its own: the package pairs where it likes and ignores filters on some systems.</remarks>
public sealed class InTheHandBackend : ISensorBackend
{
    private readonly TimeProvider _time;
    private readonly Advertisements _advertisements = new();

    /// <summary>The radio of this machine.</summary>
    /// <param name="time">The clock that stamps arrivals.</param>
    public InTheHandBackend(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
    }

    /// <inheritdoc/>
    public string Name => "inthehand";

    /// <inheritdoc/>
    public async IAsyncEnumerable<SensorSighting> ScanAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await RadioTrouble.ThrowIfUnusableAsync(cancellationToken);
        await foreach (var sighting in new StrapScan(Name, _advertisements, _time).RunAsync(cancellationToken))
            yield return sighting;
    }

    /// <inheritdoc/>
    public IHeartRateSensor Open(string id, string? name = null)
    {
        id = StrapIdentity.Normal(id);
        var start = Name + ":";
        if (!id.StartsWith(start, StringComparison.Ordinal) || id.Length == start.Length || id.Any(char.IsWhiteSpace))
            throw new SensorException(SensorTrouble.BadIdentity, $"'{id}' is no strap of this radio: its identities are {start} and an address, as 'coreg sensors' prints them.");
        var address = id[start.Length..];
        return new StrapSensor(new InTheHandLink(id, address, StrapName.Of(name, address), _advertisements, _time), _time);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _advertisements.Dispose();
        return default;
    }
}
