namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>A message as the beat clock keeps it. Strap time is the running sum of all RR intervals of the strap, s.</summary>
/// <param name="ArrivalS">Arrival, s since session start; of exact intervals the time of the last beat.</param>
/// <param name="FirstS">Strap time of its first beat; the sum so far when it has none.</param>
/// <param name="LastS">Strap time of its last beat; the sum so far when it has none.</param>
/// <param name="FirstRrS">Its first interval, s; 0 when it has none.</param>
/// <param name="FirstBeat">Index of its first beat.</param>
/// <param name="Beats">Number of its beats, 0 or more.</param>
/// <param name="Stretch">Number of the stretch, from 0; between stretches beats are missing for certain.</param>
/// <param name="Repeats">Whether its bytes are those of the message before.</param>
/// <param name="IsExact">Whether its times are taken as they are.</param>
internal readonly record struct StrapMessage(
    double ArrivalS, double FirstS, double LastS, double FirstRrS, int FirstBeat, int Beats, int Stretch, bool Repeats, bool IsExact)
{
    /// <summary>Appends its beats at their session times, each after the one before.</summary>
    /// <param name="rrMs">The intervals of all messages, ms.</param>
    /// <param name="offset">From strap time to session time.</param>
    /// <param name="segment">Number of the segment.</param>
    /// <param name="previousS">Time of the beat before, s; moved on to the last of these.</param>
    /// <param name="beats">Where to.</param>
    public void AppendBeats(ReadOnlySpan<double> rrMs, StrapOffset offset, int segment, ref double previousS, List<TimedBeat> beats)
    {
        var strapS = FirstS - FirstRrS;
        for (var beat = FirstBeat; beat < FirstBeat + Beats; beat++)
        {
            strapS += rrMs[beat] / 1000;
            var timeS = Math.Max(strapS + offset.OffsetS, Math.BitIncrement(previousS));
            beats.Add(new(timeS, rrMs[beat], segment, 1000 * (offset.HalfWidthS + timeS - strapS - offset.OffsetS)));
            previousS = timeS;
        }
    }
}
