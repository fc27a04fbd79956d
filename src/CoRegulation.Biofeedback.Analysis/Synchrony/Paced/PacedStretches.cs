using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Breathing;
using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Paced;

/// <summary>Where in a session two people breathed at one pace.</summary>
public static class PacedStretches
{
    /// <summary>From the pacer and from breathing as it was read.</summary>
    /// <param name="pacer">Changes of the pacer in order of time, s and breaths/min; null when it stops.</param>
    /// <param name="a">Readings of A in order, with the end of their window, s.</param>
    /// <param name="b">Those of B.</param>
    /// <param name="durationS">Length of the session, s.</param>
    /// <param name="options">What counts; the defaults when null.</param>
    /// <param name="breathing">How breathing was read; the defaults when null.</param>
    /// <returns>Stretches in order of time that do not touch.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <remarks>A pace found by breathing is taken back to where it began: the readings come from windows of a minute.</remarks>
    public static ImmutableArray<PacedStretch> Of(
        IReadOnlyList<(double TimeS, double? PerMin)> pacer,
        IReadOnlyList<(double TimeS, BreathingEstimate Estimate)> a,
        IReadOnlyList<(double TimeS, BreathingEstimate Estimate)> b,
        double durationS,
        PaceOptions? options = null,
        BreathingOptions? breathing = null)
    {
        ArgumentNullException.ThrowIfNull(pacer);
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var tracker = new PaceTracker(options ?? new(), breathing ?? new());
        var found = new List<PacedStretch>();
        var onS = double.NaN;
        foreach (var (timeS, perMin) in pacer)
        {
            if (perMin is not null && double.IsNaN(onS))
                onS = timeS;
            if (perMin is null && !double.IsNaN(onS))
                (_, onS) = (Add(onS, timeS), double.NaN);
        }

        if (!double.IsNaN(onS))
            Add(onS, durationS);

        var (nextA, nextB) = (0, 0);
        for (var timeS = 0; timeS <= durationS; timeS++)
        {
            for (; nextA < a.Count && a[nextA].TimeS <= timeS; nextA++)
                tracker.AddA(a[nextA].TimeS, a[nextA].Estimate);
            for (; nextB < b.Count && b[nextB].TimeS <= timeS; nextB++)
                tracker.AddB(b[nextB].TimeS, b[nextB].Estimate);
            if (tracker.IsOnePace(timeS))
                Add(timeS - tracker.ReachS, timeS);
        }

        return Joined(found);

        bool Add(double fromS, double toS)
        {
            (fromS, toS) = (Math.Max(0, fromS), Math.Min(toS, durationS));
            if (toS > fromS)
                found.Add(new(fromS, toS));
            return toS > fromS;
        }
    }

    /// <summary>From the heart rates alone, where neither beats nor a pacer are known.</summary>
    /// <param name="aBpm">n samples of A at 4 Hz, bpm; NaN in a gap. What is no heart rate (20 to 250 bpm) counts as a gap.</param>
    /// <param name="bBpm">n samples of B.</param>
    /// <param name="options">What counts; the defaults when null.</param>
    /// <returns>Stretches in order of time that do not touch.</returns>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    public static ImmutableArray<PacedStretch> OfSeries(ReadOnlySpan<double> aBpm, ReadOnlySpan<double> bBpm, PaceOptions? options = null)
    {
        Pair.Check(aBpm, bBpm);
        var breathing = new BreathingOptions();
        return Of(
            [], SeriesBreathing.Read(aBpm, breathing), SeriesBreathing.Read(bBpm, breathing), aBpm.Length / (double)HeartRateGrid.SamplesPerSecond, options, breathing);
    }

    /// <summary>Time in all, s.</summary>
    /// <param name="stretches">Stretches that do not overlap.</param>
    public static double TotalS(ImmutableArray<PacedStretch> stretches) => stretches.Sum(stretch => stretch.ToS - stretch.FromS);

    private static ImmutableArray<PacedStretch> Joined(List<PacedStretch> found)
    {
        var joined = ImmutableArray.CreateBuilder<PacedStretch>();
        foreach (var stretch in found.OrderBy(stretch => stretch.FromS))
        {
            if (joined.Count > 0 && stretch.FromS <= joined[^1].ToS)
                joined[^1] = joined[^1] with { ToS = Math.Max(joined[^1].ToS, stretch.ToS) };
            else
                joined.Add(stretch);
        }

        return joined.DrainToImmutable();
    }
}
