using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>NN intervals over time on an even grid of 4 Hz, run by run: nothing is interpolated across a break.</summary>
public sealed class Tachogram
{
    /// <summary>Samples a second, as on the grid of the heart rate.</summary>
    public const int SamplesPerSecond = HeartRateGrid.SamplesPerSecond;

    internal const double StepMs = 1000.0 / SamplesPerSecond;

    private readonly double[] _samples;
    private readonly int[] _ends;

    private Tachogram(double[] samples, int[] ends) => (_samples, _ends) = (samples, ends);

    /// <summary>Number of runs; at least one.</summary>
    public int RunCount => _ends.Length;

    /// <summary>Samples of the longest run; at least one.</summary>
    public int LongestRun
    {
        get
        {
            var longest = 0;
            for (var run = 0; run < RunCount; run++)
                longest = Math.Max(longest, Run(run).Length);
            return longest;
        }
    }

    /// <summary>The samples of one run, ms; sample k lies k/4 s after the run's first beat.</summary>
    /// <param name="run">From 0 to RunCount - 1.</param>
    public ReadOnlySpan<double> Run(int run) => Samples(run);

    /// <summary>Resamples NN intervals with a natural cubic spline through each run; an interval stands at the beat that closes it.</summary>
    /// <param name="nnMs">NN intervals, ms, above 0, oldest first; at least one. NaN marks a break.</param>
    /// <param name="workspace">Working memory to use again.</param>
    /// <returns>One run for each stretch of intervals between breaks: floor(T / 250 ms) + 1 samples where T is the sum of all its intervals
    /// but the first, a single interval gives one sample.</returns>
    /// <exception cref="ArgumentException">There is no interval, or one is not above 0, infinite or beyond all measure.</exception>
    /// <remarks>Task Force of ESC and NASPE (1996), Circulation 93(5), 1043, ask for an even series in time. The spline is the C2 one: Akima's or
    /// straight lines move LF and HF by whole percents. O(n).</remarks>
    public static Tachogram Resample(ReadOnlySpan<double> nnMs, SpectralWorkspace? workspace = null)
    {
        var runs = new NnRuns(nnMs);
        var scratch = (workspace ?? new()).Buffer(3 * nnMs.Length);
        var (ends, count) = (new List<int>(), 0L);
        foreach (var run in runs)
        {
            count += (long)Math.Min(TimesMs(run, scratch)[^1] / StepMs, int.MaxValue) + 1;
            ends.Add(count <= Array.MaxLength ? (int)count : throw new ArgumentException("The intervals are too long to be resampled.", nameof(nnMs)));
        }

        var tachogram = new Tachogram(new double[count], [.. ends]);
        var number = 0;
        foreach (var run in runs)
        {
            var samples = tachogram.Samples(number++);
            if (run.Length is 1)
                samples[0] = run[0];
            else
                NaturalSpline.Read(TimesMs(run, scratch), run, 0, StepMs, samples, scratch.Slice(run.Length, 2 * run.Length));
        }

        return tachogram;
    }

    private Span<double> Samples(int run)
    {
        var start = run is 0 ? 0 : _ends[run - 1];
        return _samples.AsSpan(start, _ends[run] - start);
    }

    // Sums in ms: whole ms and ticks of 1/1024 s stay exact, so the last sample does not hang on rounding.
    private static Span<double> TimesMs(ReadOnlySpan<double> nnMs, Span<double> scratch)
    {
        var timesMs = scratch[..nnMs.Length];
        var sumMs = 0.0;
        timesMs[0] = 0;
        for (var i = 1; i < nnMs.Length; i++)
            timesMs[i] = sumMs += nnMs[i];
        return timesMs;
    }
}
