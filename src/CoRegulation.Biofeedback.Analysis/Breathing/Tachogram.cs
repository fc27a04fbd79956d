namespace CoRegulation.Biofeedback.Analysis.Breathing;

/// <summary>The intervals of one run as an even series without its trend.</summary>
internal static class Tachogram
{
    public const int PerSecond = 4;

    /// <summary>Resamples the last seconds of a run at 4 Hz and takes the trend away.</summary>
    /// <param name="nnMs">Intervals, ms, without a break.</param>
    /// <param name="first">The first of them that counts.</param>
    /// <param name="samplesMs">Where to, ms about the trend; long enough.</param>
    /// <returns>Number of samples.</returns>
    /// <remarks>Each interval stands at the beat that closes it. Cubic Hermite pieces through the intervals keep the crests that straight lines
    /// cut (by a seventh at 15 breaths/min and 75 bpm). The trend is a parabola: it follows a settling heart and leaves waves of 15 s alone.</remarks>
    public static int Resample(ReadOnlySpan<double> nnMs, int first, Span<double> samplesMs)
    {
        var (count, startS) = (0, 0.0);
        for (var i = first; i + 1 < nnMs.Length; i++)
        {
            var lengthS = nnMs[i + 1] / 1000;
            var (fromMs, toMs) = (nnMs[i], nnMs[i + 1]);
            var (fromSlope, toSlope) = (Slope(nnMs, first, i), Slope(nnMs, first, i + 1));
            for (; count < samplesMs.Length && (double)count / PerSecond <= startS + lengthS; count++)
            {
                var s = ((double)count / PerSecond - startS) / lengthS;
                var rest = 1 - s;
                samplesMs[count] = rest * rest * ((1 + 2 * s) * fromMs + s * lengthS * fromSlope)
                    + s * s * ((1 + 2 * rest) * toMs - rest * lengthS * toSlope);
            }

            startS += lengthS;
        }

        TakeTrend(samplesMs[..count]);
        return count;
    }

    // ms per s at a beat: the parabola through it and its neighbours.
    private static double Slope(ReadOnlySpan<double> nnMs, int first, int i)
    {
        var before = i > first ? (nnMs[i] - nnMs[i - 1]) / (nnMs[i] / 1000) : double.NaN;
        var after = i + 1 < nnMs.Length ? (nnMs[i + 1] - nnMs[i]) / (nnMs[i + 1] / 1000) : double.NaN;
        if (double.IsNaN(before))
            return after;
        return double.IsNaN(after) ? before : (before * nnMs[i + 1] + after * nnMs[i]) / (nnMs[i] + nnMs[i + 1]);
    }

    private static void TakeTrend(Span<double> samples)
    {
        // 1, k and k² - mean(k²) are orthogonal about the middle.
        var (middle, n) = ((samples.Length - 1) / 2.0, (double)samples.Length);
        var squares = (n * n - 1) / 12;
        double sum = 0, along = 0, bent = 0, alongNorm = 0, bentNorm = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            var k = i - middle;
            var bow = k * k - squares;
            sum += samples[i];
            along += k * samples[i];
            alongNorm += k * k;
            bent += bow * samples[i];
            bentNorm += bow * bow;
        }

        for (var i = 0; i < samples.Length; i++)
        {
            var k = i - middle;
            samples[i] -= sum / n + k * along / alongNorm + (k * k - squares) * bent / bentNorm;
        }
    }
}
