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
    public ReadOnlySpan<double> Run(int run)
    {
        var start = run is 0 ? 0 : _ends[run - 1];
        return _samples.AsSpan(start, _ends[run] - start);
    }

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
        var runs = Runs.Of(nnMs);
        var ends = new int[runs.Length];
        var scratch = (workspace ?? new()).Buffer(3 * nnMs.Length);
        var count = 0L;
        for (var run = 0; run < runs.Length; run++)
        {
            var timesMs = TimesMs(nnMs[runs[run]], scratch);
            count += (long)Math.Min(timesMs[^1] / StepMs, int.MaxValue) + 1;
            ends[run] = count <= Array.MaxLength ? (int)count : throw new ArgumentException("The intervals are too long to be resampled.", nameof(nnMs));
        }

        var samples = new double[count];
        for (var run = 0; run < runs.Length; run++)
        {
            var values = nnMs[runs[run]];
            var of = samples.AsSpan((run is 0 ? 0 : ends[run - 1])..ends[run]);
            if (values.Length is 1)
                of[0] = values[0];
            else
                NaturalSpline.Read(TimesMs(values, scratch), values, 0, StepMs, of, scratch.Slice(values.Length, 2 * values.Length));
        }

        return new(samples, ends);
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
