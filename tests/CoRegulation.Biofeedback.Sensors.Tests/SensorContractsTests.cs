namespace CoRegulation.Biofeedback.Sensors.Tests;

public class SensorContractsTests
{
    [Fact]
    public void No_sensor_lacks_its_contract()
    {
        var sensors = typeof(IHeartRateSensor).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IHeartRateSensor)));
        var contracts = typeof(HeartRateSensorContract).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(HeartRateSensorContract)));

        Assert.Equal(sensors.Select(sensor => $"{sensor.Name}Contract").Order(), contracts.Select(contract => contract.Name).Order());
    }
}
