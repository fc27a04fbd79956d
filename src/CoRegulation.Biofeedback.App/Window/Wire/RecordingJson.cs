using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>How the recording is: data of the event <c>recording</c>.</summary>
internal sealed record RecordingJson
{
    public required bool IsRecorded { get; init; }

    public required string? Path { get; init; }

    public required int? Part { get; init; }

    public required string? Trouble { get; init; }

    public required RecordingWords Text { get; init; }

    public static RecordingJson From(RecordingStatus? recording) => new()
    {
        IsRecorded = recording is not null,
        Path = recording?.Path,
        Part = recording?.Part,
        Trouble = recording?.Elsewhere ?? recording?.Trouble,
        Text = RecordingWords.From(recording),
    };
}
