using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>The pair in the live stream.</summary>
internal sealed record DyadJson
{
    public required ReadingJson R { get; init; }

    public required ReadingJson LagS { get; init; }

    public required ReadingJson DistanceBpm { get; init; }

    public required ReadingJson SlopeBpmPerMin { get; init; }

    public required ReadingJson SlopeLow { get; init; }

    public required ReadingJson SlopeHigh { get; init; }

    public required ConvergenceState? Convergence { get; init; }

    public required HeartTrend? ATrend { get; init; }

    public required HeartTrend? BTrend { get; init; }

    public required PairCourse? Course { get; init; }

    public required AnchorJson? AnchorByLevel { get; init; }

    public required VerdictJson Verdict { get; init; }

    public required DyadWords Text { get; init; }

    public static DyadJson From(DyadSnapshot dyad, ImmutableArray<Person> people, double timeS) => new()
    {
        R = dyad.R,
        LagS = dyad.LagS,
        DistanceBpm = dyad.DistanceBpm,
        SlopeBpmPerMin = dyad.SlopeBpmPerMin,
        SlopeLow = dyad.SlopeLow,
        SlopeHigh = dyad.SlopeHigh,
        Convergence = dyad.Convergence,
        ATrend = dyad.ATrend,
        BTrend = dyad.BTrend,
        Course = dyad.Course,
        AnchorByLevel = AnchorJson.From(dyad.AnchorByLevel),
        Verdict = VerdictJson.From(dyad.Verdict),
        Text = DyadWords.From(dyad, people, timeS),
    };
}
