using System.CommandLine;
using System.Text.Json.Nodes;
using CoRegulation.Biofeedback.Analysis.Synchrony.Paced;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;
using CoRegulation.Biofeedback.Sessions.Export.Summary;
using CoRegulation.Biofeedback.Sessions.Import;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary><c>coreg synchrony</c>: whether two series move together beyond chance, or the established measures as their own programs would give them.</summary>
internal static class SynchronyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("PAIR.csv")
        {
            Description = "A table with the columns t_s (or time_s; seconds, 4 lines a second), a and b; an empty field is a gap (not with --raw)",
        };
        var raw = new Option<bool>("--raw")
        {
            Description = "The measures as they stand in the literature, of the series as they are: nothing is taken off, nothing is tested",
        };
        var json = Inputs.Json();
        var model = new Option<NullModel>("--null")
        {
            HelpName = "MODEL",
            Description = "How copies of b without coupling are made: phase, iaaft, circular (7 to 9 % of strangers are called synchronous instead of 5 %) or segments (10 to 14 %)",
        };
        var surrogates = Inputs.Surrogates();
        var seed = Inputs.Seed();
        var command = new ExampleCommand(
            "synchrony",
            "Test whether two series move together beyond chance, or measure it: lagged correlation, SUSY, phases, coherence, concordance, recurrence",
            "coreg synchrony pair.csv",
            "coreg synchrony pair.csv --null iaaft --surrogates 1999 --json",
            "coreg synchrony pair.csv --raw --json") { file, raw, model, surrogates, seed, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(raw) && new Option[] { model, surrogates, seed }.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } option)
                result.AddError($"--raw tests nothing: leave {option.Name} out, or --raw");
        });
        command.SetAction(parsed =>
        {
            var (path, output, error) = (parsed.GetRequiredValue(file), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (parsed.GetValue(raw))
                Measure(path, parsed.GetValue(json), output, error);
            else
                Test(path, new() { Null = parsed.GetValue(model), Surrogates = parsed.GetValue(surrogates), Seed = parsed.GetValue(seed) }, parsed.GetValue(json), output, error);
        });
        return command;
    }

    private static void Test(string file, SignificanceOptions options, bool json, TextWriter output, TextWriter error)
    {
        var pair = PairImport.Read(file);
        var paced = PacedStretches.OfSeries(pair.A.AsSpan(), pair.B.AsSpan());
        var result = PacedSignificance.Test(pair.A.AsSpan(), pair.B.AsSpan(), paced, options, new());
        if (options.Null is NullModel.Segments or NullModel.Circular)
            error.WriteLine($"coreg: note: this null model makes copies that are too weak: {(options.Null is NullModel.Segments ? "10 to 14" : "7 to 9")} % of pairs of strangers come out beyond chance, not 5 %");
        if (json)
        {
            output.Write(SynchronySection.Json(result));
            if (result.Doubt is not SynchronyDoubt.None)
                error.WriteLine($"coreg: note: {SynchronyTestText.Verdict(result)}");
        }
        else
        {
            SynchronyTestText.Write(output, file, result);
        }
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
