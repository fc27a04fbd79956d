using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Analysis.Hrv.Norms;
using CoRegulation.Biofeedback.Sessions.Export;
using CoRegulation.Biofeedback.Sessions.Import;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Series;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary><c>coreg hrv</c>: heart-rate variability of files of RR intervals.</summary>
internal sealed class HrvCommand
{
    private const string StandardInput = "-";

    private readonly Argument<string[]> _files = new("RR")
    {
        Description = "RR intervals: one a line in ms or s, or a CSV file with a header; - for the standard input. Several files make a table in CSV",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<double?> _from = Inputs.Number(
        "--from", "S", "Only intervals that end at this second or later; the first one of the file ends at 0", seconds => seconds >= 0, "a number of seconds from 0");

    private readonly Option<double?> _to = Inputs.Number(
        "--to", "S", "Only intervals that end before this second", seconds => seconds > 0, "a number of seconds above 0");

    private readonly Option<RrPart?> _range = new("--range")
    {
        HelpName = "I:J",
        Description = "Only the intervals from place I, the first is 0, to before place J",
        CustomParser = Range,
    };

    private readonly Option<CorrectionMethod?> _correction = new("--correction")
    {
        HelpName = "METHOD",
        Description = $"How artefacts are corrected: {CorrectionNames()} (default {CorrectionName(default)})",
        CustomParser = Correction,
    };

    private readonly Option<double?> _age = Inputs.Number(
        "--age", "N", "Age in years: moves the bands and the range of breathing for children, and gives reference values", years => years is >= 0 and <= 120, "a number of years from 0 to 120");

    private readonly Option<Sex?> _sex = new("--sex") { HelpName = "female|male", Description = "For reference values that are known by sex; goes with --age", CustomParser = SexOf };

    private readonly Option<bool> _raw = new("--raw")
    {
        Description = "The bare arithmetic: every line is taken as a normal interval, nothing is corrected and nothing is too short",
    };

    private readonly Option<string> _beats = new("--beats") { HelpName = "OUT.csv", Description = "Where to write what became of each beat (CSV); of one file only" };

    private readonly Option<bool> _force = new("--force") { Description = "Replace the file of --beats" };

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document and nothing else; of several files one a line" };

    /// <summary>Makes the command.</summary>
    public static Command Create() => new HrvCommand().Make();

    private ExampleCommand Make()
    {
        var command = new ExampleCommand(
            "hrv",
            "Heart-rate variability of files of RR intervals",
            "coreg hrv ana.txt",
            "coreg hrv ana.txt --age 34 --sex female",
            "coreg hrv ana.txt --from 600 --to 900 --beats ana-beats.csv",
            "coreg hrv ana.txt ben.csv --json",
            "coreg hrv ana.txt --raw --range 0:300")
        { _files, _from, _to, _range, _age, _sex, _correction, _raw, _beats, _force, _json };
        command.SetAction(Run);
        return command;
    }

    private void Check(ParseResult parsed)
    {
        if (parsed.GetValue(_range) is not null && (parsed.GetValue(_from) is not null || parsed.GetValue(_to) is not null))
            throw Wrong("--range says which intervals by place, --from and --to by time: give one of the two");
        if (parsed.GetValue(_from) is { } from && parsed.GetValue(_to) is { } to && to <= from)
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"--from {from} --to {to}: the end must be after the start"));
        if (parsed.GetValue(_raw) && parsed.GetValue(_correction) is { } method && !IsNone(method))
            throw Wrong($"--raw corrects nothing, --correction {CorrectionName(method)} does: give one of the two");
        if (parsed.GetValue(_sex) is not null && parsed.GetValue(_age) is null)
            throw Wrong("--sex is for reference values, which go by age: give --age, too");
        if (parsed.GetValue(_beats) is not null && parsed.GetValue(_files) is { Length: > 1 } files)
            throw Wrong($"--beats takes the beats of one file, not of {files.Length}");

