using System.CommandLine;
using System.Text.Json.Nodes;
using CoRegulation.Biofeedback.Sessions.Import;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary><c>coreg synchrony</c>: the established measures of two series, as their own programs would give them.</summary>
internal static class SynchronyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("PAIR.csv")
        {
            Description = "A table with the columns t_s (or time_s; seconds, 4 lines a second), a and b, without gaps",
        };
        var raw = new Option<bool>("--raw")
        {
            Description = "The measures as they stand in the literature, of the series as they are: nothing is taken off, nothing is tested",
        };
        var json = Inputs.Json();
        var command = new ExampleCommand(
            "synchrony",
            "Measure how two series move together: lagged correlation, SUSY, phases, coherence, concordance, recurrence",
            "coreg synchrony pair.csv --raw",
            "coreg synchrony pair.csv --raw --json") { file, raw, json };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(raw))
                result.AddError("needs --raw: whether synchrony is more than chance is not tested yet, only the raw measures are there");
        });
        command.SetAction(parsed => Measure(
            parsed.GetRequiredValue(file), parsed.GetValue(json), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static void Measure(string file, bool json, TextWriter output, TextWriter error)
    {
        var pair = PairImport.Read(file);
        var measures = RawMeasure.All();
        if (pair.Obstacle() is { } obstacle)
            throw new CommandException(ExitStatus.WrongInput, obstacle);
        if (measures.Min(measure => measure.LeastSamples) is var least && pair.A.Length < least)
        {
            throw new CommandException(
                ExitStatus.WrongInput, $"'{file}' is too short: {pair.A.Length} samples, where every measure needs {least} or more, and most some minutes.");
        }

        double[] a = [.. pair.A];
        double[] b = [.. pair.B];
        var document = new JsonObject { ["n"] = JsonValue.Create((double)a.Length) };
        foreach (var measure in measures)
        {
            var value = a.Length < measure.LeastSamples ? null : measure.Compute(a, b);
            document[measure.Name] = value;
            if (value is null)
                error.WriteLine($"coreg: note: {measure.Name} has no value: {Reason(measure, a.Length)}");
        }

        if (json)
            JsonOutput.Write(output, document);
        else
            SynchronyText.Write(output, file, document);
    }

    private static string Reason(RawMeasure measure, int samples) => samples < measure.LeastSamples
        ? FormattableString.Invariant($"it needs {measure.LeastSamples} samples ({measure.LeastSamples / (double)PairSeries.SamplesPerSecond} s), and there are {samples}")
        : "a or b is the same in every sample that it uses";
}
