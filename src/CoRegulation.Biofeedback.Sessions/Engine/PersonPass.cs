using System.Runtime.InteropServices;
using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Breathing;
using CoRegulation.Biofeedback.Analysis.Episodes;
using CoRegulation.Biofeedback.Analysis.People;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Engine;

/// <summary>One person's way through the final analysis: all messages first, then the beats at their final times, one by one.</summary>
internal sealed class PersonPass : IPersonObserver
{
    private readonly Person _person;
    private readonly StrapTrack _strap = new();
    private readonly IReadOnlyList<TimedBeat> _timed;
    private readonly PhaseFact[] _phases;
    private readonly List<Beat> _beats;
    private readonly List<double> _heartRateBpm = [];
    private readonly List<(double TimeS, BreathingEstimate Estimate)> _breathing = [];
    private readonly ContactTimes _contact = new();
    private readonly AnalysisOptions _options;
    private int _nextBeat;
    private int _nextPhase;

    public PersonPass(Person person, IReadOnlyList<Fact> facts, PhaseFact[] phases, AnalysisOptions options)
    {
        _person = person;
        _phases = phases;
        _options = options;
        Analysis = new PersonAnalysis(options, this);
        var closed = new List<TimedBeat>();
        foreach (var fact in facts)
        {
            if (fact.PersonId() != person.Id)
                continue;
            closed.Clear();
            _strap.Accept(fact, closed);
            if (fact is NotificationFact or SensorFact)
                _contact.Add(fact.TimeS, _strap.ReportedContact);
        }

        if (facts is [.., var last])
            _contact.Finish(last.TimeS);

        _timed = _strap.Clock.Final();
        _beats = new List<Beat>(_timed.Count);
    }

    public PersonAnalysis Analysis { get; }

    public bool HasMore => _nextBeat < _timed.Count;

    public double NextTimeS => _timed[_nextBeat].TimeS;

    public void Step()
    {
        for (; _nextPhase < _phases.Length && _phases[_nextPhase].TimeS <= NextTimeS; _nextPhase++)
            Analysis.BeginPhase(_phases[_nextPhase].Label, _phases[_nextPhase].TimeS);
        Analysis.Add(_timed[_nextBeat++]);
    }

    public void OnBeat(in Beat beat) => _beats.Add(beat);

    public void OnHeartRate(long index, double bpm) => _heartRateBpm.Add(bpm);

    public void OnBreathing(double timeS, in BreathingEstimate breathing) => _breathing.Add((timeS, breathing));

    public PersonResult Result() => new()
    {
        Person = _person,
        Options = _options,
        Contact = _contact,
        Beats = _beats,
        HeartRateBpm = _heartRateBpm,
        Breathing = _breathing,
        Baseline = Analysis.Baseline,
        Episodes = EpisodeFinder.Find(CollectionsMarshal.AsSpan(_heartRateBpm), Analysis.Baseline, _options.Episodes),
        Duplicates = _strap.Clock.Duplicates,
    };
}
