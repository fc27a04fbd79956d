using CoRegulation.Biofeedback.Sensors.Gatt;
using CsCheck;

namespace CoRegulation.Biofeedback.Sensors.Tests.Gatt;

public class HeartRateMeasurementTests
{
    // By hand from the Heart Rate Service specification, section 3.1; 0x03b9 = 953, 953 x 1000/1024 = 930.6640625 ms.
    [Theory]
    [InlineData("1048b903", 72, SensorContact.NotSupported, null, true, new[] { 930.6640625 }, null)]
    [InlineData("0048", 72, SensorContact.NotSupported, null, false, new double[0], null)]
    [InlineData("014801", 328, SensorContact.NotSupported, null, false, new double[0], null)]
    [InlineData("0248", 72, SensorContact.NotSupported, null, false, new double[0], null)]
    [InlineData("0400", 0, SensorContact.NotDetected, null, false, new double[0], null)]
    [InlineData("0648", 72, SensorContact.Detected, null, false, new double[0], null)]
    [InlineData("0e482c01", 72, SensorContact.Detected, 300, false, new double[0], null)]
    [InlineData("1f4800010000040002", 72, SensorContact.Detected, 1, true, new[] { 1000.0, 500.0 }, null)]
    [InlineData("1048", 72, SensorContact.NotSupported, null, true, new double[0], null)]
    [InlineData("1048000001000200030004000500060007000004", 72, SensorContact.NotSupported, null, true,
        new[] { 0, 0.9765625, 1.953125, 2.9296875, 3.90625, 4.8828125, 5.859375, 6.8359375, 1000.0 }, null)]
    [InlineData("f048b903", 72, SensorContact.NotSupported, null, true, new[] { 930.6640625 }, null)]
    [InlineData("", null, SensorContact.NotSupported, null, false, new double[0], "the message is empty")]
    [InlineData("16", null, SensorContact.Detected, null, true, new double[0], "the message ends before its heart rate")]
    [InlineData("0148", null, SensorContact.NotSupported, null, false, new double[0], "the message ends before its heart rate")]
    [InlineData("084801", 72, SensorContact.NotSupported, null, false, new double[0], "the message ends before its energy expended")]
    [InlineData("1048b903ff", 72, SensorContact.NotSupported, null, true, new[] { 930.6640625 }, "the message ends in the middle of an RR interval")]
    [InlineData("0048b903", 72, SensorContact.NotSupported, null, false, new double[0], "2 more bytes than the flags announce")]
    public void Reads_messages_written_by_hand(
        string hex, int? bpm, SensorContact contact, int? energyKj, bool hasRr, double[] rrMs, string? problem)
    {
        var measurement = HeartRateMeasurement.Decode(Convert.FromHexString(hex));

        Assert.Equal(bpm, measurement.HeartRateBpm);
        Assert.Equal(contact, measurement.Contact);
        Assert.Equal(energyKj, measurement.EnergyExpendedKj);
        Assert.Equal(hasRr, measurement.HasRr);
        Assert.Equal(rrMs, measurement.RrMs);
        Assert.Equal(problem, measurement.Problem);
    }

    [Fact]
    public void What_is_encoded_is_decoded_for_every_combination_of_flags() =>
        Gen.Select(Gen.Int[0, 65535], Gen.UShort.Array[0, 9], Gen.Enum<SensorContact>(), Gen.Int[0, 65535].Nullable(), Gen.Bool)
            .Sample((bpm, rr1024, contact, energyKj, wide) =>
            {
                var measurement = HeartRateMeasurement.Decode(HeartRateMeasurement.Encode(bpm, rr1024, contact, energyKj, wide));

                Assert.Equal(bpm, measurement.HeartRateBpm);
                Assert.Equal(contact, measurement.Contact);
                Assert.Equal(energyKj, measurement.EnergyExpendedKj);
                Assert.Equal(rr1024.Length > 0, measurement.HasRr);
                Assert.Equal(rr1024.Select(rr => rr / 1.024), measurement.RrMs, (a, b) => Math.Abs(a - b) < 1e-9);
                Assert.Null(measurement.Problem);
            });

    [Fact]
    public void No_bytes_throw_and_every_message_has_a_rate_or_says_why_not() =>
        Gen.Byte.Array[0, 64].Sample(bytes =>
        {
            var measurement = HeartRateMeasurement.Decode(bytes);

            Assert.False(measurement.RrMs.IsDefault);
            Assert.True(measurement.HeartRateBpm is not null || measurement.Problem is not null);
            Assert.True(measurement.HasRr || measurement.RrMs.IsEmpty);
        }, iter: 20_000);

    [Fact]
    public void A_message_cut_anywhere_gives_what_came_before_the_cut() =>
        Gen.Select(Gen.Int[0, 65535], Gen.UShort.Array[1, 9], Gen.Int[0, 65535]).Sample((bpm, rr1024, energyKj) =>
        {
            var bytes = HeartRateMeasurement.Encode(bpm, rr1024, SensorContact.Detected, energyKj, wide: true);
            var whole = HeartRateMeasurement.Decode(bytes);
            for (var length = 0; length < bytes.Length; length++)
            {
                var cut = HeartRateMeasurement.Decode(bytes.AsSpan(0, length));

                Assert.Equal(length >= 3 ? bpm : null, cut.HeartRateBpm);
                Assert.Equal(length >= 5 ? energyKj : null, cut.EnergyExpendedKj);
                Assert.Equal(whole.RrMs.Take(Math.Max(0, length - 5) / 2), cut.RrMs);
                // A cut between two intervals cannot be seen: a message may hold any number of them.
                Assert.Equal(length < 5 || length % 2 == 0, cut.Problem is not null);
            }
        });

    [Theory]
    [InlineData(-1, null)]
    [InlineData(65536, null)]
    [InlineData(70, -1)]
    [InlineData(70, 65536)]
    public void A_number_that_does_not_fit_its_field_is_refused(int bpm, int? energyKj) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HeartRateMeasurement.Encode(bpm, [], SensorContact.Detected, energyKj));
}
