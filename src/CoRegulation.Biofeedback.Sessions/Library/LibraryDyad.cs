namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>The pair of a past session, in a few numbers; null where a session has no such number.</summary>
public sealed record LibraryDyad
{
    /// <summary>Correlation at the peak.</summary>
    public double? R { get; init; }

    /// <summary>Its lag, s; positive: B follows A.</summary>
    public double? LagS { get; init; }

    /// <summary>How often surrogates reach as much.</summary>
    public double? P { get; init; }

    /// <summary>Whether the heart rates moved together beyond chance; null where there is no verdict.</summary>
    public bool? BeyondChance { get; init; }

    /// <summary>Whether both breathed at a common pace, so that there is no verdict.</summary>
    public bool? Paced { get; init; }

    /// <summary>Distance of the heart rates over the first minute, bpm.</summary>
    public double? StartBpm { get; init; }

    /// <summary>Distance over the last minute, bpm.</summary>
    public double? EndBpm { get; init; }

    /// <summary>Slope of the distance, bpm a minute; negative: nearing.</summary>
    public double? SlopeBpmPerMin { get; init; }

    /// <summary>nearing, steady or parting.</summary>
    public string? State { get; init; }

    /// <summary>Who stayed near the own baseline while the other came back: A, B or nobody.</summary>
    public string? AnchorByLevel { get; init; }

    /// <summary>Who moved first: A, B or nobody.</summary>
    public string? AnchorByLag { get; init; }
}
