namespace CoRegulation.Biofeedback.Sensors.Tests;

public class SensorContractsTests
{
    [Fact]
    public void No_sensor_lacks_its_contract()
    {
        var sensors = typeof(IHeartRateSensor).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IHeartRateSensor)));
        var contracts = typeof(HeartRateSensorContract).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(HeartRateSensorContract)));

        // A sensor may have more than one: StrapSensor has one for each radio as well.
        Assert.Subset(contracts.Select(contract => contract.Name).ToHashSet(), sensors.Select(sensor => $"{sensor.Name}Contract").ToHashSet());
    }
}
