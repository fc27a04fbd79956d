using CoRegulation.Biofeedback.Analysis.Beats;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests;

/// <summary>Beats for tests.</summary>
internal static class Hearts
{
    /// <summary>RR intervals of a plausible heart, ms.</summary>
    public static readonly Gen<double> RrMs = Gen.Double[600, 1000];

    /// <summary>Beats that close the intervals one after the other.</summary>
    public static TimedBeat[] Beats(IEnumerable<double> rrMs, double startS = 0, int segment = 0)
    {
        var timeS = startS;
        return [.. rrMs.Select(rr => new TimedBeat(timeS += rr / 1000, rr, segment, 5))];
    }

    /// <summary>Beats of a heart whose rate follows a curve, from one time to another.</summary>
    public static TimedBeat[] Following(Func<double, double> bpm, double fromS, double untilS, int segment = 0)
    {
        var beats = new List<TimedBeat>();
        for (var timeS = fromS; ;)
        {
            var rrMs = 60_000 / bpm(timeS);
            timeS += rrMs / 1000;
            if (timeS > untilS)
                return [.. beats];
            beats.Add(new(timeS, rrMs, segment, 5));
        }
    }

    /// <summary>A beat whose interval is normal.</summary>
    public static Beat Ok(this TimedBeat beat) => new(beat.TimeS, beat.RrMs, beat.RrMs, beat.Segment, BeatFlag.Ok);
}
