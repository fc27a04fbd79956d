namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>What a stretch of intervals is taken for.</summary>
/// <param name="Taken">Intervals in the stretch, from 1.</param>
/// <param name="Made">Normal intervals that fill the same time; 0 when nothing can be told.</param>
/// <param name="IsNormal">One interval that is what it seems.</param>
internal readonly record struct Step(int Taken, int Made, bool IsNormal)
{
    public static readonly Step Normal = new(1, 1, true);

    public static readonly Step Unknown = new(1, 0, false);
}
