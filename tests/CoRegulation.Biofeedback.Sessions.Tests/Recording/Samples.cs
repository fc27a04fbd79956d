using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

/// <summary>Small recordings for tests.</summary>
public static class Samples
{
    public const string HeaderLine =
        """{"coreg":1,"program":"coreg 0.1.0","started":"2026-11-24T19:30:00.000+01:00","origin":"live","people":[{"id":"A","name":"Ana"},{"id":"B","name":"Ben"}]}""";

    public static SessionHeader Header { get; } = new()
    {
        Program = "coreg 0.1.0",
        Started = new DateTimeOffset(2026, 11, 24, 19, 30, 0, TimeSpan.FromHours(1)),
        Origin = Origin.Live,
        People = [new Person { Id = "A", Name = "Ana" }, new Person { Id = "B", Name = "Ben" }],
        Session = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
    };

    /// <summary>One fact of every kind.</summary>
    public static IReadOnlyList<Fact> Facts { get; } =
    [
        new SensorFact(0.41231, "A", SensorState.Connected, "bluez:AA:BB:CC:DD:EE:FF", "Strap 12345678"),
        new NotificationFact(0.532841, "A", [0x10, 0x48, 0xb9, 0x03]),
        new NotificationFact(0.532841, "B", []),
        new BatteryFact(1, "B", 87),
        new PhaseFact(61.2, "baseline"),
        new MarkerFact(75.014, "tränen 😢 \"<script>\""),
        new NoteFact(75.014, "two\nlines"),
        new PacerFact(76, 5.5),
        new PacerFact(77, null),
        new RrFact(78, "A", [812.5, 790.0390625]),
        new UnknownFact(79, "breath", """{"t":79,"k":"breath","p":"A","depth":0.70}"""),
        new SensorFact(80.1, "B", SensorState.NoContact),
        new EndFact(600),
    ];
}
