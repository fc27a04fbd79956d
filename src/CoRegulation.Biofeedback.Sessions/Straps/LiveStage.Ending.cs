namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <content>The end: what is just beginning is waited for, and after it nothing begins.</content>
public sealed partial class LiveStage
{
    private bool _isOver; // under the lock

    /// <summary>Ends the session, if there is one, and lets go of the straps; waits for one that is just starting.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _isOver = true;
            _started.TrySetCanceled();
        }

        if (Session is { } session)
            await session.DisposeAsync();
        await SetUp.DisposeAsync();
    }

    private void MustBeOpen()
    {
        if (_isOver)
            throw new ChoiceRefusedException("The program is ending: start it again for another session.");
    }

    private void MustGoOn()
    {
        MustBeOpen();
        if (Session?.Transport.Ended is true)
            throw new ChoiceRefusedException("The session has ended.");
    }
}
