using System.CommandLine;
using System.Globalization;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Simulated;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary><c>coreg simulate</c>: people that never were, as a recording or in the window.</summary>
internal static class SimulateCommand
{
    /// <summary>What a simulated recording says of when it started: the same every time, for it never did.</summary>
    private static readonly DateTimeOffset Never = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var scenario = new Option<Scenario>("--scenario")
        {
            HelpName = "NAME",
            Description = $"What happens: {ScenarioNames()} (default {Scenarios.Settling.Name})",
            DefaultValueFactory = _ => Scenarios.Settling,
            CustomParser = result =>
            {
                var name = result.Tokens.Single().Value;
                if (Scenarios.Find(name) is { } found)
                    return found;
                result.AddError($"--scenario {name}: no such scenario; there are {ScenarioNames()}");
                return null;
            },
        };
        var seed = new Option<int>("--seed")
        {
            HelpName = "N",
            Description = "Another seed, other people in the same situation",
            DefaultValueFactory = _ => 1,
            CustomParser = result =>
            {
                var text = result.Tokens.Single().Value;
                if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                    result.AddError($"--seed {text}: a whole number is needed");
                return number;
            },
        };
        var duration = Inputs.Number(
            "--duration", "S", "Length in seconds (default: the scenario's own)",
            seconds => seconds is >= 1 and <= Simulator.LongestS, "a number of seconds from 1 to 86400");
        var outFile = Inputs.OutFile(required: true);
        var truth = new Option<string>("--truth") { HelpName = "FILE", Description = "Where to write what the simulator knows and no strap tells (JSON)" };

        var command = new ExampleCommand(
            "simulate",
            "Simulate one or two people with straps, as a recording or live in the window",
            "coreg simulate --scenario parent-child --out child.coreg.jsonl --truth child.truth.json")
        { scenario, seed, duration, outFile, truth };
        command.SetAction(parsed => Record(
            Simulator.Run(parsed.GetRequiredValue(scenario), parsed.GetValue(seed), parsed.GetValue(duration)),
            parsed.GetRequiredValue(outFile),
            parsed.GetValue(truth),
            parsed.InvocationConfiguration.Output));
        return command;
    }

    private static void Record(SimulatedSession session, string outFile, string? truth, TextWriter output)
    {
        if (truth is not null)
            WholeFile.MustBeNew(truth);
        RecordingFile.WriteWhole(outFile, SimulatedRecording.Header(session, Product.Name, Never), SimulatedRecording.Facts(session));
        output.WriteLine(OneLine.Of($"written  {outFile}: {session.Scenario.Title}, simulated"));
        if (truth is null)
            return;
        WholeFile.Write(truth, stream => TruthJson.Write(stream, session));
        output.WriteLine(OneLine.Of($"written  {truth}: the truth about it"));
    }

    private static string ScenarioNames() => string.Join(", ", Scenarios.All.Select(scenario => scenario.Name));
}
