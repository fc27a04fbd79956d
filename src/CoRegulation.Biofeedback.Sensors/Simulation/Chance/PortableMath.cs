namespace CoRegulation.Biofeedback.Sensors.Simulation.Chance;

/// <summary>The elementary functions that the simulator needs, from additions, multiplications and divisions only.</summary>
/// <remarks>IEEE 754 rounds those the same everywhere, while the last digit of <see cref="Math.Sin"/> and its kin is the platform's:
/// with these, a sample is made again bit for bit on any system. Plain power series, to about 1e-15.</remarks>
internal static class PortableMath
{
    private const double Ln2 = 0.693147180559945309417;

    /// <summary>Sine of an angle in turns (1 = a full circle).</summary>
    public static double SinTurns(double turns)
    {
        var x = turns - Math.Round(turns);
        if (x > 0.25)
            x = 0.5 - x;
        else if (x < -0.25)
            x = -0.5 - x;

        x *= 2 * Math.PI;
        double square = x * x, sum = 0;
        for (var n = 21; n > 1; n -= 2)
            sum = (1 + sum) * -square / (n * (n - 1));
        return x * (1 + sum);
    }

    /// <summary>Cosine of an angle in turns.</summary>
    public static double CosTurns(double turns) => SinTurns(turns - Math.Round(turns) + 0.25);

    /// <summary>Natural logarithm of a normal number above 0.</summary>
    public static double Log(double value)
    {
        var exponent = Math.ILogB(value);
        var mantissa = Math.ScaleB(value, -exponent);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        double s = (mantissa - 1) / (mantissa + 1), square = s * s, sum = 0;
        for (var n = 23; n >= 1; n -= 2)
            sum = sum * square + 1.0 / n;
        return exponent * Ln2 + 2 * s * sum;
    }

    /// <summary>Exponential of a number between -700 and 700.</summary>
    public static double Exp(double value)
    {
        var powers = Math.Round(value / Ln2);
        var rest = value - powers * Ln2;
        double sum = 1;
        for (var n = 16; n >= 1; n--)
            sum = 1 + sum * rest / n;
        return Math.ScaleB(sum, (int)powers);
    }
}
