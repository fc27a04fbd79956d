using System.CommandLine;
using System.Globalization;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary><c>coreg check</c>: is this recording whole, and what is in it?</summary>
internal static class CheckCommand
{
    private const int GapsListed = 5;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var file = Inputs.Recording();
        var json = Inputs.Json();
        var passphrase = new PassphraseInput();
        var command = new ExampleCommand(
            "check",
            "Say whether a recording is whole, and what is in it; exit status 1 when it is damaged",
            "coreg check evening.coreg.jsonl",
            "coreg check evening.coreg.jsonl --json") { file, json };
        passphrase.AddTo(command);
        command.SetAction(parsed => Check(
            parsed.GetRequiredValue(file), passphrase.ToRead(parsed), parsed.GetValue(json), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Check(string file, Passphrase passphrase, bool json, TextWriter output, TextWriter error)
    {
        var inspection = RecordingReader.Inspect(file, passphrase);
        if (json)
            JsonOutput.Write(output, inspection);
        else if (inspection.Condition is not RecordingCondition.Unreadable)
            Describe(file, inspection, output);

        if (Trouble(file, inspection) is not { } trouble)
            return ExitStatus.Done;
        trouble.Write(error);
        return trouble.Status;
    }

    private static Failure? Trouble(string file, RecordingInspection inspection) => inspection.Condition switch
    {
        RecordingCondition.Whole or RecordingCondition.Unfinished => null,
        RecordingCondition.Damaged => new(
            ExitStatus.WorkFailed,
            $"'{file}' is damaged: {Count(inspection.ProblemCount, "broken line")}. Mend a copy; the file has not been changed."),
        RecordingCondition.Unreadable => new(ExitStatus.WrongInput, inspection.Unreadable!),
        _ => throw new ArgumentOutOfRangeException(nameof(inspection), inspection.Condition, "No word for this condition."),
    };

    private static void Describe(string file, RecordingInspection inspection, TextWriter output)
    {
        var header = inspection.Header!;
        Line("recording", $"{file}: {Condition(inspection)}{(inspection.Encrypted ? ", encrypted" : "")}");
        if (header.Title is { } title)
            Line("title", title);
        Line("started", $"{header.Started:yyyy-MM-dd HH:mm:ss zzz}, {header.Origin.ToString().ToLowerInvariant()}, written by {header.Program}");
        Line("length", $"{Clock(inspection.DurationS)} in {Count(inspection.Files.Length, "file")}");
        foreach (var person in inspection.People)
            Line($"person {person.Id}", $"{person.Name}: {Content(person)}, {Gaps(person)}");
        Line("lines", string.Join(", ", inspection.Kinds.Select(kind => $"{kind.Value} {kind.Key}")));
        foreach (var problem in inspection.Problems)
            Line("broken", $"line {problem.Line} of {problem.File}: {problem.Message}");
        if (inspection.ProblemCount > inspection.Problems.Length)
            Line("broken", $"and {inspection.ProblemCount - inspection.Problems.Length} more");
        foreach (var warning in inspection.Warnings)
            Line("note", warning);

        void Line(string what, string text) => output.WriteLine(OneLine.Of($"{what,-9}  {text}"));
    }

    private static string Condition(RecordingInspection inspection) => inspection switch
    {
        { Condition: RecordingCondition.Whole } => "whole",
        { Condition: RecordingCondition.Damaged } => "damaged",
        { Cut: { } cut } => $"unfinished, cut within line {cut.Line}, which is left out",
        _ => "unfinished, it has no end",
    };

    private static string Content(PersonContent person) => person switch
    {
        { ImportedIntervals: > 0, Notifications: 0 } => Count(person.ImportedIntervals, "imported interval"),
        { ImportedIntervals: > 0 } => $"{Count(person.Notifications, "notification")} and {Count(person.ImportedIntervals, "imported interval")}",
        _ => Count(person.Notifications, "notification"),
    };

    private static string Gaps(PersonContent person)
    {
        if (person.Gaps.IsEmpty)
            return "no gap";
        var listed = person.Gaps.Take(GapsListed).Select(gap => $"{Clock(gap.FromS)} to {Clock(gap.ToS)}");
        var more = person.Gaps.Length > GapsListed ? ", ..." : "";
        return $"{Count(person.Gaps.Length, "gap")} ({string.Join(", ", listed)}{more})";
    }

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Clock(double timeS)
    {
        var time = TimeSpan.FromSeconds(Math.Round(timeS));
        return string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}");
    }
}
