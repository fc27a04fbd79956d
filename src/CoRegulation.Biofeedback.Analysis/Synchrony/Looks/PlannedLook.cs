namespace CoRegulation.Biofeedback.Analysis.Synchrony.Looks;

/// <summary>A look that is begun once enough has been seen.</summary>
/// <param name="AtS">Time with both people after which it is begun, s.</param>
/// <param name="Alpha">p at or below which it says "beyond chance": what it spends of the chance of ever saying so wrongly.</param>
public readonly record struct PlannedLook(double AtS, double Alpha);
