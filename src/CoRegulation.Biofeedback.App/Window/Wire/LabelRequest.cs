using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>The body of <c>POST /api/live/marker</c> and <c>/api/live/phase</c>.</summary>
internal sealed record LabelRequest(string? Label)
{
    /// <summary>The longest label, in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>What is wrong with the label; null when nothing is.</summary>
    public string? Problem =>
        string.IsNullOrWhiteSpace(Label) ? "A label is missing: send {\"label\":\"…\"}."
        : Label.Length > MaxLength ? $"The label has {Label.Length} characters; at most {MaxLength} are kept."
        : !PlainLine.Is(Label) ? "The label has characters that cannot be seen or that turn the writing round; send plain text on one line."
        : null;
}
