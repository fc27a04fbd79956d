namespace CoRegulation.Biofeedback.Analysis.Statistics;

/// <summary>Mean and sum of squares of numbers, to be joined with those of more numbers; nothing is ever subtracted, so nothing drifts.</summary>
/// <remarks>Chan, Golub and LeVeque (1983), Am. Stat. 37(3), 242. Equal numbers join without rounding: their sum of squares stays 0.</remarks>
/// <param name="Count">How many numbers.</param>
/// <param name="Mean">Their mean; 0 for none.</param>
/// <param name="SumSquares">Sum of their squared distances from it.</param>
internal readonly record struct RunningMoments(int Count, double Mean, double SumSquares)
{
    /// <summary>Standard deviation (n - 1); NaN for fewer than two.</summary>
    public double Sd => Count > 1 ? Math.Sqrt(SumSquares / (Count - 1)) : double.NaN;

    /// <summary>Root mean square; NaN for none.</summary>
    public double RootMeanSquare => Count > 0 ? Math.Sqrt((SumSquares / Count) + (Mean * Mean)) : double.NaN;

    /// <summary>One number.</summary>
    public static RunningMoments Of(double value) => new(1, value, 0);

    /// <summary>The numbers of both.</summary>
    public static RunningMoments Join(in RunningMoments first, in RunningMoments second)
    {
        if (first.Count is 0)
            return second;
        if (second.Count is 0)
            return first;

        var count = first.Count + second.Count;
        var apart = second.Mean - first.Mean;
        var share = (double)second.Count / count;
        return new(count, first.Mean + (apart * share), first.SumSquares + second.SumSquares + (apart * apart * first.Count * share));
    }
}
