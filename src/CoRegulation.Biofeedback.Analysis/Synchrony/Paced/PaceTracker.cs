using CoRegulation.Biofeedback.Analysis.Breathing;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Paced;

/// <summary>Whether two people breathe at one pace: while a pacer runs, or while both breathe alike, slowly and steadily.</summary>
/// <remarks>Two who follow one pacer correlate whether or not they have anything to do with each other, and no copy made from their own heart
/// rates can tell: a shifted sine fits as well as the true one.</remarks>
internal sealed class PaceTracker(PaceOptions options, BreathingOptions breathing)
{
    private readonly Queue<(double TimeS, double? PerMin)> _changes = new();
    private readonly Rows _a = new(options, breathing);
    private readonly Rows _b = new(options, breathing);
    private bool _isPacerOn;

    /// <summary>How far back paced breathing reaches when it is found, s: the time that it must last, and half a window, in whose middle the first reading belongs.</summary>
    public double ReachS { get; } = options.ForS + (breathing.WindowS / 2);

    /// <summary>The pacer changes; null when it stops. In order of time.</summary>
    public void Change(double timeS, double? perMin) => _changes.Enqueue((timeS, perMin));

    /// <summary>A's breathing is read anew.</summary>
    public void AddA(double timeS, in BreathingEstimate estimate) => _a.Add(timeS, estimate);

    /// <summary>B's is.</summary>
    public void AddB(double timeS, in BreathingEstimate estimate) => _b.Add(timeS, estimate);

    /// <summary>Whether the pacer runs at an instant, s, which never goes back.</summary>
    public bool IsPacerOn(double timeS)
    {
        while (_changes.TryPeek(out var change) && change.TimeS <= timeS)
            _isPacerOn = _changes.Dequeue().PerMin is not null;
        return _isPacerOn;
    }

    /// <summary>Whether it runs at an instant, s, ahead of those that were asked for.</summary>
    public bool WillPacerBeOn(double timeS)
    {
        var isOn = _isPacerOn;
        foreach (var (changeS, perMin) in _changes)
            isOn = changeS <= timeS ? perMin is not null : isOn;
        return isOn;
    }

    /// <summary>Whether both have breathed at one pace up to an instant, s.</summary>
    public bool IsOnePace(double timeS) =>
        _a.Pace(timeS) is { } a && _b.Pace(timeS) is { } b && Math.Abs(a - b) <= options.WithinHz;

    /// <summary>The readings of one person over the time that a pace must last.</summary>
    private sealed class Rows(PaceOptions options, BreathingOptions breathing)
    {
        private readonly Queue<(double TimeS, double Hz)> _rows = new();
        private double _newestS = double.NegativeInfinity;

        public void Add(double timeS, in BreathingEstimate estimate)
        {
            _rows.Enqueue((timeS, estimate.IsRead ? estimate.RatePerMin / 60 : double.NaN));
            _newestS = timeS;
        }

        /// <summary>Mean rate, Hz; null where it is not slow and steady all the time.</summary>
        public double? Pace(double timeS)
        {
            while (_rows.TryPeek(out var row) && row.TimeS <= timeS - options.ForS)
                _rows.Dequeue();

            // All readings but one must have come, and the newest must be new.
            if (_rows.Count < (options.ForS / breathing.RenewEveryS) - 1 || timeS - _newestS > 2 * breathing.RenewEveryS)
                return null;
            var (sum, squares) = (0.0, 0.0);
            foreach (var (_, hz) in _rows)
            {
                if (!(hz >= options.FromHz && hz <= options.ToHz))
                    return null;
                sum += hz;
                squares += hz * hz;
            }

            var mean = sum / _rows.Count;
            return Math.Max(0, (squares / _rows.Count) - (mean * mean)) <= options.SdHz * options.SdHz ? mean : null;
        }
    }
}
