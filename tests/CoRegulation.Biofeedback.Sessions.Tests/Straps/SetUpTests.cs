using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Gatt;
using CoRegulation.Biofeedback.Sessions.Straps;
using CoRegulation.Biofeedback.Sessions.Tests.Recording;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sessions.Tests.Straps;

public sealed class SetUpTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedBackend _radio;
    private readonly SetUp _setUp;

    public SetUpTests()
    {
        _radio = new ScriptedBackend(_time);
        _setUp = new SetUp([_radio], _time, Remembered());
    }

    public async ValueTask DisposeAsync()
    {
        await _setUp.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Straps_appear_as_they_are_seen()
    {
        _radio.See("1", "H10");
        _radio.See("2", "H10");

        var state = await UntilAsync(state => state.InRange.Length == 2);

        Assert.Equal(["1", "2"], state.InRange.Select(strap => strap.Tail));
        Assert.All(state.Places, place => Assert.False(place.IsTaken));
    }

    [Fact]
    public async Task A_strap_is_connected_as_soon_as_it_is_chosen_and_its_pulse_is_seen()
    {
        _radio.See("1", "H10");
        await UntilAsync(state => state.InRange.Length == 1);

        _setUp.Choose("A", "sim:1");
        _radio.Strap("1").Tell(SensorState.Connected);
        _radio.Strap("1").Beat(64);
        _radio.Strap("1").TellBattery(90);

        var place = (await UntilAsync(state => state.Places[0].Reading?.BatteryPercent is not null)).Places[0];
        Assert.Equal(("H10", SensorState.Connected, 64, 1L, 90), (place.StrapName, place.Reading!.State, place.Reading.HeartRateBpm, place.Reading.BeatCount, place.Reading.BatteryPercent));
    }

    [Fact]
    public void One_strap_for_both_is_refused_with_a_sentence()
    {
        _setUp.Rename("A", "Ana");
        _setUp.Choose("A", "sim:1");

        var refusal = Assert.Throws<ChoiceRefusedException>(() => _setUp.Choose("B", "sim:1"));

        Assert.Contains("Ana's already", refusal.Message, StringComparison.Ordinal);
        Assert.False(_setUp.Now.Places[1].IsTaken);
    }

    [Fact]
    public async Task One_strap_is_one_however_its_address_is_written()
    {
        var radio = new ScriptedBackend(_time, "bluez");
        await using var setUp = new SetUp([radio], _time);
        setUp.Choose("A", "bluez:AA:BB:CC:DD:EE:01");

        Assert.Throws<ChoiceRefusedException>(() => setUp.Choose("B", "bluez:aa:bb:cc:dd:ee:01"));
        setUp.Choose("A", "bluez:aa:bb:cc:dd:ee:01");
        Assert.Single(radio.Opened);
    }

    [Fact]
    public void A_strap_that_is_not_in_range_keeps_the_name_that_it_is_known_by()
    {
        _setUp.Choose("A", "sim:1", "Polar H10 12345678");

        Assert.Equal("Polar H10 12345678", _setUp.Now.Places[0].StrapName);
    }

    [Fact]
    public async Task Who_is_only_called_a_person_has_no_name_and_is_not_remembered()
    {
        await using var setUp = new SetUp([new ScriptedBackend(_time, "bluez")], _time, Remembered());
        setUp.Rename("A", "Person A");
        setUp.Choose("A", "bluez:1");

        setUp.Remember();

        Assert.Equal("Person A", setUp.Now.Places[0].Name);
        Assert.Null(Remembered().Find("Person A"));
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        _setUp.Choose("A", "sim:1");
        _setUp.Choose("A", "sim:1");

        Assert.Single(_radio.Opened);
    }

    [Fact]
    public async Task Another_strap_lets_the_first_go()
    {
        _setUp.Choose("A", "sim:1");
        _setUp.Choose("A", "sim:2");

        await WaitAsync(() => _radio.Strap("1").IsDisposed);
        Assert.Equal("sim:2", _setUp.Now.Places[0].StrapId);
        _setUp.Clear("A");
        await WaitAsync(() => _radio.Strap("2").IsDisposed);
        Assert.False(_setUp.Now.Places[0].IsTaken);
    }

    [Fact]
    public void Swapping_exchanges_straps_and_leaves_names_and_connections()
    {
        _setUp.Rename("A", "Ana");
        _setUp.Choose("A", "sim:1");
        _setUp.Choose("B", "sim:2");

        _setUp.Swap();

        Assert.Equal([("Ana", "sim:2"), ("Person B", "sim:1")], _setUp.Now.Places.Select(place => (place.Name, place.StrapId!)));
        Assert.DoesNotContain(_radio.Opened, strap => strap.IsDisposed);
    }

    [Theory]
    [InlineData("C", "sim:1", "no place")]
    [InlineData("A", "sim:bad", "no strap's address")]
    [InlineData("A", "moon:1", "no strap that this program reaches")]
    [InlineData("A", "", "no strap that this program reaches")]
    public void What_cannot_be_chosen_is_refused_with_a_sentence(string place, string id, string says) =>
        Assert.Contains(says, Assert.Throws<ChoiceRefusedException>(() => _setUp.Choose(place, id)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\u0007")]
    [InlineData("a\nb")]
    [InlineData("Ana\u2028Ben")]
    [InlineData("Ana\u2029")]
    [InlineData("A\u202Ena")]
    [InlineData("A\u2066na")]
    [InlineData("Ana\u200B")]
    [InlineData("Ana\uD800")]
    public void A_name_is_one_line(string name) => Assert.Throws<ChoiceRefusedException>(() => _setUp.Rename("A", name));

    [Theory]
    [InlineData("Zoë")]
    [InlineData("علی‌رضا")]
    [InlineData("👩‍👧")]
    public void A_name_may_be_of_any_script(string name)
    {
        _setUp.Rename("A", name);

        Assert.Equal(name, _setUp.Now.Places[0].Name);
    }

    [Theory]
    [InlineData("Ana")]
    [InlineData("aNA ")]
    [InlineData("Person A")]
    public void Two_people_have_two_names(string name)
    {
        _setUp.Rename("A", "Ana");

        var refusal = Assert.Throws<ChoiceRefusedException>(() => _setUp.Rename("B", name));

        Assert.Contains("a name of their own", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("Person B", _setUp.Now.Places[1].Name);
    }

    [Fact]
    public void The_own_place_and_the_own_name_again_are_no_other_persons()
    {
        _setUp.Rename("A", "Ana");
        _setUp.Rename("A", "ana");
        _setUp.Rename("B", "Person B");
        _setUp.Rename("B", "");

        Assert.Equal(["ana", "Person B"], _setUp.Now.Places.Select(place => place.Name));
    }

    [Fact]
    public async Task When_nobody_looks_on_no_trouble_is_told_of_that_may_be_over()
    {
        _radio.See("1", "H10");
        await UntilAsync(state => state.InRange.Length == 1);
        _radio.Break(new SensorException(SensorTrouble.AdapterOff, "Bluetooth is off: switch it on."));
        await UntilAsync(state => state.Troubles.Length == 1);

        _setUp.Rest();

        await UntilAsync(state => state.Troubles.IsEmpty);
    }

    [Fact]
    public void A_strap_whose_name_ends_with_its_address_is_not_told_of_twice()
    {
        Assert.Equal("", SeenStrap.TailBeside("Unnamed strap EE:03", "bluez:AA:BB:CC:DD:EE:03"));
        Assert.Equal("EE:03", SeenStrap.TailBeside("Polar H10", "bluez:AA:BB:CC:DD:EE:03"));
    }

    [Fact]
    public void A_name_of_61_letters_is_too_long() => Assert.Throws<ChoiceRefusedException>(() => _setUp.Rename("A", new string('a', 61)));

    [Fact]
    public async Task A_radio_that_fails_is_tried_again_and_says_why_until_it_works()
    {
        await WaitAsync(() => _radio.Searches == 1);
        _radio.See("1", "H10");
        await UntilAsync(state => state.InRange.Length == 1);

        _radio.Break(new SensorException(SensorTrouble.AdapterOff, "Bluetooth is off: switch it on."));
        var state = await UntilAsync(state => state.Troubles.Length == 1);
        Assert.Equal((SensorTrouble.AdapterOff, "Bluetooth is off: switch it on."), (state.Troubles[0].Trouble, state.Troubles[0].Sentence));
        Assert.Empty(state.InRange);

        _radio.Trouble = null;
        await AdvanceUntilAsync(() => _setUp.Now.Troubles.IsEmpty);
        _radio.See("1", "H10");
        await UntilAsync(state => state.InRange.Length == 1);
    }

    [Fact]
    public async Task A_choice_is_remembered_for_who_has_a_name_and_can_be_forgotten()
    {
        await using var setUp = new SetUp([new ScriptedBackend(_time, "bluez")], _time, Remembered());
        setUp.Rename("A", "Ana");
        setUp.Choose("A", "bluez:1");
        setUp.Choose("B", "bluez:2");
        setUp.Remember();
        await using var next = new SetUp([_radio], _time, Remembered());

        next.Rename("B", "ana");

        Assert.Equal((null, "bluez:1"), (Remembered().Find("Person B"), next.Now.Places[1].Remembered?.Id));
        Assert.False(next.Now.Places[1].IsTaken); // offered, never taken
        next.Forget("B");
        Assert.Null(next.Now.Places[1].Remembered);
        Assert.Null(Remembered().Find("Ana"));
    }

    [Fact]
    public void A_simulated_person_takes_nobodys_strap_away()
    {
        var strap = new RememberedStrap("bluez:AA:BB:CC:DD:EE:01", "Polar H10 1");
        Remembered().Remember("Ana", strap);
        _setUp.Rename("A", "Ana");
        _setUp.Rename("B", "Ben");
        _setUp.Choose("A", "sim:1");
        _setUp.Choose("B", "sim:2");

        _setUp.Remember();

        Assert.Equal((strap, null), (Remembered().Find("Ana"), Remembered().Find("Ben")));
    }

    [Fact]
    public async Task A_lent_strap_stays_connected_when_it_is_given_back()
    {
        _setUp.Choose("A", "sim:1");
        var lent = _setUp.Lend("A")!;
        await lent.DisposeAsync();

        _radio.Strap("1").Beat(70);

        await UntilAsync(state => state.Places[0].Reading!.HeartRateBpm == 70);
        Assert.False(_radio.Strap("1").IsDisposed);
        Assert.Null(_setUp.Lend("B"));
    }

    [Fact]
    public async Task One_strap_that_two_radios_reach_is_told_of_at_both_places_until_it_is_exchanged()
    {
        var another = new ScriptedBackend(_time, "web");
        await using var setUp = new SetUp([_radio, another], _time);
        setUp.Rename("A", "Ana");
        setUp.Choose("A", "sim:1");
        setUp.Choose("B", "web:x");

        for (ushort beat = 0; beat < 12; beat++)
        {
            _radio.Strap("1").Send(HeartRateMeasurement.Encode(60, [(ushort)(1000 + (7 * beat))]));
            another.Strap("x").Send(HeartRateMeasurement.Encode(60, [(ushort)(1000 + (7 * beat))]));
        }

        await WaitAsync(() => setUp.Now.Places is [{ SharesHeartWith: "Person B" }, { SharesHeartWith: "Ana" }]);
        setUp.Choose("B", "web:y");
        Assert.All(setUp.Now.Places, place => Assert.Null(place.SharesHeartWith));
    }

    private RememberedStraps Remembered() => new(Path.Combine(_folder.Path, "straps.json"));

    private async Task<SetUpState> UntilAsync(Func<SetUpState, bool> condition)
    {
        for (; ; )
        {
            var state = _setUp.Now;
            if (condition(state))
                return state;
            await _setUp.ChangedSinceAsync(state.Version).WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
        }
    }

    private Task AdvanceUntilAsync(Func<bool> condition) => WaitAsync(() =>
    {
        _time.Advance(TimeSpan.FromSeconds(0.5));
        return condition();
    });

    private static async Task WaitAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (!condition())
            await Task.Delay(5, patience.Token);
    }
}
