using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Artefacts.Published;

/// <summary>An interval is accepted unless it is too far from the median of the five intervals before it and the five after, itself left out;
/// of fewer at the ends of a segment, and alone it is accepted.</summary>
/// <param name="mostDeviation">Largest distance that is accepted, as a fraction of the median.</param>
internal sealed class LocalMedianRule(double mostDeviation) : IIntervalRule
{
    private const int Reach = 5;
    private const int Length = (2 * Reach) + 1;

    private readonly double[] _rrMs = Enumerable.Repeat(double.NaN, Length).ToArray();
    private int _steps;

    /// <inheritdoc/>
    public int Delay => Reach;

    /// <inheritdoc/>
    public BeatFlag Next(double rrMs)
    {
        _rrMs[_steps % Length] = rrMs;
        var judged = (_steps++ + Length - Reach) % Length;

        Span<double> around = stackalloc double[Length - 1];
        var count = 0;
        for (var i = 0; i < Length; i++)
        {
            if (i != judged && !double.IsNaN(_rrMs[i]))
                around[count++] = _rrMs[i];
        }

        if (count is 0)
            return BeatFlag.Ok;

        around = around[..count];
        around.Sort();
        var medianMs = (around[(count - 1) / 2] + around[count / 2]) / 2;
        return Math.Abs(_rrMs[judged] - medianMs) > mostDeviation * medianMs
            ? _rrMs[judged] > medianMs ? BeatFlag.Long : BeatFlag.Short
            : BeatFlag.Ok;
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _steps = 0;
        Array.Fill(_rrMs, double.NaN);
    }
}
