using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoRegulation.Biofeedback.Sensors.Simulation;

namespace CoRegulation.Biofeedback.Sensors.Tests.Simulation;

/// <summary>Messages in a form that can be compared.</summary>
internal static class Messages
{
    public static (double ArrivalS, string Person, string Text)[] Written(IEnumerable<SimulatedMessage> messages) =>
        [.. messages.Select(message => (message.ArrivalS, message.Person, message switch
        {
            SimulatedNotification notification => Convert.ToHexString(notification.Bytes.AsSpan()),
            SimulatedState state => state.State.ToString(),
            SimulatedBattery battery => battery.Percent.ToString(CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException("An unknown kind of message."),
        }))];

    public static (double ArrivalS, string Person, string Text)[] Written(SimulatedSession session, string? person = null) =>
        Written(session.Messages.Where(message => person is null || message.Person == person));

    /// <summary>The first 32 digits of the SHA-256 of all messages, a line each.</summary>
    public static string Digest(SimulatedSession session)
    {
        var lines = Written(session).Select(line => FormattableString.Invariant($"{line.ArrivalS:F6} {line.Person} {line.Text}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))))[..32];
    }
}
