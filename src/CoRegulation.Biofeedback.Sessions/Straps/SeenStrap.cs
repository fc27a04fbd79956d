using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>A strap in range.</summary>
/// <param name="Sighting">What was seen of it last.</param>
/// <param name="SeenTimestamp">When that was.</param>
/// <param name="HasGoneQuiet">Whether that is a while ago: it may have been taken off or walked away.</param>
public sealed record SeenStrap(SensorSighting Sighting, long SeenTimestamp, bool HasGoneQuiet)
{
    private const int TailLength = 5;

    /// <summary>The last of its address, which tells two straps of one name apart; empty where the name has it.</summary>
    public string Tail => TailBeside(Sighting.Name, Sighting.Id);

    /// <summary>The last of an identity's address, to stand beside a name; empty where the name ends with it, as that of a nameless strap does.</summary>
    /// <param name="name">The strap's name.</param>
    /// <param name="id">Its identity, <c>backend:address</c>.</param>
    public static string TailBeside(string name, string id)
    {
        ArgumentNullException.ThrowIfNull(name);
        var tail = TailOf(id);
        return name.EndsWith(tail, StringComparison.Ordinal) ? "" : tail;
    }

    /// <summary>The last of an identity's address.</summary>
    /// <param name="id">The identity, <c>backend:address</c>.</param>
    public static string TailOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var address = id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return address.Length > TailLength ? address[^TailLength..] : address;
    }
}
