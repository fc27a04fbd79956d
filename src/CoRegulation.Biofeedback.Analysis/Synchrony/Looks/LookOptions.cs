using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Looks;

/// <summary>When a running session is tested, and how much each look may spend; every default has its reason.</summary>
public sealed record LookOptions
{
    // One array for all, so that two sets of default options are equal.
    private static readonly ImmutableArray<PlannedLook> Doubling =
    [
        new(150, 0.005), new(300, 0.0075), new(600, 0.010), new(1200, 0.006), new(2400, 0.004), new(4800, 0.002), new(9600, 0.0015),
    ];

    /// <summary>No looks: for whoever knows the whole session.</summary>
    public static LookOptions None { get; } = new() { Looks = [] };

    /// <summary>The looks, in order of time. Default: each at twice the time of the one before, from the 150 s that the test needs to 9600 s, so that a
    /// session of any length has one in its second half; by the union bound (Bonferroni) a pair of strangers is ever called beyond chance in at
    /// most the sum of their alphas, whatever the dependence between looks. The sum is 0.036 and not 0.05, since the test itself calls up to
    /// 1.6 times alpha of short records (measured, docs/methods/looks.md).</summary>
    public ImmutableArray<PlannedLook> Looks { get; init => field = Plan(value); } = Doubling;

    /// <summary>Copies that would reach a look's alpha by chance, on average. Default 20: with n = 20/alpha copies the p that decides
    /// is known to about a fifth of itself.</summary>
    public int CopiesAtAlpha { get; init => field = Checked.Within(value, 1, 50, nameof(CopiesAtAlpha)); } = 20;

    /// <summary>Share of a look's time after which it is shown: what its work is given. Default 0.02, 3 s for the look at 150 s and 192 s for that at 9600 s:
    /// sixteen times and more what the work takes a processor three times slower than that of the measurements in docs/methods/looks.md, the first
    /// look, when code is still being compiled, three times.</summary>
    public double ShownAfterShare { get; init => field = Checked.Within(value, 0, 1, nameof(ShownAfterShare)); } = 0.02;

    /// <summary>How long after its beginning a look is shown, s: whole steps of the heart-rate grid.</summary>
    internal double ShownAfterS(PlannedLook look) =>
        Math.Ceiling((ShownAfterShare * look.AtS * HeartRateGrid.SamplesPerSecond) - 1e-6) / HeartRateGrid.SamplesPerSecond;

    /// <summary>Copies for a look.</summary>
    internal int Copies(PlannedLook look) => (int)Math.Ceiling((CopiesAtAlpha / look.Alpha) - 1e-6);

    private static ImmutableArray<PlannedLook> Plan(ImmutableArray<PlannedLook> looks)
    {
        if (looks.IsDefault)
            throw new ArgumentException("Looks must be a list, which may be empty.", nameof(looks));
        var (beforeS, spent) = (0.0, 0.0);
        foreach (var look in looks)
        {
            if (Checked.OnGrid(look.AtS, 30, 86_400, nameof(Looks)) <= beforeS)
                throw new ArgumentException("Looks must be in order of time.", nameof(looks));
            (beforeS, spent) = (look.AtS, spent + Checked.Within(look.Alpha, 0.0005, 0.5, nameof(Looks)));
        }

        return spent <= 0.5 + 1e-12
            ? looks
            : throw new ArgumentException("Looks must spend at most 0.5 together.", nameof(looks));
    }
}
