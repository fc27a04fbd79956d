using System.Numerics;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>Tells when there is no sinus rhythm to be recovered, from the last 48 intervals.</summary>
/// <remarks>
/// Two signs. Irregular: the median change from one interval to the next is a large share of the median interval and most intervals are turning
/// points, as when they are independent of each other (two thirds would be; breathing has one to each half of a breath); intervals that are flagged
/// do not count. Crowded: half of the intervals are flagged. Each is left at a lower mark than it is entered at.
/// Turning points are one of the tests of Dash et al. (2009), Automatic real time detection of atrial fibrillation; the marks are ours.
/// </remarks>
internal sealed class RhythmWatch
{
    private const int Window = 48;

    /// <summary>Median change as a share of the median interval. Breathing reached 0.09 in adults at rest; fibrillation lies at 0.12 to 0.25.</summary>
    private const double EnterChange = 0.12;
    private const double LeaveChange = 0.08;

    /// <summary>Share of turning points. Independent intervals have two thirds, breathing of four beats a half.</summary>
    private const double EnterTurns = 0.62;
    private const double LeaveTurns = 0.45;

    /// <summary>Changes that no breathing makes need only half of turning points: couplets and trigeminy.</summary>
    private const double WildChange = 0.25;
    private const double WildTurns = 0.5;

    private const ulong InWindow = (1UL << Window) - 1;

    private readonly SortedWindow _intervals = new(Window);
    private readonly SortedWindow _changes = new(Window);
    private double _lastMs = double.NaN;
    private double _lastChangeMs = double.NaN;
    private ulong _turns;
    private ulong _chances;
    private ulong _flagged;

    /// <summary>Irregular or Crowded; Ok while a sinus rhythm can be told.</summary>
    public BeatFlag Verdict { get; private set; }

    /// <summary>Takes the next interval as it came in.</summary>
    /// <param name="rrMs">The interval, ms.</param>
    /// <param name="isFlagged">Whether it is no normal one: its changes then say nothing of the rhythm.</param>
    public void Add(double rrMs, bool isFlagged)
    {
        var intervalMs = isFlagged ? double.NaN : rrMs;
        var changeMs = intervalMs - _lastMs;
        var turn = changeMs * _lastChangeMs;
        _intervals.Add(intervalMs);
        _changes.Add(Math.Abs(changeMs));
        _turns = Push(_turns, turn < 0);
        _chances = Push(_chances, !double.IsNaN(turn));
        _flagged = Push(_flagged, isFlagged);
        (_lastMs, _lastChangeMs) = (intervalMs, changeMs);

        if (!_intervals.IsFull)
            return;
        if (IsIrregular())
            Verdict = BeatFlag.Irregular;
        else
            Verdict = BitOperations.PopCount(_flagged) >= (Verdict is BeatFlag.Crowded ? Window / 4 : Window / 2) ? BeatFlag.Crowded : BeatFlag.Ok;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _intervals.Clear();
        _changes.Clear();
        (_lastMs, _lastChangeMs) = (double.NaN, double.NaN);
        (_turns, _chances, _flagged, Verdict) = (0, 0, 0, BeatFlag.Ok);
    }

    private bool IsIrregular()
    {
        if (_changes.Finite < Window / 2)
            return Verdict is BeatFlag.Irregular;
        var change = _changes.Median / _intervals.Median;
        if (change < LeaveChange)
            return false;
        var turns = BitOperations.PopCount(_turns) / (double)BitOperations.PopCount(_chances);
        return Verdict is BeatFlag.Irregular
            ? turns >= LeaveTurns
            : (change > EnterChange && turns >= EnterTurns) || (change > WildChange && turns >= WildTurns);
    }

    private static ulong Push(ulong bits, bool bit) => ((bits << 1) | (bit ? 1UL : 0)) & InWindow;
}
