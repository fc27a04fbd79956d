using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sensors.Tests.Connecting;

/// <summary>A clock that stands still until it is told, and that knows what waits for it: it is moved only when somebody does, and just to
/// where that falls due. So it cannot run on while threads are held up, and what was waited for is known exactly. Linked by other test projects, too.</summary>
internal sealed class SteppedTime : FakeTimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Lock _lock = new();
    private readonly Dictionary<Stepped, long> _due = []; // timestamps, of timers that are set
    private volatile Task _mayBegin = Task.CompletedTask;

    /// <summary>Waits, really, until somebody waits for the clock, and moves it to where that falls due.</summary>
    /// <param name="atMost">A wait that is longer is not ended: the limit of something that runs, say.</param>
    /// <returns>How far it was moved.</returns>
    public async Task<TimeSpan> StepAsync(TimeSpan atMost)
    {
        var step = await NextAsync(atMost);
        Advance(step);
        return step;
    }

    /// <summary>Waits, really, until somebody waits for the clock; gives how long from now.</summary>
    public async Task<TimeSpan> NextAsync(TimeSpan atMost)
    {
        TimeSpan? next;
        using var deadline = new CancellationTokenSource(Patience);
        while ((next = Next(atMost)) is null)
            await Task.Delay(1, deadline.Token);
        return next.Value;
    }

    /// <summary>Waits, really, until something is so, and meanwhile moves the clock to where waits of some length fall due.</summary>
    public async Task StepUntilAsync(Func<bool> isSo, TimeSpan atMost)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (!isSo())
        {
            if (Next(atMost) is { } step)
                Advance(step);
            await Task.Delay(1, deadline.Token);
        }
    }

    /// <summary>Whoever begins to wait for the clock is held up, until what is returned is disposed of: a sensor that is woken does not begin its next try
    /// in the middle of what the test does.</summary>
    public IDisposable Hold()
    {
        var held = new TaskCompletionSource();
        _mayBegin = held.Task;
        return new Held(held);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _mayBegin.Wait(Patience);
        var timer = new Stepped(this, callback);
        timer.Inner = base.CreateTimer(timer.Fire, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(dueTime, period);
        return timer;
    }

    private TimeSpan? Next(TimeSpan atMost)
    {
        lock (_lock)
        {
            var now = GetTimestamp();
            return _due.Values.Select(due => (TimeSpan?)GetElapsedTime(now, due)).Where(wait => wait <= atMost).Min();
        }
    }

    private void Set(Stepped timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
                _due.Remove(timer);
            else
                _due[timer] = GetTimestamp() + (long)(dueTime.TotalSeconds * TimestampFrequency);
        }
    }

    private sealed class Held(TaskCompletionSource held) : IDisposable
    {
        public void Dispose() => held.SetResult();
    }

    private sealed class Stepped(SteppedTime time, TimerCallback callback) : ITimer
    {
        private TimeSpan _period;

        public ITimer Inner { get; set; } = null!;

        public void Fire(object? state)
        {
            time.Set(this, _period);
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            // Known before it is set: one that is due at once is fired within.
            _period = period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period;
            time.Set(this, dueTime);
            return Inner.Change(dueTime, period);
        }

        public void Dispose()
        {
            time.Set(this, Timeout.InfiniteTimeSpan);
            Inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            time.Set(this, Timeout.InfiniteTimeSpan);
            return Inner.DisposeAsync();
        }
    }
}
