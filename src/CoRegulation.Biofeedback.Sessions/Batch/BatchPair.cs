using System.Runtime.InteropServices;

namespace CoRegulation.Biofeedback.Sessions.Batch;

/// <summary>A pair of the folder, ready to be compared with the others.</summary>
internal sealed class BatchPair(BatchItem item)
{
    private readonly byte[] _a = item.A;
    private readonly byte[] _b = item.B;

    /// <summary>Its file's name.</summary>
    public string Name { get; } = item.Name;

    /// <summary>The session's number, where it has one.</summary>
    public Guid? Session { get; } = item.Session;

    /// <summary>Heart rate of A at 4 Hz.</summary>
    public ReadOnlySpan<double> A => MemoryMarshal.Cast<byte, double>(_a);

    /// <summary>Heart rate of B.</summary>
    public ReadOnlySpan<double> B => MemoryMarshal.Cast<byte, double>(_b);

    /// <summary>What tells A's series from any other.</summary>
    public string DigestA { get; } = BatchItem.Digest(item.A);

    /// <summary>What tells B's.</summary>
    public string DigestB { get; } = BatchItem.Digest(item.B);

    /// <summary>Whether both breathed at a common pace.</summary>
    public bool IsPaced { get; init; }

    /// <summary>Whether this is the other recording over again, or shares a person's heart rate with it: such two did meet.</summary>
    public bool Shares(BatchPair other) =>
        (Session is { } number && number == other.Session)
        || DigestA == other.DigestA || DigestB == other.DigestB || DigestA == other.DigestB || DigestB == other.DigestA;
}
