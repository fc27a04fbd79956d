using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Figures.Rhythm;

namespace CoRegulation.Biofeedback.Figures.Tests.Rhythm;

/// <summary>Heart rhythms for figures.</summary>
internal static class Rhythms
{
    /// <summary>A heart that swings with the breath.</summary>
    public static RhythmData Breathing(double lengthS, double perMin, double swingMs = 40)
    {
        var beats = new List<Beat>();
        for (var timeS = 0.0; timeS < lengthS;)
        {
            var nnMs = 850 + (swingMs * Math.Sin(2 * Math.PI * perMin / 60 * timeS));
            timeS += nnMs / 1000;
            beats.Add(new(timeS, nnMs, nnMs, 0, BeatFlag.Ok));
        }

        return new() { Beats = [.. beats], NowS = lengthS, Name = "Ana" };
    }

    /// <summary>The same with the beats of a stretch left out.</summary>
    public static RhythmData WithGap(this RhythmData data, double fromS, double toS) => data with
    {
        Beats = [.. data.Beats.Where(beat => beat.TimeS < fromS || beat.TimeS > toS).Select(beat => beat with { Segment = beat.TimeS > toS ? 1 : 0 })],
    };

    /// <summary>The same with one flag.</summary>
    public static RhythmData WithFlag(this RhythmData data, int index, BeatFlag flag, bool hasNn = true) => data with
    {
        Beats = data.Beats.SetItem(index, data.Beats[index] with { Flag = flag, NnMs = hasNn ? data.Beats[index].NnMs : null }),
    };
}
