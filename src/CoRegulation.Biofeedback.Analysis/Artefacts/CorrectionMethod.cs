namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>How artefacts are found and mended.</summary>
public enum CorrectionMethod
{
    /// <summary>The program's own method.</summary>
    Default,

    /// <summary>Lipponen and Tarvainen (2019): thresholds that follow the local spread, five kinds of artefact.</summary>
    LipponenTarvainen,

    /// <summary>Too far from the median of the five intervals before and the five after.</summary>
    LocalMedian,

    /// <summary>Malik et al. (1989): more than 20 % from the preceding interval.</summary>
    Malik,

    /// <summary>Kamath and Fallen (1995): more than 32.5 % above the preceding interval or 24.5 % below it.</summary>
    Kamath,

    /// <summary>Every interval as it is.</summary>
    None,
}
