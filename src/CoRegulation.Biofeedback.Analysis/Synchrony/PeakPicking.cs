namespace CoRegulation.Biofeedback.Analysis.Synchrony;

/// <summary>The peak of a single window that is nearest to lag 0.</summary>
public static class PeakPicking
{
    /// <summary>Finds it.</summary>
    /// <param name="window">The window.</param>
    /// <param name="reachS">How far to either side a peak must be above everything, s; at least one lag. 1 is usual for heart rates.</param>
    /// <returns>Lag and Fisher z of the peak; null when no lag rises above all its neighbours, or none has them all.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="window"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reach is shorter than a lag.</exception>
    /// <remarks>Boker et al. (2002), Psychol. Methods 7(3), 338, without their smoothing. Of two peaks at the same distance the larger counts, then
    /// the one at the positive lag.</remarks>
    public static (double LagS, double Z)? Find(SynchronyWindow window, double reachS = 1)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentOutOfRangeException.ThrowIfLessThan(reachS, window.LagStepS);
        var reach = (int)(reachS / window.LagStepS);
        var z = Array.ConvertAll(window.R.ToArray(), FisherZ.Of);
        var zero = z.Length / 2;

        for (var distance = 0; distance <= zero - reach; distance++)
        {
            var (right, left) = (zero + distance, zero - distance);
            var (isRight, isLeft) = (IsPeak(z, right, reach), IsPeak(z, left, reach));
            if (isRight && (!isLeft || z[right] >= z[left]))
                return (window.LagS(right), z[right]);
            if (isLeft)
                return (window.LagS(left), z[left]);
        }

        return null;
    }

    private static bool IsPeak(double[] z, int at, int reach)
    {
        for (var i = at - reach; i <= at + reach; i++)
        {
            // Written so that a missing value is no neighbour to be above.
            if (i != at && !(z[at] > z[i]))
                return false;
        }

        return true;
    }
}
