namespace CoRegulation.Biofeedback.Sessions.Tests.Endurance;

/// <summary>Tests that measure the memory of this process, and so run with no other beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
