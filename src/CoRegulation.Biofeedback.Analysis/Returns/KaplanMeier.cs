using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Analysis.Returns;

/// <summary>How long episodes take to come back to baseline, those counted in whose return was not seen.</summary>
/// <remarks>The product-limit estimate of Kaplan and Meier (1958, J. Am. Stat. Assoc. 53(282), 457). Leaving out what was not seen, or counting it as
/// back, would make every return look shorter. The interval of a share is Greenwood's on the scale log(-log), that of the median after
/// Brookmeyer and Crowley (1982, Biometrics 38, 29): the times whose share does not differ from one half. Episodes count as independent of
/// each other and of what ended their observation.</remarks>
public sealed record KaplanMeier
{
    private const double Z95 = 1.959963984540054;

    /// <summary>Number of episodes.</summary>
    public required int Episodes { get; init; }

    /// <summary>Episodes whose return was seen.</summary>
    public required int Seen { get; init; }

    /// <summary>Median time to baseline, s: the first time at which half or fewer are not back; NaN where that was never seen.</summary>
    public required double MedianS { get; init; }

    /// <summary>Lower end of its 95 % interval, s; NaN where it is not known.</summary>
    public required double LowS { get; init; }

    /// <summary>Upper end, s; NaN where it is not known: the episodes do not bound the median from above.</summary>
    public required double HighS { get; init; }

    /// <summary>The curve, a step at each time at which an episode came back.</summary>
    public required ImmutableArray<KaplanMeierStep> Steps { get; init; }

    /// <summary>The estimate from some episodes.</summary>
    /// <param name="times">The episodes, in any order; may be empty.</param>
    /// <exception cref="ArgumentNullException"><paramref name="times"/> is null.</exception>
    /// <exception cref="ArgumentException">A time is negative or not a number.</exception>
    /// <remarks>Of equal times the return comes before the end of observation. O(n log n).</remarks>
    public static KaplanMeier Of(IReadOnlyList<ReturnTime> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        if (times.Any(time => !(time.TimeS >= 0) || double.IsInfinity(time.TimeS)))
            throw new ArgumentException("A time to baseline is 0 s or more.", nameof(times));

        var steps = ImmutableArray.CreateBuilder<KaplanMeierStep>();
        var (atRisk, share, sum) = (times.Count, 1.0, 0.0);
        foreach (var same in times.GroupBy(time => time.TimeS).OrderBy(group => group.Key))
        {
            var back = same.Count(time => !time.IsCensored);
            if (back > 0)
            {
                share *= 1 - ((double)back / atRisk);
                sum += back / (atRisk * (double)(atRisk - back));
                var (low, high) = Interval(share, sum);
                steps.Add(new(same.Key, atRisk, share, low, high));
            }

            atRisk -= same.Count();
        }

        return new()
        {
            Episodes = times.Count,
            Seen = times.Count(time => !time.IsCensored),
            MedianS = FirstAtHalf(steps, step => step.Share),
            LowS = FirstAtHalf(steps, step => step.Low),
            HighS = FirstAtHalf(steps, step => step.High),
            Steps = steps.DrainToImmutable(),
        };
    }

    private static (double Low, double High) Interval(double share, double greenwood)
    {
        // Where none is left the variance has no value, and neither end is known.
        if (!(share > 1e-12))
            return (double.NaN, double.NaN);
        var spread = Z95 * Math.Sqrt(greenwood) / Math.Abs(Math.Log(share));
        return (Math.Pow(share, Math.Exp(spread)), Math.Pow(share, Math.Exp(-spread)));
    }

    // Products of fractions may end a rounding above one half.
    private static double FirstAtHalf(IEnumerable<KaplanMeierStep> steps, Func<KaplanMeierStep, double> value) =>
        steps.Where(step => value(step) <= 0.5 + 1e-9).Select(step => step.TimeS).FirstOrDefault(double.NaN);
}
