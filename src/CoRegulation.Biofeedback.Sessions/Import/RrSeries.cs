using System.Collections.Immutable;
using System.Globalization;

namespace CoRegulation.Biofeedback.Sessions.Import;

/// <summary>The RR intervals of one file.</summary>
public sealed record RrSeries
{
    /// <summary>An interval above this is no interval between two beats but a time in which none was seen: a gap, ms.
    /// The slowest healthy hearts beat every 2 s, pauses reach 4 s, and the gaps in published recordings start at 7 s.</summary>
    public const double GapMs = 5000;

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>The unit in the file.</summary>
    public required RrUnit Unit { get; init; }

    /// <summary>The column that was read; null for a plain list.</summary>
    public required string? Column { get; init; }

    /// <summary>Every interval of the file in its order, gaps included, ms.</summary>
    public required ImmutableArray<double> IntervalsMs { get; init; }

    /// <summary>How many intervals are above <see cref="GapMs"/>: gaps.</summary>
    public int GapCount => IntervalsMs.Count(intervalMs => intervalMs > GapMs);

    /// <summary>The longest interval, ms.</summary>
    public double LongestMs => IntervalsMs.Max();

    /// <summary>The sum of all, gaps included, ms.</summary>
    public double DurationMs => IntervalsMs.Sum();

    /// <summary>One line for a person: how many intervals, in which unit, and what became of gaps.</summary>
    public string Describe()
    {
        var gaps = GapCount == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $"; {GapCount} above {GapMs / 1000} s {(GapCount == 1 ? "is" : "are")} kept as gaps without a beat, the longest {LongestMs / 1000:0.#} s");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{IntervalsMs.Length} interval{(IntervalsMs.Length == 1 ? "" : "s")} in {(Unit == RrUnit.Seconds ? "s" : "ms")}, {DurationMs / 60_000:0.#} min{gaps}");
    }
}
