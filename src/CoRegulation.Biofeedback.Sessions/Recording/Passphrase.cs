using System.Security.Cryptography;
using System.Text;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>What a recording is encrypted with. Asked for once, when the first encrypted file turns up.</summary>
public sealed class Passphrase
{
    private readonly Lazy<byte[]?> _text;
    private readonly Dictionary<string, byte[]> _keys = [];
    private readonly Lock _lock = new();

    /// <summary>One that is known.</summary>
    /// <param name="text">Any text but an empty one.</param>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public Passphrase(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        _text = new(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>One that is asked for when it is needed.</summary>
    /// <param name="ask">Asks; null or an empty text when there is none.</param>
    public Passphrase(Func<string?> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        _text = new(() => ask() is { Length: > 0 } text ? Encoding.UTF8.GetBytes(text) : null);
    }

    /// <summary>Whether there is one; asks when it has not been asked for yet.</summary>
    public bool IsGiven => _text.Value is not null;

    /// <summary>The key of 256 bits for a salt, made once for each; it takes some tenths of a second, which is its point.</summary>
    internal byte[] Key(byte[] salt, int rounds)
    {
        var text = _text.Value ?? throw new InvalidOperationException("No passphrase was given.");
        lock (_lock)
        {
            var name = FormattableString.Invariant($"{Convert.ToHexString(salt)}:{rounds}");
            if (!_keys.TryGetValue(name, out var key))
                _keys[name] = key = Rfc2898DeriveBytes.Pbkdf2(text, salt, rounds, HashAlgorithmName.SHA256, FrameCipher.KeyBytes);
            return key;
        }
    }
}
