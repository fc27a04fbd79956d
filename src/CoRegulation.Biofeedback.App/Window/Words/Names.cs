using System.Globalization;

namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>Names in places that have little room.</summary>
internal static class Names
{
    private const int Longest = 14;

    /// <summary>A name of at most 14 characters as they are seen, the last one an ellipsis where it was cut.</summary>
    public static string Short(string name)
    {
        var elements = new StringInfo(name);
        return elements.LengthInTextElements <= Longest ? name : elements.SubstringByTextElements(0, Longest - 1).TrimEnd() + "…";
    }
}
