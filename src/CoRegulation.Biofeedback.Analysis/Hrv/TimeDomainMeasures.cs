namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>Time-domain measures of one run of NN intervals. A measure that needs more intervals than there are is NaN.</summary>
public readonly record struct TimeDomainMeasures
{
    /// <summary>Number of intervals.</summary>
    public required int Count { get; init; }

    /// <summary>Mean NN, ms.</summary>
    public required double MeanNnMs { get; init; }

    /// <summary>SD of NN (n - 1), ms.</summary>
    public required double SdnnMs { get; init; }

    /// <summary>Root mean square of successive differences, ms.</summary>
    public required double RmssdMs { get; init; }

    /// <summary>SD of successive differences (n - 1), ms.</summary>
    public required double SdsdMs { get; init; }

    /// <summary>Successive differences above 50 ms either way.</summary>
    public required int Nn50 { get; init; }

    /// <summary>Successive differences above 20 ms either way.</summary>
    public required int Nn20 { get; init; }

    /// <summary>Share of <see cref="Nn50"/>, percent of the differences.</summary>
    public required double Pnn50Percent { get; init; }

    /// <summary>Share of <see cref="Nn20"/>, percent of the differences.</summary>
    public required double Pnn20Percent { get; init; }

    /// <summary>Mean of 60000/NN, bpm.</summary>
    public required double MeanHrBpm { get; init; }

    /// <summary>60000 / mean NN, bpm: beats per time, a little below <see cref="MeanHrBpm"/>.</summary>
    public double MeanHrFromMeanNnBpm => 60_000 / MeanNnMs;

    /// <summary>SD of 60000/NN (n - 1), bpm.</summary>
    public required double SdHrBpm { get; init; }

    /// <summary>Shortest NN, ms.</summary>
    public required double MinNnMs { get; init; }

    /// <summary>Longest NN, ms.</summary>
    public required double MaxNnMs { get; init; }

    /// <summary>Heart rate of the longest NN, bpm.</summary>
    public double MinHrBpm => 60_000 / MaxNnMs;

    /// <summary>Heart rate of the shortest NN, bpm.</summary>
    public double MaxHrBpm => 60_000 / MinNnMs;

    /// <summary>SDNN as a fraction of the mean NN.</summary>
    public double CvNn => SdnnMs / MeanNnMs;

    /// <summary>RMSSD as a fraction of the mean NN.</summary>
    public double CvSd => RmssdMs / MeanNnMs;

    /// <summary>Median NN, ms.</summary>
    public required double MedianNnMs { get; init; }

    /// <summary>1.4826 times the median distance from the median NN, ms.</summary>
    public required double MadNnMs { get; init; }

    /// <summary>20th percentile of NN, ms.</summary>
    public required double Percentile20NnMs { get; init; }

    /// <summary>80th percentile of NN, ms.</summary>
    public required double Percentile80NnMs { get; init; }

    /// <summary>Distance between the quartiles of NN, ms.</summary>
    public required double IqrNnMs { get; init; }
}
