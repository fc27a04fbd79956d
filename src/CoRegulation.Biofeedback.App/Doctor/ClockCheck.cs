using System.Globalization;

namespace CoRegulation.Biofeedback.App.Doctor;

/// <summary>The clock on the wall, after which recordings are called, and the clock that stamps beats, which counts sleep.</summary>
/// <param name="wall">The clock on the wall.</param>
/// <param name="arrival">The clock that stamps arrivals.</param>
internal sealed class ClockCheck(TimeProvider wall, TimeProvider arrival) : ICheck
{
    private const string Name = "clock";
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(5);
    private static readonly DateTimeOffset Earliest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var began = arrival.GetTimestamp();
            await Task.Delay(Moment, arrival, cancellationToken);
            if (arrival.GetElapsedTime(began) <= TimeSpan.Zero)
                return new(Name, CheckState.Fail, "The clock that stamps beats stands still. Use another computer or virtual machine.");
        }
        catch (PlatformNotSupportedException fault)
        {
            return new(Name, CheckState.Fail, $"{fault.Message} It stamps the beats; use a system that has one.");
        }

        var now = wall.GetLocalNow();
        var told = now.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
        return now >= Earliest && now < Latest
            ? new(Name, CheckState.Ok, $"It is {told}; the clock that stamps beats counts sleep.")
            : new(Name, CheckState.Warn, $"It cannot be {told}, after which recordings would be called. Set the clock{(OperatingSystem.IsLinux() ? ": sudo timedatectl set-ntp true" : "")}.");
    }
}
