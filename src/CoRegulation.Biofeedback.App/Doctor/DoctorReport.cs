using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.App.Doctor;

/// <summary>What works here.</summary>
/// <param name="Program">The program and its version.</param>
/// <param name="Checks">The findings, in the order in which things depend on each other.</param>
internal sealed record DoctorReport(string Program, ImmutableArray<Finding> Checks)
{
    /// <summary>Whether straps can be reached, shown and recorded.</summary>
    public bool SessionPossible => Checks.All(finding => finding.State is not CheckState.Fail);
}
