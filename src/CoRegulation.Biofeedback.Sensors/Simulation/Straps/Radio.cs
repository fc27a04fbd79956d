using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CoRegulation.Biofeedback.Sensors.Simulation.Chance;

namespace CoRegulation.Biofeedback.Sensors.Simulation.Straps;

/// <summary>The way from strap to program: delay, loss, bunching, double delivery.</summary>
internal static class Radio
{
    public static (ImmutableArray<NotificationTruth> Truth, List<SimulatedMessage> Arrived) Deliver(
        List<SentMessage> sent, FaultTimes faults, StrapOptions options, double durationS, int seed, string person)
    {
        SeededRandom jitter = new(seed, $"{person}/strap/jitter"), echo = new(seed, $"{person}/strap/duplicates");
        var truth = ImmutableArray.CreateBuilder<NotificationTruth>(sent.Count);
        var arrived = new List<SimulatedMessage>(sent.Count);
        var lastS = 0.0;

        foreach (var message in sent)
        {
            var delayS = Jitter(jitter, options) / 1000;
            var echoS = echo.Uniform(0.002, 0.06);

            var readyS = message.SentS + options.LatencyS;
            if (faults.At(StrapFaultKind.RadioTrouble, readyS) is { } trouble)
                readyS = trouble.EndS;
            var arrivalS = Math.Max(lastS, WholeMicroseconds(readyS + delayS));
            if (faults.At(StrapFaultKind.LostNotifications, message.SentS) is not null
                || faults.Touching(StrapFaultKind.LinkLost, message.SentS, arrivalS) is not null)
            {
                truth.Add(new(message.SentS, null, false, message.Intervals));
                continue;
            }

            if (arrivalS > durationS)
                break;

            Arrive(arrivalS, message, isDuplicate: false);
            var againS = WholeMicroseconds(arrivalS + echoS);
            if (faults.At(StrapFaultKind.Duplicates, message.SentS) is not null && againS <= durationS
                && faults.Touching(StrapFaultKind.LinkLost, arrivalS, againS) is null)
                Arrive(againS, message, isDuplicate: true);
        }

        return (truth.DrainToImmutable(), arrived);

        void Arrive(double arrivalS, SentMessage message, bool isDuplicate)
        {
            truth.Add(new(message.SentS, arrivalS, isDuplicate, message.Intervals));
            arrived.Add(new SimulatedNotification(arrivalS, person, ImmutableCollectionsMarshal.AsImmutableArray(message.Bytes)));
            lastS = arrivalS;
        }
    }

    public static double WholeMicroseconds(double timeS) => Math.Round(timeS * 1e6) / 1e6;

    private static double Jitter(SeededRandom random, StrapOptions options) => options.Jitter is JitterShape.Uniform
        ? random.Uniform(0, options.JitterMaxMs)
        : Math.Min(random.Exponential(options.JitterMeanMs), options.JitterMaxMs);
}
