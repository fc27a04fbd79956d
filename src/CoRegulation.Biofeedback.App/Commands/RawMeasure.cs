using System.Text.Json.Nodes;
using CoRegulation.Biofeedback.Analysis.Synchrony.Coherence;
using CoRegulation.Biofeedback.Analysis.Synchrony.Concordance;
using CoRegulation.Biofeedback.Analysis.Synchrony.Phases;
using CoRegulation.Biofeedback.Analysis.Synchrony.Recurrence;
using CoRegulation.Biofeedback.Analysis.Synchrony.Susy;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>One of the established measures, with the settings that its numbers are known from.</summary>
/// <param name="Name">Its key in the JSON document.</param>
/// <param name="LeastSamples">Shortest series that it has a value for, in samples.</param>
/// <param name="Compute">Its value for A and B; null when it has none.</param>
internal sealed record RawMeasure(string Name, int LeastSamples, Func<double[], double[], JsonObject?> Compute)
{
    /// <summary>All of them, in the order of the document.</summary>
    public static IReadOnlyList<RawMeasure> All() =>
    [
        new("whole_session", RawSynchronyJson.WholeSessionMaxLag + 2, RawSynchronyJson.WholeSession),
        new("windowed", RawSynchronyJson.Windows.LeastSamples(), RawSynchronyJson.Windowed),
        Susy("susy_60", new() { SegmentS = 60 }),
        Susy("susy_30", new() { SegmentS = 30 }),
        new("crqa_1hz", new RecurrenceOptions().LeastSamples(), (a, b) => RawSynchronyJson.Of(CrossRecurrence.Compute(a, b, new()))),
        new("peak_picking", RawSynchronyJson.Windows.LeastSamples(), RawSynchronyJson.PickedPeaks),
        new("phase_synchrony", new PhaseOptions().LeastSamples(), RawSynchronyJson.PhaseSynchronies),
        new("coherence", new CoherenceOptions().LeastSamples(), (a, b) => RawSynchronyJson.Of(WelchCoherence.Compute(a, b, new()))),
        new("concordance", new ConcordanceOptions().LeastSamples(), (a, b) => RawSynchronyJson.Of(ConcordanceIndex.Compute(a, b, new()))),
    ];

    private static RawMeasure Susy(string name, SusyOptions options) =>
        new(name, options.LeastSamples(), (a, b) => RawSynchronyJson.Of(SurrogateSynchrony.Compute(a, b, options)));
}
