using System.Globalization;

namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>How long programs had to wait on this machine, which a bound on what one of them does in time allows for.</summary>
internal static class BusyMachine
{
    private static readonly string[] Pressures = ["/proc/pressure/cpu", "/proc/pressure/io", "/proc/pressure/memory"];

    /// <summary>For how long some program waited for a core, the disk or memory since the machine started, s; 0 where the system does not tell.</summary>
    public static double WaitedS() => Pressures.Where(File.Exists).Sum(file => Total(File.ReadLines(file).First()) / 1e6);

    // some avg10=0.35 avg60=0.51 avg300=0.55 total=201905872
    private static long Total(string line) => long.Parse(line.AsSpan(line.LastIndexOf('=') + 1), CultureInfo.InvariantCulture);
}
