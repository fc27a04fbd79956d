using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Breathing;
using CoRegulation.Biofeedback.Analysis.Episodes;
using CoRegulation.Biofeedback.Analysis.People;
using CoRegulation.Biofeedback.Analysis.Readings;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.Sessions.Engine;

/// <summary>One person of a session: the strap and the analysis of its beats.</summary>
internal sealed class PersonEngine : IPersonObserver
{
    private readonly Person _person;
    private readonly StrapTrack _strap = new();
    private readonly List<TimedBeat> _closed = [];
    private readonly ImmutableArray<Beat>.Builder _newBeats = ImmutableArray.CreateBuilder<Beat>();
    private TimedBeat? _lastBeat;

    public PersonEngine(Person person, AnalysisOptions options) => (_person, Analysis) = (person, new(options, this));

    public PersonAnalysis Analysis { get; }

    public void Accept(Fact fact)
    {
        _closed.Clear();
        _strap.Accept(fact, _closed);
        foreach (var beat in _closed)
        {
            Analysis.Add(beat);
            _lastBeat = beat;
        }
    }

    /// <summary>The person at an instant, s, with the beats decided since the last call.</summary>
    public PersonSnapshot Next(double timeS)
    {
        var signal = _strap.SignalAt(timeS);
        var readings = Analysis.Read(timeS);
        return new PersonSnapshot
        {
            Id = _person.Id,
            HeartRateBpm = Overlay(signal, HeartRate(readings.HeartRateBpm)),
            RmssdMs = Overlay(signal, OfIntervals(readings.RmssdMs)),
            SdnnMs = Overlay(signal, OfIntervals(readings.SdnnMs)),
            Pnn50Percent = Overlay(signal, OfIntervals(readings.Pnn50Percent)),
            BreathingPerMin = Overlay(signal, OfIntervals(readings.BreathingPerMin)),
            RsaMs = Overlay(signal, OfIntervals(readings.RsaMs)),
            CorrectedPercent = Overlay(signal, OfIntervals(readings.CorrectedPercent)),
            Rhythm = signal is Signal.Good ? readings.Rhythm : null,
            NewBeats = _newBeats.DrainToImmutable(),
            BaselineBpm = OfIntervals(readings.BaselineBpm),
            BaselineSpreadBpm = OfIntervals(readings.BaselineSpreadBpm),
            BaselineSd = Overlay(signal, OfIntervals(readings.BaselineSd)),
            Episode = Reason(signal) is { } reason ? EpisodeReading.Missing(reason)
                : NeverComes(readings.Episode.State) ? EpisodeReading.Missing(ReadingState.NotEnoughData)
                : readings.Episode,
            TimeUncertaintyMs = Overlay(signal, OfIntervals(_lastBeat is { } beat ? Reading.Of(beat.TimeUncertaintyMs) : Reading.Missing(ReadingState.WarmingUp))),
            LacksIntervals = _strap.LacksIntervals,
            RefusedHeartRateBpm = _strap.RefusedHeartRateBpm,
            Signal = signal,
            BatteryPercent = _strap.BatteryPercent,
        };
    }

    void IPersonObserver.OnBeat(in Beat beat) => _newBeats.Add(beat);

    void IPersonObserver.OnHeartRate(long index, double bpm)
    {
        // A snapshot has the newest one.
    }

    void IPersonObserver.OnBreathing(double timeS, in BreathingEstimate breathing)
    {
        // A snapshot has the newest one.
    }

    /// <summary>What the strap says goes before what the beats say: a number is shown only while the strap is there and touches the skin.</summary>
    public static Reading Overlay(Signal signal, Reading reading) => Reason(signal) is { } reason ? Reading.Missing(reason) : reading;

    private Reading HeartRate(Reading ofBeats) =>
        _strap.HeartRateWithoutRrBpm is { } bpm ? Reading.Of(bpm)
        : _strap.RefusedHeartRateBpm is null ? OfIntervals(ofBeats)
        : Reading.Missing(ReadingState.NotEnoughData);

    private Reading OfIntervals(Reading reading) => NeverComes(reading.State) ? Reading.Missing(ReadingState.NotEnoughData) : reading;

    /// <summary>Warming up has an end; what is made of intervals has none to come where there are no intervals.</summary>
    private bool NeverComes(ReadingState state) => state is ReadingState.WarmingUp && _strap.LacksIntervals;

    private static ReadingState? Reason(Signal signal) => signal switch
    {
        Signal.NoContact => ReadingState.NoContact,
        Signal.Lost => ReadingState.SignalLost,
        Signal.Waiting => ReadingState.WarmingUp,
        _ => null,
    };
}
