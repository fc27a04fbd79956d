using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.EndToEnd.Commands;

/// <summary>Which of the messages of a simulated strap a recording has.</summary>
internal static class HeardMessages
{
    /// <summary>Index of the message that is the first in the recording: from there on all are as they were sent, and none before its time, by which
    /// messages that are alike are told apart. -1 where there is none such.</summary>
    /// <param name="there">What is recorded of one person, one message at least.</param>
    /// <param name="sent">What their strap sent.</param>
    public static int Begin(NotificationFact[] there, SimulatedNotification[] sent) =>
        Enumerable.Range(0, Math.Max(0, sent.Length - there.Length + 1)).Reverse()
            .FirstOrDefault(from => there.Index().All(one => IsOf(one.Item, sent[from + one.Index])), -1);

    // A recording has whole microseconds.
    private static bool IsOf(NotificationFact fact, SimulatedNotification message) =>
        fact.Bytes.AsSpan().SequenceEqual(message.Bytes.AsSpan()) && fact.TimeS >= message.ArrivalS - 2e-6;
}
