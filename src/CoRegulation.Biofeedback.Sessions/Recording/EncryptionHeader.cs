using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>The first line of an encrypted file, in the clear: how the key is made of the passphrase, and by what a wrong one is known.</summary>
/// <param name="Rounds">Of PBKDF2.</param>
/// <param name="Salt">The file's own.</param>
/// <param name="Check">Frame 0, which has no text.</param>
internal sealed record EncryptionHeader(int Rounds, byte[] Salt, byte[] Check)
{
    /// <summary>The key that no other line of a recording begins with.</summary>
    public const string Key = "coregEncrypted";

    private const int Version = 1;
    private const string Cipher = "AES-256-GCM";
    private const string Derivation = "PBKDF2-SHA256";
    private const int LeastRounds = 600_000;
    private const int MostRounds = 20_000_000;
    private const int SaltBytes = 16;

    /// <summary>A new one with a salt of its own, and the cipher for its file.</summary>
    public static (EncryptionHeader Header, FrameCipher Cipher) Create(Passphrase passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var cipher = new FrameCipher(passphrase.Key(salt, LeastRounds));
        var check = new byte[FrameCipher.FrameBytes(0)];
        cipher.Seal(0, [], check);
        return (new(LeastRounds, salt, check), cipher);
    }

    /// <summary>Whether a line is one.</summary>
    public static bool Is(JsonElement line) => line.ValueKind == JsonValueKind.Object && line.TryGetProperty(Key, out _);

    /// <exception cref="LineException">It is not one that this program knows.</exception>
    public static EncryptionHeader Read(JsonElement line)
    {
        if (JsonValue.Integer(line, Key) != Version || JsonValue.Text(line, "cipher") != Cipher || JsonValue.Text(line, "kdf") != Derivation)
            throw new LineException($"it is encrypted in a way that this program does not know; it knows {Cipher} with {Derivation}. Open it with a later version");

        var rounds = JsonValue.Integer(line, "rounds");
        var salt = Bytes(line, "salt");
        return rounds is < LeastRounds or > MostRounds ? throw new LineException($"'rounds' is not from {LeastRounds} to {MostRounds}")
            : salt.Length < SaltBytes ? throw new LineException($"'salt' has less than {SaltBytes} bytes")
            : new(rounds, salt, Bytes(line, "check"));
    }

    /// <summary>The cipher of the file; null when the passphrase is another.</summary>
    public FrameCipher? Unlock(Passphrase passphrase)
    {
        var cipher = new FrameCipher(passphrase.Key(Salt, Rounds));
        if (cipher.Open(Check) is (0, []))
            return cipher;

        cipher.Dispose();
        return null;
    }

    /// <summary>The line with its line feed.</summary>
    public byte[] Line()
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteNumber(Key, Version);
        json.WriteString("cipher", Cipher);
        json.WriteString("kdf", Derivation);
        json.WriteNumber("rounds", Rounds);
        json.WriteBase64String("salt", Salt);
        json.WriteBase64String("check", Check);
        json.WriteEndObject();
        json.Flush();
        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    private static byte[] Bytes(JsonElement line, string key)
    {
        try
        {
            return Convert.FromBase64String(JsonValue.Text(line, key));
        }
        catch (FormatException)
        {
            throw new LineException($"'{key}' is not bytes in base64");
        }
    }
}
