using CoRegulation.Biofeedback.Figures.Colours;
using CoRegulation.Biofeedback.Figures.Distance;
using CoRegulation.Biofeedback.Figures.Drawing;
using CoRegulation.Biofeedback.Figures.Episodes;
using CoRegulation.Biofeedback.Figures.LagMap;
using CoRegulation.Biofeedback.Figures.Overview;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Figures.Sets;

/// <summary>The figures of a whole session, with hindsight, to be kept beside its numbers.</summary>
public static class SessionFigures
{
    /// <summary>Draws them on light paper, 1000 by 420 px.</summary>
    /// <param name="analysis">The session.</param>
    /// <returns>File names with their SVG documents: the overview and the episodes, of a pair also the distance and the lags.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="analysis"/> is null.</exception>
    public static IReadOnlyDictionary<string, string> Of(SessionAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var frame = new FigureFrame
        {
            Palette = Palette.Light,
            WidthPx = 1000,
            HeightPx = 420,
            Note = analysis.Header.Origin is Origin.Simulated ? "simulated" : null,
        };
        var figures = new Dictionary<string, string>
        {
            ["overview.svg"] = SessionOverviewFigure.Draw(OverviewData.From(analysis), frame),
            ["episodes.svg"] = EpisodesFigure.Draw(EpisodesData.From(analysis), frame),
        };
        if (analysis.Dyad is null)
            return figures;
        figures["distance.svg"] = DistanceFigure.Draw(DistanceData.From(analysis), frame);
        figures["lag_map.svg"] = LagMapFigure.Draw(LagMapData.From(analysis), frame);
        return figures;
    }
}
