using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Confounds;

/// <summary>Finds what can move two hearts together although neither has to do with the other. A remark beside a verdict, never a correction of it.</summary>
public static class SharedMoves
{
    // What standing up, walking or speaking in front of others does within half a minute, and well outside of a person's own drift.
    private const double RiseBpm = 12;
    private const double RiseSpreads = 4;
    private const int RiseS = 30;

    // Sitting up or beginning to speak; from one minute's mean to the next, drift at rest seldom does as much in both at once.
    private const double ChangeBpm = 5;
    private const int ChangeS = 60;

    /// <summary>What there is of it.</summary>
    /// <param name="aBpm">n samples of A at 4 Hz, bpm; NaN in a gap.</param>
    /// <param name="bBpm">n samples of B.</param>
    /// <param name="firstS">Session time of the first sample, s.</param>
    /// <param name="phasesS">When phases of the session begin, s.</param>
    /// <param name="wasPaced">Whether a part of the time was left out because both breathed at one pace.</param>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    public static ImmutableArray<SynchronyConfound> Find(
        ReadOnlySpan<double> aBpm, ReadOnlySpan<double> bBpm, double firstS, ReadOnlySpan<double> phasesS, bool wasPaced)
    {
        Pair.Check(aBpm, bBpm);
        var (a, b) = (Seconds(aBpm), Seconds(bBpm));
        var found = ImmutableArray.CreateBuilder<SynchronyConfound>();
        if (wasPaced)
            found.Add(SynchronyConfound.CommonPace);
        if (BothRose(a, b))
            found.Add(SynchronyConfound.BothRose);
        foreach (var phaseS in phasesS)
        {
            var at = (int)Math.Round(phaseS - firstS);
            var (changeA, changeB) = (Change(a, at), Change(b, at));
            if (Math.Abs(changeA) < 1 || Math.Abs(changeB) < 1 || !(changeA * changeB > 0))
                continue;
            found.Add(SynchronyConfound.PhaseChange);
            break;
        }

        return found.DrainToImmutable();
    }

    private static bool BothRose(double[] a, double[] b)
    {
        var (riseA, riseB) = (Rises(a), Rises(b));
        var (lastA, lastB) = (int.MinValue / 2, int.MinValue / 2);
        for (var i = 0; i < a.Length; i++)
        {
            lastA = riseA[i] ? i : lastA;
            lastB = riseB[i] ? i : lastB;
            if (Math.Min(lastA, lastB) >= 0 && Math.Abs(lastA - lastB) <= RiseS)
                return true;
        }

        return false;
    }

    /// <summary>Whether the heart rate stands far above its lowest of the half minute before.</summary>
    private static bool[] Rises(double[] x)
    {
        var threshold = Math.Max(RiseBpm, RiseSpreads * Spread(x));
        var rises = new bool[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = Math.Max(0, i - RiseS); j < i && !rises[i]; j++)
                rises[i] = x[i] - x[j] >= threshold;
        }

        return rises;
    }

    /// <summary>Change of the mean of a minute at a second, in units of what counts as one; NaN where either minute is not half there.</summary>
    private static double Change(double[] x, int at)
    {
        if (at < 1 || at >= x.Length)
            return double.NaN;
        var before = Mean(x.AsSpan(Math.Max(0, at - ChangeS)..at), ChangeS / 2);
        var after = Mean(x.AsSpan(at..Math.Min(x.Length, at + ChangeS)), ChangeS / 2);
        return (after - before) / ChangeBpm;
    }

    /// <summary>Mean of five seconds at each second; NaN where less than half is there.</summary>
    private static double[] Seconds(ReadOnlySpan<double> bpm)
    {
        const int Half = 5 * HeartRateGrid.SamplesPerSecond / 2;
        var seconds = new double[bpm.Length / HeartRateGrid.SamplesPerSecond];
        for (var i = 0; i < seconds.Length; i++)
        {
            var at = i * HeartRateGrid.SamplesPerSecond;
            seconds[i] = Mean(bpm[Math.Max(0, at - Half)..Math.Min(bpm.Length, at + Half)], Half);
        }

        return seconds;
    }

    private static double Mean(ReadOnlySpan<double> x, int least)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in x)
        {
            if (double.IsNaN(value))
                continue;
            sum += value;
            count++;
        }

        return count >= least ? sum / count : double.NaN;
    }

    private static double Spread(double[] x)
    {
        double[] there = [.. x.Where(double.IsFinite)];
        if (there.Length is 0)
            return double.NaN;
        Array.Sort(there);
        var median = there[there.Length / 2];
        double[] off = [.. there.Select(value => Math.Abs(value - median)).Order()];
        return 1.4826 * off[off.Length / 2];
    }
}
