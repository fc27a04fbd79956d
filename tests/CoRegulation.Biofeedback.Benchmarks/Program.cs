using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CoRegulation.Biofeedback.Benchmarks.Artefacts;
using CoRegulation.Biofeedback.Benchmarks.Breathing;
using CoRegulation.Biofeedback.Benchmarks.Budgets;
using CoRegulation.Biofeedback.Benchmarks.References;
using CoRegulation.Biofeedback.Benchmarks.Truth;

// dotnet run -c Release --project tests/CoRegulation.Biofeedback.Benchmarks -- budgets
// dotnet run -c Release --project tests/CoRegulation.Biofeedback.Benchmarks -- artefacts ../shared/data
// dotnet run -c Release --project tests/CoRegulation.Biofeedback.Benchmarks -- budgets hrv
// dotnet run -c Release --project tests/CoRegulation.Biofeedback.Benchmarks -- budgets bluez
// dotnet run -c Release --project tests/CoRegulation.Biofeedback.Benchmarks -- budgets live
// dotnet run -c Release --project tests/CoRegulation.Biofeedback.Benchmarks -- budgets recording
// dotnet run -c Release --project tests/CoRegulation.Biofeedback.Benchmarks -- breathing
// dotnet run -c Release --project tests/CoRegulation.Biofeedback.Benchmarks -- references
// dotnet run -c Release --project tests/CoRegulation.Biofeedback.Benchmarks -- truth 2000 200 > docs/known-truth.md
// dotnet run -c Release --project tests/CoRegulation.Biofeedback.Benchmarks -- looks 300 100
// dotnet run -c Release --project tests/CoRegulation.Biofeedback.Benchmarks -- --filter '*Figure*'
if (args is ["budgets"])
    return await BudgetTable.PrintAsync(Console.Out);
if (args is ["budgets", "hrv"])
    return BudgetTable.PrintHrv(Console.Out);

if (args is ["budgets", "bluez"])
    return await BudgetTable.PrintBluezAsync(Console.Out);
if (args is ["budgets", "live"])
    return await BudgetTable.PrintLiveAsync(Console.Out);
if (args is ["budgets", "recording"])
    return await BudgetTable.PrintRecordingAsync(Console.Out);

if (args is ["artefacts", var data])
{
    ArtefactTables.Print(Console.Out, data);
    return 0;
}

if (args is ["breathing"])
{
    BreathingTable.Print(Console.Out);
    return 0;
}

if (args is ["truth", var strangers, var perCondition])
{
    return TruthStudy.Write(
        Console.Out, int.Parse(strangers, CultureInfo.InvariantCulture), int.Parse(perCondition, CultureInfo.InvariantCulture));
}

if (args is ["looks", var pairs, var each])
    return LooksTruth.Write(Console.Out, int.Parse(pairs, CultureInfo.InvariantCulture), int.Parse(each, CultureInfo.InvariantCulture)) ? 0 : 1;

if (args is ["references"])
    return ReferenceTable.Print(Console.Out);

// In this process: a project that BenchmarkDotNet makes would have to pass this repository's analysers.
var job = Job.ShortRun.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(10), logOutput: true));
BenchmarkSwitcher.FromAssembly(typeof(BudgetTable).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
return 0;
