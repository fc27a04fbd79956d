using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors.BlueZ.Bus;

namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>What of Bluetooth works on this machine.</summary>
public sealed record BluezHealth
{
    /// <summary>Where the message bus was looked for.</summary>
    public required string BusAddress { get; init; }

    /// <summary>Whether there is a message bus that lets this user in.</summary>
    public bool IsBusReachable { get; init; }

    /// <summary>Whether bluetoothd answers.</summary>
    public bool IsServiceThere { get; init; }

    /// <summary>Whether this user may use it; null where that could not be found out.</summary>
    public bool? HasRights { get; init; }

    /// <summary>The adapters that bluetoothd knows.</summary>
    public ImmutableArray<BluezAdapterHealth> Adapters { get; init; } = [];

    /// <summary>The first trouble that keeps straps from being reached; null when none does.</summary>
    public SensorTrouble? Trouble { get; init; }

    /// <summary>What is wrong and what to do about it, as a sentence; null when nothing is.</summary>
    public string? Message { get; init; }

    internal static async Task<BluezHealth> CheckAsync(BluezBackend backend, CancellationToken cancellationToken)
    {
        var health = new BluezHealth { BusAddress = backend.Options.BusAddress };
        try
        {
            var session = await backend.SessionAsync(cancellationToken);
            health = health with { IsBusReachable = true };
            await session.RequireServiceAsync(cancellationToken);
            var blocked = Rfkill.Read(backend.Options.RfkillFolder).IsBlocked;
            health = health with
            {
                IsServiceThere = true,
                Adapters = [.. session.Objects.Adapters.Select(adapter => new BluezAdapterHealth(
                    adapter.Name, adapter.Address, adapter.IsPowered, !adapter.IsPowered && (blocked || adapter.IsBlocked)))],
            };
            await session.RequireAdapterAsync(cancellationToken);
            // Asks for something that changes nothing: the rights to do so are those that scanning needs.
            await session.CallAsync(
                session.Objects.Adapters.First(adapter => adapter.IsPowered).Path, BluezNames.Adapter, "GetDiscoveryFilters", backend.Options.Request, cancellationToken);
            return health with { HasRights = true };
        }
        catch (BusException fault)
        {
            // BlueZ that is too old for the question answers, too.
            return BluezTrouble.OfService(fault) is { Trouble: SensorTrouble.NoRights } refused ? Troubled(health, refused) : health with { HasRights = true };
        }
        catch (SensorException trouble)
        {
            return Troubled(health, trouble);
        }
    }

    private static BluezHealth Troubled(BluezHealth health, SensorException trouble) => health with
    {
        Trouble = trouble.Trouble,
        Message = trouble.Message,
        HasRights = trouble.Trouble is SensorTrouble.NoRights ? false : null,
        IsServiceThere = health.IsServiceThere || trouble.Trouble is SensorTrouble.NoRights && health.IsBusReachable,
    };
}
