using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using CoRegulation.Biofeedback.Sessions.Library;

namespace CoRegulation.Biofeedback.Sessions.Batch;

/// <summary>What is kept of one recording, so that a batch that was ended can go on.</summary>
internal sealed record BatchItem
{
    /// <summary>Its file's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its files as they were when they were read.</summary>
    public required ImmutableArray<FileStamp> Stamps { get; init; }

    /// <summary>What is wrong with it, as one line; null when it could be read.</summary>
    public string? Problem { get; init; }

    /// <summary>What to bear in mind with its numbers.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The session's number, where it has one.</summary>
    public Guid? Session { get; init; }

    /// <summary>Whole-session results as <c>summary.json</c> has them; null when it could not be read.</summary>
    public string? Summary { get; init; }

    /// <summary>Heart rate of A at 4 Hz as bytes of doubles, NaN in a gap; empty without a pair.</summary>
    public byte[] A { get; init; } = [];

    /// <summary>The same of B.</summary>
    public byte[] B { get; init; } = [];

    /// <summary>Whether there are two heart rates.</summary>
    [JsonIgnore]
    public bool IsPair => A.Length > 0 && B.Length > 0;

    /// <summary>The bytes of a series.</summary>
    public static byte[] Bytes(ReadOnlySpan<double> series) => MemoryMarshal.AsBytes(series).ToArray();

    /// <summary>What tells one series from any other.</summary>
    public static string Digest(byte[] series) => Convert.ToHexStringLower(SHA256.HashData(series).AsSpan(0, 16));
}
