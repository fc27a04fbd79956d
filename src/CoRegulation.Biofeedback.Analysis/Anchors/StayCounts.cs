using CoRegulation.Biofeedback.Analysis.Baselines;

namespace CoRegulation.Biofeedback.Analysis.Anchors;

/// <summary>How one person stayed while the other was up and came back, as sums from which any part of the session can be told at once.</summary>
internal sealed class StayCounts
{
    private int[] _present = [];
    private int[] _steady = [];
    private int[] _returning = [];
    private int[] _within = [];

    /// <summary>Whether the other was up and came back at all.</summary>
    public bool HasReturn { get; private set; }

    /// <summary>Points of the other's returns at which this person is there.</summary>
    public int Returning { get; private set; }

    /// <summary>Counts afresh.</summary>
    /// <param name="bpm">Medians of this person.</param>
    /// <param name="medianBpm">Their middle.</param>
    /// <param name="baseline">The own baseline.</param>
    /// <param name="hasReturn">Whether the other was up and came back.</param>
    /// <param name="isReturning">When.</param>
    /// <param name="steadyBpm">How far from the middle is steady.</param>
    public void Count(ReadOnlySpan<double> bpm, double medianBpm, Baseline baseline, bool hasReturn, ReadOnlySpan<bool> isReturning, double steadyBpm)
    {
        HasReturn = hasReturn;
        if (_present.Length <= bpm.Length)
        {
            var length = Math.Max(LevelSearch.FirstPoints, 2 * bpm.Length) + 1;
            (_present, _steady, _returning, _within) = (new int[length], new int[length], new int[length], new int[length]);
        }

        for (var i = 0; i < bpm.Length; i++)
        {
            var isPresent = !double.IsNaN(bpm[i]);
            var isBack = isPresent && isReturning[i];
            _present[i + 1] = _present[i] + (isPresent ? 1 : 0);
            _steady[i + 1] = _steady[i] + (Math.Abs(bpm[i] - medianBpm) <= steadyBpm ? 1 : 0);
            _returning[i + 1] = _returning[i] + (isBack ? 1 : 0);
            _within[i + 1] = _within[i] + (isBack && Math.Abs(bpm[i] - baseline.Bpm) <= baseline.SpreadBpm ? 1 : 0);
        }

        Returning = _returning[bpm.Length];
    }

    /// <summary>The sums from one point to before another.</summary>
    public StaySums Between(int from, int to) => new(
        _present[to] - _present[from], _steady[to] - _steady[from], _returning[to] - _returning[from], _within[to] - _within[from]);
}
