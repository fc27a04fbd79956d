namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Study;

/// <summary>One injected artefact.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="CleanIndex">First clean interval touched.</param>
/// <param name="Index">First interval of the corrupted series that it made.</param>
/// <param name="Count">How many intervals of the corrupted series it made.</param>
/// <param name="SizeMs">By how much a beat is out of its place, ms: for a missed or extra beat the way to the nearest true one.</param>
internal readonly record struct InjectedEvent(ArtefactKind Kind, int CleanIndex, int Index, int Count, double SizeMs);
