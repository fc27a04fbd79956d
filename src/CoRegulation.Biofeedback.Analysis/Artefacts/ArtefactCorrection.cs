using System.Globalization;
using CoRegulation.Biofeedback.Analysis.Artefacts.Published;
using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>Artefact correction: as a stream, or of a whole series at once by that same stream.</summary>
public static class ArtefactCorrection
{
    /// <summary>A corrector that has seen nothing yet.</summary>
    /// <param name="options">Which method, and its settings.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static IArtefactCorrector Create(ArtefactOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Method switch
        {
            CorrectionMethod.LipponenTarvainen => new RuleCorrector(new LipponenTarvainenRule()),
            CorrectionMethod.LocalMedian => new RuleCorrector(new LocalMedianRule(options.LocalMedianDeviation)),
            CorrectionMethod.Malik => new RuleCorrector(PrecedingIntervalRule.Malik()),
            CorrectionMethod.Kamath => new RuleCorrector(PrecedingIntervalRule.Kamath()),
            CorrectionMethod.None => new NoCorrection(),
            _ => new DefaultCorrector(options),
        };
    }

    /// <summary>The rows of a whole series without a gap.</summary>
    /// <param name="rrMs">RR intervals, ms, above 0 and finite, oldest first; may be empty.</param>
    /// <param name="options">Which method, and its settings; the defaults when null.</param>
    /// <returns>The rows; the beat that opens the first interval stands at 0 s.</returns>
    /// <exception cref="ArgumentException">An interval is not above 0 or not finite.</exception>
    public static IReadOnlyList<Beat> Correct(ReadOnlySpan<double> rrMs, ArtefactOptions? options = null)
    {
        var corrector = Create(options ?? new());
        var rows = new List<Beat>(rrMs.Length);
        var timeMs = 0.0;
        foreach (var rr in rrMs)
        {
            if (!(rr > 0 && double.IsFinite(rr)))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"An interval of {rr} ms: intervals are above 0 and finite."), nameof(rrMs));
            timeMs += rr;
            corrector.Add(new TimedBeat(timeMs / 1000, rr, 0, 0), rows);
        }

        corrector.Flush(rows);
        return rows;
    }
}
