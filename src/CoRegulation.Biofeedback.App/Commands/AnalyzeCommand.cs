using System.CommandLine;
using CoRegulation.Biofeedback.Analysis;
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
        var json = Inputs.Json();
        var surrogates = Inputs.Surrogates();
        var seed = Inputs.Seed();
        var command = new ExampleCommand(
            "analyze",
            "Write a whole session as CSV files with a data dictionary, and a summary",
            "coreg analyze evening.coreg.jsonl --out results")
        { file, folder, force, surrogates, seed, json };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var results = parsed.GetRequiredValue(folder);
            var recording = RecordingReader.Read(parsed.GetRequiredValue(file));
            var options = new AnalysisOptions { Significance = new() { Surrogates = parsed.GetValue(surrogates), Seed = parsed.GetValue(seed) } };
            var summary = SessionExport.Write(
                SessionAnalysis.Run(recording.Header, recording.Facts, options), results, parsed.GetValue(force));

            Inputs.Note(recording, parsed.InvocationConfiguration.Error);
            if (parsed.GetValue(json))
                output.Write(summary);
            else
                output.WriteLine($"written  {OneLine.Of(results)}: CSV files, data_dictionary.csv with what their columns mean, and summary.json");
        });
        return command;
    }
}
