namespace CoRegulation.Biofeedback.Analysis.Returns;

/// <summary>By what factor times to baseline differ; or why that is not known.</summary>
/// <remarks>Exploratory, and association, not cause: other things change with the weeks and with who is there.</remarks>
public sealed record ReturnChange
{
    /// <summary>The factor: 0.9 is a tenth shorter; NaN where it is not known.</summary>
    public required double Factor { get; init; }

    /// <summary>Lower end of its 95 % interval; NaN where it is not known.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end; NaN where it is not known.</summary>
    public required double High { get; init; }

    /// <summary>Why it is not known; null where it is.</summary>
    public required string? Missing { get; init; }

    /// <summary>The same as percent: -10 is a tenth shorter.</summary>
    public double Percent => 100 * (Factor - 1);

    internal static ReturnChange None(string missing) => new() { Factor = double.NaN, Low = double.NaN, High = double.NaN, Missing = missing };

    /// <summary>From a slope of logarithms.</summary>
    internal static ReturnChange OfLogarithm((double Slope, double Low, double High) slope) => double.IsNaN(slope.Low) || double.IsNaN(slope.High)
        ? None("the episodes say too little of it")
        : new() { Factor = Math.Exp(slope.Slope), Low = Math.Exp(slope.Low), High = Math.Exp(slope.High), Missing = null };
}
