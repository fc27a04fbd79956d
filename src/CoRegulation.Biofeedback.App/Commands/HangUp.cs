using System.Runtime.InteropServices;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>The terminal is closed (SIGHUP; on Windows its window): the command ends as at SIGTERM, or the system ends it after a while.</summary>
internal sealed class HangUp : IDisposable
{
    private readonly TimeSpan _patience;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration _registration;

    /// <summary>Listens for it until disposed of.</summary>
    /// <param name="patience">How long the command may take to end properly.</param>
    public HangUp(TimeSpan patience)
    {
        _patience = patience;
        _registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);
    }

    /// <summary>Cancelled when the terminal is closed.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>The command has ended.</summary>
    public void Dispose()
    {
        _ended.TrySetResult();
        _registration.Dispose();
        _stop.Dispose();
    }

    // Windows ends the process as soon as this returns, hence the waiting.
    private void End(PosixSignalContext signal)
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The command has just ended.
        }

        signal.Cancel = _ended.Task.Wait(_patience);
    }
}
