using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>A strap in range.</summary>
/// <param name="Sighting">What was seen of it last.</param>
/// <param name="SeenTimestamp">When that was.</param>
/// <param name="HasGoneQuiet">Whether that is a while ago: it may have been taken off or walked away.</param>
public sealed record SeenStrap(SensorSighting Sighting, long SeenTimestamp, bool HasGoneQuiet)
{
    private const int TailLength = 5;

    /// <summary>The last of its address, which tells two straps of one name apart.</summary>
    public string Tail => TailOf(Sighting.Id);

    /// <summary>The last of an identity's address.</summary>
    /// <param name="id">The identity, <c>backend:address</c>.</param>
    public static string TailOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var address = id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return address.Length > TailLength ? address[^TailLength..] : address;
    }
}
