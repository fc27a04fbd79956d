using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <content>Who wears which strap, and how that changes while the session goes on.</content>
public sealed partial class StrapSession
{
    /// <summary>Somebody may still join: with two people the session is complete.</summary>
    private bool CanBeJoined => Header.People.Length < 2;

    /// <summary>A second person takes part from now on. The session starts over with the same facts, so that its snapshots are those
    /// that its recording replays to; viewers are told by a <see cref="ResetMessage"/>.</summary>
    /// <param name="person">Who: B.</param>
    /// <param name="sensor">Their strap; the session disposes of it.</param>
    /// <exception cref="InvalidOperationException">The session has ended, has two people, or has this one.</exception>
    public void Join(Person person, IHeartRateSensor sensor)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(sensor);
        SessionHeader header;
        IReadOnlyList<Fact> facts;
        lock (_lock)
        {
            MustGoOn();
            if (!CanBeJoined || _joining || Header.People.Any(one => one.Id == person.Id))
                throw new InvalidOperationException("This session has its two people.");
            _joining = true;
            Record(new PersonFact(Stamp(NowS(_time.GetTimestamp())), person.Id, person.Name));
            header = Header with { People = [.. Header.People, person] };
            facts = _facts.Between(0, _facts.Count - _incoming.Count);
        }

        // An hour takes about half a second: messages are taken and written meanwhile, and made up for below.
        var run = SessionFacts.Run(header, _options, facts, _looks);
        lock (_engine)
        {
            IReadOnlyList<Fact> since;
            lock (_lock)
            {
                MustGoOn();
                since = _facts.Between(facts.Count, _facts.Count - _incoming.Count);
            }

            SessionFacts.Take(run, since);
            while (run.NextTimeS < _run.NextTimeS)
                run.Next();
            lock (_lock)
            {
                MustGoOn();
                _run.Dispose();
                (_run, _latest, Header) = (run, run.Latest, header);
                _subscribers.Publish(new ResetMessage());
                _subscribers.Publish(new TransportMessage(TransportNow()));
                if (_latest is not null)
                    _subscribers.Publish(new SnapshotMessage(_latest));
                PutOn(person.Id, sensor);
            }
        }
    }

    /// <summary>A person wears another strap from now on.</summary>
    /// <param name="person">One of the people of the session.</param>
    /// <param name="sensor">The strap; the session disposes of it, and of the one before.</param>
    /// <exception cref="InvalidOperationException">The session has ended, or nobody of that name takes part.</exception>
    public void Replace(string person, IHeartRateSensor sensor)
    {
        ArgumentNullException.ThrowIfNull(sensor);
        lock (_lock)
        {
            MustGoOn();
            if (Header.People.All(one => one.Id != person))
                throw new InvalidOperationException($"Nobody called {person} takes part in this session.");
            foreach (var strap in _straps.Where(strap => strap.Person == person).ToList())
                TakeOff(strap);
            Assign(person, sensor);
            PutOn(person, sensor);
        }
    }

    /// <summary>The two straps change places: what each says is the other person's from now on.</summary>
    /// <exception cref="InvalidOperationException">The session has ended, or has one person only.</exception>
    public void Swap()
    {
        lock (_lock)
        {
            MustGoOn();
            if (Header.People.Length < 2)
                throw new InvalidOperationException("There is nobody to swap with.");
            foreach (var strap in _straps)
            {
                strap.Person = strap.Person == Header.People[0].Id ? Header.People[1].Id : Header.People[0].Id;
                Assign(strap.Person, strap.Sensor);
            }
        }
    }

    private void MustGoOn()
    {
        if (_ended || _stop.IsCancellationRequested)
            throw new InvalidOperationException("This session has ended.");
    }

    private void Assign(string person, IHeartRateSensor sensor) =>
        Record(new AssignFact(Stamp(NowS(_time.GetTimestamp())), person, sensor.Id, sensor.Name));

    private void PutOn(string person, IHeartRateSensor sensor)
    {
        var strap = new WornStrap(person, sensor);
        _straps.Add(strap);
        strap.Reading = ReadAsync(strap);
        _ = strap.Reading.ContinueWith(_ => LookWhetherOver(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private void TakeOff(WornStrap strap)
    {
        _straps.Remove(strap);
        strap.Leave();
        _leaving.Add(strap.DisposeAsync().AsTask());
    }

    private async Task TakeOffAllAsync()
    {
        Task[] leaving;
        lock (_lock)
        {
            leaving = [.. _leaving, .. _straps.Select(strap => strap.DisposeAsync().AsTask())];
        }

        await Task.WhenAll(leaving);
    }

    private async Task ReadAsync(WornStrap strap)
    {
        try
        {
            await foreach (var message in strap.Sensor.ReadAsync(strap.Stop))
                Take(strap, message);
        }
#pragma warning disable CA1031 // A strap that breaks is told of; the other person's session goes on.
        catch (Exception fault) when (!strap.Stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Take(strap, new SensorStateEvent(_time.GetTimestamp(), SensorState.GaveUp, $"{strap.Sensor.Name} cannot be used: {fault.Message}"));
        }
    }

    private void Take(WornStrap strap, SensorEvent message) => Take(message.ArrivalTimestamp, timeS =>
    {
        if (strap.Stop.IsCancellationRequested && !_stop.IsCancellationRequested)
            return null;
        if (message is SensorStateEvent state)
            strap.State = state;
        strap.HasSpoken |= message is NotificationEvent;
        return message switch
        {
            NotificationEvent notification => new NotificationFact(timeS, strap.Person, [.. notification.Bytes.Span]),
            SensorStateEvent told => new SensorFact(timeS, strap.Person, told.State, strap.Sensor.Id, strap.Sensor.Name, told.Detail),
            BatteryEvent battery => new BatteryFact(timeS, strap.Person, battery.Percent),
            _ => null,
        };
    });

    private void LookWhetherOver()
    {
        lock (_lock)
        {
            if (_straps.All(one => one.IsOver))
                _over.TrySetResult();
        }
    }
}
