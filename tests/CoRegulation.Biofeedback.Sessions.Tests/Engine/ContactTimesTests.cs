using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Tests.Engine;

public class ContactTimesTests
{
    // 0x16: contact supported and detected; 0x14: supported, not detected; 0x10: not supported.
    private const byte Touches = 0x16, DoesNot = 0x14, CannotTell = 0x10;

    [Theory]
    [InlineData(new[] { Touches, Touches, Touches, Touches }, 75.0)]
    [InlineData(new[] { Touches, DoesNot, DoesNot, Touches }, 25.0)]
    [InlineData(new[] { DoesNot, DoesNot, DoesNot, DoesNot }, 0.0)]
    [InlineData(new[] { CannotTell, CannotTell, CannotTell, CannotTell }, null)]
    public void Contact_holds_from_one_report_to_the_next(byte[] reports, double? percent) =>
        Assert.Equal(percent, Contact([.. reports.Select((flags, i) => Message(i + 1, flags))]).Percent(0, 4));

    [Fact]
    public void A_silent_strap_reports_no_contact_after_five_seconds() =>
        Assert.Equal(25, Contact([Message(0, Touches), new MarkerFact(20, "end")]).Percent(0, 20));

    [Fact]
    public void A_lost_link_reports_no_contact() =>
        Assert.Equal(10, Contact([Message(0, Touches), new SensorFact(2, "A", SensorState.Lost), new MarkerFact(20, "end")]).Percent(0, 20));

    private static NotificationFact Message(double timeS, byte flags) => new(timeS, "A", [flags, 60, 0x00, 0x04]);

    private static ContactTimes Contact(Fact[] facts)
    {
        var (header, _) = SimulatedSessions.Of(Scenarios.Solo, durationS: 10);
        return SessionAnalysis.Run(header, facts).People[0].Contact;
    }
}
