using CoRegulation.Biofeedback.Analysis.Episodes;

namespace CoRegulation.Biofeedback.Analysis.Returns;

/// <summary>How long one episode took to come back to baseline, or for how long it certainly had not.</summary>
/// <param name="TimeS">From the peak, s; 0 or more.</param>
/// <param name="IsCensored">Whether the return was not seen: it took longer than <paramref name="TimeS"/>.</param>
public readonly record struct ReturnTime(double TimeS, bool IsCensored)
{
    /// <summary>That of an episode.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="episode"/> is null.</exception>
    public static ReturnTime Of(Episode episode)
    {
        ArgumentNullException.ThrowIfNull(episode);
        return new(episode.ObservedS, episode.IsCensored);
    }
}
