namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>Sums over a run of NN intervals that can be joined with those of the next run; nothing is ever subtracted, so nothing drifts.</summary>
/// <remarks>Means and squares are joined as in Chan, Golub and LeVeque (1983), Am. Stat. 37(3), 242.</remarks>
internal readonly record struct NnMoments(
    int Count, double MeanMs, double SumSquaresMs2, int Differences, double SumSquaredDifferencesMs2, int DifferencesOver50, int Rows, int ArtefactRows)
{
    /// <summary>An interval, normal or inserted, with the parts that it was merged of.</summary>
    public static NnMoments OfInterval(double nnMs, bool isArtefact, int splits) => new(1, nnMs, 0, 0, 0, 0, 1 + splits, splits + (isArtefact ? 1 : 0));

    /// <summary>Beats whose intervals cannot be used.</summary>
    public static NnMoments OfArtefacts(int count) => new(0, 0, 0, 0, 0, 0, count, count);

    /// <summary>The step from one interval to its neighbour.</summary>
    public static NnMoments OfDifference(double differenceMs) =>
        new(0, 0, 0, 1, differenceMs * differenceMs, Math.Abs(differenceMs) > 50 ? 1 : 0, 0, 0);

    /// <summary>Total of the intervals, s.</summary>
    public double CoverageS => Count * MeanMs / 1000;

    /// <summary>SD of the intervals (n - 1), ms; NaN for fewer than two.</summary>
    public double SdnnMs => Count > 1 ? Math.Sqrt(SumSquaresMs2 / (Count - 1)) : double.NaN;

    /// <summary>Root mean square of the differences, ms; NaN without one.</summary>
    public double RmssdMs => Differences > 0 ? Math.Sqrt(SumSquaredDifferencesMs2 / Differences) : double.NaN;

    /// <summary>Share of differences above 50 ms, percent; NaN without one.</summary>
    public double Pnn50Percent => Differences > 0 ? 100.0 * DifferencesOver50 / Differences : double.NaN;

    /// <summary>Both runs as one.</summary>
    public static NnMoments Join(in NnMoments first, in NnMoments second)
    {
        var count = first.Count + second.Count;
        var (mean, squares) = (first.MeanMs, first.SumSquaresMs2);
        if (first.Count is 0)
        {
            (mean, squares) = (second.MeanMs, second.SumSquaresMs2);
        }
        else if (second.Count > 0)
        {
            var apart = second.MeanMs - first.MeanMs;
            mean += apart * second.Count / count;
            squares += second.SumSquaresMs2 + (apart * apart * first.Count * second.Count / count);
        }

        return new(
            count,
            mean,
            squares,
            first.Differences + second.Differences,
            first.SumSquaredDifferencesMs2 + second.SumSquaredDifferencesMs2,
            first.DifferencesOver50 + second.DifferencesOver50,
            first.Rows + second.Rows,
            first.ArtefactRows + second.ArtefactRows);
    }
}
