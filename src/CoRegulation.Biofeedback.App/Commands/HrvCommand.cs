using System.CommandLine;
using CoRegulation.Biofeedback.Analysis.Hrv;
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

    private readonly HrvChoices _choices = new();

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
        { _files };
        _choices.AddTo(command);
        command.Add(_beats);
        command.Add(_force);
        command.Add(_json);
        command.SetAction(Run);
        return command;
    }

    /// <summary>What a contradiction on this command line is said with.</summary>
    public static CommandException Wrong(string message) => new(ExitStatus.WrongInput, $"{message} ('coreg hrv --help' shows how)");

    private int Run(ParseResult parsed)
    {
        _choices.Check(parsed);
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var files = parsed.GetRequiredValue(_files);
        if (parsed.GetValue(_beats) is not null && files.Length > 1)
            throw Wrong($"--beats takes the beats of one file, not of {files.Length}");
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
                output.WriteLine(SeriesExport.Json(hrv, _choices.Person(parsed), indented: false));
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
            output.WriteLine(SeriesExport.Json(hrv, _choices.Person(parsed), indented: true));
        else
            HrvText.Write(hrv, _choices.Person(parsed), output);
    }

    private SeriesHrv Compute(ParseResult parsed, string file, TextWriter error)
    {
        var series = Read(file, _choices.TakesAnyInterval(parsed));
        if (series.Unit is RrUnit.Seconds)
            error.WriteLine(OneLine.Of($"coreg: note: '{series.Path}' is in seconds; they are taken as ms"));
        return _choices.Compute(parsed, series);
    }

    private static RrSeries Read(string file, bool anyMedian)
    {
        if (file is not StandardInput)
            return RrImport.Read(file, anyMedian);
        using var input = Console.OpenStandardInput();
        return RrImport.Read(input, StandardInput, anyMedian);
    }
}
