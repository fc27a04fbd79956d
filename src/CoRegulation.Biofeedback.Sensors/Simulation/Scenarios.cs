using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;
using CoRegulation.Biofeedback.Sensors.Simulation.Straps;

namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>The scenarios that come with the program.</summary>
public static class Scenarios
{
    private static readonly HeartOptions Calm = new()
    {
        VerySlowBpm = new(0.3, 0.5),
        SlowBpm = new(0.7, 1.0),
        MayerBpm = new(0.6, 1.0),
        RsaBpm = new(1.2, 2.0),
    };

    /// <summary>A couple: one heart comes down towards the other.</summary>
    public static Scenario Settling { get; } = new()
    {
        Name = "settling",
        Title = "A couple settling together",
        Description = "Ana's heart rate comes down towards Ben's during a conversation, and both share a slow rhythm that Ben follows 1.5 s later.",
        DurationS = 600,
        A = new()
        {
            Name = "Ana",
            Heart = new() { MeanBpm = 92, Levels = [new() { StartS = 120, ToBpm = 72, TimeS = 150 }], SlowBpm = new(2.0, 2.8) },
        },
        B = new() { Name = "Ben", Heart = new() { MeanBpm = 68, SlowBpm = new(2.0, 2.8) } },
        Coupling = new() { Strength = 0.6, LagS = 1.5, StartS = 120 },
        Phases = [new(0, "baseline"), new(120, "interaction"), new(480, "recovery")],
        Markers = [new(155, "hands held"), new(318.5, "door bell"), new(500, "eyes closed")],
    };

    /// <summary>A child and a calm parent.</summary>
    public static Scenario ParentChild { get; } = new()
    {
        Name = "parent-child",
        Title = "A child settling beside a parent",
        Description = "Mia's heart rate falls from 135 towards 105 bpm while her father's stays near 72.",
        DurationS = 480,
        A = new()
        {
            Name = "Mia",
            Heart = new()
            {
                MeanBpm = 135,
                Levels = [new() { StartS = 90, ToBpm = 105, TimeS = 90 }],
                SlowBpm = new(2.2, 3.2),
                MayerBpm = new(1.0, 1.8),
                RsaBpm = new(4.5, 6.0),
                BreathingHz = new(0.32, 0.38),
            },
        },
        B = new() { Name = "Jonas", Heart = Calm with { MeanBpm = 72 } },
        Anchor = "B",
        Phases = [new(0, "baseline"), new(90, "interaction"), new(360, "recovery")],
        Markers = [new(96, "picked up"), new(210, "story begins"), new(372, "story ends")],
    };

    /// <summary>A client with three episodes and a therapist whose heart rate stays flat.</summary>
    public static Scenario TherapistAnchor { get; } = new()
    {
        Name = "therapist-anchor",
        Title = "Three episodes beside a steady heart",
        Description = "Clara's heart rate rises three times and returns sooner each time, while Daniel's stays flat.",
        DurationS = 720,
        A = new()
        {
            Name = "Clara",
            Heart = new()
            {
                MeanBpm = 74,
                SlowBpm = new(1.8, 2.5),
                Episodes =
                [
                    new() { OnsetS = 150, TauS = 90 },
                    new() { OnsetS = 350, TauS = 60 },
                    new() { OnsetS = 520, TauS = 40 },
                ],
            },
        },
        B = new() { Name = "Daniel", Heart = Calm with { MeanBpm = 64 } },
        Anchor = "B",
        Phases = [new(0, "baseline"), new(120, "interaction"), new(630, "recovery")],
        Markers = [new(148, "topic 1"), new(348, "topic 2"), new(518, "topic 3"), new(600, "eyes closed")],
    };

    /// <summary>Two people who share nothing.</summary>
    public static Scenario Uncoupled { get; } = new()
    {
        Name = "uncoupled",
        Title = "The control: nothing shared",
        Description = "Eva's and Finn's hearts have nothing to do with each other; what looks like synchrony here is chance.",
        DurationS = 600,
        A = new() { Name = "Eva", Heart = new() { MeanBpm = new(70, 78) } },
        B = new() { Name = "Finn", Heart = new() { MeanBpm = new(62, 70) } },
        Phases = [new(0, "baseline"), new(120, "interaction"), new(480, "recovery")],
        Markers = [new(240, "door bell"), new(410, "eyes closed")],
    };

