using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

/// <summary>How two people move together in one band.</summary>
public sealed record BandSynchrony
{
    /// <summary>The frequencies in which the peak was found.</summary>
    public required FrequencyBand Hz { get; init; }

    /// <summary>Correlation of the whitened series at the best lag, -1 to 1 (tanh of its Fisher z).</summary>
    public required double R { get; init; }

    /// <summary>The best lag, s; positive when B follows A. Of breathing it is known only modulo one breath.</summary>
    public required double LagS { get; init; }

    /// <summary>Lower end of the lag's 95 % interval, s.</summary>
    public required double LagLowS { get; init; }

    /// <summary>Upper end of it, s.</summary>
    public required double LagHighS { get; init; }

    /// <summary>Share of pairs without coupling that reach this much at some lag in this band.</summary>
    public required double P { get; init; }

    /// <summary>How far the correlation lies above that of the copies, in their SD.</summary>
    public required double EffectSd { get; init; }

    /// <summary>Correlation that 95 % of the copies stay below at every lag.</summary>
    public required double NullR95 { get; init; }

    /// <summary>Lags of the profile, s, ascending.</summary>
    public required ImmutableArray<double> ProfileLagsS { get; init; }

    /// <summary>Correlation at each of them.</summary>
    public required ImmutableArray<double> ProfileR { get; init; }

    /// <summary>Who moves first as far as the interval tells: 'A', 'B', or null when 0 lies in it. Means something only beyond chance.</summary>
    public char? First => LagLowS > 0 ? 'A' : LagHighS < 0 ? 'B' : null;
}
