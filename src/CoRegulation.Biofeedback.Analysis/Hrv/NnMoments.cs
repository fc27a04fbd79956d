using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>Sums over a stretch of NN intervals that can be joined with those of the next stretch.</summary>
/// <param name="Nn">The intervals, ms.</param>
/// <param name="Bpm">Their heart rates, 60000/NN.</param>
/// <param name="Differences">The steps from one interval to its neighbour, ms.</param>
/// <param name="Over50">Steps above 50 ms either way.</param>
/// <param name="Over20">Steps above 20 ms either way.</param>
internal readonly record struct NnMoments(RunningMoments Nn, RunningMoments Bpm, RunningMoments Differences, int Over50, int Over20)
{
    /// <summary>One interval without the step that leads to it; nothing where there is none.</summary>
    public static NnMoments Alone(in NnEntry entry) =>
        entry.HasNn ? new(RunningMoments.Of(entry.NnMs), RunningMoments.Of(60_000 / entry.NnMs), default, 0, 0) : default;

    /// <summary>One interval with the step that leads to it.</summary>
    public static NnMoments WithStep(in NnEntry entry) => !entry.FollowsOn ? Alone(entry) : Alone(entry) with
    {
        Differences = RunningMoments.Of(entry.StepMs),
        Over50 = Math.Abs(entry.StepMs) > 50 ? 1 : 0,
        Over20 = Math.Abs(entry.StepMs) > 20 ? 1 : 0,
    };

    /// <summary>Both stretches as one.</summary>
    public static NnMoments Join(in NnMoments first, in NnMoments second) => new(
        RunningMoments.Join(first.Nn, second.Nn),
        RunningMoments.Join(first.Bpm, second.Bpm),
        RunningMoments.Join(first.Differences, second.Differences),
        first.Over50 + second.Over50,
        first.Over20 + second.Over20);
}
