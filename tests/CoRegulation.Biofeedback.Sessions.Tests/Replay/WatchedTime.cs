using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sessions.Tests.Replay;

/// <summary>A clock that stands still until it is told, and that tells when somebody has set a timer: moved before that, it would be
/// moved past an instant that nobody waits for yet.</summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    private TaskCompletionSource _set = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when a timer is set the next time.</summary>
    public Task NextTimer => _set.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Watched(base.CreateTimer(callback, state, dueTime, period), this);

    private sealed class Watched(ITimer timer, WatchedTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = timer.Change(dueTime, period);
            if (dueTime != Timeout.InfiniteTimeSpan)
                Interlocked.Exchange(ref time._set, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
            return changed;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
