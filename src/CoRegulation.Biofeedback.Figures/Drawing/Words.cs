using System.Globalization;
using System.Text;
using System.Xml;

namespace CoRegulation.Biofeedback.Figures.Drawing;

/// <summary>The words in figures.</summary>
internal static class Words
{
    public const string WarmingUp = "warming up";

    /// <summary>Session time as mm:ss; minutes go on beyond 59.</summary>
    public static string MinutesAndSeconds(double timeS)
    {
        var seconds = (long)Math.Round(timeS);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
    }

    /// <summary>A name or label as it fits: without what XML cannot hold, and cut at whole characters with an ellipsis.</summary>
    public static string Fit(string text, int atMost)
    {
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || (XmlConvert.IsXmlChar((char)rune.Value) && !Rune.IsControl(rune)))
                kept.Append(rune);
        }

        var whole = new StringInfo(kept.ToString().Trim());
        return whole.LengthInTextElements <= atMost ? whole.String : whole.SubstringByTextElements(0, atMost - 1).TrimEnd() + "…";
    }
}
