namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>A beat after artefact correction: its place, what came in and what is kept of it.</summary>
/// <param name="TimeS">Time of the closing beat, s since session start.</param>
/// <param name="RrMs">The interval as the strap sent it, ms; null for a beat that was inserted.</param>
/// <param name="NnMs">The interval after correction, ms; null where none can be trusted.</param>
/// <param name="Segment">Number of the segment, from 0; between two segments beats are missing.</param>
/// <param name="Flag">What was found.</param>
public readonly record struct Beat(double TimeS, double? RrMs, double? NnMs, int Segment, BeatFlag Flag)
{
    /// <summary>Whether this is the first part of a split interval: its time is in the merged one that follows, so it parts no neighbours.</summary>
    public bool IsInNext => NnMs is null && Flag is BeatFlag.Extra;
}
