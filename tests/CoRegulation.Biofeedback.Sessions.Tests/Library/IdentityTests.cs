using CoRegulation.Biofeedback.Sessions.Library;

namespace CoRegulation.Biofeedback.Sessions.Tests.Library;

public class IdentityTests
{
    [Theory]
    [InlineData("Ana Lena", " ana\t LENA ")]
    [InlineData("Jürgen", "JÜRGEN")]
    public void Names_differ_by_neither_case_nor_spaces(string one, string other) => Assert.Equal(Identity.Of(null, one), Identity.Of(" ", other));

    [Fact]
    public void An_id_stands_above_the_name()
    {
        Assert.Equal(Identity.Of("p7", "Ana"), Identity.Of("p7", "Anna"));
        Assert.NotEqual(Identity.Of("p7", "Ana"), Identity.Of(null, "Ana"));
        Assert.NotEqual(Identity.Of("ana", "Ana"), Identity.Of(null, "Ana"));
    }

    [Theory]
    [InlineData("ANA", true)]
    [InlineData("p7", true)]
    [InlineData("id:p7", true)]
    [InlineData("p8", false)]
    [InlineData("name:ana", false)]
    public void A_person_is_meant_by_name_and_by_id(string typed, bool isMeant) => Assert.Equal(isMeant, Identity.IsMeant(typed, Identity.Of("p7", "Ana"), "Ana"));
}
