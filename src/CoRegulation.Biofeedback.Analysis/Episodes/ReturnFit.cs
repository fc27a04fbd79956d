using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Episodes;

/// <summary>The time constant of a return, by generalised least squares in the coloured noise of a resting heart rate.</summary>
/// <remarks>Height and level are linear in the model and are solved for at each time constant (variable projection: Golub and Pereyra 1973, SIAM J.
/// Numer. Anal. 10, 413); residuals are weighted after Huber (1964, Ann. Math. Stat. 35, 73).</remarks>
/// <param name="noise">Size of the person's variation beside that of the study population.</param>
internal sealed class ReturnFit(double noise)
{
    private const int PerSecond = HeartRateGrid.SamplesPerSecond;

    /// <summary>Seconds to a sample of the fit: the return is smooth, the noise slow.</summary>
    private const int StepS = 2;

    /// <summary>What is looked at: this long before the onset and after the peak, s.</summary>
    private const int BeforeS = 60, AfterS = 300;

    /// <summary>Least of the return that must be there, s.</summary>
    private const int LeastS = 20;

    /// <summary>What is known beforehand: the level is the baseline, within 1.5 bpm; the time constant is about 60 s, within a factor 1.6.</summary>
    private const double LevelSdBpm = 1.5, UsualS = 60, UsualSdLog = 0.5;

    private const double ShortestS = 4, LongestS = 600;
    private const int GridPoints = 101;
    private const double Huber = 1.345;
    private const int Passes = 3;

    private readonly Whitening _whitening = new(RestingVariation.Covariance((BeforeS + AfterS + 120) / StepS, StepS));

    /// <summary>The time constant, s; null where it is too uncertain.</summary>
    /// <param name="bpm">Heart rate on the 4 Hz grid, bpm; NaN in a gap.</param>
    /// <param name="from">First index that may be used.</param>
    /// <param name="onset">Index of the onset.</param>
    /// <param name="peak">Index of the peak.</param>
    /// <param name="end">First index that may not be used.</param>
    /// <param name="baselineBpm">The own baseline.</param>
    /// <param name="mostError">Largest SD of the logarithm of the time constant.</param>
    public double? TimeConstantS(ReadOnlySpan<double> bpm, int from, int onset, int peak, int end, double baselineBpm, double mostError)
    {
        from = Math.Max(from, onset - (BeforeS * PerSecond));
        end = Math.Min(end, Math.Min(bpm.Length, peak + (AfterS * PerSecond)));
        (from, end) = WithoutGap(bpm, from, peak, end);
        var samples = SmoothedHeartRate.Means(bpm[from..end], StepS * PerSecond);
        if (samples.Length * StepS - ((peak - from) / (double)PerSecond) < LeastS || samples.Length > (BeforeS + AfterS + 120) / StepS)
            return null;

        for (var i = 0; i < samples.Length; i++)
            samples[i] -= baselineBpm;
        var riseS = Math.Max(0.25, (peak - onset) / (double)PerSecond);
        var onsetS = (onset - from) / (double)PerSecond;
        var white = _whitening.Apply(samples);
        var ones = new double[samples.Length];
        Array.Fill(ones, 1);
        var level = _whitening.Apply(ones);

        var shapes = new double[GridPoints][];
        for (var k = 0; k < GridPoints; k++)
        {
            var shape = new double[samples.Length];
            for (var i = 0; i < shape.Length; i++)
                shape[i] = EpisodeShape.At(((i + 0.5) * StepS) - onsetS, riseS, GridS(k));
            shapes[k] = _whitening.Apply(shape);
        }

        var weights = (double[])ones.Clone();
        var cost = new double[GridPoints];
        var best = 0;
        for (var pass = 0; pass < Passes; pass++)
        {
            for (var k = 0; k < GridPoints; k++)
                cost[k] = Cost(white, shapes[k], level, weights, k, residuals: null);
            best = Array.IndexOf(cost, cost.Min());
            var residuals = new double[samples.Length];
            Cost(white, shapes[best], level, weights, best, residuals);
            for (var i = 0; i < weights.Length; i++)
                weights[i] = Math.Min(1, Huber * noise / Math.Max(1e-9, Math.Abs(residuals[i])));
        }

        return best is 0 or GridPoints - 1 ? null : Vertex(cost, best, mostError);
    }

    private static double? Vertex(double[] cost, int best, double mostError)
    {
        // A parabola through the three lowest points; the cost rises by 1 at one SD.
        var step = Math.Log(LongestS / ShortestS) / (GridPoints - 1);
        var curvature = cost[best - 1] - (2 * cost[best]) + cost[best + 1];
        if (curvature <= 0 || step / Math.Sqrt(curvature / 2) > mostError)
            return null;
        return GridS(best + ((cost[best - 1] - cost[best + 1]) / (2 * curvature)));
    }

    private static double GridS(double place) => ShortestS * Math.Pow(LongestS / ShortestS, place / (GridPoints - 1));

    /// <summary>Twice the negative logarithm of how well a time constant agrees with the samples and with what is known beforehand.</summary>
    private double Cost(double[] white, double[] shape, double[] level, double[] weights, int place, double[]? residuals)
    {
        var prior = noise * noise / (LevelSdBpm * LevelSdBpm);
        double ss = 0, sl = 0, ll = prior, sy = 0, ly = 0;
        for (var i = 0; i < white.Length; i++)
        {
            var w = weights[i];
            ss += w * shape[i] * shape[i];
            sl += w * shape[i] * level[i];
            ll += w * level[i] * level[i];
            sy += w * shape[i] * white[i];
            ly += w * level[i] * white[i];
        }

        var determinant = (ss * ll) - (sl * sl);
        var height = Math.Max(0, ((sy * ll) - (ly * sl)) / determinant);
        var offset = (ly - (height * sl)) / ll;
        var sum = prior * offset * offset;
        for (var i = 0; i < white.Length; i++)
        {
            var residual = white[i] - (height * shape[i]) - (offset * level[i]);
            sum += weights[i] * residual * residual;
            if (residuals is not null)
                residuals[i] = residual;
        }

        var beforehand = Math.Log(GridS(place) / UsualS) / UsualSdLog;
        return (sum / (noise * noise)) + (beforehand * beforehand);
    }

    private static (int From, int End) WithoutGap(ReadOnlySpan<double> bpm, int from, int peak, int end)
    {
        const int Bridged = 4 * StepS / 2;
        var (first, missing) = (peak, 0);
        for (; first > from && missing < Bridged; first--)
            missing = double.IsNaN(bpm[first - 1]) ? missing + 1 : 0;
        first = missing < Bridged ? first : first + missing;
        var last = peak;
        for (missing = 0; last < end && missing < Bridged; last++)
            missing = double.IsNaN(bpm[last]) ? missing + 1 : 0;
        last = missing < Bridged ? last : last - missing;
        return (first, last);
    }
}
