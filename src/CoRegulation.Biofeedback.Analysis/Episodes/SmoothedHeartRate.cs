using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Episodes;

/// <summary>Centred running medians of a heart rate on the 4 Hz grid.</summary>
internal static class SmoothedHeartRate
{
    /// <summary>The median of the samples around each; NaN where fewer than half of them are there.</summary>
    /// <param name="bpm">Heart rate, bpm; NaN in a gap.</param>
    /// <param name="samples">Width of the window, odd.</param>
    public static double[] Medians(ReadOnlySpan<double> bpm, int samples)
    {
        var window = new SortedWindow(samples);
        var half = samples / 2;
        var medians = new double[bpm.Length];
        for (var i = 0; i < bpm.Length + half; i++)
        {
            window.Add(i < bpm.Length ? bpm[i] : double.NaN);
            if (i >= half)
                medians[i - half] = 2 * window.Finite >= samples ? window.Median : double.NaN;
        }

        return medians;
    }

    /// <summary>The mean of each whole second; NaN where fewer than half of its samples are there.</summary>
    /// <param name="bpm">Heart rate, bpm; NaN in a gap.</param>
    /// <param name="samples">Samples to a mean.</param>
    public static double[] Means(ReadOnlySpan<double> bpm, int samples)
    {
        var means = new double[bpm.Length / samples];
        for (var k = 0; k < means.Length; k++)
        {
            var (sum, count) = (0.0, 0);
            foreach (var value in bpm.Slice(k * samples, samples))
            {
                if (!double.IsNaN(value))
                    (sum, count) = (sum + value, count + 1);
            }

            means[k] = 2 * count >= samples ? sum / count : double.NaN;
        }

        return means;
    }
}
