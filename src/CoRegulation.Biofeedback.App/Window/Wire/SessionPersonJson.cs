namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>Who is who.</summary>
internal sealed record SessionPersonJson(string Id, string Name);
