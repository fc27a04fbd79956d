using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Figures.Colours;
using CoRegulation.Biofeedback.Figures.Drawing;

namespace CoRegulation.Biofeedback.Figures.Distance;

/// <summary>What the distance does, as forms and words: nearing narrows, parting widens, steady stays as wide as it is.</summary>
internal static class StateStrip
{
    /// <summary>Height of the forms and the words beneath them, px.</summary>
    public const int HeightPx = FormPx + Sheet.LinePx;

    private const int FormPx = 10;

    // Shorter than this a form is a speck.
    private const double LeastPx = 4;

    /// <summary>Draws a form for each stretch of one state, and beneath it the word where it has room.</summary>
    /// <param name="sheet">The sheet, over session time.</param>
    /// <param name="states">A state at each whole second from 0.</param>
    /// <param name="topPx">Where the forms begin, px.</param>
    /// <param name="palette">The colours.</param>
    public static void Add(Sheet sheet, ImmutableArray<ConvergenceState?> states, double topPx, Palette palette)
    {
        foreach (var (state, from, to) in Runs(states))
        {
            var (leftPx, rightPx) = (Math.Max(sheet.LeftPx, sheet.X(from)), Math.Min(sheet.RightPx, sheet.X(to)) - 1);
            if (rightPx - leftPx < LeastPx)
                continue;
            var (middle, wide, narrow) = (topPx + (FormPx / 2.0), FormPx / 2.0, 1.0);
            var (left, right) = state switch
            {
                ConvergenceState.Nearing => (wide, narrow),
                ConvergenceState.Parting => (narrow, wide),
                _ => (1.5, 1.5),
            };
            sheet.Shape([(leftPx, middle - left), (rightPx, middle - right), (rightPx, middle + right), (leftPx, middle + left)], palette.Between, 0.75);
            var word = Word(state);
            if ((word.Length + 1) * Sheet.LetterPx <= rightPx - leftPx)
                sheet.Write(word, (leftPx + rightPx) / 2, topPx + FormPx + (Sheet.LinePx / 2.0), palette.Muted, Anchor.Middle);
        }
    }

    private static string Word(ConvergenceState state) => state switch
    {
        ConvergenceState.Nearing => "nearing",
        ConvergenceState.Parting => "parting",
        _ => "steady",
    };

    private static IEnumerable<(ConvergenceState State, double FromS, double ToS)> Runs(ImmutableArray<ConvergenceState?> states)
    {
        var start = 0;
        for (var i = 1; i <= states.Length; i++)
        {
            if (i < states.Length && states[i] == states[start])
                continue;
            if (states[start] is { } state)
                yield return (state, start, i);
            start = i;
        }
    }
}
