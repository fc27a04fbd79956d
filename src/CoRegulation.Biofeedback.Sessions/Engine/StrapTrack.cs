using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Gatt;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.Sessions.Engine;

/// <summary>What one person's strap has said: its bytes decoded, its beats put on the session's clock, its state.
/// The live engine and the final analysis read a recording through this same class.</summary>
internal sealed class StrapTrack
{
    /// <summary>After this long without a message the signal counts as lost, s: five missed messages of a strap that sends one a second.</summary>
    public const double SilenceS = 5;

    private ImmutableArray<byte> _previous = [];
    private double _lastMessageS = double.NegativeInfinity;
    private bool _connected = true;
    private bool _contact = true;
    private bool? _toldContact;
    private bool _hasRr;
    private int _messagesWithoutRr;
    private int? _heartRateBpm;

    /// <summary>Beat times on the session's clock.</summary>
    public BeatClock Clock { get; } = new();

    /// <summary>Battery level, percent, where the strap told.</summary>
    public int? BatteryPercent { get; private set; }

    /// <summary>Whether it touches the skin as it told last; false while the connection is lost, null while it never told.</summary>
    public bool? ReportedContact => _toldContact is null || _connected ? _toldContact : false;

    /// <summary>The strap's own heart rate, bpm, while it sends no RR intervals at all; null otherwise, and where no heart beats so.</summary>
    public int? HeartRateWithoutRrBpm => !_hasRr && _heartRateBpm is { } bpm && OwnHeartRate.IsPossible(bpm) ? bpm : null;

    /// <summary>The same where no heart beats so; 0 only when it is certain that nothing better comes.</summary>
    public int? RefusedHeartRateBpm => !_hasRr && _heartRateBpm is { } bpm && !OwnHeartRate.IsPossible(bpm) && (bpm > 0 || LacksIntervals) ? bpm : null;

    /// <summary>Whether the strap touches the skin and sends messages, and no interval is to be expected of it.</summary>
    public bool LacksIntervals => !_hasRr && _messagesWithoutRr >= OwnHeartRate.MessagesUntilSure;

    /// <summary>Takes one fact of this person; beats that it closed are appended.</summary>
    public void Accept(Fact fact, List<TimedBeat> closed)
    {
        switch (fact)
        {
            case NotificationFact notification:
                Accept(notification, closed);
                break;
            case RrFact rr:
                Hear(rr.TimeS);
                _hasRr = true;
                Clock.AddExact(rr.TimeS, rr.RrMs.AsSpan(), closed);
                break;
            case SensorFact sensor:
                Accept(sensor);
                break;
            case AssignFact:
                ChangeStrap();
                break;
            case BatteryFact battery:
                BatteryPercent = battery.Percent;
                break;
        }
    }

    /// <summary>What the strap does at an instant, s.</summary>
    public Signal SignalAt(double timeS)
    {
        if (!_connected)
            return Signal.Lost;
        if (double.IsNegativeInfinity(_lastMessageS))
            return Signal.Waiting;
        if (timeS - _lastMessageS > SilenceS)
            return Signal.Lost;
        return _contact ? Signal.Good : Signal.NoContact;
    }

    private void Accept(NotificationFact notification, List<TimedBeat> closed)
    {
        var decoded = HeartRateMeasurement.Decode(notification.Bytes.AsSpan());
        var repeats = notification.Bytes.AsSpan().SequenceEqual(_previous.AsSpan());
        _previous = notification.Bytes;
        Hear(notification.TimeS);

        var contact = decoded.Contact is not SensorContact.NotDetected;
        if (decoded.Contact is not SensorContact.NotSupported)
            _toldContact = contact;
        ChangeContact(contact);
        _hasRr |= !decoded.RrMs.IsEmpty;
        _messagesWithoutRr += contact && decoded.RrMs.IsEmpty ? 1 : 0;
        _heartRateBpm = decoded.HeartRateBpm;

        // Without contact a strap sends noise, if anything. A message without RR still is one: it shows that the strap is there and ticking.
        if (contact)
            Clock.Add(new RrPacket(notification.TimeS, decoded.RrMs.AsMemory(), repeats), closed);
    }

    private void Accept(SensorFact sensor)
    {
        switch (sensor.State)
        {
            case SensorState.Connected:
                _connected = true;
                break;
            case SensorState.Lost or SensorState.GaveUp:
                Disconnect();
                break;
            case SensorState.Contact:
                _toldContact = true;
                ChangeContact(true);
                break;
            case SensorState.NoContact:
                _toldContact = false;
                ChangeContact(false);
                break;
        }
    }

    /// <summary>Another strap from here on: nothing that the one before said holds for it.</summary>
    private void ChangeStrap()
    {
        Disconnect();
        Clock.ChangeStrap();
        (_contact, _toldContact, _hasRr, _messagesWithoutRr, _heartRateBpm, BatteryPercent) = (true, null, false, 0, null, null);
    }

    private void Disconnect()
    {
        _connected = false;
        _previous = [];
        Clock.Break();
    }

    private void Hear(double timeS)
    {
        // Messages prove the connection, whatever the last state line said.
        _connected = true;
        _lastMessageS = timeS;
    }

    private void ChangeContact(bool contact)
    {
        if (contact == _contact)
            return;
        _contact = contact;
        Clock.Break();
    }
}
