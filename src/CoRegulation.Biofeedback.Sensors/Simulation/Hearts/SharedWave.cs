namespace CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

/// <summary>What both people have of one source, before lag and strength.</summary>
internal sealed class SharedWave
{
    private readonly Coupling _coupling;
    private readonly Grid _grid;
    private readonly BreathingWave? _breathing;
    private readonly double[] _wave;

    public SharedWave(Coupling coupling, double durationS, int seed)
    {
        _coupling = coupling;
        _grid = Grid.Shared(durationS);
        if (coupling.Band is CouplingBand.Breathing)
        {
            var meanHz = coupling.BreathingHz.Draw(new(seed, "shared/parameters"));
            _breathing = BreathingWave.Generate(_grid, meanHz, new(), [], seed, "shared/breathing");
        }

        _wave = _breathing?.Wave ?? HeartRate.SlowNoise(_grid, seed, "shared/slow");
    }

    /// <summary>Mixes into a person's own part of a band.</summary>
    /// <param name="band">The band of the part; another than the coupling's stays as it is.</param>
    /// <param name="own">The own part, RMS 1, on <paramref name="grid"/>; changed in place.</param>
    /// <param name="grid">The person's grid.</param>
    /// <param name="person">B has it the lag later.</param>
    public void MixInto(CouplingBand band, double[] own, Grid grid, string person)
    {
        if (band != _coupling.Band)
            return;
        var lagS = person == "B" ? _coupling.LagS : 0;
        for (var i = 0; i < own.Length; i++)
        {
            var timeS = grid.TimeS(i);
            var strength = _coupling.StrengthAt(timeS);
            own[i] = Math.Sqrt(1 - strength) * own[i] + Math.Sqrt(strength) * _grid.At(_wave, timeS - lagS);
        }
    }
}
