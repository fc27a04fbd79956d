using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.App.Sensors;

/// <summary>Scans with several backends at once. One that cannot scan tells so and is tried again: whoever reads the trouble may be mending it.</summary>
internal sealed class SensorScan(IReadOnlyList<ISensorBackend> backends, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<ScanNews> _news = Channel.CreateUnbounded<ScanNews>(new() { SingleReader = true });
    private readonly HashSet<string> _troubled = []; // of the reader

    /// <summary>Whether no backend can scan, as far as was read.</summary>
    public bool IsHopeless => _troubled.Count == backends.Count;

    /// <summary>What the backends tell until cancelled, which ends it normally.</summary>
    public async IAsyncEnumerable<ScanNews> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var scanning = Task.WhenAll(backends.Select(backend => ScanAsync(backend, cancellationToken)));
        _ = scanning.ContinueWith(_ => _news.Writer.TryComplete(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await foreach (var news in _news.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (news.Trouble is null)
                _troubled.Remove(news.Backend);
            else
                _troubled.Add(news.Backend);
            yield return news;
        }

        await scanning;
    }

    private async Task ScanAsync(ISensorBackend backend, CancellationToken cancellationToken)
    {
        string? told = null;
        var inRange = new Dictionary<string, SensorSighting>();
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var sighting in backend.ScanAsync(cancellationToken))
                {
                    told = null;
                    inRange[sighting.Id] = sighting;
                    _news.Writer.TryWrite(new(backend.Name, sighting, null));
                }
            }
            catch (SensorException trouble)
            {
                foreach (var sighting in inRange.Values.Where(sighting => sighting.IsInRange))
                    _news.Writer.TryWrite(new(backend.Name, sighting with { IsInRange = false, SignalDbm = null }, null));
                inRange.Clear();
                if (told != trouble.Message)
                    _news.Writer.TryWrite(new(backend.Name, null, told = trouble.Message));
            }

            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
