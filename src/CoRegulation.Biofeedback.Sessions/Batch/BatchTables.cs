using CoRegulation.Biofeedback.Sessions.Export;

namespace CoRegulation.Biofeedback.Sessions.Batch;

/// <summary>The tables of a batch: their files, columns and meanings.</summary>
internal static class BatchTables
{
    /// <summary>All tables, the data dictionary last.</summary>
    public static IReadOnlyList<CsvTable> Of(IEnumerable<BatchRow> rows, IEnumerable<PseudoDyad> strangers)
    {
        CsvTable[] tables = [Recordings(rows), Strangers(strangers)];
        return [.. tables, SessionTables.Dictionary(tables)];
    }

    private static CsvTableOf<BatchRow> Recordings(IEnumerable<BatchRow> rows) => new(
        "batch.csv",
        rows,
        [
            new("recording", "", "file name, of several parts the first one's", row => row.Item.Name),
            .. Session().Concat(Person("a", 0)).Concat(Person("b", 1)).Concat(Dyad())
                .Select(column => new CsvColumn<BatchRow>(column.Name, column.Unit, column.Meaning, row => column.Value(row.Summary))),
            new("pseudo_dyads", "", "pairs that never met with which this one was compared", row => row.Strangers),
            new("p_pseudo", "", "share of them that move together as much, (k + 1)/(n + 1), longer and shorter ones made comparable; empty where there is no comparison", row => row.P),
            new("warnings", "", "what to bear in mind", row => row.Warnings),
            new("problem", "", "why the recording could not be read; empty otherwise", row => row.Item.Problem),
        ]);

    private static SummaryColumn[] Session() =>
    [
        new("started", "", "started", "date and time at the session's start, with the offset from UTC"),
        new("origin", "", "origin", "live, simulated or imported"),
        new("duration_s", "s", "durationS", "time of the last fact"),
    ];

    private static SummaryColumn[] Person(string id, int place)
    {
        var (who, at) = (id is "a" ? "A" : "B", $"people.{place}.");
        return
        [
            new($"{id}_name", "", at + "name", $"what {who} is called"),
            new($"{id}_mean_heart_rate_bpm", "bpm", at + "meanHeartRateBpm", $"mean heart rate of {who}"),
            new($"{id}_baseline_bpm", "bpm", at + "baseline.heartRateBpm", $"the own baseline of {who}"),
            new($"{id}_baseline_source", "", at + "baseline.source", "phase: of the phase baseline; found: the calmest stretch"),
            new($"{id}_rmssd_ms", "ms", at + "hrv.rmssd", $"RMSSD of {who} over the whole session; the other measures stand in the recording's summary"),
            new($"{id}_breaths_per_min", "1/min", at + "breathingPerMin", $"breaths a minute of {who}, read from the beats"),
            new($"{id}_corrected_percent", "percent", at + "correctedPercent", $"share of {who}'s beats whose interval is not as it came in"),
        ];
    }

    private static SummaryColumn[] Dyad() =>
    [
        new("r", "", "dyad.synchrony.r", "correlation at its peak over the lags"),
        new("lag_s", "s", "dyad.synchrony.lagS", "lag of the peak; positive: B follows A"),
        new("lag_low_s", "s", "dyad.synchrony.lagLowS", "lower end of the lag's 95 % interval"),
        new("lag_high_s", "s", "dyad.synchrony.lagHighS", "upper end of it"),
        new("p", "", "dyad.synchrony.p", "share of surrogates of this very pair that move together as much; of the joint test of all bands"),
        new("beyond_chance", "", "dyad.synchrony.beyondChance", "whether p is at or below 0.05; empty without a verdict"),
        new("paced", "", "dyad.synchrony.paced", "whether both breathed at a common pace, so that there is no verdict"),
        new("band", "", "dyad.synchrony.band", "slow or breathing: whose r and lag these are"),
        new("slow_r", "", "dyad.synchrony.slow.r", "correlation of slow changes at its peak"),
        new("slow_lag_s", "s", "dyad.synchrony.slow.lagS", "its lag"),
        new("slow_p", "", "dyad.synchrony.slow.p", "p of slow changes alone"),
        new("breathing_r", "", "dyad.synchrony.breathing.r", "correlation in the band of breathing at its peak"),
        new("breathing_lag_s", "s", "dyad.synchrony.breathing.lagS", "its lag, modulo one breath"),
        new("breathing_p", "", "dyad.synchrony.breathing.p", "p of breathing alone"),
        new("no_verdict", "", "dyad.synchrony.reason", "why nothing is said: noOverlap, tooShort, tooManyGaps, constant, sameRecording or paced"),
        new("null_model", "", "dyad.synchrony.null", "how the surrogates are made"),
        new("surrogates", "", "dyad.synchrony.surrogates", "how many"),
        new("seed", "", "dyad.synchrony.seed", "their seed"),
        new("start_bpm", "bpm", "dyad.convergence.startBpm", "median distance of the heart rates over the first minute"),
        new("end_bpm", "bpm", "dyad.convergence.endBpm", "the same over the last minute"),
        new("slope_bpm_per_min", "bpm/min", "dyad.convergence.slopeBpmPerMin", "slope of the distance; negative: nearing"),
        new("slope_low", "bpm/min", "dyad.convergence.slopeLow", "lower end of its 95 % interval"),
        new("slope_high", "bpm/min", "dyad.convergence.slopeHigh", "upper end of it"),
        new("state", "", "dyad.convergence.state", "nearing, steady or parting"),
        new("anchor_by_level", "", "dyad.anchor.byLevel.person", "who stays near the own baseline while the other comes back; empty: nobody"),
        new("anchor_by_lag", "", "dyad.anchor.byLag.person", "who moves first; empty: nobody"),
        new("episodes", "", "dyad.episodes", "rises of the heart rate, of both together"),
    ];

    private static CsvTableOf<PseudoDyad> Strangers(IEnumerable<PseudoDyad> strangers) => new(
        "pseudo_dyads.csv",
        strangers,
        [
            new("a_recording", "", "the recording of A", row => row.A),
            new("b_recording", "", "the recording of B, which is another", row => row.B),
            new("used_s", "s", "time with both, counted from the start of either session", row => row.Left is "sameRecording" ? null : row.Numbers.UsedS),
            .. PairStatistic.Names.Select((name, i) => new CsvColumn<PseudoDyad>(
                name, "", "largest correlation of the whitened heart rates over the lags, in the drift (0.005 to 0.05 Hz), the 0.1 Hz wave or breathing; empty where the two cannot be compared", row => i < row.Numbers.Peaks.Length ? row.Numbers.Peaks[i] : null)),
            new("left_out", "", "why it does not count: sameRecording, notEnoughData, or paced; empty where it counts", row => row.Left),
        ]);
}
