using System.CommandLine;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Live;
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
        var scenario = new Option<Scenario?>("--scenario")
        {
            HelpName = "NAME",
            Description = $"What happens: {ScenarioNames()} (default {Scenarios.Settling.Name})",
            CustomParser = result =>
            {
                var name = result.Tokens.Single().Value;
                if (Scenarios.Find(name) is { } found)
                    return found;
                result.AddError($"--scenario {name}: no such scenario; there are {ScenarioNames()}");
                return null;
            },
        };
        var seed = Inputs.PeopleSeed();
        var duration = Inputs.Number(
            "--duration", "S", "Length in seconds (default: the scenario's own)",
            seconds => seconds is >= 1 and <= Simulator.LongestS, "a number of seconds from 1 to 86400");
        var outFile = Inputs.OutFile(required: false);
        var truth = new Option<string>("--truth") { HelpName = "FILE", Description = "Where to write what the simulator knows and no strap tells (JSON)" };
        var window = new PlotWindow();

        var command = new ExampleCommand(
            "simulate",
            "Simulate one or two people with straps: live in the plot window or, with --out, as a recording",
            "coreg simulate",
            "coreg simulate --scenario parent-child --out child.coreg.jsonl --truth child.truth.json")
        { scenario, seed, duration, outFile, truth };
        window.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var session = Simulator.Run(parsed.GetValue(scenario) ?? Scenarios.Settling, parsed.GetValue(seed), parsed.GetValue(duration));
            var truthFile = parsed.GetValue(truth);
            if (truthFile is not null)
                WholeFile.MustBeNew(truthFile);
            if (parsed.GetValue(outFile) is { } file)
                Record(session, file, parsed.InvocationConfiguration.Output);
            if (truthFile is not null)
                WriteTruth(session, truthFile, parsed.GetValue(outFile) is null ? TextWriter.Null : parsed.InvocationConfiguration.Output);
            return parsed.GetValue(outFile) is null ? await ShowAsync(parsed, session, window, cancellationToken) : ExitStatus.Done;
        });
        return command;
    }

    private static void Record(SimulatedSession session, string file, TextWriter output)
    {
        RecordingFile.MustNotBeCalledAPart(file);
        RecordingFile.WriteWhole(file, SimulatedRecording.Header(session, Product.Name, Never), SimulatedRecording.Facts(session));
        output.WriteLine(OneLine.Of($"written  {file}: {session.Scenario.Title}, simulated"));
    }

    private static void WriteTruth(SimulatedSession session, string file, TextWriter output)
    {
        WholeFile.Write(file, stream => TruthJson.Write(stream, session));
        output.WriteLine(OneLine.Of($"written  {file}: the truth about it"));
    }

    private static async Task<int> ShowAsync(ParseResult parsed, SimulatedSession session, PlotWindow window, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        await using var live = new StrapSession(
            SimulatedRecording.Header(session, Product.Name, time.GetLocalNow()),
            [.. session.People.Select(person => new SessionSensor(person.Id, new SimulatedSensor(session, person.Id, time, start)))],
            time,
            start,
            SimulatedRecording.Plan(session));
        return await window.ShowAsync(parsed, live, live.Completion, cancellationToken);
    }

    private static string ScenarioNames() => string.Join(", ", Scenarios.All.Select(scenario => scenario.Name));
}
