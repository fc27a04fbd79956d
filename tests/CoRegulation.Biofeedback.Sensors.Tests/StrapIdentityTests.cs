namespace CoRegulation.Biofeedback.Sensors.Tests;

public class StrapIdentityTests
{
    [Theory]
    [InlineData("bluez:aa:BB:cc:DD:ee:01", "bluez:AA:BB:CC:DD:EE:01")]
    [InlineData("BlueZ:AA:BB:CC:DD:EE:01", "bluez:AA:BB:CC:DD:EE:01")]
    [InlineData("inthehand:a0e1", "inthehand:A0E1")]
    [InlineData("web:6uGQ", "web:6uGQ")]
    [InlineData("sim:settling/B", "sim:settling/B")]
    [InlineData("bluezz:a", "bluezz:a")]
    [InlineData("", "")]
    public void Addresses_are_in_capitals_and_what_is_none_stays(string id, string normal) => Assert.Equal(normal, StrapIdentity.Normal(id));
}
