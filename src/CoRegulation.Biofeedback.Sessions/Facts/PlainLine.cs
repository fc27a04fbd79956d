using System.Globalization;
using System.Text;

namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>Text that people write and that others read: names, labels. It is one line, and reads as it was written.</summary>
public static class PlainLine
{
    // Scripts and signs are joined by them (Persian names, families of faces); they change nothing else.
    private static readonly Rune NonJoiner = new(0x200C), Joiner = new(0x200D);

    /// <summary>Whether a text has nothing that breaks the line, is not seen, or turns the direction of what stands beside it.</summary>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var rune in text.EnumerateRunes())
        {
            var breaks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;
            if ((breaks && rune != NonJoiner && rune != Joiner) || rune == Rune.ReplacementChar)
                return false;
        }

        return true;
    }
}
