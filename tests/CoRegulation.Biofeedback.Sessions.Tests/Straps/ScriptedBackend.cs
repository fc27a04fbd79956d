using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.Sessions.Tests.Straps;

/// <summary>A radio that sees and hears what a test says. Linked by other test projects, too.</summary>
public sealed class ScriptedBackend(TimeProvider time, string backend = "sim") : ISensorBackend
{
    private Channel<SensorSighting> _sightings = Channel.CreateUnbounded<SensorSighting>();
    private readonly List<ScriptedStrap> _opened = [];

    public string Name => backend;

    /// <summary>What a search meets; null: it works.</summary>
    public SensorException? Trouble { get; set; }

    /// <summary>Searches that were begun.</summary>
    public int Searches { get; private set; }

    public IReadOnlyList<ScriptedStrap> Opened => _opened;

    public void See(string address, string strapName, int? signalDbm = -60, bool isInRange = true, bool hasHeartRateService = true) =>
        _sightings.Writer.TryWrite(new SensorSighting($"{backend}:{address}", strapName, signalDbm, null, hasHeartRateService, isInRange));

    /// <summary>The search that runs ends with a trouble.</summary>
    public void Break(SensorException trouble)
    {
        Trouble = trouble;
        (var broken, _sightings) = (_sightings, Channel.CreateUnbounded<SensorSighting>());
        broken.Writer.TryComplete(trouble);
    }

    /// <summary>The strap that was opened last with an address.</summary>
    public ScriptedStrap Strap(string address) => _opened.Last(strap => strap.Id == $"{backend}:{address}");

    public async IAsyncEnumerable<SensorSighting> ScanAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Searches++;
        if (Trouble is { } trouble)
            throw trouble;
        var sightings = _sightings;
        using var stop = cancellationToken.Register(() => sightings.Writer.TryComplete());
        await foreach (var sighting in sightings.Reader.ReadAllAsync(CancellationToken.None))
            yield return sighting;
    }

    public IHeartRateSensor Open(string id, string? name = null)
    {
        if (id.EndsWith(":bad", StringComparison.Ordinal))
            throw new SensorException(SensorTrouble.BadIdentity, $"'{id}' is no strap's address.");
        var strap = new ScriptedStrap(id, name ?? "Strap", time);
        _opened.Add(strap);
        return strap;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
