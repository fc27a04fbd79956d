namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>How much of a session each number needs at least, s, so that the page can say how long it still takes.
/// They are the windows of the analysis; after a gap the wait begins anew and is not counted down.</summary>
internal static class WarmUp
{
    /// <summary>Synchrony: one whole window.</summary>
    public const double SynchronyS = 30;

    /// <summary>What is left of a warm-up; null when the session is older, because the wait then has another reason.</summary>
    public static double? LeftS(double needsS, double timeS) => timeS < needsS ? needsS - timeS : null;
}
