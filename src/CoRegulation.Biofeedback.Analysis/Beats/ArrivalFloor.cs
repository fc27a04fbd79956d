namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>The end point from which one-sided delays start, estimated from the smallest of a sample, and its 95 % half width.</summary>
/// <remarks>Near its end the density of the delays is taken as constant: the k-th smallest then lies k steps of equal mean above the end
/// (Robson and Whitlock 1964, Biometrika 51, 33), so that the spacing of the smallest values says how far the smallest is from the end.
/// The shape farther up (late and bunched messages) does not matter.</remarks>
internal readonly record struct ArrivalFloor(double ValueS, double HalfWidthS)
{
    private const int MostSpacings = 10;

    /// <summary>Estimates the end point below the values.</summary>
    /// <param name="valuesS">At least one value, s.</param>
    /// <param name="priorWidthS">How wide delays spread before anything is known of them, s; counts like one spacing.</param>
    public static ArrivalFloor Below(ReadOnlySpan<double> valuesS, double priorWidthS)
    {
        var spacings = Math.Min(MostSpacings, (valuesS.Length - 1) / 4 + Math.Min(2, valuesS.Length - 1));
        Span<double> smallest = stackalloc double[MostSpacings + 1];
        var kept = 0;
        foreach (var value in valuesS)
        {
            if (kept > spacings && value >= smallest[spacings])
                continue;
            var at = Math.Min(kept, spacings);
            for (; at > 0 && smallest[at - 1] > value; at--)
                smallest[at] = smallest[at - 1];
            smallest[at] = value;
            kept++;
        }

        var stepS = (priorWidthS / (valuesS.Length + 1) + smallest[spacings] - smallest[0]) / (spacings + 1);
        return new(smallest[0] - stepS, 3 * stepS + 0.001);
    }
}
