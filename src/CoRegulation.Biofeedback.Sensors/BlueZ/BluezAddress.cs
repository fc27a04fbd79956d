namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>Identities of straps on BlueZ: <c>bluez:AA:BB:CC:DD:EE:FF</c>.</summary>
internal static class BluezAddress
{
    /// <summary>The identity of an address.</summary>
    public static string ToId(string address) => $"{BluezBackend.BackendName}:{address}";

    /// <summary>The address of an identity, in capitals.</summary>
    /// <exception cref="SensorException">It is none.</exception>
    public static string FromId(string id)
    {
        var normal = StrapIdentity.Normal(id);
        var address = normal.StartsWith(BluezBackend.BackendName + ":", StringComparison.Ordinal) ? normal[(BluezBackend.BackendName.Length + 1)..] : "";
        var parts = address.Split(':');
        return parts.Length == 6 && parts.All(part => part.Length == 2 && part.All(char.IsAsciiHexDigit))
            ? address
            : throw new SensorException(SensorTrouble.BadIdentity, $"'{StrapName.Of(id, "")}' is no strap of BlueZ: it reads bluez:AA:BB:CC:DD:EE:FF, as 'coreg sensors' shows it.");
    }
}
