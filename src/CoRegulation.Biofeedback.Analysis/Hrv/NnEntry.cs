namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>One place of a series of NN intervals.</summary>
internal readonly record struct NnEntry
{
    /// <summary>Time of the closing beat, s.</summary>
    public required double TimeS { get; init; }

    /// <summary>The interval, ms; NaN where there is none.</summary>
    public required double NnMs { get; init; }

    /// <summary>Rows that are in it.</summary>
    public required int Rows { get; init; }

    /// <summary>Those of them whose interval is not as it came in.</summary>
    public required int CorrectedRows { get; init; }

    /// <summary>The step from the neighbour before it, ms; NaN without one.</summary>
    public required double StepMs { get; init; }

    /// <summary>Whether there is an interval.</summary>
    public bool HasNn => !double.IsNaN(NnMs);

    /// <summary>Whether the entry before it is its neighbour.</summary>
    public bool FollowsOn => !double.IsNaN(StepMs);
}
