using System.Collections.Immutable;
using System.Globalization;
using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Sessions.Import;

/// <summary>Two series on one grid of 4 samples a second, as a table has them.</summary>
public sealed record PairSeries
{
    /// <summary>Samples a second: those of the heart-rate grid, for which the measures are.</summary>
    public const int SamplesPerSecond = HeartRateGrid.SamplesPerSecond;

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>Time of the first sample, s; sample i is at i/4 s after it.</summary>
    public required double StartS { get; init; }

    /// <summary>Person A's samples, any unit; NaN for a missing one.</summary>
    public required ImmutableArray<double> A { get; init; }

    /// <summary>Person B's.</summary>
    public required ImmutableArray<double> B { get; init; }

    /// <summary>The line of the file that each sample stands on, from 1.</summary>
    public required ImmutableArray<int> Lines { get; init; }

    /// <summary>Why measures of whole series have no value for these, as a line for a person: a missing sample, or a series that never changes.
    /// Null when nothing is in their way.</summary>
    public string? Obstacle() => Gap() ?? Constant("a", A) ?? Constant("b", B);

    private string? Gap()
    {
        var missing = Enumerable.Range(0, A.Length).Where(i => double.IsNaN(A[i]) || double.IsNaN(B[i])).ToArray();
        if (missing is [])
            return null;

        var (first, last) = (missing[0], missing[0]);
        while (last + 1 < A.Length && (double.IsNaN(A[last + 1]) || double.IsNaN(B[last + 1])))
            last++;
        var who = (double.IsNaN(A[first]), double.IsNaN(B[first])) is (true, true) ? "a and b have" : double.IsNaN(A[first]) ? "a has" : "b has";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"'{Path}', line {Lines[first]}: {who} no value; the gap lasts from {TimeS(first)} to {TimeS(last)} s, and {missing.Length} of {A.Length} samples are missing in all. Give a stretch without a gap, or fill it first and say so where you report the numbers.");
    }

    private string? Constant(string name, ImmutableArray<double> series) => series.AsSpan().ContainsAnyExcept(series[0])
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"'{Path}', lines {Lines[0]} to {Lines[^1]}: {name} is {series[0]} on every line, and what never changes moves with nothing. Check that the column is the right one.");

    private double TimeS(int index) => Math.Round(StartS + (index / (double)SamplesPerSecond), 6);
}
