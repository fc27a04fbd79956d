using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Artefacts.Published;

/// <summary>The beat classification of Lipponen and Tarvainen (2019), J Med Eng Technol 43(3), 173, doi:10.1080/03091902.2019.1640306.</summary>
/// <remarks>
/// dRR is the change from the preceding interval; mRR the distance from the median of 11 intervals, doubled below it. Both are divided by
/// their <see cref="SpreadThreshold"/>. What the paper leaves open: the dRR of the first interval is 0; neighbours beyond the ends of a segment count
/// as 0; where a threshold is 0, as when half of all changes are equal on a coarse clock, any change at all is beyond it.
/// </remarks>
internal sealed class LipponenTarvainenRule : IIntervalRule
{
    private const double Slope = 0.13;
    private const double Intercept = 0.17;
    private const double FarFromMedian = 3;
    private const int MedianReach = 5;
    private const int Kept = 64; // a power of two above the delay and the neighbours: an index below 0 finds its place too

    private readonly SortedWindow _medianWindow = new((2 * MedianReach) + 1);
    private readonly SpreadThreshold _changeThreshold = new();
    private readonly SpreadThreshold _medianThreshold = new();
    private readonly double[] _rrMs = new double[Kept];
    private readonly double[] _medianMs = new double[Kept];
    private readonly double[] _changeMs = new double[Kept];
    private readonly double[] _change = new double[Kept]; // dRR over its threshold
    private int _steps;
    private bool _isNextAsked;
    private bool _isSecondOfExtra;

    public LipponenTarvainenRule() => Clear();

    /// <inheritdoc/>
    public int Delay => SpreadThreshold.Delay + MedianReach;

    /// <inheritdoc/>
    public BeatFlag Next(double rrMs)
    {
        var i = _steps++;
        At(_rrMs, i) = rrMs;
        At(_changeMs, i) = i is 0 ? 0 : rrMs - At(_rrMs, i - 1);

        var middle = i - SpreadThreshold.Delay;
        At(_change, middle) = Over(At(_changeMs, middle), _changeThreshold.Next(At(_changeMs, i)));

        _medianWindow.Add(rrMs);
        At(_medianMs, i - MedianReach) = _medianWindow.Median;
        return Judge(i - Delay, _medianThreshold.Next(FromMedian(i - MedianReach)));
    }

    /// <inheritdoc/>
    public void Clear()
    {
        foreach (var series in (ReadOnlySpan<double[]>)[_rrMs, _medianMs, _changeMs, _change])
            Array.Fill(series, double.NaN);
        _medianWindow.Clear();
        _changeThreshold.Clear();
        _medianThreshold.Clear();
        (_steps, _isNextAsked, _isSecondOfExtra) = (0, false, false);
    }

    private static double Over(double valueMs, double thresholdMs) => valueMs is 0 || double.IsNaN(valueMs) ? 0 : valueMs / thresholdMs;

    private static ref double At(double[] series, int index) => ref series[index & (Kept - 1)];

    private double FromMedian(int i)
    {
        var distanceMs = At(_rrMs, i) - At(_medianMs, i);
        return distanceMs < 0 ? 2 * distanceMs : distanceMs;
    }

    /// <summary>The decision of figure 1: ectopic, else long or short, of which some are missed or extra. The interval after a long or short one
    /// is asked the second question at once where the change after it is the larger.</summary>
    private BeatFlag Judge(int i, double medianThresholdMs)
    {
        var isAsked = _isNextAsked;
        _isNextAsked = false;
        if (_isSecondOfExtra)
        {
            _isSecondOfExtra = false;
            return BeatFlag.Extra;
        }

        var change = At(_change, i);
        if (!isAsked)
        {
            if (Math.Abs(change) <= 1)
                return BeatFlag.Ok;
            if (IsEctopic(i, change))
                return BeatFlag.Ectopic;
            _isNextAsked = Math.Abs(At(_change, i + 1)) < Math.Abs(At(_change, i + 2));
        }

        return LongOrShort(i, change, medianThresholdMs);
    }

    /// <summary>A change between two changes the other way: negative, positive, negative (NPN), or PNP. The paper's S11, S12, c1 and c2.</summary>
    private bool IsEctopic(int i, double change)
    {
        var (before, after) = (At(_change, i - 1), At(_change, i + 1));
        return change > 0
            ? Math.Max(before, after) < (-Slope * change) - Intercept
            : Math.Min(before, after) > (-Slope * change) + Intercept;
    }

    /// <summary>Long or short when one of the next two intervals changes back (S21, S22), or when the interval is far from the median.</summary>
    private BeatFlag LongOrShort(int i, double change, double medianThresholdMs)
    {
        var (next, second) = (At(_change, i + 1), At(_change, i + 2));
        var fromMedian = Over(FromMedian(i), medianThresholdMs);
        var (rrMs, medianMs) = (At(_rrMs, i), At(_medianMs, i));

        if ((change < -1 && Math.Max(next, second) > 1) || fromMedian < -FarFromMedian)
        {
            _isSecondOfExtra = Math.Abs(rrMs + At(_rrMs, i + 1) - medianMs) < medianThresholdMs;
            return _isSecondOfExtra ? BeatFlag.Extra : BeatFlag.Short;
        }

        if ((change > 1 && Math.Min(next, second) < -1) || fromMedian > FarFromMedian)
            return Math.Abs((rrMs / 2) - medianMs) < medianThresholdMs ? BeatFlag.Missed : BeatFlag.Long;
        return BeatFlag.Ok;
    }
}
