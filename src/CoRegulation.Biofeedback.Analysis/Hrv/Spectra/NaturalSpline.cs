namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>Natural cubic spline through a run of intervals, read on an even grid.</summary>
/// <remarks>Twice continuously differentiable, second derivative 0 at both ends; de Boor (1978), A Practical Guide to Splines, Springer,
/// chapter IV. The elimination runs forwards, and its way back reads the grid in the same pass. Own, because MathNet searches the knots
/// anew for each of a day's 300,000 samples: TachogramBenchmark shows the two side by side. O(n + samples).</remarks>
internal static class NaturalSpline
{
    /// <summary>Reads the spline at firstMs, firstMs + stepMs, ..</summary>
    /// <param name="timesMs">Where the knots lie, ms, rising strictly; at least 2.</param>
    /// <param name="values">Their values.</param>
    /// <param name="firstMs">Place of the first sample, not before the first knot; the last sample must not be after the last knot.</param>
    /// <param name="stepMs">From sample to sample, ms.</param>
    /// <param name="samples">Takes the values.</param>
    /// <param name="scratch">Working memory, twice as long as there are knots.</param>
    public static void Read(
        ReadOnlySpan<double> timesMs, ReadOnlySpan<double> values, double firstMs, double stepMs, Span<double> samples, Span<double> scratch)
    {
        var last = timesMs.Length - 1;
        // Row i: curvature[i] = right[i] - ratio[i] * curvature[i + 1], after elimination; curvature is the second derivative over 6.
        var ratio = scratch[..timesMs.Length];
        var right = scratch[timesMs.Length..];
        (ratio[0], right[0]) = (0, 0);
        var before = timesMs[1] - timesMs[0];
        var slope = (values[1] - values[0]) / before;
        for (var i = 1; i < last; i++)
        {
            var after = timesMs[i + 1] - timesMs[i];
            var next = (values[i + 1] - values[i]) / after;
            var pivot = 1 / ((2 * (before + after)) - (before * ratio[i - 1]));
            ratio[i] = after * pivot;
            right[i] = (next - slope - (before * right[i - 1])) * pivot;
            (before, slope) = (after, next);
        }

        var (sample, ahead) = (samples.Length - 1, 0.0);
        for (var i = last - 1; i >= 0; i--)
        {
            var curvature = i is 0 ? 0 : right[i] - (ratio[i] * ahead);
            var width = timesMs[i + 1] - timesMs[i];
            var cubic = (ahead - curvature) / width;
            var linear = ((values[i + 1] - values[i]) / width) - (width * ((2 * curvature) + ahead));
            for (; sample >= 0; sample--)
            {
                var u = firstMs + (stepMs * sample) - timesMs[i];
                if (u < 0 && i > 0)
                    break;
                samples[sample] = values[i] + (u * (linear + (u * ((3 * curvature) + (u * cubic)))));
            }

            ahead = curvature;
        }
    }
}
