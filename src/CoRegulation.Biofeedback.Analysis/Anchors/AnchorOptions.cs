namespace CoRegulation.Biofeedback.Analysis.Anchors;

/// <summary>What counts as an anchor by level; every default has its reason, and docs/methods/anchor.md the figures behind it.</summary>
public sealed record AnchorOptions
{
    /// <summary>How far a heart rate must have been up, bpm above its lowest level. Default 13: in ten minutes of rest medians of 10 s reach 9 bpm
    /// above the calmest two minutes in half of all hearts of the study population and 13 in one of fifty.</summary>
    public double RiseBpm { get; init => field = Checked.Within(value, 1, 100, nameof(RiseBpm)); } = 13;

    /// <summary>The same in spreads of the own baseline; the larger counts. Default 2: a child whose breathing swings the heart rate widely is not
    /// up because of that.</summary>
    public double RiseSpreads { get; init => field = Checked.Within(value, 0, 20, nameof(RiseSpreads)); } = 2;

    /// <summary>Share of the rise that is left when a heart rate counts as back. Default 1/3: the way that the eye takes for a return.</summary>
    public double BackShare { get; init => field = Checked.Within(value, 0, 0.9, nameof(BackShare)); } = 1.0 / 3;

    /// <summary>Share of the time that the other was up and came back in which the anchor is within one spread of the own baseline. Default 0.6:
    /// steady hearts are so in 75 % or more, also beside a baseline that is taken from their calmest minutes.</summary>
    public double WithinShare { get; init => field = Checked.Within(value, 0.1, 1, nameof(WithinShare)); } = 0.6;

    /// <summary>How far the anchor may be from the own middle, bpm. Default 2.5: nine tenths of the medians of 10 s of a steady heart lie within
    /// 2.2 bpm of it, of one that wanders as hearts at rest do within 2.9 at the least. Without it a heart that merely was
    /// at rest beside another that calms down would be named in one session of twenty.</summary>
    public double SteadyBpm { get; init => field = Checked.Within(value, 0.5, 20, nameof(SteadyBpm)); } = 2.5;

    /// <summary>Share of the session in which it is no farther. Default 0.9: coughing and a turn in the chair are allowed.</summary>
    public double SteadyShare { get; init => field = Checked.Within(value, 0.5, 1, nameof(SteadyShare)); } = 0.9;

    /// <summary>Time that the other was up and came back with both heart rates there, s. Default 60: less has no six medians.</summary>
    public double MinReturnS { get; init => field = Checked.Within(value, 10, 3600, nameof(MinReturnS)); } = 60;

    /// <summary>Time with both heart rates, s. Default 180: of less a wandering heart looks steady.</summary>
    public double MinBothS { get; init => field = Checked.Within(value, 60, 7200, nameof(MinBothS)); } = 180;
}
