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
// dotnet run -c Release --project tests/CoRegulation.Biofeedback.Benchmarks -- breathing
// dotnet run -c Release --project tests/CoRegulation.Biofeedback.Benchmarks -- references
// dotnet run -c Release --project tests/CoRegulation.Biofeedback.Benchmarks -- episodes 100 1
// dotnet run -c Release --project tests/CoRegulation.Biofeedback.Benchmarks -- --filter '*Figure*'
if (args is ["budgets"])
    return await BudgetTable.PrintAsync(Console.Out);
if (args is ["budgets", "hrv"])
    return BudgetTable.PrintHrv(Console.Out);

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

if (args is ["episodes", var count, var first])
{
    EpisodeTruthStudy.Print(Console.Out, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), int.Parse(first, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["references"])
    return ReferenceTable.Print(Console.Out);

// In this process: a project that BenchmarkDotNet makes would have to pass this repository's analysers.
var job = Job.ShortRun.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(10), logOutput: true));
BenchmarkSwitcher.FromAssembly(typeof(BudgetTable).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
return 0;
