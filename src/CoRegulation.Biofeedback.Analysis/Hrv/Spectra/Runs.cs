namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>The runs of intervals between breaks, and how their spectra become one.</summary>
internal static class Runs
{
    /// <summary>Where the runs lie; at least one, none empty.</summary>
    /// <param name="nnMs">NN intervals, ms, above 0; NaN marks a break.</param>
    /// <exception cref="ArgumentException">There is no interval, or one is not above 0 or infinite.</exception>
    public static Range[] Of(ReadOnlySpan<double> nnMs)
    {
        var runs = new List<Range>();
        var start = 0;
        for (var i = 0; i <= nnMs.Length; i++)
        {
            if (i < nnMs.Length && (nnMs[i] <= 0 || double.IsInfinity(nnMs[i])))
                throw new ArgumentException(string.Create(null, $"An interval of {nnMs[i]} ms: intervals are above 0 and finite, breaks are NaN."), nameof(nnMs));
            if (i < nnMs.Length && !double.IsNaN(nnMs[i]))
                continue;
            if (i > start)
                runs.Add(start..i);
            start = i + 1;
        }

        return runs.Count > 0 ? [.. runs] : throw new ArgumentException("There is no interval.", nameof(nnMs));
    }
}
