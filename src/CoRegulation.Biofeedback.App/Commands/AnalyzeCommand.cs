using System.CommandLine;
using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Figures.Sets;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Export;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary><c>coreg analyze</c>: a whole session to CSV files and a summary.</summary>
internal static class AnalyzeCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var file = Inputs.Recording();
        var folder = new Option<string>("--out") { HelpName = "DIR", Description = "The folder for the results; made when it is missing", Required = true };
        var force = new Option<bool>("--force") { Description = "Replace results that are in the folder" };
        var figures = new Option<bool>("--figures") { Description = "Draw figures beside the numbers, as SVG" };
        var json = Inputs.Json();
        var surrogates = Inputs.Surrogates();
        var seed = Inputs.Seed();
        var passphrase = new PassphraseInput();
        var command = new ExampleCommand(
            "analyze",
            "Write a whole session as CSV files with a data dictionary, and a summary",
            "coreg analyze evening.coreg.jsonl --out results")
        { file, folder, force, figures, surrogates, seed, json };
        passphrase.AddTo(command);
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var results = parsed.GetRequiredValue(folder);
            var recording = RecordingReader.Read(parsed.GetRequiredValue(file), passphrase.ToRead(parsed));
            var options = new AnalysisOptions { Significance = new() { Surrogates = parsed.GetValue(surrogates), Seed = parsed.GetValue(seed) } };
            var analysis = SessionAnalysis.Run(recording.Header, recording.Facts, options);
            var drawn = parsed.GetValue(figures) ? SessionFigures.Of(analysis) : null;
            var summary = SessionExport.Write(analysis, results, parsed.GetValue(force), drawn);

            Inputs.Note(recording, parsed.InvocationConfiguration.Error);
            if (parsed.GetValue(json))
                output.Write(summary);
            else
                output.WriteLine($"written  {OneLine.Of(results)}: CSV files, data_dictionary.csv with what their columns mean, and summary.json{(drawn is null ? "" : $"; {string.Join(", ", drawn.Keys)}")}");
        });
        return command;
    }
}
