using System.Globalization;

namespace CoRegulation.Biofeedback.Benchmarks.Budgets;

/// <summary>All budgets in one table.</summary>
internal static class BudgetTable
{
    /// <summary>Measures all and prints.</summary>
    /// <returns>0 when every budget is kept, else 1.</returns>
    public static async Task<int> PrintAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("coreg-budgets-").FullName;
        try
        {
            var budgets = new List<Budget>(HrvBudgets.Measure()) { SynchronyBudgets.Measure() };
            var hour = PairSession.Hour();
            var file = Path.Combine(folder, "hour.coreg.jsonl");
            hour.Write(file);

            budgets.AddRange(EngineBudgets.Measure(hour));
            var program = await PublishedProgram.MakeAsync();
            budgets.Add(await HrvBudgets.MeasureCommandAsync(program, folder));
            budgets.AddRange(await AnalyzeBudgets.MeasureAsync(program, file, folder));
            budgets.AddRange(await PageBudgets.MeasureAsync(program, file));
            budgets.AddRange(await RecordingBudgets.MeasureAsync(folder));
            if (OperatingSystem.IsLinux())
            {
                budgets.AddRange(await BluezBudgets.MeasureAsync(folder));
                budgets.Add(await LiveBudgets.MeasureAsync(program, folder));
            }

            return Print(output, budgets);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Measures and prints those of heart-rate variability that need no program.</summary>
    /// <returns>0 when every budget is kept, else 1.</returns>
    public static int PrintHrv(TextWriter output) => Print(output, [.. HrvBudgets.Measure()]);

    /// <summary>Measures and prints those of BlueZ, against the peer.</summary>
    /// <returns>0 when every budget is kept, else 1.</returns>
    public static Task<int> PrintBluezAsync(TextWriter output) => PrintAsync(output, BluezBudgets.MeasureAsync);

    /// <summary>Measures and prints what a live recording of two straps costs.</summary>
    /// <returns>0 when the budget is kept, else 1.</returns>
    public static Task<int> PrintLiveAsync(TextWriter output) =>
        PrintAsync(output, async folder => [await LiveBudgets.MeasureAsync(await PublishedProgram.MakeAsync(), folder)]);

    /// <summary>Measures and prints those of recording.</summary>
    /// <returns>0 when every budget is kept, else 1.</returns>
    public static Task<int> PrintRecordingAsync(TextWriter output) => PrintAsync(output, RecordingBudgets.MeasureAsync);

    private static async Task<int> PrintAsync(TextWriter output, Func<string, Task<IEnumerable<Budget>>> measure)
    {
        var folder = Directory.CreateTempSubdirectory("coreg-budgets-").FullName;
        try
        {
            return Print(output, [.. await measure(folder)]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Print(TextWriter output, IReadOnlyList<Budget> budgets)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"budget",-46} {"measured",12} {"limit",14}  {"",-5} detail"));
        foreach (var budget in budgets)
            output.WriteLine(Line(budget));
        return budgets.All(budget => budget.Kept) ? 0 : 1;
    }

    private static string Line(Budget budget)
    {
        var measured = string.Create(CultureInfo.InvariantCulture, $"{budget.Measured:0.###} {budget.Unit}");
        var limit = string.Create(CultureInfo.InvariantCulture, $"{(budget.AtLeast ? ">=" : "<=")} {budget.Limit:0.###} {budget.Unit}");
        return $"{budget.What,-46} {measured,12} {limit,14}  {(budget.Kept ? "kept" : "OVER"),-5} {budget.Detail}";
    }
}
