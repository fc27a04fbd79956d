using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Synchrony.Looks;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>What the page says of a pair. Distance and correlation are said apart: each can be high while the other is low.</summary>
/// <param name="Distance">Distance between the heart rates, bpm, or a dash.</param>
/// <param name="Trend">"nearing", "steady" or "parting"; else why that is not known.</param>
/// <param name="TrendKnown">Whether there is a trend.</param>
/// <param name="Together">The verdict on moving together.</param>
/// <param name="R">The correlation, or a dash.</param>
/// <param name="Lag">Who follows whom at the peak of the correlation; else why there is none.</param>
/// <param name="DistanceSaid">What the distance does, in a sentence.</param>
/// <param name="TogetherSaid">The verdict on moving together, in a sentence.</param>
/// <param name="LevelSaid">Who stays steady, in a sentence.</param>
/// <param name="FirstSaid">Who moves first, in a sentence.</param>
internal sealed record DyadWords(
    string Distance, string Trend, bool TrendKnown, string Together, string R, string Lag, string DistanceSaid, string TogetherSaid, string LevelSaid, string FirstSaid)
{
    private static readonly double SlopeS = new ConvergenceOptions().SlopeS;

    private const string NoIntervals = "a strap sends no times between beats, from which it is told";

    /// <summary>Below this lag, s, the two are said to move at the same time: half a step of the lags.</summary>
    private const double SameTimeS = 0.125;

    /// <summary>The words for a pair at an instant of session time, s.</summary>
    public static DyadWords From(DyadSnapshot dyad, ImmutableArray<Person> people, double timeS) => new(
        ReadingWords.Number(dyad.DistanceBpm),
        TrendWords(dyad, timeS),
        dyad.Convergence is not null,
        // A verdict needs a comparison with chance; without one, none is given however high the correlation.
        NeverLooked(dyad) ? "together: no verdict" : SynchronyWords.Short(dyad.Verdict),
        ReadingWords.Number(dyad.R, decimals: 2),
        LagWords(dyad, people, timeS),
        ConvergenceWords.Sentence(dyad.Convergence, dyad.DistanceBpm.Value, dyad.SlopeBpmPerMin.Value, Math.Min(SlopeS, timeS))
            + ConvergenceWords.Course(people[0].Name, dyad.ATrend, people[1].Name, dyad.BTrend),
        NeverLooked(dyad) ? $"No verdict: {NoIntervals}." : SynchronyWords.Sentence(dyad.Verdict),
        LevelWords(dyad, people),
        FirstWords(dyad.Verdict, people));

    private static string TrendWords(DyadSnapshot dyad, double timeS) => dyad.Convergence switch
    {
        ConvergenceState.Nearing => "nearing",
        ConvergenceState.Parting => "parting",
        ConvergenceState.Steady => "steady",
        _ when dyad.DistanceBpm.Value is null => ReadingWords.Reason(dyad.DistanceBpm),
        _ when dyad.SlopeBpmPerMin.Value is not null => "trend not yet known",
        _ => ReadingWords.Reason(dyad.SlopeBpmPerMin, WarmUp.LeftS(WarmUp.TrendS, timeS)) is { Length: > 0 } reason ? $"trend {reason}" : "",
    };

    /// <summary>Whether no look was taken and none will be.</summary>
    private static bool NeverLooked(DyadSnapshot dyad) => dyad is { LacksIntervals: true, Verdict.State: VerdictState.NotYetKnown };

    private static string LevelWords(DyadSnapshot dyad, ImmutableArray<Person> people) => dyad.AnchorByLevel switch
    {
        null when dyad.LacksIntervals => AnchorWords.ByLevel(null, null, NoIntervals),
        null => AnchorWords.ByLevel(null, null, "not yet known"),
        { Person: { } anchor } => AnchorWords.ByLevel(people[anchor == 'A' ? 0 : 1].Name, people[anchor == 'A' ? 1 : 0].Name, reason: null),
        { Reason: var reason } => AnchorWords.ByLevel(null, null, AnchorWords.Reason(reason)),
    };

    private static string FirstWords(LiveVerdict verdict, ImmutableArray<Person> people) => verdict switch
    {
        { State: VerdictState.BeyondChance, Look.Result: { First: { } first, Best: { } best } } => AnchorWords.ByLag(
            people[first == 'A' ? 0 : 1].Name,
            people[first == 'A' ? 1 : 0].Name,
            Math.Min(Math.Abs(best.LagLowS), Math.Abs(best.LagHighS)),
            Math.Max(Math.Abs(best.LagLowS), Math.Abs(best.LagHighS)),
            reason: null),
        { State: VerdictState.BeyondChance } => AnchorWords.ByLag(null, null, double.NaN, double.NaN, "they may move at the same time"),
        _ => AnchorWords.ByLag(null, null, double.NaN, double.NaN, reason: null),
    };

    private static string LagWords(DyadSnapshot dyad, ImmutableArray<Person> people, double timeS)
    {
        if (dyad.R.Value is null)
            return ReadingWords.Reason(dyad.R, WarmUp.LeftS(WarmUp.SynchronyS, timeS));
        if (dyad.LagS.Value is not { } lagS)
            return ReadingWords.Reason(dyad.LagS);
        if (Math.Abs(lagS) < SameTimeS)
            return "at the same time";
        var (first, second) = lagS > 0 ? (people[0], people[1]) : (people[1], people[0]);
        return $"{Names.Short(second.Name)} follows {Names.Short(first.Name)} by {ReadingWords.Format(Math.Abs(lagS), 2)} s";
    }
}
