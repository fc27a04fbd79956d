using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sensors.Simulation.Straps;

/// <summary>What is told of the strap itself, woven into its notifications: connection, silence, battery.</summary>
internal static class StateLine
{
    /// <summary>After so many seconds without a message a connected strap is called silent.</summary>
    public const double SilentAfterS = 5;

    public static ImmutableArray<SimulatedMessage> Weave(
        List<SimulatedMessage> notifications, FaultTimes faults, StrapOptions options, double durationS, string person)
    {
        var events = new List<SimulatedMessage>();
        Connect(0);
        foreach (var lost in faults.Of(StrapFaultKind.LinkLost))
        {
            State(lost.StartS, SensorState.Lost);
            Connect(lost.EndS);
        }

        for (var percent = Percent(options, 0) - 1; options.BatteryLossPerHour > 0 && percent >= 0; percent--)
        {
            var timeS = (options.BatteryPercent - percent) / options.BatteryLossPerHour * 3600;
            if (timeS > durationS)
                break;
            if (faults.At(StrapFaultKind.LinkLost, timeS) is null)
                events.Add(new SimulatedBattery(Radio.WholeMicroseconds(timeS), person, percent));
        }

        // Stable, and changes of state stand before a notification of the same instant.
        var woven = events.Concat(notifications).Where(message => message.ArrivalS <= durationS).OrderBy(message => message.ArrivalS);
        return WithSilences(woven, durationS, person);

        void Connect(double timeS)
        {
            State(timeS, SensorState.Connected);
            events.Add(new SimulatedBattery(Radio.WholeMicroseconds(timeS), person, Percent(options, timeS)));
        }

        void State(double timeS, SensorState state) => events.Add(new SimulatedState(Radio.WholeMicroseconds(timeS), person, state));
    }

    private static int Percent(StrapOptions options, double timeS) =>
        (int)Math.Ceiling(Math.Max(0, options.BatteryPercent - options.BatteryLossPerHour * timeS / 3600));

    private static ImmutableArray<SimulatedMessage> WithSilences(IEnumerable<SimulatedMessage> messages, double durationS, string person)
    {
        var all = ImmutableArray.CreateBuilder<SimulatedMessage>();
        double? silentAtS = null;
        foreach (var message in messages)
        {
            SilenceBefore(message.ArrivalS);
            all.Add(message);
            silentAtS = message switch
            {
                SimulatedState { State: SensorState.Lost } => null,
                SimulatedState or SimulatedNotification => Radio.WholeMicroseconds(message.ArrivalS + SilentAfterS),
                _ => silentAtS,
            };
        }

        SilenceBefore(durationS);
        return all.DrainToImmutable();

        void SilenceBefore(double timeS)
        {
            if (silentAtS is not { } atS || atS >= timeS)
                return;
            all.Add(new SimulatedState(atS, person, SensorState.Silent));
            silentAtS = null;
        }
    }
}
