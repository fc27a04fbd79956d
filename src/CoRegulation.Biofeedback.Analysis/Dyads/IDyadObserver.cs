using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Synchrony;

namespace CoRegulation.Biofeedback.Analysis.Dyads;

/// <summary>Hears of everything that becomes known of a pair, in order: what an export writes.</summary>
public interface IDyadObserver
{
    /// <summary>A window of the lagged correlation is finished.</summary>
    /// <param name="window">The window, which is never changed afterwards.</param>
    void OnWindow(SynchronyWindow window);

    /// <summary>The peak over the recent windows, after each window.</summary>
    /// <param name="peak">The peak, or why there is none.</param>
    void OnPeak(in SynchronyPeak peak);

    /// <summary>Distance and slope at a whole second of the session.</summary>
    /// <param name="row">The row.</param>
    void OnConvergence(in ConvergenceRow row);
}
