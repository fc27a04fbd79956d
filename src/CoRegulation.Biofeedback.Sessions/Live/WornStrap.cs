using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>A strap of a running session: who wears it, and what it said of itself last. Its session guards it.</summary>
internal sealed class WornStrap(string person, IHeartRateSensor sensor) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public string Person { get; set; } = person;

    public IHeartRateSensor Sensor => sensor;

    /// <summary>Cancelled when another strap takes its place, or the session ends.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>The task that reads it.</summary>
    public Task Reading { get; set; } = Task.CompletedTask;

    public SensorStateEvent? State { get; set; }

    public bool HasSpoken { get; set; }

    /// <summary>Whether it has said all that it had to say: a simulated person that is over. A strap that gave up has not; another may take its place.</summary>
    public bool IsOver => Reading.IsCompleted && State?.State is not SensorState.GaveUp;

    public void Leave() => _stop.Cancel();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await sensor.DisposeAsync();
        _stop.Dispose();
    }
}
