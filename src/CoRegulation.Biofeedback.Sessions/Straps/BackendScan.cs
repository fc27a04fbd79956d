using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>Looks for straps with one backend, again and again when that fails.</summary>
/// <param name="backend">The radio.</param>
/// <param name="time">The clock of the pauses.</param>
/// <param name="saw">Told of each sighting.</param>
/// <param name="troubled">Told of what is wrong, and null when it is over.</param>
internal sealed class BackendScan(ISensorBackend backend, TimeProvider time, Action<SensorSighting> saw, Action<string, RadioTrouble?> troubled)
{
    /// <summary>The pause before it is tried again. 2 s: somebody switches the radio on and looks at the page.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>A search that lasts so long has begun, even if no strap is there. 1 s.</summary>
    public static readonly TimeSpan Works = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken stop)
    {
        // A radio that answers late must not hold up who asked.
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            if (await TroubleAsync(stop) is { } trouble)
                troubled(backend.Name, trouble);
            await Task.Delay(Pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // Nobody looks any more: what was wrong then is not known to be so still.
        troubled(backend.Name, null);
    }

    /// <summary>One search until it ends or fails; what is wrong, where something is.</summary>
    private async Task<RadioTrouble?> TroubleAsync(CancellationToken stop)
    {
        try
        {
            await ScanAsync(stop);
            return null;
        }
        catch (SensorException e)
        {
            return new RadioTrouble(backend.Name, e.Trouble, e.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // One broken radio must not take the others with it, nor the page.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new RadioTrouble(backend.Name, SensorTrouble.Other, $"Looking for straps does not work ({backend.Name}): {e.Message}");
        }
    }

    private async Task ScanAsync(CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await using var sightings = backend.ScanAsync(stop).GetAsyncEnumerator(stop);
        var first = sightings.MoveNextAsync().AsTask();
        if (await Task.WhenAny(first, Task.Delay(Works, time, over.Token)) != first && !stop.IsCancellationRequested)
            troubled(backend.Name, null);
        await over.CancelAsync();
        for (var more = await first; more; more = await sightings.MoveNextAsync())
        {
            troubled(backend.Name, null);
            saw(sightings.Current);
        }
    }
}
