namespace CoRegulation.Biofeedback.Analysis.Episodes;

/// <summary>The shape of an episode: a straight rise, then an exponential return.</summary>
internal static class EpisodeShape
{
    /// <summary>Its height, of 1 at the peak.</summary>
    /// <param name="timeS">Since the onset, s.</param>
    /// <param name="riseS">From onset to peak, s.</param>
    /// <param name="timeConstantS">Of the return, s.</param>
    public static double At(double timeS, double riseS, double timeConstantS) =>
        timeS <= 0 ? 0 : timeS < riseS ? timeS / riseS : Math.Exp((riseS - timeS) / timeConstantS);
}
