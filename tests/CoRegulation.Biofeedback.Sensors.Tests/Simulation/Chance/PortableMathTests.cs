using CoRegulation.Biofeedback.Sensors.Simulation.Chance;
using CsCheck;

namespace CoRegulation.Biofeedback.Sensors.Tests.Simulation.Chance;

public class PortableMathTests
{
    [Fact]
    public void Sine_and_cosine_agree_with_the_platform_for_any_number_of_turns() =>
        Gen.Double[-1000, 1000].Sample(turns =>
        {
            Assert.Equal(Math.Sin(2 * Math.PI * (turns - Math.Round(turns))), PortableMath.SinTurns(turns), 2e-15);
            Assert.Equal(Math.Cos(2 * Math.PI * (turns - Math.Round(turns))), PortableMath.CosTurns(turns), 2e-15);
        });

    [Fact]
    public void Logarithm_agrees_with_the_platform() =>
        Gen.Double[-300, 300].Select(exponent => Math.Pow(10, exponent)).Sample(value =>
            Assert.Equal(0, (PortableMath.Log(value) - Math.Log(value)) / Math.Max(1, Math.Abs(Math.Log(value))), 1e-15));

    [Fact]
    public void Exponential_agrees_with_the_platform() =>
        Gen.Double[-700, 700].Sample(value => Assert.Equal(1, PortableMath.Exp(value) / Math.Exp(value), 2e-13));
}
