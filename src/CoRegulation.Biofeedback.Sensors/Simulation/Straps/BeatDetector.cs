using CoRegulation.Biofeedback.Sensors.Simulation.Chance;

namespace CoRegulation.Biofeedback.Sensors.Simulation.Straps;

/// <summary>From a heart's beats to the RR intervals that a strap makes of them.</summary>
internal static class BeatDetector
{
    /// <summary>The intervals in order of closing.</summary>
    /// <param name="beatTimesS">The true beats, s, ascending.</param>
    /// <param name="faults">What goes wrong.</param>
    /// <param name="clockRate">Seconds of the strap's clock in a true second.</param>
    /// <param name="random">For the place of beats that are none.</param>
    /// <remarks>The strap stamps each beat in units of 1/1024 s and sends differences of stamps, so that the rounding of one interval
    /// is made good in the next and their sum does not wander.</remarks>
    public static List<CarriedInterval> Detect(ReadOnlySpan<double> beatTimesS, FaultTimes faults, double clockRate, SeededRandom random)
    {
        var intervals = new List<CarriedInterval>(beatTimesS.Length);
        var previousS = double.NaN;

        for (var i = 0; i < beatTimesS.Length; i++)
        {
            See(beatTimesS[i], i);
            var place = random.Uniform(0.35, 0.65);
            if (i + 1 < beatTimesS.Length && faults.At(StrapFaultKind.ExtraBeats, beatTimesS[i]) is not null)
                See(beatTimesS[i] + place * (beatTimesS[i + 1] - beatTimesS[i]), -1);
        }

        return intervals;

        void See(double timeS, int beat)
        {
            if (faults.At(StrapFaultKind.NoContact, timeS) is not null || faults.At(StrapFaultKind.MissedBeats, timeS) is not null)
                return;

            // After a lost contact or link the first beat opens an interval and closes none.
            var startsAfresh = double.IsNaN(previousS)
                || faults.Touching(StrapFaultKind.NoContact, previousS, timeS) is not null
                || faults.Touching(StrapFaultKind.LinkLost, previousS, timeS) is { } lost && lost.EndS <= timeS;
            if (!startsAfresh)
            {
                var ticks = Stamp(timeS * clockRate) - Stamp(previousS * clockRate);
                intervals.Add(new(beat, timeS, previousS, (ushort)Math.Min(ticks, ushort.MaxValue)));
            }

            previousS = timeS;
        }
    }

    private static long Stamp(double strapS) => (long)Math.Round(strapS * 1024);
}
