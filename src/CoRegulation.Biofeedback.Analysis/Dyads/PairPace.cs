using CoRegulation.Biofeedback.Analysis.HeartRates;
using CoRegulation.Biofeedback.Analysis.People;
using CoRegulation.Biofeedback.Analysis.Synchrony.Paced;

namespace CoRegulation.Biofeedback.Analysis.Dyads;

/// <summary>Whether two people breathe at one pace, sample by sample.</summary>
internal sealed class PairPace(PersonAnalysis a, PersonAnalysis b, AnalysisOptions options)
{
    private readonly PaceTracker _tracker = new(options.Pace, options.Breathing);
    private double _newestA = double.NaN;
    private double _newestB = double.NaN;
    private bool _isOnePace;

    /// <summary>Whether the newest sample is paced.</summary>
    public bool IsPaced { get; private set; }

    /// <summary>The pacer changes.</summary>
    public void Change(double timeS, double? perMin) => _tracker.Change(timeS, perMin);

    /// <summary>Takes what is known at the next sample.</summary>
    /// <returns>How many samples before it turn out to be paced.</returns>
    public int Take(long index)
    {
        var timeS = index / (double)HeartRateGrid.SamplesPerSecond;
        var (breathA, breathB) = (a.BreathingAt(index), b.BreathingAt(index));
        if (breathA.TimeS > 0 && breathA.TimeS != _newestA)
            _tracker.AddA(_newestA = breathA.TimeS, breathA.Estimate);
        if (breathB.TimeS > 0 && breathB.TimeS != _newestB)
            _tracker.AddB(_newestB = breathB.TimeS, breathB.Estimate);

        var before = _isOnePace;
        if (index % HeartRateGrid.SamplesPerSecond is 0)
            _isOnePace = _tracker.IsOnePace(timeS);
        IsPaced = _tracker.IsPacerOn(timeS) || _isOnePace;
        return _isOnePace && !before ? (int)(_tracker.ReachS * HeartRateGrid.SamplesPerSecond) : 0;
    }

    /// <summary>Whether they are paced at an instant, s, not before the newest sample.</summary>
    public bool IsPacedNow(double nowS) => _tracker.WillPacerBeOn(nowS) || _isOnePace;
}
