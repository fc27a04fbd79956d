using System.CommandLine;
using System.Globalization;
using CoRegulation.Biofeedback.Sessions.Batch;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary><c>coreg batch</c>: many recordings at once, each pair beside all pairs that never met.</summary>
internal static class BatchCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder with recordings (*.coreg.jsonl, *.coreg.enc) and tables of pairs (*.csv with the columns t_s, a and b)" };
        var results = new Option<string>("--out") { HelpName = "DIR", Description = "The folder for the results; a batch that was ended goes on there", Required = true };
        var seed = Whole("--seed", "Seed of the surrogates", 1, 0, 2_000_000_000);
        var surrogates = Whole("--surrogates", "Surrogates of each pair", 999, 19, 100_000);
        var json = Inputs.Json();
        var passphrase = new PassphraseInput();
        var command = new ExampleCommand(
            "batch",
            "Compute every recording of a folder, and compare each pair with all pseudo-dyads: pairs of people who never met",
            "coreg batch recordings --out results",
            "coreg batch recordings --out results --surrogates 199 --seed 7")
        { folder, results, seed, surrogates, json };
        passphrase.AddTo(command);
        command.SetAction((parsed, stop) => Task.Run(
            () =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                BatchOutcome outcome;
                using (var progress = new ProgressLine(error))
                {
                    outcome = BatchRun.Run(
                        parsed.GetRequiredValue(folder),
                        parsed.GetRequiredValue(results),
                        new(Product.Name, parsed.GetValue(seed), parsed.GetValue(surrogates)),
                        passphrase.ToRead(parsed),
                        progress.Report,
                        stop);
                }

                return Tell(outcome, parsed.GetRequiredValue(results), parsed.GetValue(json), output, error);
            },
            CancellationToken.None));
        return command;
    }

    private static int Tell(BatchOutcome outcome, string folder, bool json, TextWriter output, TextWriter error)
    {
        foreach (var note in outcome.Notes)
            error.WriteLine($"coreg: note: {OneLine.Of(note)}");
        foreach (var problem in outcome.Problems)
            error.WriteLine($"coreg: {OneLine.Of(problem)}");
        if (json)
            JsonOutput.Write(output, outcome);
        else
            output.WriteLine(OneLine.Of($"written  {folder}: batch.csv with {outcome.Recordings} recordings ({outcome.Pairs} pairs), pseudo_dyads.csv with {outcome.PseudoDyads} pseudo-dyads, data_dictionary.csv, and recordings/ with each one's summary"));
        return outcome.Problems.IsEmpty ? ExitStatus.Done : ExitStatus.WorkFailed;
    }

    private static Option<int> Whole(string name, string description, int usual, int least, int most) => new(name)
    {
        HelpName = "N",
        Description = $"{description} (default {usual})",
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
                result.AddError($"{name} {text}: a whole number from {least} to {most} is needed");
            return number;
        },
    };
}
