using System.Buffers.Binary;
using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sensors.Gatt;

/// <summary>What one message of the Heart Rate Measurement characteristic (0x2A37) says.</summary>
/// <remarks>Bluetooth SIG, <i>Heart Rate Service</i> 1.0, section 3.1: flags, rate (8 or 16 bit), energy expended (optional),
/// RR intervals (optional, 1/1024 s, oldest first), all little-endian.</remarks>
public sealed record HeartRateMeasurement
{
    /// <summary>The 16-bit number of the characteristic.</summary>
    public const int CharacteristicUuid = 0x2A37;

    private const int WideRate = 0x01, ContactDetected = 0x02, ContactSupported = 0x04, HasEnergy = 0x08, HasRrFlag = 0x10;

    private HeartRateMeasurement()
    {
    }

    /// <summary>The strap's own, smoothed heart rate, bpm; 0 is what many straps send when they have none. Null when the message ends before it.</summary>
    public int? HeartRateBpm { get; private init; }

    /// <summary>Whether the strap touches the skin.</summary>
    public SensorContact Contact { get; private init; }

    /// <summary>Energy expended since the last reset, kJ; null when the message does not say.</summary>
    public int? EnergyExpendedKj { get; private init; }

    /// <summary>RR intervals, ms (1000/1024 of the number sent), oldest first; empty when there are none. Never <c>default</c>.</summary>
    public ImmutableArray<double> RrMs { get; private init; } = [];

    /// <summary>Whether the flags announce RR intervals (bit 4); a strap that never does has only a rate to give.</summary>
    public bool HasRr { get; private init; }

    /// <summary>What was wrong with the message, in words; null when nothing was. What could be read is given all the same.</summary>
    public string? Problem { get; private init; }

    /// <summary>Reads a message. Any bytes are taken, none throw: see <see cref="Problem"/>.</summary>
    /// <param name="bytes">The value of the characteristic as it came.</param>
    public static HeartRateMeasurement Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return new() { Problem = "the message is empty" };

        var flags = bytes[0];
        var measurement = new HeartRateMeasurement
        {
            Contact = (flags & ContactSupported) == 0 ? SensorContact.NotSupported
                : (flags & ContactDetected) == 0 ? SensorContact.NotDetected
                : SensorContact.Detected,
            HasRr = (flags & HasRrFlag) != 0,
        };
        var rest = bytes[1..];

        if (Take(ref rest, (flags & WideRate) != 0 ? 2 : 1) is not { } rate)
            return measurement with { Problem = "the message ends before its heart rate" };
        measurement = measurement with { HeartRateBpm = rate };

        if ((flags & HasEnergy) != 0)
        {
            if (Take(ref rest, 2) is not { } energy)
                return measurement with { Problem = "the message ends before its energy expended" };
            measurement = measurement with { EnergyExpendedKj = energy };
        }

        if (!measurement.HasRr)
            return rest.IsEmpty ? measurement : measurement with { Problem = $"{rest.Length} more bytes than the flags announce" };

        var rrMs = ImmutableArray.CreateBuilder<double>(rest.Length / 2);
        while (Take(ref rest, 2) is { } rr)
            rrMs.Add(rr * 1000.0 / 1024);
        return measurement with
        {
            RrMs = rrMs.DrainToImmutable(),
            Problem = rest.IsEmpty ? null : "the message ends in the middle of an RR interval",
        };
    }

    /// <summary>Makes a message, as a strap would.</summary>
    /// <param name="heartRateBpm">0 to 65535; above 255 it takes 16 bits.</param>
    /// <param name="rr1024">RR intervals in units of 1/1024 s, oldest first; the flag is set when there are any.</param>
    /// <param name="contact">What to say of the contact.</param>
    /// <param name="energyExpendedKj">0 to 65535, or null to leave it out.</param>
    /// <param name="wide">Whether to use 16 bits for the rate in any case.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number does not fit its field.</exception>
    public static byte[] Encode(
        int heartRateBpm,
        ReadOnlySpan<ushort> rr1024,
        SensorContact contact = SensorContact.NotSupported,
        int? energyExpendedKj = null,
        bool wide = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(heartRateBpm);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(heartRateBpm, ushort.MaxValue);
        if (energyExpendedKj is < 0 or > ushort.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(energyExpendedKj), energyExpendedKj, "Energy expended is 0 to 65535 kJ.");

        wide |= heartRateBpm > byte.MaxValue;
        var bytes = new byte[1 + (wide ? 2 : 1) + (energyExpendedKj is null ? 0 : 2) + 2 * rr1024.Length];
        bytes[0] = (byte)((wide ? WideRate : 0)
            | (contact is SensorContact.NotSupported ? 0 : ContactSupported)
            | (contact is SensorContact.Detected ? ContactDetected : 0)
            | (energyExpendedKj is null ? 0 : HasEnergy)
            | (rr1024.IsEmpty ? 0 : HasRrFlag));

        var rest = bytes.AsSpan(1);
        Put(ref rest, heartRateBpm, wide ? 2 : 1);
        if (energyExpendedKj is { } energy)
            Put(ref rest, energy, 2);
        foreach (var rr in rr1024)
            Put(ref rest, rr, 2);
        return bytes;
    }

    private static int? Take(ref ReadOnlySpan<byte> rest, int length)
    {
        if (rest.Length < length)
            return null;
        var value = length == 1 ? rest[0] : BinaryPrimitives.ReadUInt16LittleEndian(rest);
        rest = rest[length..];
        return value;
    }

    private static void Put(ref Span<byte> rest, int value, int length)
    {
        if (length == 1)
            rest[0] = (byte)value;
        else
            BinaryPrimitives.WriteUInt16LittleEndian(rest, (ushort)value);
        rest = rest[length..];
    }
}
