using System.Collections.Immutable;
using System.Net;
using CoRegulation.Biofeedback.App.Commands;
using CoRegulation.Biofeedback.App.Sensors;
using CoRegulation.Biofeedback.App.Window;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.BlueZ;

namespace CoRegulation.Biofeedback.App.Doctor;

/// <summary>All checks of this machine.</summary>
internal static class Examination
{
    /// <summary>Looks at everything that a session needs.</summary>
    /// <param name="recordings">Where recordings are to go.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<DoctorReport> RunAsync(string recordings, CancellationToken cancellationToken)
    {
        var arrival = new ArrivalClock();
        IReadOnlyList<ICheck> bluetooth = OperatingSystem.IsLinux()
            ? BluetoothChecks.Of(await BluezBackend.CheckAsync(arrival, cancellationToken: cancellationToken))
            : [];
        var otherRadio = OperatingSystem.IsLinux() || InTheHandRadio.IfBuiltIn(arrival).Any();
        ICheck[] checks =
        [
            .. bluetooth,
            new BrowserCheck(BrowserPlace.OfThisMachine(), isNeeded: !otherRadio, isFlagged: OperatingSystem.IsLinux(), SystemBrowser.CanOpen),
            new PortCheck(IPAddress.Loopback),
            new DiskCheck(recordings, DiskCheck.FreeBytes),
            new ClockCheck(TimeProvider.System, arrival),
        ];

        var findings = ImmutableArray.CreateBuilder<Finding>(checks.Length);
        foreach (var check in checks)
            findings.Add(await check.RunAsync(cancellationToken));
        return new(Product.Name, findings.MoveToImmutable());
    }
}
