using System.Globalization;
using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Sessions.Import;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Series;

/// <summary>Heart-rate variability of a file of RR intervals, or of a part of it.</summary>
public sealed record SeriesHrv
{
    private SeriesHrv(RrSeries series, (int From, int To) places, CorrectionMethod? correction, IReadOnlyList<Beat> rows, HrvResult result)
    {
        (Series, Correction, Rows, Result) = (series, correction, rows, result);
        (From, To) = places;
        var sumMs = 0.0;
        foreach (var rrMs in series.IntervalsMs.AsSpan()[From..To])
            sumMs += rrMs;
        DurationS = sumMs / 1000;
    }

    /// <summary>The whole file.</summary>
    public RrSeries Series { get; }

    /// <summary>Place of the first interval that is looked at, from 0.</summary>
    public int From { get; }

    /// <summary>The place after the last one.</summary>
    public int To { get; }

    /// <summary>How artefacts were corrected; null for the bare arithmetic.</summary>
    public CorrectionMethod? Correction { get; }

    /// <summary>How many intervals of the file are looked at.</summary>
    public int Count => To - From;

    /// <summary>Their sum, s.</summary>
    public double DurationS { get; }

    /// <summary>The rows of the beats; the first closing beat of the file stands at 0 s.</summary>
    public IReadOnlyList<Beat> Rows { get; }

    /// <summary>The measures.</summary>
    public HrvResult Result { get; }

    /// <summary>Share of the intervals in which no sinus rhythm could be told, percent.</summary>
    public double NotRecoverablePercent => Count == 0 ? 0 : 100.0 * RhythmStretch.Find(Rows).Sum(stretch => stretch.Beats) / Count;

    /// <summary>Where no sinus rhythm could be told, in words; null when there is no such stretch.</summary>
    public string? RhythmWarning()
    {
        var stretches = RhythmStretch.Find(Rows);
        return stretches.Count == 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"no sinus rhythm can be recovered in {NotRecoverablePercent:0.#} % of the intervals ({stretches.Count} {(stretches.Count == 1 ? "stretch" : "stretches")}, the first from {stretches[0].FromS:0.#} s): they change without order, or too many are out of turn; nothing was put in their place");
    }

    /// <summary>Corrects the whole file, since artefacts at the edges of a part are told by what is around it, and computes a part of it.</summary>
    /// <param name="series">The file.</param>
    /// <param name="part">What to look at; an inserted beat goes with its interval.</param>
    /// <param name="artefacts">How to correct.</param>
    /// <param name="options">What each measure needs.</param>
    /// <exception cref="RecordingException">The file has no interval in that part.</exception>
    public static SeriesHrv Corrected(RrSeries series, RrPart part, ArtefactOptions artefacts, HrvOptions options)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(artefacts);
        var places = part.Of(series);
        var rows = RowsOf(ArtefactCorrection.Correct(series.IntervalsMs.AsSpan(), artefacts), places, series.IntervalsMs[0] / 1000);
        return new(series, places, artefacts.Method, rows, HrvAnalysis.Compute(rows, options));
    }

    /// <summary>The bare arithmetic on the intervals as they are, for comparison with other programs: nothing is corrected and nothing is too short.</summary>
    /// <param name="series">The file.</param>
    /// <param name="part">What to look at.</param>
    /// <param name="options">The age, which moves the bands.</param>
    /// <exception cref="RecordingException">The file has no interval in that part.</exception>
    public static SeriesHrv Raw(RrSeries series, RrPart part, HrvOptions options)
    {
        ArgumentNullException.ThrowIfNull(series);
        var places = part.Of(series);
        return new(series, places, null, AsTheyAre(series, places), HrvAnalysis.Raw(series.IntervalsMs.AsSpan()[places.From..places.To], options));
    }

    private static List<Beat> RowsOf(IReadOnlyList<Beat> rows, (int From, int To) places, double originS)
    {
        var part = new List<Beat>(places.To - places.From);
        var place = -1;
        foreach (var row in rows)
        {
            if (row.RrMs is not null)
                place++;
            if (place >= places.From && place < places.To)
                part.Add(row with { TimeS = Shifted(row.TimeS, originS) });
        }

        return part;
    }

    private static List<Beat> AsTheyAre(RrSeries series, (int From, int To) places)
    {
        var rows = new List<Beat>(places.To - places.From);
        var sumMs = 0.0;
        for (var i = 0; i < places.To; i++)
        {
            var rrMs = series.IntervalsMs[i];
            sumMs += rrMs;
            if (i >= places.From)
                rows.Add(new(Shifted(sumMs / 1000, series.IntervalsMs[0] / 1000), rrMs, rrMs, 0, BeatFlag.Ok));
        }

        return rows;
    }

    // To the nanosecond, so that 1.6 s less 0.8 s is 0.8 s.
    private static double Shifted(double timeS, double originS) => Math.Round(timeS - originS, 9);
}
