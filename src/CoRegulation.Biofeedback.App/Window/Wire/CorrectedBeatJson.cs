using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>A row of the beats that is not as it came in.</summary>
internal readonly record struct CorrectedBeatJson(double TimeS, BeatFlag Flag)
{
    /// <summary>Those of the rows that are not.</summary>
    public static IEnumerable<CorrectedBeatJson> Of(IEnumerable<Beat> rows) =>
        rows.Where(row => row.Flag is not BeatFlag.Ok).Select(row => new CorrectedBeatJson(row.TimeS, row.Flag));
}
