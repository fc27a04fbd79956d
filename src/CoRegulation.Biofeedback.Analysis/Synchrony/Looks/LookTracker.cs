using CoRegulation.Biofeedback.Analysis.HeartRates;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Looks;

/// <summary>Looks at a running session at planned times, each over the whole record so far, until one finds more than strangers reach.</summary>
/// <remarks>Testing again at every window calls 37 % of strangers synchronous within ten minutes. Here each look spends its own part of 5 %, so that the
/// chance of ever being wrong is at most their sum however long the session gets (docs/methods/looks.md). A look takes seconds where the record is hours
/// long: it is worked out beside whatever goes on, from a copy of the record, and shown at a session time that is fixed when it begins, so that what is
/// known at a session time depends on no machine. The record is given up with the last look, or when it is twice as long as that one needs.</remarks>
public sealed class LookTracker
{
    private readonly LookOptions _options;
    private readonly SignificanceOptions _test;
    private readonly TaskFactory _work;
    private readonly List<double> _a = [];
    private readonly List<double> _b = [];
    private readonly List<double> _phasesS = [];
    private readonly int _longest;
    private long _index;
    private int _seen;
    private int _paced;
    private int _next;
    private LookUnderWay? _underWay;

    /// <summary>A tracker that has seen nothing yet.</summary>
    /// <param name="options">When it looks.</param>
    /// <param name="test">How it tests; the number of copies and the level are those of each look.</param>
    /// <param name="work">Where looks are worked out, and what gives them up; null for a thread of their own.</param>
    /// <exception cref="ArgumentNullException">The options or the test are null.</exception>
    public LookTracker(LookOptions options, SignificanceOptions test, TaskFactory? work = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(test);
        (_options, _test) = (options, test);
        _work = work ?? new(CancellationToken.None, TaskCreationOptions.LongRunning, TaskContinuationOptions.None, TaskScheduler.Default);
        _longest = options.Looks is [.., var last] ? (int)(2 * last.AtS * HeartRateGrid.SamplesPerSecond) : 0;
    }

    /// <summary>The newest look that is shown; null before the first.</summary>
    public Look? Last { get; private set; }

    /// <summary>Whether a look found more than strangers reach, as far as it is shown.</summary>
    public bool IsBeyondChance => Last?.Result.BeyondChance is true;

    /// <summary>Session time of the next look that will be shown, s, if nothing is missing from now on; null when none comes.</summary>
    public double? NextLookS =>
        _underWay?.TimeS ?? (IsOver ? null : TimeS(_index - _seen) + _options.Looks[_next].AtS);

    /// <summary>Session time from which the look at <see cref="NextLookS"/> is shown, s; null while it has not begun.</summary>
    public double? NextLookShownS => _underWay?.ShownAtS;

    private bool IsOver => IsBeyondChance || _next >= _options.Looks.Length;

    /// <summary>Takes the next pair of samples, and begins a look when it is time.</summary>
    /// <param name="aBpm">A, bpm; NaN in a gap.</param>
    /// <param name="bBpm">B.</param>
    /// <param name="isPaced">Whether both breathe at one pace: the sample does not count.</param>
    /// <returns>Whether a look begins.</returns>
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
            return Begin();

        if (_a.Count >= _longest)
            GiveUp();
        return false;
    }

    /// <summary>Shows the look that was begun if its time has come, waiting for it where it is not done.</summary>
    /// <param name="nowS">Session time, s; the first one after a look began starts the time that its work is given.</param>
    /// <returns>Whether <see cref="Last"/> is new.</returns>
    public bool Show(double nowS) => _underWay?.IsDue(nowS) is true && Finish();

    /// <summary>No more comes: the look that was begun is shown at once.</summary>
    /// <returns>Whether <see cref="Last"/> is new.</returns>
    public bool Finish()
    {
        if (_underWay is not { } look)
            return false;
        (_underWay, Last) = (null, look.Join());
        if (IsOver)
            GiveUp();
        return true;
    }

    /// <summary>The newest samples turn out to be paced, and do not count from now on; looks that were begun stand.</summary>
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

    private bool Begin()
    {
        // A plan may have looks so near to each other that the one before is not shown yet; after a success there is none.
        if (Finish() && IsOver)
            return false;

        var look = _options.Looks[_next++];
        var test = _test with { Surrogates = _options.Copies(look), Level = look.Alpha };
        var record = new LookRecord
        {
            ABpm = [.. _a],
            BBpm = [.. _b],
            PhasesS = [.. _phasesS],
            FirstS = TimeS(_index - _a.Count),
            AtS = TimeS(_index - 1),
            Seen = _seen,
            Paced = _paced,
        };
        // One processor is left to those who wait for the next picture.
        var threads = new ParallelOptions { CancellationToken = _work.CancellationToken, MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount - 1) };
        _underWay = new(_work.StartNew(() => record.See(look.Alpha, test, threads)), TimeS(_index), _options.ShownAfterS(look));
        if (IsOver)
            GiveUp();
        return true;
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

    private static double TimeS(long samples) => samples / (double)HeartRateGrid.SamplesPerSecond;
}
