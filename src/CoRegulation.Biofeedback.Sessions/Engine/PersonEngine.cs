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
            HeartRateBpm = Overlay(signal, _strap.HeartRateWithoutRrBpm is { } bpm ? Reading.Of(bpm) : readings.HeartRateBpm),
            RmssdMs = Overlay(signal, readings.RmssdMs),
            SdnnMs = Overlay(signal, readings.SdnnMs),
            Pnn50Percent = Overlay(signal, readings.Pnn50Percent),
            BreathingPerMin = Overlay(signal, readings.BreathingPerMin),
            RsaMs = Overlay(signal, readings.RsaMs),
            CorrectedPercent = Overlay(signal, readings.CorrectedPercent),
            Rhythm = signal is Signal.Good ? readings.Rhythm : null,
            NewBeats = _newBeats.DrainToImmutable(),
            BaselineBpm = readings.BaselineBpm,
            BaselineSpreadBpm = readings.BaselineSpreadBpm,
            BaselineSd = Overlay(signal, readings.BaselineSd),
            Episode = Reason(signal) is { } reason ? EpisodeReading.Missing(reason) : readings.Episode,
            TimeUncertaintyMs = Overlay(signal, _lastBeat is { } beat ? Reading.Of(beat.TimeUncertaintyMs) : Reading.Missing(ReadingState.WarmingUp)),
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

    private static ReadingState? Reason(Signal signal) => signal switch
    {
        Signal.NoContact => ReadingState.NoContact,
        Signal.Lost => ReadingState.SignalLost,
        Signal.Waiting => ReadingState.WarmingUp,
        _ => null,
    };
}
