namespace CoRegulation.Biofeedback.Analysis.Hrv.Norms;

/// <summary>Sex as the sources of reference values part it.</summary>
public enum Sex
{
    /// <summary>Women and girls.</summary>
    Female,

    /// <summary>Men and boys.</summary>
    Male,
}
