using System.Threading.Channels;

namespace CoRegulation.Biofeedback.Sensors.Connecting;

/// <summary>What a sensor tells, in order: arrival times never go back, though several threads speak.</summary>
internal sealed class EventLine(ChannelWriter<SensorEvent> writer)
{
    private readonly Lock _lock = new();
    private SensorStateEvent? _state;
    private long _last = long.MinValue;

    public void Tell(SensorEvent sensorEvent)
    {
        lock (_lock)
        {
            _last = Math.Max(_last, sensorEvent.ArrivalTimestamp);
            if (sensorEvent is SensorStateEvent state)
                _state = state;
            writer.TryWrite(sensorEvent.ArrivalTimestamp == _last ? sensorEvent : sensorEvent with { ArrivalTimestamp = _last });
        }
    }

    /// <summary>Tells a state only when it or its detail is another than the last.</summary>
    public void TellOnce(SensorStateEvent state)
    {
        lock (_lock)
        {
            if (_state is null || _state.State != state.State || (state.Detail is not null && _state.Detail != state.Detail))
                Tell(state);
        }
    }

    public void End() => writer.TryComplete();
}
