namespace CoRegulation.Biofeedback.Sensors;

/// <summary>Something a sensor tells.</summary>
/// <param name="ArrivalTimestamp">When it arrived, as <see cref="TimeProvider.GetTimestamp"/> of the provider that the sensor was made with,
/// taken before anything else is done with the message.</param>
public abstract record SensorEvent(long ArrivalTimestamp);
