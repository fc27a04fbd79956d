namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>Counts changes, for those who wait for the next. For any thread.</summary>
internal sealed class Versions
{
    private readonly Lock _lock = new();
    private long _now;
    private TaskCompletionSource _next = New();

    /// <summary>Higher after each change. Read it before what it is the version of: then nothing is missed.</summary>
    public long Now
    {
        get
        {
            lock (_lock)
                return _now;
        }
    }

    /// <summary>Ends when something has changed since a version; at once when it has already.</summary>
    public Task SinceAsync(long version)
    {
        lock (_lock)
            return _now > version ? Task.CompletedTask : _next.Task;
    }

    /// <summary>Something has changed.</summary>
    public void Count()
    {
        TaskCompletionSource told;
        lock (_lock)
        {
            _now++;
            (told, _next) = (_next, New());
        }

        told.TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
