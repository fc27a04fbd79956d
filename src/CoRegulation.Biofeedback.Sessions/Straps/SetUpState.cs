using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>Everything of the choosing of straps as it is at one moment.</summary>
/// <param name="Version">Higher after each change.</param>
/// <param name="Places">A, then B.</param>
/// <param name="InRange">The straps that are seen.</param>
/// <param name="Troubles">What does not work of the radios.</param>
public sealed record SetUpState(long Version, ImmutableArray<Place> Places, ImmutableArray<SeenStrap> InRange, ImmutableArray<RadioTrouble> Troubles);
