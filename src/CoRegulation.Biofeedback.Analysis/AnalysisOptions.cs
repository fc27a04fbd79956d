using CoRegulation.Biofeedback.Analysis.Anchors;
using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Baselines;
using CoRegulation.Biofeedback.Analysis.Breathing;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Episodes;
using CoRegulation.Biofeedback.Analysis.HeartRates;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Analysis.Synchrony;
using CoRegulation.Biofeedback.Analysis.Synchrony.Looks;
using CoRegulation.Biofeedback.Analysis.Synchrony.Paced;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

namespace CoRegulation.Biofeedback.Analysis;

/// <summary>All settings of the analysis, by topic. Every default has its unit and its reason where it stands.</summary>
public sealed record AnalysisOptions
{
    /// <summary>Which intervals are normal.</summary>
    public ArtefactOptions Artefacts { get; init; } = new();

    /// <summary>Heart rate as a number and on the 4 Hz grid.</summary>
    public HeartRateOptions HeartRate { get; init; } = new();

    /// <summary>Windows of heart-rate variability and when they hold enough.</summary>
    public HrvOptions Hrv { get; init; } = new();

    /// <summary>What counts as a person's own baseline.</summary>
    public BaselineOptions Baseline { get; init; } = new();

    /// <summary>Windowed lagged correlation of the two heart rates.</summary>
    public SynchronyOptions Synchrony { get; init; } = new();

    /// <summary>Whether the two move together beyond chance.</summary>
    public SignificanceOptions Significance { get; init; } = new();

    /// <summary>When a running session is tested, and how much each look may spend.</summary>
    public LookOptions Looks { get; init; } = new();

    /// <summary>When two people count as breathing at one pace.</summary>
    public PaceOptions Pace { get; init; } = new();

    /// <summary>Breathing, read from the beats.</summary>
    public BreathingOptions Breathing { get; init; } = new();

    /// <summary>Distance between the two heart rates and its slope.</summary>
    public ConvergenceOptions Convergence { get; init; } = new();

    /// <summary>Who stays while the other comes back.</summary>
    public AnchorOptions Anchor { get; init; } = new();

    /// <summary>Episodes of arousal and the return from them.</summary>
    public EpisodeOptions Episodes { get; init; } = new();

    /// <summary>The same settings for a person of an age: the band of high frequency and the range in which breathing is looked for follow it.</summary>
    /// <param name="years">Age in years, from 0 to 120.</param>
    /// <exception cref="ArgumentOutOfRangeException">The age is not within 0 to 120.</exception>
    public AnalysisOptions ForAge(double years)
    {
        var breathing = BreathingOptions.ForAge(years);
        return this with
        {
            Hrv = Hrv with { AgeYears = years },
            Breathing = Breathing with { SlowestPerMin = breathing.SlowestPerMin, FastestPerMin = breathing.FastestPerMin },
        };
    }
}
