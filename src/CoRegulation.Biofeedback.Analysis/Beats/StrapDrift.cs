namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>By how much a strap's clock is slow against the host's (seconds of host time per second of strap time, less 1), and its 95 % half width.</summary>
/// <remarks>The slope of the line below all points (strap time, arrival - strap time) that is nearest to them in sum: the linear programme of
/// Moon, Skelly and Towsley (1999), IEEE INFOCOM, 227, here with one slope for several stretches and weighed against a prior.</remarks>
internal readonly record struct StrapDrift(double Slope, double HalfWidth)
{
    // Crystals of consumer devices: 95 % within 100 ppm.
    private const double PriorHalfWidth = 100e-6;

    /// <summary>Estimates the slope that all stretches have in common.</summary>
    /// <param name="hulls">Hulls of points (strap time, arrival - strap time), s, one for each stretch with an offset of its own.</param>
    /// <param name="most">Largest slope either way.</param>
    public static StrapDrift Of(IReadOnlyCollection<LowerHull> hulls, double most)
    {
        double low = -most, high = most;
        for (var i = 0; i < 40; i++)
        {
            var third = (high - low) / 3;
            if (Excess(hulls, low + third) <= Excess(hulls, high - third))
                high -= third;
            else
                low += third;
        }

        var slope = (low + high) / 2;
        var certainty = 0.0;
        foreach (var hull in hulls)
        {
            if (hull.Count < 3 || hull.SpanX <= 0)
                continue;
            var stepS = 2 * hull.Excess(slope) / hull.Count / hull.Count;
            var halfWidth = 4 * (stepS + 1e-4) / hull.SpanX;
            certainty += 1 / (halfWidth * halfWidth);
        }

        var prior = 1 / (PriorHalfWidth * PriorHalfWidth);
        return new(slope * certainty / (certainty + prior), Math.Min(most, 1 / Math.Sqrt(certainty + prior)));
    }

    private static double Excess(IReadOnlyCollection<LowerHull> hulls, double slope)
    {
        var sum = 0.0;
        foreach (var hull in hulls)
            sum += hull.Excess(slope);
        return sum;
    }
}
