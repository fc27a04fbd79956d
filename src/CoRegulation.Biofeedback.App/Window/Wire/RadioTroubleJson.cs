using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>What does not work of a radio.</summary>
internal sealed record RadioTroubleJson(string Backend, SensorTrouble Trouble, string Text);
