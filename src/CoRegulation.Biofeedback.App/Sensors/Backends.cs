using CoRegulation.Biofeedback.App.Window.Radio;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.BlueZ;

namespace CoRegulation.Biofeedback.App.Sensors;

/// <summary>Every way to reach straps on this machine, in one place.</summary>
internal sealed class Backends : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly SimulatedStraps _simulated;

    private Backends(IReadOnlyList<ISensorBackend> radios, SimulatedStraps simulated, TimeProvider time) =>
        (Radios, _simulated, _time) = (radios, simulated, time);

    /// <summary>The radios.</summary>
    public IReadOnlyList<ISensorBackend> Radios { get; }

    /// <summary>Those of this machine.</summary>
    /// <param name="time">The clock that stamps what arrives.</param>
    /// <param name="seed">Seed of simulated people.</param>
    public static Backends OfThisMachine(TimeProvider time, int seed = 1) =>
        new([.. Bluez(time), .. InTheHandRadio.IfBuiltIn(time)], new SimulatedStraps(seed), time);

    /// <summary>The radios, and simulated people beside them.</summary>
    public IReadOnlyList<ISensorBackend> All => [.. Radios, new SimulatedBackend(_simulated, _time)];

    /// <summary>The strap with an identity as <c>coreg sensors</c> prints it, or <c>sim:SCENARIO</c>.</summary>
    /// <param name="id">The identity.</param>
    /// <param name="name">What the strap is called, where that is known.</param>
    /// <param name="person">Who wears it: A or B.</param>
    /// <param name="startTimestamp">When a simulated person begins.</param>
    /// <exception cref="SensorException">There is no such backend or scenario, or the identity is not one of that backend.</exception>
    public IHeartRateSensor Open(string id, string? name, string person, long startTimestamp)
    {
        var backend = id.Split(':')[0];
        if (backend == StrapIdentity.Simulated)
            return _simulated.Open(id, person, _time, startTimestamp);
        if (backend == BrowserBackend.BackendName)
            throw new SensorException(SensorTrouble.BadIdentity, $"'{id}' is a strap that a browser holds: only the window reaches it. Start it there, with 'coreg live'");
        return Radios.FirstOrDefault(radio => radio.Name == backend) is { } found
            ? found.Open(id, name)
            : throw new SensorException(
                SensorTrouble.BadIdentity,
                $"'{id}' is no strap that this machine can reach: an identity begins with {string.Join(", ", Radios.Select(radio => $"{radio.Name}:").Append($"{StrapIdentity.Simulated}:"))} (see 'coreg sensors')");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var radio in Radios)
            await radio.DisposeAsync();
    }

    private static IEnumerable<ISensorBackend> Bluez(TimeProvider time) => OperatingSystem.IsLinux() ? [new BluezBackend(time)] : [];
}
