namespace CoRegulation.Biofeedback.Sessions.Live;

/// <content>What runs beside the straps from the start to the end.</content>
public sealed partial class StrapSession
{
    /// <summary>How often the recording is made to survive the machine. At least once a second is promised, and kept on a machine that is busy and has
    /// a slow disk; where nothing came meanwhile it costs nothing.</summary>
    private static readonly TimeSpan SyncEvery = TimeSpan.FromSeconds(0.25);

    private async Task RunAsync(CancellationTokenSource grid, Task syncing)
    {
        using var _ = grid;
        var snapshots = GiveSnapshotsAsync(grid.Token);
        try
        {
            // A fault in what runs beside the straps ends the session, too, rather than leave a picture that stands still.
            await await Task.WhenAny(_over.Task, snapshots, syncing).WaitAsync(_stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Ended by whoever runs it.
        }
        finally
        {
            try
            {
                await TakeOffAllAsync();
                await grid.CancelAsync();
                await Task.WhenAll(snapshots, syncing);
            }
            finally
            {
                End();
            }
        }
    }

    private async Task SyncAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(SyncEvery, _time, cancellationToken);
                // Outside the lock: a slow disk must not hold up a message.
                _recording?.Sync();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The session ends; closing the recording syncs it.
        }
    }
}
