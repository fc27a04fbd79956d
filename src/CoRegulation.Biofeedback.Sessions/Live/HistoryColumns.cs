using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Convergence;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>Columns of consecutive snapshots; NaN where a snapshot had no trustworthy number.</summary>
public sealed record HistoryColumns
{
    /// <summary>Index of the first row; row i is snapshot <see cref="FirstIndex"/> + i.</summary>
    public required long FirstIndex { get; init; }

    /// <summary>Heart rates, bpm, a column for each person.</summary>
    public required ImmutableArray<ImmutableArray<float>> HeartRateBpm { get; init; }

    /// <summary>Heart rate above the own baseline in units of the baseline's spread, a column for each person.</summary>
    public required ImmutableArray<ImmutableArray<float>> BaselineSd { get; init; }

    /// <summary>Peak of the mean correlation; empty for one person, as are the columns below.</summary>
    public required ImmutableArray<float> R { get; init; }

    /// <summary>Lag of that peak, s; positive: B follows A.</summary>
    public required ImmutableArray<float> LagS { get; init; }

    /// <summary>|A - B|, bpm.</summary>
    public required ImmutableArray<float> DistanceBpm { get; init; }

    /// <summary>Slope of the distance, bpm per minute.</summary>
    public required ImmutableArray<float> SlopeBpmPerMin { get; init; }

    /// <summary>The slope in a word; null where there was no slope.</summary>
    public required ImmutableArray<ConvergenceState?> Convergence { get; init; }
}
