using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Gatt;

namespace CoRegulation.Biofeedback.Sessions.Tests.Straps;

/// <summary>A strap that says what a test says.</summary>
public sealed class ScriptedStrap(string id, string name, TimeProvider time) : IHeartRateSensor
{
    private readonly Channel<SensorEvent> _events = Channel.CreateUnbounded<SensorEvent>();

    public string Id => id;

    public string Name => name;

    public bool IsRead { get; private set; }

    public bool IsDisposed { get; private set; }

    public void Tell(SensorState state, string? detail = null) => _events.Writer.TryWrite(new SensorStateEvent(time.GetTimestamp(), state, detail));

    public void Beat(int heartRateBpm, SensorContact contact = SensorContact.NotSupported) =>
        Send(HeartRateMeasurement.Encode(heartRateBpm, heartRateBpm == 0 ? [] : [(ushort)(60 * 1024 / heartRateBpm)], contact));

    public void Send(byte[] bytes) => _events.Writer.TryWrite(new NotificationEvent(time.GetTimestamp(), bytes));

    public void TellBattery(int percent) => _events.Writer.TryWrite(new BatteryEvent(time.GetTimestamp(), percent));

    public async IAsyncEnumerable<SensorEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IsRead = true;
        using var stop = cancellationToken.Register(() => _events.Writer.TryComplete());
        await foreach (var sensorEvent in _events.Reader.ReadAllAsync(CancellationToken.None))
            yield return sensorEvent;
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        _events.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }
}
