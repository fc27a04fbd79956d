using BenchmarkDotNet.Attributes;
using CoRegulation.Biofeedback.Figures.Colours;
using CoRegulation.Biofeedback.Figures.Drawing;
using CoRegulation.Biofeedback.Figures.LagMap;
using CoRegulation.Biofeedback.Figures.Overview;
using CoRegulation.Biofeedback.Sessions.Engine;

namespace CoRegulation.Biofeedback.Benchmarks.Figures;

/// <summary>Figures of an hour: the last ten minutes as the window asks for them every few seconds, and the whole.</summary>
[MemoryDiagnoser]
public class FigureBenchmark
{
    private static readonly FigureFrame Frame = new() { Palette = Palette.Light, WidthPx = 1200, HeightPx = 400 };

    private LagMapData? _map;
    private OverviewData? _overview;

    [GlobalSetup]
    public void Analyse()
    {
        var hour = PairSession.Hour();
        var analysis = SessionAnalysis.Run(hour.Header, hour.Facts);
        (_map, _overview) = (LagMapData.From(analysis), OverviewData.From(analysis));
        Console.WriteLine(FormattableString.Invariant(
            $"sizes, kB: lag map of 10 min {LagMapOfTenMinutes().Length / 1000}, of 60 min {LagMapOfAnHour().Length / 1000}, overview {OverviewOfAnHour().Length / 1000}"));
    }

    [Benchmark]
    public string LagMapOfTenMinutes() => LagMapFigure.Draw(_map!, Frame with { LastS = 600 });

    [Benchmark]
    public string LagMapOfAnHour() => LagMapFigure.Draw(_map!, Frame);

    [Benchmark]
    public string OverviewOfAnHour() => SessionOverviewFigure.Draw(_overview!, Frame);
}
