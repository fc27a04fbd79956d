namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Study;

/// <summary>What was injected.</summary>
internal enum ArtefactKind
{
    /// <summary>Two or more intervals became their sum.</summary>
    Missed,

    /// <summary>One interval was split.</summary>
    Extra,

    /// <summary>A beat came early, with a compensatory pause: the sum of two intervals is kept.</summary>
    Ectopic,
}
