using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>A stretch in which no sinus rhythm could be told, so that it has no NN.</summary>
/// <param name="Segment">The segment it lies in.</param>
/// <param name="FromS">Where its first interval begins, s since session start.</param>
/// <param name="UntilS">Where its last interval ends, s since session start.</param>
/// <param name="Beats">Intervals in it.</param>
/// <param name="Reason"><see cref="BeatFlag.Irregular"/> or <see cref="BeatFlag.Crowded"/>: that of most of them.</param>
public sealed record RhythmStretch(int Segment, double FromS, double UntilS, int Beats, BeatFlag Reason)
{
    /// <summary>All such stretches of one person.</summary>
    /// <param name="beats">Rows of a corrector, in order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="beats"/> is null.</exception>
    public static IReadOnlyList<RhythmStretch> Find(IEnumerable<Beat> beats)
    {
        ArgumentNullException.ThrowIfNull(beats);
        var stretches = new List<RhythmStretch>();
        var run = new List<Beat>();
        foreach (var beat in beats)
        {
            var isLost = beat.Flag is BeatFlag.Irregular or BeatFlag.Crowded;
            if (run.Count > 0 && (!isLost || run[0].Segment != beat.Segment))
                End();
            if (isLost)
                run.Add(beat);
        }

        if (run.Count > 0)
            End();
        return stretches;

        void End()
        {
            var irregular = run.Count(beat => beat.Flag is BeatFlag.Irregular);
            stretches.Add(new(run[0].Segment, run[0].TimeS - (run[0].RrMs.GetValueOrDefault() / 1000), run[^1].TimeS, run.Count,
                2 * irregular >= run.Count ? BeatFlag.Irregular : BeatFlag.Crowded));
            run.Clear();
        }
    }
}
