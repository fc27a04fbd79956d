using System.Collections.Immutable;
using CoRegulation.Biofeedback.Figures.Drawing;
using ScottPlot;

namespace CoRegulation.Biofeedback.Figures.Overview;

/// <summary>Phases behind whatever is drawn over session time.</summary>
internal static class PhaseBands
{
    /// <summary>Where the names of the phases stand, px from the top.</summary>
    public const int HeadPx = 16;

    /// <summary>Tints every other phase, so that neighbours are told apart without a line between them, and writes the names that have room.</summary>
    public static void Add(Sheet sheet, ImmutableArray<PhaseBand> phases, FigureFrame frame, double startS)
    {
        var faint = Color.FromHex(frame.Palette.Ink).WithAlpha(0.04);
        foreach (var (phase, i) in phases.Select((phase, i) => (phase, i)))
        {
            if (i % 2 == 0)
                sheet.Plot.Add.HorizontalSpan(phase.StartS, phase.EndS, faint).LineWidth = 0;
            var leftPx = sheet.X(Math.Max(phase.StartS, startS));
            var letters = (int)((Math.Min(sheet.X(phase.EndS), sheet.RightPx) - leftPx - 14) / Sheet.LetterPx);
            if (letters >= 4)
                sheet.Write(Words.Fit(phase.Label, letters), leftPx + 6, HeadPx, frame.Palette.Muted);
        }
    }
}