        static CommandException Wrong(string message) => new(ExitStatus.WrongInput, $"{message} ('coreg hrv --help' shows how)");
    }

    private int Run(ParseResult parsed)
    {
        Check(parsed);
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var files = parsed.GetRequiredValue(_files);
        if (files is [var file])
        {
            One(parsed, file, output, error);
            return ExitStatus.Done;
        }

        // A file that is wrong is no reason to keep back what the others say.
        var status = ExitStatus.Done;
        if (parsed.GetValue(_json))
        {
            foreach (var hrv in Each())
                output.WriteLine(SeriesExport.Json(hrv, Person(parsed), indented: false));
        }
        else
        {
            output.Write(SeriesExport.Csv(Each(), HrvMetrics.All(new())));
        }

        return status;

        IEnumerable<SeriesHrv> Each()
        {
            foreach (var name in files)
            {
                if (Try(name) is { } hrv)
                    yield return hrv;
            }
        }

        SeriesHrv? Try(string name)
        {
            try
            {
                return Compute(parsed, name, error);
            }
            catch (RecordingException wrong)
            {
                var failure = Failure.From(wrong);
                failure.Write(error, parsed.GetValue<bool>("--verbose") ? wrong : null);
                status = Math.Max(status, failure.Status);
                return null;
            }
        }
    }

    private void One(ParseResult parsed, string file, TextWriter output, TextWriter error)
    {
        var (beats, force) = (parsed.GetValue(_beats), parsed.GetValue(_force));
        if (beats is not null)
            SeriesExport.MayBeWritten(beats, force);

        var hrv = Compute(parsed, file, error);
        if (beats is not null)
            SeriesExport.WriteBeats(hrv, beats, force);
        if (parsed.GetValue(_json))
            output.WriteLine(SeriesExport.Json(hrv, Person(parsed), indented: true));
        else
            HrvText.Write(hrv, Person(parsed), output);
    }

    private SeriesHrv Compute(ParseResult parsed, string file, TextWriter error)
    {
        var raw = parsed.GetValue(_raw);
        var series = Read(file, raw);
        if (series.Unit is RrUnit.Seconds)
            error.WriteLine(OneLine.Of($"coreg: note: '{series.Path}' is in seconds; they are taken as ms"));
        var (part, options) = (Part(parsed), new HrvOptions());
        if (Person(parsed) is { } person)
            options = options with { AgeYears = person.AgeYears };
        return raw
            ? SeriesHrv.Raw(series, part, options)
            : SeriesHrv.Corrected(series, part, new() { Method = parsed.GetValue(_correction) ?? default }, options);
    }

    private static RrSeries Read(string file, bool anyMedian)
    {
        if (file is not StandardInput)
            return RrImport.Read(file, anyMedian);
        using var input = Console.OpenStandardInput();
        return RrImport.Read(input, StandardInput, anyMedian);
    }

    private RrPart Part(ParseResult parsed)
    {
        if (parsed.GetValue(_range) is { } places)
            return places;
        var (from, to) = (parsed.GetValue(_from), parsed.GetValue(_to));
        return from is null && to is null ? default : RrPart.Time(from ?? 0, to ?? double.PositiveInfinity);
    }

    private PersonOfSeries? Person(ParseResult parsed) =>
        parsed.GetValue(_age) is { } years ? new(years, parsed.GetValue(_sex)) : null;

    private static Sex? SexOf(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (text is "female" or "male")
            return text is "female" ? Sex.Female : Sex.Male;
        result.AddError($"--sex {text}: female or male is needed");
        return null;
    }

    private static RrPart? Range(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (text.Split(':') is [var first, var last] && TryPlace(first, out var from) && TryPlace(last, out var to) && from < to)
            return RrPart.Places(from, to);
        result.AddError($"--range {text}: two places like 0:300 are needed, the second above the first");
        return null;

        static bool TryPlace(string text, out int place) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out place);
    }

    private static CorrectionMethod? Correction(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        foreach (var method in Enum.GetValues<CorrectionMethod>())
        {
            if (CorrectionName(method) == text)
                return method;
        }

        result.AddError($"--correction {text}: no such method; there are {CorrectionNames()}");
        return null;
    }

    private static bool IsNone(CorrectionMethod method) => CorrectionName(method) == "none";

    private static string CorrectionNames() => string.Join(", ", Enum.GetValues<CorrectionMethod>().Select(CorrectionName));

    private static string CorrectionName(CorrectionMethod method) => JsonNamingPolicy.KebabCaseLower.ConvertName(method.ToString());
}
