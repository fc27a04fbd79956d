using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Analysis.Dyads;
using CoRegulation.Biofeedback.Analysis.Readings;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.Sessions.Engine;

/// <summary>A session of one or two people: facts in, snapshots out on a fixed grid of session time.
/// Live, replay and offline are this same class over the same facts, so they give the same bits.</summary>
/// <remarks>It reads no clock; whoever feeds it decides when the next snapshot is due. Only a look at synchrony is worked out on a thread of
/// its own, from a copy, and the snapshot from which it is shown waits for it.
/// The state at a grid point is a function of the facts up to it, so a session moves between machines as its facts.</remarks>
public sealed class SessionEngine
{
    private readonly PersonEngine[] _people;
    private readonly ImmutableArray<string> _ids;
    private readonly DyadAnalysis? _dyad;
    private readonly List<Pending> _pending = [];
    private long _order;
    private string? _phase;
    private double? _pacerPerMin;
    private bool _hasEnded;

    /// <summary>An engine at session time 0.</summary>
    /// <param name="header">Who takes part.</param>
    /// <param name="options">Settings of the analysis; null for the defaults.</param>
    /// <param name="observer">Told of every window of the synchrony as it is finished; null for nobody.</param>
    /// <param name="lookWork">Where looks at synchrony are worked out, and what gives them up; null for a thread of their own.</param>
    public SessionEngine(SessionHeader header, AnalysisOptions? options = null, IDyadObserver? observer = null, TaskFactory? lookWork = null)
    {
        ArgumentNullException.ThrowIfNull(header);
        var settings = options ?? new AnalysisOptions();
        _ids = [.. header.People.Select(person => person.Id)];
        _people = [.. header.People.Select(person => new PersonEngine(person, settings.For(person, header)))];
        _dyad = _people is [var a, var b] ? new DyadAnalysis(a.Analysis, b.Analysis, settings, observer, lookWork) : null;
    }

    /// <summary>Number of the snapshot that <see cref="Next"/> will give.</summary>
    public long NextIndex { get; private set; }

    /// <summary>Session time of that snapshot, s.</summary>
    public double NextTimeS => NextIndex / (double)Snapshot.PerSecond;

    /// <summary>Takes a fact. Facts may come in any order between two snapshots.</summary>
    /// <exception cref="ArgumentException">It is not later than a snapshot that was given already, which is never revised.</exception>
    public void Accept(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (NextIndex > 0 && fact.TimeS <= (NextIndex - 1) / (double)Snapshot.PerSecond)
            throw new ArgumentException($"A fact at {fact.TimeS} s comes after the snapshot of {(NextIndex - 1) / (double)Snapshot.PerSecond} s.", nameof(fact));
        _pending.Add(new Pending(fact, PersonIndex(fact), _order++));
    }

    /// <summary>The next snapshot, from all facts at or before its time.</summary>
    public Snapshot Next()
    {
        var timeS = NextTimeS;
        Process(timeS);
        var index = NextIndex++;
        ImmutableArray<PersonSnapshot> people = [.. _people.Select(person => person.Next(timeS))];
        return new Snapshot
        {
            Index = index,
            Phase = _phase,
            PacerPerMin = _pacerPerMin,
            People = people,
            Dyad = _dyad is null ? null : Read(_dyad.Read(timeS), people, timeS),
        };
    }

    private void Process(double timeS)
    {
        // Of equal times the order in which two radios happened to be read must not matter: person first, then the order within one strap.
        _pending.Sort(Pending.Compare);
        var due = 0;
        for (; due < _pending.Count && _pending[due].Fact.TimeS <= timeS; due++)
            Process(_pending[due]);
        _pending.RemoveRange(0, due);
        _dyad?.Advance();
        if (_hasEnded)
            _dyad?.Finish();
    }

    private void Process(Pending pending)
    {
        switch (pending.Fact)
        {
            case PhaseFact phase:
                _phase = phase.Label;
                foreach (var person in _people)
                    person.Analysis.BeginPhase(phase.Label, phase.TimeS);
                _dyad?.BeginPhase(phase.TimeS);
                break;
            case PacerFact pacer:
                _pacerPerMin = pacer.PerMin;
                _dyad?.ChangePacer(pacer.TimeS, pacer.PerMin);
                break;
            case EndFact:
                _hasEnded = true;
                break;
            default:
                if (pending.Person >= 0)
                    _people[pending.Person].Accept(pending.Fact);
                break;
        }
    }

    private static DyadSnapshot Read(DyadReadings readings, ImmutableArray<PersonSnapshot> people, double timeS)
    {
        var (signalA, signalB) = (people[0].Signal, people[1].Signal);
        var signal = signalA is Signal.Good ? signalB : signalA;
        var lacksIntervals = people.Any(person => person.LacksIntervals);
        var slope = Overlay(readings.SlopeBpmPerMin);
        return new DyadSnapshot
        {
            LacksIntervals = lacksIntervals,
            R = Overlay(readings.R),
            LagS = Overlay(readings.LagS),
            // A look that should have been by now waits for time with both: nobody knows how long.
            Verdict = readings.Verdict.NextLookS <= timeS ? readings.Verdict with { NextLookS = null } : readings.Verdict,
            DistanceBpm = Distance(people[0].HeartRateBpm, people[1].HeartRateBpm),
            SlopeBpmPerMin = slope,
            SlopeLow = Overlay(readings.SlopeLow),
            SlopeHigh = Overlay(readings.SlopeHigh),
            Convergence = slope.Value is null ? null : readings.Convergence,
            ATrend = slope.Value is null ? null : readings.ATrend,
            BTrend = slope.Value is null ? null : readings.BTrend,
            AnchorByLevel = readings.AnchorByLevel,
        };

        Reading Overlay(Reading reading) => PersonEngine.Overlay(
            signal, lacksIntervals && reading.State is ReadingState.WarmingUp ? Reading.Missing(ReadingState.NotEnoughData) : reading);
    }

    /// <summary>The distance between the very heart rates that the snapshot shows, so that whoever subtracts them finds it.</summary>
    private static Reading Distance(Reading a, Reading b) => (a.Value, b.Value) switch
    {
        ({ } aBpm, { } bBpm) => Reading.Of(Math.Abs(aBpm - bBpm)),
        (null, _) => a,
        _ => b,
    };

    private int PersonIndex(Fact fact) => fact.PersonId() is { } id ? _ids.IndexOf(id) : -1;

    private readonly record struct Pending(Fact Fact, int Person, long Order)
    {
        public static int Compare(Pending x, Pending y)
        {
            var time = x.Fact.TimeS.CompareTo(y.Fact.TimeS);
            if (time != 0)
                return time;
            var person = x.Person.CompareTo(y.Person);
            return person != 0 ? person : x.Order.CompareTo(y.Order);
        }
    }
}
