namespace CoRegulation.Biofeedback.Figures.Overview;

/// <summary>A heart rate with no more points than there are pixels to see them in.</summary>
internal static class MeanLine
{
    /// <summary>Means over equal steps of time, each at the middle of its step; NaN where half of the samples or more are missing.</summary>
    /// <param name="values">The values from session time 0; NaN in a gap.</param>
    /// <param name="startS">Start of the first step, s.</param>
    /// <param name="endS">End of the last one, s.</param>
    /// <param name="atMost">Most points wanted; a step holds one sample at least.</param>
    /// <param name="samplesPerSecond">Values a second; heart rates have 4.</param>
    public static (double[] TimesS, double[] Values) Of(ReadOnlySpan<double> values, double startS, double endS, int atMost, int samplesPerSecond = 4)
    {
        var first = (int)Math.Max(0, Math.Ceiling(startS * samplesPerSecond));
        var end = (int)Math.Min(values.Length, Math.Floor(endS * samplesPerSecond) + 1);
        var samples = (int)Math.Max(1, Math.Ceiling((endS - startS) * samplesPerSecond / atMost));

        // Steps are counted from session time 0, so that one picture after another has the same means.
        first -= first % samples;
        var count = Math.Max(0, (end - first + samples - 1) / samples);
        var (times, means) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            var step = values.Slice(first + i * samples, Math.Min(samples, end - first - i * samples));
            times[i] = (first + i * samples + (step.Length - 1) / 2.0) / samplesPerSecond;
            means[i] = Mean(step);
        }

        return (times, means);
    }

    private static double Mean(ReadOnlySpan<double> step)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in step)
        {
            if (double.IsNaN(value))
                continue;
            sum += value;
            count++;
        }

        return 2 * count > step.Length ? sum / count : double.NaN;
    }
}
