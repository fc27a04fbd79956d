using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Synchrony.Confounds;
using CoRegulation.Biofeedback.Analysis.Synchrony.Looks;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>The verdict on moving together in the live stream. Numbers of a look stand only where it tells something.</summary>
internal sealed record VerdictJson
{
    public required VerdictState State { get; init; }

    public required SynchronyDoubt? Reason { get; init; }

    public required double? NextLookS { get; init; }

    public required double? NextLookShownS { get; init; }

    public required double? LookS { get; init; }

    public required double? P { get; init; }

    public required double? Alpha { get; init; }

    public required SynchronyBand? Band { get; init; }

    public required double? R { get; init; }

    public required double? LagS { get; init; }

    public required double? LagLowS { get; init; }

    public required double? LagHighS { get; init; }

    public required string? First { get; init; }

    public required ImmutableArray<SynchronyConfound> Confounds { get; init; }

    public static VerdictJson From(LiveVerdict verdict)
    {
        var result = verdict.Look?.Result;
        var told = result?.BeyondChance is null ? null : result;
        return new()
        {
            State = verdict.State,
            Reason = verdict.Doubt is SynchronyDoubt.None ? null : verdict.Doubt,
            NextLookS = verdict.NextLookS,
            NextLookShownS = verdict.NextLookShownS,
            LookS = verdict.Look?.AtS,
            P = told?.P,
            Alpha = told is null ? null : verdict.Look?.Alpha,
            Band = told?.Band,
            R = told?.Best?.R,
            LagS = told?.Best?.LagS,
            LagLowS = told?.Best?.LagLowS,
            LagHighS = told?.Best?.LagHighS,
            First = told?.First?.ToString(),
            Confounds = verdict.Confounds,
        };
    }
}
