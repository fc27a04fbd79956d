using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Episodes;

/// <summary>What counts as an episode and as the return from it; every default has its reason.</summary>
public sealed record EpisodeOptions
{
    /// <summary>Span of the running median that peaks and returns are read from, s. Default 10: two breaths or more, and what the definition of
    /// the return asks for.</summary>
    public double SmoothingS { get; init => field = Checked.OnGrid(value, 1, 60, nameof(SmoothingS)); } = 10;

    /// <summary>Smallest episode: the peak above baseline, and the rise to it, bpm. Default 7: episodes of 10 bpm are to be found and slow waves
    /// of 3 bpm lie on them either way.</summary>
    public double LeastBpm { get; init => field = Checked.Within(value, 1, 100, nameof(LeastBpm)); } = 7;

    /// <summary>How far a rise must stand out from what else the own heart rate does, in SDs of the detector's output. Default 3.1: half a
    /// false episode an hour in simulated people at rest, whose heart rates wander by 1.8 to 3.5 bpm SD between 0.005 and 0.05 Hz.</summary>
    public double OnsetSd { get; init => field = Checked.Within(value, 0.5, 20, nameof(OnsetSd)); } = 3.1;

    /// <summary>Least time between two episodes, s. Default 30: as long as a return must last.</summary>
    public double ApartS { get; init => field = Checked.OnGrid(value, 1, 600, nameof(ApartS)); } = 30;

    /// <summary>A slow rise counts too from this height above baseline on, bpm. Default 18: waves of rest stay below it.</summary>
    public double HighBpm { get; init => field = Checked.Within(value, 1, 100, nameof(HighBpm)); } = 18;

    /// <summary>The same in spreads of the baseline; both must be reached. Default 4.</summary>
    public double HighSpreads { get; init => field = Checked.Within(value, 0.5, 20, nameof(HighSpreads)); } = 4;

    /// <summary>How long it must stay there, s. Default 20: two of the slowest breaths, and longer than the wave of 0.1 Hz.</summary>
    public double HighS { get; init => field = Checked.OnGrid(value, 1, 600, nameof(HighS)); } = 20;

    /// <summary>The return: at most this far above baseline, in its spreads. Default 1: where the person is for five sixths of the time at rest.</summary>
    public double ReturnSpreads { get; init => field = Checked.Within(value, 0, 10, nameof(ReturnSpreads)); } = 1;

    /// <summary>The return: or at most this far, bpm, whichever is more. Default 2: a very even baseline must not make a return impossible.</summary>
    public double ReturnBpm { get; init => field = Checked.Within(value, 0, 50, nameof(ReturnBpm)); } = 2;

    /// <summary>How long the heart rate must stay there, s. Default 30: less is a dip of the slow waves.</summary>
    public double ReturnStayS { get; init => field = Checked.OnGrid(value, 1, 600, nameof(ReturnStayS)); } = 30;

    /// <summary>Largest uncertainty with which a time constant is given: half width of its 68 % interval as a share of it. Default 0.5: beyond
    /// it half or twice as much would do as well.</summary>
    public double TimeConstantError { get; init => field = Checked.Within(value, 0.01, 10, nameof(TimeConstantError)); } = 0.5;

    /// <summary>Live, where the next minute is not known yet: the rise that makes an episode, bpm, and how far above baseline it must lead. Default 12:
    /// slow waves of rest rise by that once in an hour or two.</summary>
    public double LiveBpm { get; init => field = Checked.Within(value, 1, 100, nameof(LiveBpm)); } = 12;

    /// <summary>The same height in spreads of the baseline; both must be reached. Default 2.</summary>
    public double LiveSpreads { get; init => field = Checked.Within(value, 0, 20, nameof(LiveSpreads)); } = 2;

    /// <summary>Live: the rise takes at most this long, s. Default 45: slow waves rise longer.</summary>
    public double LiveRiseS { get; init => field = Checked.OnGrid(value, 1, 600, nameof(LiveRiseS)); } = 45;

    /// <summary>Live: how long an episode is shown after the return is certain, s. Default 60: long enough to be read.</summary>
    public double LiveShownS { get; init => field = Checked.OnGrid(value, 0, 3600, nameof(LiveShownS)); } = 60;

    /// <summary>Samples of the running median: odd, so that it has a middle.</summary>
    internal int SmoothingSamples => 2 * (int)(SmoothingS * HeartRateGrid.SamplesPerSecond / 2) + 1;
}
