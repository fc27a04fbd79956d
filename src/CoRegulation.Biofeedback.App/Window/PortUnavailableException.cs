namespace CoRegulation.Biofeedback.App.Window;

/// <summary>The port that was asked for cannot be had.</summary>
/// <param name="port">The port.</param>
/// <param name="reason">Why, as part of a sentence: "in use by another program".</param>
/// <param name="cause">What the system said.</param>
public sealed class PortUnavailableException(int port, string reason, Exception cause)
    : IOException($"Port {port} is {reason}: choose another with --port, or leave --port out to get a free one.", cause);
