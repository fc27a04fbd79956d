using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>AES-256-GCM over the numbered frames of one file. The nonce is the frame's number, and the number is bound to the frame, so that
/// one that was moved or copied to another place does not open there under another number. A file has a salt and thereby a key of its own,
/// and no number is used for two texts.</summary>
internal sealed class FrameCipher(byte[] key) : IDisposable
{
    public const int KeyBytes = 32;
    public const int NumberBytes = 8;
    public const int TagBytes = 16;

    private const int NonceBytes = 12;

    private readonly AesGcm _aes = new(key, TagBytes);

    /// <summary>How long the frame of a text is, bytes.</summary>
    public static int FrameBytes(int textBytes) => NumberBytes + textBytes + TagBytes;

    /// <summary>Writes number, ciphertext and tag.</summary>
    /// <param name="number">Used for this text and no other.</param>
    /// <param name="text">The text.</param>
    /// <param name="frame">Of <see cref="FrameBytes"/>.</param>
    public void Seal(long number, ReadOnlySpan<byte> text, Span<byte> frame)
    {
        BinaryPrimitives.WriteInt64BigEndian(frame, number);
        Span<byte> nonce = stackalloc byte[NonceBytes];
        Nonce(frame[..NumberBytes], nonce);
        _aes.Encrypt(nonce, text, frame.Slice(NumberBytes, text.Length), frame[(NumberBytes + text.Length)..], frame[..NumberBytes]);
    }

    /// <summary>The number of a frame and its text; null when a bit of it is not as it was, or the key is another.</summary>
    public (long Number, byte[] Text)? Open(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < FrameBytes(0))
            return null;

        var text = new byte[frame.Length - FrameBytes(0)];
        Span<byte> nonce = stackalloc byte[NonceBytes];
        Nonce(frame[..NumberBytes], nonce);
        try
        {
            _aes.Decrypt(nonce, frame.Slice(NumberBytes, text.Length), frame[^TagBytes..], text, frame[..NumberBytes]);
            return (BinaryPrimitives.ReadInt64BigEndian(frame), text);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public void Dispose() => _aes.Dispose();

    private static void Nonce(ReadOnlySpan<byte> number, Span<byte> nonce)
    {
        nonce.Clear();
        number.CopyTo(nonce[(NonceBytes - NumberBytes)..]);
    }
}
