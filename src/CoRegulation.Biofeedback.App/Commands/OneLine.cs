namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>Text from files and from outside, made fit for a terminal.</summary>
internal static class OneLine
{
    /// <summary>The text with every control character, line breaks and escapes included, made a space:
    /// what a recording calls a person must not move the cursor or forge a line.</summary>
    public static string Of(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
