namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>The kinds of line that this program knows: values of the key <c>k</c>.</summary>
public static class FactKind
{
    /// <summary>See <see cref="NotificationFact"/>.</summary>
    public const string Notification = "notification";

    /// <summary>See <see cref="RrFact"/>.</summary>
    public const string Rr = "rr";

    /// <summary>See <see cref="SensorFact"/>.</summary>
    public const string Sensor = "sensor";

    /// <summary>See <see cref="PersonFact"/>.</summary>
    public const string Person = "person";

    /// <summary>See <see cref="AssignFact"/>.</summary>
    public const string Assign = "assign";

    /// <summary>See <see cref="BatteryFact"/>.</summary>
    public const string Battery = "battery";

    /// <summary>See <see cref="PhaseFact"/>.</summary>
    public const string Phase = "phase";

    /// <summary>See <see cref="MarkerFact"/>.</summary>
    public const string Marker = "marker";

    /// <summary>See <see cref="NoteFact"/>.</summary>
    public const string Note = "note";

    /// <summary>See <see cref="PacerFact"/>.</summary>
    public const string Pacer = "pacer";

    /// <summary>See <see cref="EndFact"/>.</summary>
    public const string End = "end";

    /// <summary>The kind of a fact.</summary>
    /// <param name="fact">Any fact.</param>
    public static string Of(Fact fact) => fact switch
    {
        NotificationFact => Notification,
        RrFact => Rr,
        SensorFact => Sensor,
        PersonFact => Person,
        AssignFact => Assign,
        BatteryFact => Battery,
        PhaseFact => Phase,
        MarkerFact => Marker,
        NoteFact => Note,
        PacerFact => Pacer,
        EndFact => End,
        UnknownFact unknown => unknown.Kind,
        _ => throw new ArgumentException($"{fact?.GetType().Name} has no kind of line.", nameof(fact)),
    };
}
