namespace CoRegulation.Biofeedback.Analysis.Synchrony.Looks;

/// <summary>A look that was begun and is not shown yet.</summary>
/// <param name="work">Works it out.</param>
/// <param name="timeS">Session time for which it was planned, s.</param>
/// <param name="delayS">Session time that the work is given, s.</param>
internal sealed class LookUnderWay(Task<Look> work, double timeS, double delayS)
{
    /// <summary>Session time for which it was planned, s.</summary>
    public double TimeS => timeS;

    /// <summary>Session time from which it is shown, s; null until somebody reads.</summary>
    public double? ShownAtS { get; private set; }

    /// <summary>Whether it is to be shown at a session time, s. The delay counts from the first reading and not from the last sample: what was
    /// held back by a silent strap comes all at once, and the work then still has its time.</summary>
    public bool IsDue(double nowS)
    {
        ShownAtS ??= nowS + delayS;
        return nowS >= ShownAtS;
    }

    /// <summary>What it saw, waiting where the work is not done; throws what the work threw.</summary>
    public Look Join() => work.GetAwaiter().GetResult();
}
