namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary>A place whose strap is reached through a browser.</summary>
/// <param name="Place">A or B.</param>
/// <param name="Device">The browser's name for the strap.</param>
/// <param name="Name">The strap's name.</param>
/// <param name="IsHeld">Whether an open page has it.</param>
internal sealed record RadioPlace(string Place, string Device, string Name, bool IsHeld);
