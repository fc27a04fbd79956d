using System.Globalization;
using System.Text;

namespace CoRegulation.Biofeedback.Sensors;

/// <summary>Names of straps as they can be shown: any device in range may call itself what it likes.</summary>
public static class StrapName
{
    private const int LongestName = 40;

    /// <summary>One line without control characters, of 40 letters at most.</summary>
    /// <param name="told">What the strap calls itself; null or empty where it does not say.</param>
    /// <param name="address">Its address: the last of it tells nameless straps apart.</param>
    public static string Of(string? told, string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var name = new StringBuilder();
        var letters = 0;
        foreach (var rune in (told ?? "").EnumerateRunes())
        {
            // Controls, line ends, and the marks that turn the direction of writing round, by which a name could pose as another.
            var isShown = Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate) && rune != Rune.ReplacementChar;
            if (!isShown || (Rune.IsWhiteSpace(rune) && (name.Length == 0 || name[^1] == ' ')))
                continue;
            if (++letters > LongestName)
            {
                name.Append('…');
                break;
            }

            name.Append(Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }

        var shown = name.ToString().Trim();
        return shown.Length > 0 ? shown : $"Unnamed strap {(address.Length > 5 ? address[^5..] : address)}";
    }
}
