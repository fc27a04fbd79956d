namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>A strap by its identity, its name and the last of its address.</summary>
internal sealed record StrapJson(string Id, string Name, string Tail);
