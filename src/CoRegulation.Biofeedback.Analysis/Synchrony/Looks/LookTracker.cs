using System.Runtime.InteropServices;
using CoRegulation.Biofeedback.Analysis.HeartRates;
using CoRegulation.Biofeedback.Analysis.Synchrony.Confounds;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Looks;

/// <summary>Looks at a running session at planned times, each over the whole record so far, until one finds more than strangers reach.</summary>
/// <remarks>Testing again at every window calls 37 % of strangers synchronous within ten minutes. Here each look spends its own part of 5 %, so that the
/// chance of ever being wrong is at most their sum however long the session gets (docs/methods/looks.md). The record is given up with the last
/// look, or when it is twice as long as that one needs.</remarks>
public sealed class LookTracker
{
    private readonly LookOptions _options;
    private readonly SignificanceOptions _test;
    private readonly List<double> _a = [];
    private readonly List<double> _b = [];
    private readonly List<double> _phasesS = [];
    private readonly int _longest;
    private long _index;
    private int _seen;
    private int _paced;
    private int _next;

    /// <summary>A tracker that has seen nothing yet.</summary>
    /// <param name="options">When it looks.</param>
    /// <param name="test">How it tests; the number of copies and the level are those of each look.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public LookTracker(LookOptions options, SignificanceOptions test)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(test);
        (_options, _test) = (options, test);
        _longest = options.Looks is [.., var last] ? (int)(2 * last.AtS * HeartRateGrid.SamplesPerSecond) : 0;
    }

    /// <summary>The newest look; null before the first.</summary>
    public Look? Last { get; private set; }

    /// <summary>Whether a look found more than strangers reach.</summary>
    public bool IsBeyondChance => Last?.Result.BeyondChance is true;

    /// <summary>Session time of the next look, s, if nothing is missing from now on; null when none comes.</summary>
    public double? NextLookS => IsOver ? null : (_index - _seen) / (double)HeartRateGrid.SamplesPerSecond + _options.Looks[_next].AtS;

    private bool IsOver => IsBeyondChance || _next >= _options.Looks.Length;

    /// <summary>Takes the next pair of samples, and looks when it is time.</summary>
    /// <param name="aBpm">A, bpm; NaN in a gap.</param>
    /// <param name="bBpm">B.</param>
    /// <param name="isPaced">Whether both breathe at one pace: the sample does not count.</param>
    /// <returns>Whether <see cref="Last"/> is new.</returns>
    public bool Add(double aBpm, double bBpm, bool isPaced = false)
    {
        _index++;
        if (IsOver)
            return false;

        var both = double.IsFinite(aBpm) && double.IsFinite(bBpm);
        var counts = both && !isPaced;
        if (!counts && _a.Count is 0)
            return false;

        _a.Add(counts ? aBpm : double.NaN);
        _b.Add(counts ? bBpm : double.NaN);
        _seen += counts ? 1 : 0;
        _paced += both && isPaced ? 1 : 0;
        if (counts && _seen == (int)(_options.Looks[_next].AtS * HeartRateGrid.SamplesPerSecond))
        {
            Take(_options.Looks[_next++]);
            return true;
        }

        if (_a.Count >= _longest)
            GiveUp();
        return false;
    }

    /// <summary>The newest samples turn out to be paced, and do not count from now on; looks that were taken stand.</summary>
    /// <param name="samples">How many.</param>
    public void Forget(int samples)
    {
        for (var i = Math.Max(0, _a.Count - samples); i < _a.Count; i++)
        {
            if (double.IsNaN(_a[i]))
                continue;
            (_a[i], _b[i]) = (double.NaN, double.NaN);
            _seen--;
            _paced++;
        }
    }

    /// <summary>A phase of the session begins.</summary>
    /// <param name="timeS">When, s.</param>
    public void BeginPhase(double timeS)
    {
        if (!IsOver)
            _phasesS.Add(timeS);
    }

    private void Take(PlannedLook look)
    {
        var a = CollectionsMarshal.AsSpan(_a);
        var b = CollectionsMarshal.AsSpan(_b);
        var result = SynchronySignificance.Test(a, b, _test with { Surrogates = _options.Copies(look), Level = look.Alpha });

        // Where it is the pacing that took the time away, that is the reason.
        if (result.Doubt is SynchronyDoubt.TooManyGaps && _seen + _paced >= _test.LeastShare * _a.Count)
            result = result.Without(SynchronyDoubt.Paced);

        var firstS = (_index - _a.Count) / (double)HeartRateGrid.SamplesPerSecond;
        Last = new()
        {
            AtS = (_index - 1) / (double)HeartRateGrid.SamplesPerSecond,
            Alpha = look.Alpha,
            Result = result,
            Confounds = SharedMoves.Find(a, b, firstS, CollectionsMarshal.AsSpan(_phasesS), wasPaced: _paced > 0),
        };
        if (IsOver)
            GiveUp();
    }

    private void GiveUp()
    {
        _next = _options.Looks.Length;
        _a.Clear();
        _b.Clear();
        _phasesS.Clear();
        _a.TrimExcess();
        _b.TrimExcess();
    }
}
