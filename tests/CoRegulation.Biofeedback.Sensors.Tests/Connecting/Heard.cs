using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sensors.Tests.Connecting;

/// <summary>Reads a sensor in the background and keeps what it tells.</summary>
internal sealed class Heard : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<SensorEvent> _events = new();
    private readonly IHeartRateSensor _sensor;
    private readonly bool _owns;

    public Heard(IHeartRateSensor sensor, bool owns = true)
    {
        (_sensor, _owns) = (sensor, owns);
        Ended = ReadAsync();
    }

    public Task Ended { get; }

    public IReadOnlyList<SensorEvent> Events => [.. _events];

    public IReadOnlyList<SensorState> States => [.. _events.OfType<SensorStateEvent>().Select(state => state.State)];

    public IReadOnlyList<byte> Rates => [.. _events.OfType<NotificationEvent>().Select(notification => notification.Bytes.Span[1])];

    public Task StopAsync()
    {
        _stop.Cancel();
        return Ended;
    }

    /// <summary>Waits, really, until something is so; the clock of the sensor stands still meanwhile.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (!isSo())
            await Task.Delay(1, deadline.Token);
    }

    /// <summary>Lets the sensor's clock run in steps until something is so, and tells how long that took.</summary>
    public static async Task<TimeSpan> AdvanceUntilAsync(FakeTimeProvider time, Func<bool> isSo, TimeSpan atMost)
    {
        var began = time.GetTimestamp();
        while (!isSo())
        {
            if (time.GetElapsedTime(began) >= atMost)
            {
                // The time is over; what fell due in it may still be on its way, on other threads.
                await UntilAsync(isSo);
                break;
            }

            time.Advance(TimeSpan.FromMilliseconds(100));
            // What fell due runs on other threads, and each of its steps queues behind what is queued already.
            for (var turn = 0; turn < 20 && !isSo(); turn++)
                await Task.Factory.StartNew(() => { }, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
            if (!isSo())
                await Task.Delay(1);
        }

        return time.GetElapsedTime(began);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        if (_owns)
            await _sensor.DisposeAsync();
    }

    private async Task ReadAsync()
    {
        await foreach (var sensorEvent in _sensor.ReadAsync(_stop.Token))
            _events.Enqueue(sensorEvent);
    }
}
