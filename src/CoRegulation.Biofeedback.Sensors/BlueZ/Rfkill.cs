namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>Whether the kernel blocks Bluetooth: older BlueZ does not tell.</summary>
/// <param name="BySwitch">A switch or key of the machine blocks it.</param>
/// <param name="BySoftware">A program or the flight mode blocks it.</param>
internal readonly record struct Rfkill(bool BySwitch, bool BySoftware)
{
    /// <summary>Whether it is blocked.</summary>
    public bool IsBlocked => BySwitch || BySoftware;

    /// <summary>Reads what the kernel tells; nothing is blocked where it tells nothing.</summary>
    /// <param name="folder">Usually /sys/class/rfkill.</param>
    public static Rfkill Read(string folder)
    {
        var (bySwitch, bySoftware) = (false, false);
        try
        {
            foreach (var radio in Directory.Exists(folder) ? Directory.EnumerateDirectories(folder) : [])
            {
                if (Told(radio, "type") != "bluetooth")
                    continue;
                bySwitch |= Told(radio, "hard") == "1";
                bySoftware |= Told(radio, "soft") == "1";
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A radio that was unplugged meanwhile, or a system that does not tell.
        }

        return new(bySwitch, bySoftware);
    }

    private static string? Told(string radio, string what)
    {
        var file = Path.Combine(radio, what);
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }
}
