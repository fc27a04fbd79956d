using System.Globalization;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>What people are called: what can be shown on a card and told apart.</summary>
internal static class PersonName
{
    /// <summary>The longest name, in characters: a line on a card.</summary>
    public const int Longest = 60;

    /// <summary>Whether two names are one: their straps are remembered by it, and sentences would say that somebody follows themselves.</summary>
    public static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>A name as it is kept.</summary>
    /// <param name="name">As it was given; empty for none.</param>
    /// <exception cref="ChoiceRefusedException">It cannot be shown.</exception>
    public static string Checked(string name)
    {
        if (name.Length > Longest)
            throw new ChoiceRefusedException(string.Create(CultureInfo.InvariantCulture, $"The name has {name.Length} characters; at most {Longest} fit."));
        return PlainLine.Is(name)
            ? name.Trim()
            : throw new ChoiceRefusedException("The name has characters that cannot be seen or that turn the writing round; write it on one line.");
    }
}
