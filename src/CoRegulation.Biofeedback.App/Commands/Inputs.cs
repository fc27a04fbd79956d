using System.CommandLine;
using System.Globalization;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>Arguments and options that several commands have in common.</summary>
internal static class Inputs
{
    /// <summary>The recording to work on.</summary>
    public static Argument<string> Recording() =>
        new("FILE") { Description = "A recording (*.coreg.jsonl, encrypted *.coreg.enc); of several parts the first" };

    /// <summary><c>--json</c>.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document and nothing else" };

    /// <summary><c>--out</c> of a recording.</summary>
    public static Option<string> OutFile(bool required) => new("--out")
    {
        HelpName = "FILE",
        Description = "The recording to write (*.coreg.jsonl); a file that is there is not overwritten",
        Required = required,
    };

    /// <summary>An option that takes a number, written with a decimal point whatever the language of the machine.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="helpName">What the number is called in the help.</param>
    /// <param name="description">What it does, with its unit.</param>
    /// <param name="isAllowed">Whether a finite number will do.</param>
    /// <param name="expected">What is said to be needed when it will not.</param>
    public static Option<double?> Number(string name, string helpName, string description, Func<double, bool> isAllowed, string expected) =>
        new(name)
        {
            HelpName = helpName,
            Description = description,
            CustomParser = result =>
            {
                var text = result.Tokens.Single().Value;
                if (TryNumber(text, out var number) && isAllowed(number))
                    return number;
                result.AddError($"{name} {text}: {expected} is needed");
                return null;
            },
        };

    /// <summary><c>--surrogates</c> of a test.</summary>
    public static Option<int> Surrogates() => WholeNumber(
        "--surrogates", "N", "Copies without coupling that the pair is compared with", new SignificanceOptions().Surrogates, 19, 100_000);

    /// <summary><c>--seed</c> of a test.</summary>
    public static Option<int> Seed() => WholeNumber(
        "--seed", "N", "Seed of the copies; the same seed gives the same numbers", new SignificanceOptions().Seed, 0, 2_000_000_000);

    /// <summary><c>--seed</c> of simulated people.</summary>
    public static Option<int> PeopleSeed() => new("--seed")
    {
        HelpName = "N",
        Description = "Another seed, other people in the same situation (simulated)",
        DefaultValueFactory = _ => 1,
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                result.AddError($"--seed {text}: a whole number is needed");
            return number;
        },
    };

    private static Option<int> WholeNumber(string name, string helpName, string description, int otherwise, int least, int most) =>
        new(name)
        {
            HelpName = helpName,
            Description = description,
            DefaultValueFactory = _ => otherwise,
            CustomParser = result =>
            {
                var text = result.Tokens.Single().Value;
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                    return number;
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} {text}: a whole number from {least} to {most} is needed"));
                return otherwise;
            },
        };

    /// <summary>Says what there is to know about a recording that is read nevertheless.</summary>
    public static void Note(RecordedSession recording, TextWriter error)
    {
        foreach (var warning in recording.Warnings)
            error.WriteLine($"coreg: note: {OneLine.Of(warning)}");
    }

    /// <summary>Reads a finite decimal with a point.</summary>
    public static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
