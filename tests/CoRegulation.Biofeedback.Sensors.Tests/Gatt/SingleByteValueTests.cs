using CoRegulation.Biofeedback.Sensors.Gatt;
using CsCheck;

namespace CoRegulation.Biofeedback.Sensors.Tests.Gatt;

public class SingleByteValueTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("00", BodySensorLocation.Other)]
    [InlineData("01", BodySensorLocation.Chest)]
    [InlineData("06", BodySensorLocation.Foot)]
    [InlineData("07", null)]
    [InlineData("01ff", BodySensorLocation.Chest)]
    public void Body_sensor_location_is_read_from_its_first_byte(string hex, BodySensorLocation? location) =>
        Assert.Equal(location, BodySensorLocationValue.Decode(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("", null)]
    [InlineData("00", 0)]
    [InlineData("64", 100)]
    [InlineData("65", null)]
    [InlineData("5a00", 90)]
    public void Battery_level_is_read_from_its_first_byte(string hex, int? percent) =>
        Assert.Equal(percent, BatteryLevelValue.Decode(Convert.FromHexString(hex)));

    [Fact]
    public void No_bytes_throw() =>
        Gen.Byte.Array[0, 8].Sample(bytes =>
        {
            Assert.True(BodySensorLocationValue.Decode(bytes) is null or >= BodySensorLocation.Other and <= BodySensorLocation.Foot);
            Assert.True(BatteryLevelValue.Decode(bytes) is null or >= 0 and <= 100);
        });
}