    /// <summary>One person.</summary>
    public static Scenario Solo { get; } = new()
    {
        Name = "solo",
        Title = "One person at rest",
        Description = "Greta sits alone; after one rise at four minutes her heart rate returns.",
        DurationS = 360,
        A = new()
        {
            Name = "Greta",
            Heart = new() { MeanBpm = 66, RsaBpm = new(2.0, 2.8), Episodes = [new() { OnsetS = 240, AmplitudeBpm = 16, TauS = 35 }] },
        },
        Phases = [new(0, "baseline"), new(120, "eyes closed"), new(300, "recovery")],
        Markers = [new(238, "telephone")],
    };

    /// <summary>Everything that can go wrong with two straps.</summary>
    public static Scenario StrapTrouble { get; } = new()
    {
        Name = "strap-trouble",
        Title = "Two straps that give trouble",
        Description = "Ida's and Karl's straps lose contact, connection, messages and beats, bunch messages up and deliver some twice.",
        DurationS = 360,
        A = new()
        {
            Name = "Ida",
            Strap = new()
            {
                DriftPpm = 60,
                Faults =
                [
                    new(StrapFaultKind.RadioTrouble, 60, 4),
                    new(StrapFaultKind.NoContact, 110, 15),
                    new(StrapFaultKind.Duplicates, 160, 5),
                    new(StrapFaultKind.LinkLost, 200, 25),
                    new(StrapFaultKind.LostNotifications, 290, 2),
                ],
                FaultRates = [new(StrapFaultKind.RadioTrouble, 0.5, new(1.5, 4))],
            },
        },
        B = new()
        {
            Name = "Karl",
            Heart = new() { EctopicPerMin = 1 },
            Strap = new()
            {
                Emission = EmissionStyle.OnBeat,
                DriftPpm = -80,
                ReportsEnergy = true,
                Faults =
                [
                    new(StrapFaultKind.MissedBeats, 75, 2.5),
                    new(StrapFaultKind.LostNotifications, 140, 12),
                    new(StrapFaultKind.ExtraBeats, 185, 3),
                    new(StrapFaultKind.LinkLost, 250, 8),
                ],
                FaultRates = [new(StrapFaultKind.MissedBeats, 1, 0.8), new(StrapFaultKind.Duplicates, 1, 1)],
            },
        },
        Phases = [new(0, "baseline"), new(120, "interaction"), new(300, "recovery")],
        Markers = [new(108, "strap slips"), new(127, "strap moved back"), new(226, "back in the room")],
    };

    /// <summary>Both breathe with a pacer, and share nothing else.</summary>
    public static Scenario Paced { get; } = new()
    {
        Name = "paced",
        Title = "Breathing with a pacer",
        Description = "Lena and Max breathe at six breaths a minute with a pacer and share nothing else; the correlation is the pacer's.",
        DurationS = 480,
        A = new() { Name = "Lena" },
        B = new() { Name = "Max" },
        Phases = [new(0, "baseline"), new(120, "paced breathing"), new(360, "recovery")],
        Markers = [new(118, "pacer shown"), new(362, "pacer hidden")],
        Pacer = [new(120, 6), new(360, null)],
    };

    /// <summary>All of them, by name in the order in which they are shown.</summary>
    public static ImmutableArray<Scenario> All { get; } =
        [Settling, ParentChild, TherapistAnchor, Uncoupled, Solo, StrapTrouble, Paced, Study()];

    /// <summary>The population behind the project's figures on false alarms and power.</summary>
    /// <param name="coupling">What the two share; null for nothing.</param>
    public static Scenario Study(Coupling? coupling = null) => new()
    {
        Name = "study",
        Title = "Two people of the study population",
        Description = "Olga and Paul are drawn anew for every seed and share what is asked for, by default nothing.",
        DurationS = 600,
        A = new() { Name = "Olga" },
        B = new() { Name = "Paul" },
        Coupling = coupling,
        Phases = [new(0, "interaction")],
    };

    /// <summary>The scenario of a name; null when there is none.</summary>
    /// <param name="name">Its name, exactly.</param>
    public static Scenario? Find(string name) => All.FirstOrDefault(scenario => scenario.Name == name);
}
