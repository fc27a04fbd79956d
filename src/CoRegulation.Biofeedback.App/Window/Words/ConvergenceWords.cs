using CoRegulation.Biofeedback.Analysis.Convergence;

namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>What the distance between two heart rates does, in a sentence.</summary>
internal static class ConvergenceWords
{
    /// <summary>How far apart, and since when nearer or further.</summary>
    /// <param name="state">What the distance does; null while that is not known.</param>
    /// <param name="distanceBpm">The distance now, bpm; null while it is not known.</param>
    /// <param name="slopeBpmPerMin">Its slope, bpm a minute; null while it is not known.</param>
    /// <param name="overS">The time that the slope speaks of, s.</param>
    public static string Sentence(ConvergenceState? state, double? distanceBpm, double? slopeBpmPerMin, double overS)
    {
        if (distanceBpm is not { } distance)
            return "How far apart the two heart rates are is not known now.";
        var apart = $"{ReadingWords.Format(distance, 0)} bpm apart";
        if (state is not { } known || slopeBpmPerMin is not { } slope)
            return $"{apart}; whether nearing or parting is not yet known.";
        var (bpm, minutes) = (ReadingWords.Format(Math.Abs(slope * overS / 60), 0), ReadingWords.Format(overS / 60, 0));
        return known switch
        {
            ConvergenceState.Nearing => $"Nearing: {apart}, about {bpm} bpm less than {minutes} minutes ago.",
            ConvergenceState.Parting => $"Parting: {apart}, about {bpm} bpm more than {minutes} minutes ago.",
            _ => $"Steady: {apart}, no clear change over {minutes} minutes.",
        };
    }

    /// <summary>Who moved: the same distance shrinks when one settles and when the other rises. Empty while that is not known.</summary>
    /// <param name="nameA">Name of A.</param>
    /// <param name="a">What A's heart rate does by itself.</param>
    /// <param name="nameB">Name of B.</param>
    /// <param name="b">What B's does.</param>
    public static string Course(string nameA, HeartTrend? a, string nameB, HeartTrend? b) => (a, b) switch
    {
        (null, _) or (_, null) => "",
        ({ } one, { } other) when one == other => $" Both {Word(one)}.",
        ({ } one, { } other) => $" {Names.Short(nameA)} {Word(one)}, {Names.Short(nameB)} {Word(other)}.",
    };

    private static string Word(HeartTrend trend) => trend switch
    {
        HeartTrend.Settling => "settling",
        HeartTrend.Rising => "rising",
        _ => "steady",
    };
}
