namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>How artefacts are found and mended.</summary>
public enum CorrectionMethod
{
    /// <summary>The program's own method.</summary>
    Default,
}
