namespace CoRegulation.Biofeedback.Sensors;

/// <summary>Identities of straps, <c>backend:address</c>, in the one form in which they are compared.</summary>
public static class StrapIdentity
{
    // Their addresses are hexadecimal. A browser's own identities and the names of scenarios are not: there a letter's case counts.
    private static readonly string[] OfAnyCase = ["bluez:", "inthehand:"];

    /// <summary>What the identities of simulated people begin with.</summary>
    public const string Simulated = "sim";

    /// <summary>Whether it is no strap, but a simulated person.</summary>
    public static bool IsSimulated(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.StartsWith(Simulated + ":", StringComparison.Ordinal);
    }

    /// <summary>An identity as people type it, or as a file holds it, in its normal form: an address in capitals.</summary>
    public static string Normal(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return OfAnyCase.FirstOrDefault(start => id.StartsWith(start, StringComparison.OrdinalIgnoreCase)) is { } backend
            ? backend + id[backend.Length..].ToUpperInvariant()
            : id;
    }
}
