namespace CoRegulation.Biofeedback.Sensors;

/// <summary>A radio or a strap cannot be used.</summary>
/// <param name="trouble">Why.</param>
/// <param name="message">What is wrong and what to do, as a sentence for the person at the screen.</param>
/// <param name="cause">What the system said.</param>
public sealed class SensorException(SensorTrouble trouble, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Why.</summary>
    public SensorTrouble Trouble { get; } = trouble;

    /// <summary>Whether trying again can never help.</summary>
    public bool IsForGood => Trouble is SensorTrouble.NotAHeartRateStrap or SensorTrouble.BadIdentity;
}
