using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Breathing;
using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Paced;

/// <summary>Breathing of a heart rate whose beats are not known: beats are laid where the heart rate, summed up, passes a whole number, and
/// read as those of a strap are.</summary>
internal static class SeriesBreathing
{
    // Outside of this it is no heart rate, bpm, and says nothing of breathing.
    private const double LeastBpm = 20;
    private const double MostBpm = 250;

    /// <summary>The readings, with the end of their window, s.</summary>
    /// <param name="bpm">Samples at 4 Hz; NaN in a gap.</param>
    /// <param name="options">How breathing is read.</param>
    public static List<(double TimeS, BreathingEstimate Estimate)> Read(ReadOnlySpan<double> bpm, BreathingOptions options)
    {
        var tracker = new BreathingTracker(options);
        var rows = new List<(double, BreathingEstimate)>();
        var (beats, lastS, segment) = (0.0, double.NaN, 0);
        for (var i = 0; i + 1 < bpm.Length; i++)
        {
            if (!(bpm[i] is > LeastBpm and < MostBpm && bpm[i + 1] is > LeastBpm and < MostBpm))
            {
                (beats, segment) = (0, double.IsNaN(lastS) ? segment : segment + 1);
                lastS = double.NaN;
                continue;
            }

            // Less than a beat and a half in a quarter of a second.
            var more = (bpm[i] + bpm[i + 1]) / 2 / 60 / HeartRateGrid.SamplesPerSecond;
            if (Math.Floor(beats + more) > Math.Floor(beats))
                Beat((i + ((Math.Floor(beats + more) - beats) / more)) / HeartRateGrid.SamplesPerSecond);
            beats += more;
        }

        return rows;

        void Beat(double timeS)
        {
            var rrMs = 1000 * (timeS - lastS);
            lastS = timeS;
            if (double.IsFinite(rrMs) && tracker.Add(new(timeS, rrMs, rrMs, segment, BeatFlag.Ok)))
                rows.Add((timeS, tracker.Current));
        }
    }
}
