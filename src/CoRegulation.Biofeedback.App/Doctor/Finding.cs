namespace CoRegulation.Biofeedback.App.Doctor;

/// <summary>What one check found.</summary>
/// <param name="Name">What was checked, one word; scripts rely on it.</param>
/// <param name="State">Whether it works.</param>
/// <param name="Says">What was found, and what to do about it, as sentences for the person at the screen.</param>
internal sealed record Finding(string Name, CheckState State, string Says);
