namespace CoRegulation.Biofeedback.Sensors.Tests;

/// <summary>What every <see cref="IHeartRateSensor"/> must keep; one class for each implementation derives from it.</summary>
public abstract class HeartRateSensorContract
{
    /// <summary>A sensor whose first message has come and that has more to give, or waits for more.</summary>
    protected abstract Task<IHeartRateSensor> StartAsync();

    /// <summary>Lets time pass until the strap has been lost and is back, and the beats after that have come.</summary>
    protected abstract Task LoseAndFindAgainAsync();

    /// <summary>What the strap has sent that somebody could hear, in order, as hexadecimal digits.</summary>
    protected abstract IEnumerable<string> Sent { get; }

    [Fact]
    public async Task Stopping_ends_the_sequence_without_an_error()
    {
        await using var sensor = await StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        await foreach (var _ in sensor.ReadAsync(stop.Token))
            await stop.CancelAsync();

        Assert.True(stop.IsCancellationRequested);
    }

    [Fact]
    public async Task Stopping_while_nothing_comes_ends_the_sequence_without_an_error()
    {
        await using var sensor = await StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var reading = CountAsync(sensor, out var first, stop.Token);
        await first;
        Assert.False(reading.IsCompleted);
        await stop.CancelAsync();

        Assert.NotEqual(0, await reading);
    }

    [Fact]
    public async Task Disposing_ends_the_sequence_without_an_error()
    {
        var sensor = await StartAsync();

        var reading = CountAsync(sensor, out var first, TestContext.Current.CancellationToken);
        await first;
        await sensor.DisposeAsync();

        Assert.NotEqual(0, await reading);
    }

    [Fact]
    public async Task It_is_connected_before_anything_else_comes()
    {
        await using var sensor = await StartAsync();

        await foreach (var first in sensor.ReadAsync(TestContext.Current.CancellationToken))
        {
            var state = Assert.IsType<SensorStateEvent>(first).State;
            if (state is SensorState.Connecting)
                continue;
            Assert.Equal(SensorState.Connected, state);
            break;
        }
    }

    [Fact]
    public async Task Its_id_names_the_backend_and_its_name_is_for_people()
    {
        await using var sensor = await StartAsync();

        Assert.Matches("^[a-z]+:[^ ]+$", sensor.Id);
        Assert.NotEmpty(sensor.Name);
    }

    [Fact]
    public async Task Arrival_times_never_go_back_and_no_beat_comes_twice_after_a_reconnect()
    {
        await using var sensor = await StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await LoseAndFindAgainAsync();

        var events = await UntilBackAsync(sensor, stop);

        Assert.Equal(events.Select(sensorEvent => sensorEvent.ArrivalTimestamp).Order(), events.Select(sensorEvent => sensorEvent.ArrivalTimestamp));
        var heard = events.OfType<NotificationEvent>().Select(notification => Convert.ToHexStringLower(notification.Bytes.Span)).ToList();
        Assert.Equal(Sent.Take(heard.Count), heard);
        Assert.Equal(
            [SensorState.Connected, SensorState.Lost, SensorState.Connected],
            events.OfType<SensorStateEvent>().Select(state => state.State).Where(state => state is SensorState.Connected or SensorState.Lost));
    }

    // Until three notifications have come after the second connection.
    private static async Task<List<SensorEvent>> UntilBackAsync(IHeartRateSensor sensor, CancellationTokenSource stop)
    {
        var events = new List<SensorEvent>();
        var (connections, after) = (0, 0);
        await foreach (var sensorEvent in sensor.ReadAsync(stop.Token))
        {
            events.Add(sensorEvent);
            connections += sensorEvent is SensorStateEvent { State: SensorState.Connected } ? 1 : 0;
            after += connections == 2 && sensorEvent is NotificationEvent ? 1 : 0;
            if (after == 3)
                await stop.CancelAsync();
        }

        return events;
    }

    private static Task<int> CountAsync(IHeartRateSensor sensor, out Task first, CancellationToken stop)
    {
        var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        first = came.Task.WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
        return CountAsync(sensor, came, stop);
    }

    private static async Task<int> CountAsync(IHeartRateSensor sensor, TaskCompletionSource first, CancellationToken stop)
    {
        var count = 0;
        await foreach (var _ in sensor.ReadAsync(stop))
        {
            count++;
            first.TrySetResult();
        }

        return count;
    }
}
