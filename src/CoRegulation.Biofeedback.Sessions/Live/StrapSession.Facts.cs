using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <content>Facts in: stamped, written, then for the engine; snapshots out, each when its time has come.</content>
public sealed partial class StrapSession
{
    private async Task GiveSnapshotsAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                // After the computer slept there may be many; a message gets in between any two.
                while (TryGive(out var waitS) is false)
                    await Task.Delay(TimeSpan.FromSeconds(waitS), _time, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The session ends.
        }
    }

    /// <summary>Gives the next snapshot if it is due, or tells how long to wait for it, s.</summary>
    private bool TryGive(out double waitS)
    {
        lock (_engine)
        {
            waitS = Math.Max(0.001, _run.NextTimeS + HoldOffS - NowS(_time.GetTimestamp()));
            if (_run.NextTimeS + HoldOffS > NowS(_time.GetTimestamp()))
                return false;
            Give();
            return true;
        }
    }

    private void Give()
    {
        List<Fact> facts;
        lock (_lock)
        {
            TakePlanned(_run.NextTimeS);
            // From here on, while it is being computed, whatever comes is stamped after it.
            _shownS = _run.NextTimeS;
            facts = [.. _incoming];
            _incoming.Clear();
        }

        foreach (var fact in facts)
            _run.Accept(fact);
        var snapshot = _run.Next();
        lock (_lock)
        {
            _latest = snapshot;
            _subscribers.Publish(new SnapshotMessage(snapshot));
        }
    }

    private void Take(long timestamp, Func<double, Fact?> fact)
    {
        lock (_lock)
        {
            if (_ended)
                return;
            var timeS = NowS(timestamp);
            TakePlanned(timeS);
            if (fact(Stamp(timeS)) is { } taken)
                Record(taken);
        }
    }

    private void TakePlanned(double untilS)
    {
        for (; !_ended && _nextPlanned < _plan.Count && _plan[_nextPlanned].TimeS <= untilS; _nextPlanned++)
            Record(_plan[_nextPlanned] with { TimeS = Stamp(_plan[_nextPlanned].TimeS) });
    }

    /// <summary>Whole microseconds, never before the last fact, never before a snapshot that was given.</summary>
    private double Stamp(double timeS)
    {
        var stamped = Math.Max(Math.Round(timeS, 6), Math.Max(0, _lastFactS));
        return stamped > _shownS ? stamped : Math.Round(_shownS + 1e-6, 6);
    }

    private void Record(Fact fact)
    {
        _lastFactS = fact.TimeS;
        _recording?.Append(fact);
        _incoming.Add(fact);
        if (CanBeJoined || _recording is null)
            _facts.Add(fact);
        if (!fact.IsEvent())
            return;
        _events = _events.Add(fact);
        _subscribers.Publish(new EventMessage(fact));
    }

    private void End()
    {
        EndFact end;
        lock (_engine)
        {
            lock (_lock)
            {
                end = new EndFact(Stamp(NowS(_time.GetTimestamp())));
                Record(end);
                _ended = true;
            }
        }

        // Nothing is recorded after the end, and whoever looks at the session need not wait for a slow disk.
        _recording?.Dispose();
        lock (_engine)
        {
            while (_run.NextTimeS < end.TimeS)
                Give();
            Give();
            lock (_lock)
                _subscribers.Publish(new TransportMessage(TransportNow()));
        }
    }
}
