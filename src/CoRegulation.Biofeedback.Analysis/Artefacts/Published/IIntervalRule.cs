using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Artefacts.Published;

/// <summary>A rule that judges the intervals of one segment in their order, a fixed number behind the newest.</summary>
internal interface IIntervalRule
{
    /// <summary>How far the judged interval lies behind the newest.</summary>
    int Delay { get; }

    /// <summary>Takes the next interval and judges the one <see cref="Delay"/> before it.</summary>
    /// <param name="rrMs">The next interval, ms; <see cref="double.NaN"/> where there is none: it is not one, or the segment is over.</param>
    /// <returns>What the judged interval is. Of extra beats both intervals are <see cref="BeatFlag.Extra"/>, always two in a row.</returns>
    BeatFlag Next(double rrMs);

    /// <summary>Forgets the segment.</summary>
    void Clear();
}
