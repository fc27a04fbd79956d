namespace CoRegulation.Biofeedback.App.Doctor;

/// <summary>One thing that a session needs.</summary>
internal interface ICheck
{
    /// <summary>Looks; a trouble is a finding, not an exception.</summary>
    Task<Finding> RunAsync(CancellationToken cancellationToken);
}
