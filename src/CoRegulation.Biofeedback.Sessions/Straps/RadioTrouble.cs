using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>A way to reach straps does not work now; it is tried again all the time.</summary>
/// <param name="Backend">Which one, for instance <c>bluez</c>.</param>
/// <param name="Trouble">Why.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record RadioTrouble(string Backend, SensorTrouble Trouble, string Sentence);
