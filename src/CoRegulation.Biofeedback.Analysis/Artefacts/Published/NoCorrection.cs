using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Artefacts.Published;

/// <summary>No correction: every interval is taken as it came. What is no interval at all, not above 0 or not finite, is a gap.</summary>
internal sealed class NoCorrection : IArtefactCorrector
{
    /// <inheritdoc/>
    public int DelayBeats => 0;

    /// <inheritdoc/>
    public void Add(in TimedBeat beat, List<Beat> decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        var isInterval = RuleCorrector.IsInterval(beat.RrMs);
        decided.Add(new Beat(beat.TimeS, beat.RrMs, isInterval ? beat.RrMs : null, beat.Segment, isInterval ? BeatFlag.Ok : BeatFlag.Gap));
    }

    /// <inheritdoc/>
    public void Flush(List<Beat> decided) => ArgumentNullException.ThrowIfNull(decided);
}
