using System.Runtime.CompilerServices;
using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary>Tells which straps open pages hold, and which they hold no longer.</summary>
/// <param name="look">What is held now, and a task that ends when that changes.</param>
/// <param name="time">The clock of the repetitions.</param>
internal sealed class BrowserScan(Func<(IReadOnlyList<SensorSighting> Held, Task Changed)> look, TimeProvider time)
{
    private static readonly TimeSpan SightingsEvery = TimeSpan.FromSeconds(10);

    public async IAsyncEnumerable<SensorSighting> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var told = new HashSet<string>();
        while (!cancellationToken.IsCancellationRequested)
        {
            var (held, changed) = look();
            foreach (var gone in told.Except(held.Select(sighting => sighting.Id)).ToList())
            {
                told.Remove(gone);
                yield return new SensorSighting(gone, gone, IsInRange: false);
            }

            foreach (var sighting in held)
            {
                told.Add(sighting.Id);
                yield return sighting;
            }

            using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(changed, Task.Delay(SightingsEvery, time, pause.Token));
            await pause.CancelAsync();
        }
    }
}
