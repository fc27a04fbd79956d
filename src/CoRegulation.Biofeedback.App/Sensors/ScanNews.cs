using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.App.Sensors;

/// <summary>Something a scan of several backends tells: a sighting or a trouble, never both.</summary>
/// <param name="Backend">Whose it is.</param>
/// <param name="Sighting">A strap about which something changed.</param>
/// <param name="Trouble">What keeps the backend from scanning and what to do, as a sentence.</param>
internal sealed record ScanNews(string Backend, SensorSighting? Sighting, string? Trouble);
