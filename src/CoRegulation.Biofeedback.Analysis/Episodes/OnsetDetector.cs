namespace CoRegulation.Biofeedback.Analysis.Episodes;

/// <summary>How large an episode that begins at a time would have to be, from the heart rate around it.</summary>
/// <remarks>A filter matched to the shape of an episode in coloured noise, w ~ C^-1 s (Kay 1998, Fundamentals of Statistical Signal Processing II,
/// 4.4), with weights that sum to 0, so that no level counts. Its output has bpm: what a rise of 1 bpm gives is 1.</remarks>
internal sealed class OnsetDetector
{
    /// <summary>Seconds before and after the middle of the rise that are looked at.</summary>
    private const int BeforeS = 40, AfterS = 60;

    /// <summary>Around the rise every second must be there; further out the nearest one that is there stands in.</summary>
    private const int CoreBeforeS = 12, CoreAfterS = 20;

    private static ReadOnlySpan<double> RisesS => [5, 8, 12, 20];
    private static ReadOnlySpan<double> TimeConstantsS => [20, 40, 60, 90];

    private readonly double[] _weights;

    public OnsetDetector()
    {
        var whitening = new Whitening(RestingVariation.Covariance(BeforeS + AfterS, 1));
        var shape = new double[BeforeS + AfterS];
        for (var i = 0; i < shape.Length; i++)
            shape[i] = MeanShape(i - BeforeS + 0.5);

        var ones = new double[shape.Length];
        Array.Fill(ones, 1);
        _weights = Solve(whitening, shape);
        var level = Solve(whitening, ones);
        var share = Sum(_weights) / Sum(level);
        for (var i = 0; i < shape.Length; i++)
            _weights[i] -= share * level[i];

        // With weights that sum to 0 the variance of the output before this step is the gain itself.
        var gain = Dot(_weights, shape);
        for (var i = 0; i < shape.Length; i++)
            _weights[i] /= gain;

        RestingSdBpm = 1 / Math.Sqrt(gain);
    }

    /// <summary>SD of the output over the study population at rest, bpm.</summary>
    public double RestingSdBpm { get; }

    /// <summary>The output at each second, bpm; NaN where heart rate is missing near it.</summary>
    /// <param name="secondsBpm">Mean heart rate of each second, bpm; NaN where it is missing.</param>
    public double[] Apply(ReadOnlySpan<double> secondsBpm)
    {
        var (before, after) = (NextThere(secondsBpm), LastThere(secondsBpm));
        var output = new double[secondsBpm.Length];
        for (var at = 0; at < output.Length; at++)
        {
            output[at] = double.NaN;
            if (at < CoreBeforeS || at + CoreAfterS > output.Length || HasGap(secondsBpm[(at - CoreBeforeS)..(at + CoreAfterS)]))
                continue;

            var sum = 0.0;
            for (var i = 0; i < BeforeS; i++)
                sum += _weights[i] * before[Math.Max(at - BeforeS + i, 0)];
            for (var i = BeforeS; i < _weights.Length; i++)
                sum += _weights[i] * after[Math.Min(at - BeforeS + i, after.Length - 1)];
            output[at] = sum;
        }

        return output;
    }

    /// <summary>What an episode of 1 bpm makes of the output so many seconds later; how it is told from its own echo.</summary>
    public double Echo(int laterS)
    {
        var sum = 0.0;
        for (var i = 0; i < _weights.Length; i++)
            sum += _weights[i] * MeanShape(laterS - BeforeS + i + 0.5);
        return sum;
    }

    private static double MeanShape(double timeS)
    {
        var sum = 0.0;
        foreach (var riseS in RisesS)
        {
            foreach (var timeConstantS in TimeConstantsS)
                sum += EpisodeShape.At(timeS + (riseS / 2), riseS, timeConstantS);
        }

        return sum / (RisesS.Length * TimeConstantsS.Length);
    }

    private static double[] NextThere(ReadOnlySpan<double> samples)
    {
        var filled = samples.ToArray();
        for (var i = filled.Length - 2; i >= 0; i--)
            filled[i] = double.IsNaN(filled[i]) ? filled[i + 1] : filled[i];
        return filled;
    }

    private static double[] LastThere(ReadOnlySpan<double> samples)
    {
        var filled = samples.ToArray();
        for (var i = 1; i < filled.Length; i++)
            filled[i] = double.IsNaN(filled[i]) ? filled[i - 1] : filled[i];
        return filled;
    }

    private static bool HasGap(ReadOnlySpan<double> samples)
    {
        foreach (var sample in samples)
        {
            if (double.IsNaN(sample))
                return true;
        }

        return false;
    }

    private static double[] Solve(Whitening whitening, double[] samples) => whitening.ApplyTransposed(whitening.Apply(samples));

    private static double Sum(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
