using System.Text.Json;

namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>The page as the radio, part by part, in a real browser: with clocks and a strap that do what a test says.</summary>
public sealed class RadioPageTests(Chromium chromium)
{
    // A strap as Web Bluetooth shows it: it connects when it is told to, and its measurement speaks.
    private const string Strap = """
        const turn = () => new Promise(done => setTimeout(done));
        class Measurement extends EventTarget {
          async startNotifications() {}
          async stopNotifications() {}
          beat() { this.value = new DataView(new Uint8Array([0x10, 60, 0, 4]).buffer); this.dispatchEvent(new Event('characteristicvaluechanged')); }
        }
        class Device extends EventTarget {
          tries = []; disconnects = 0; watchingAdvertisements = false; measurement = new Measurement();
          gatt = { connect: () => new Promise((done, failed) => this.tries.push({ succeed: () => done(this.server), failed })), disconnect: () => this.disconnects++ };
          server = { getPrimaryService: async () => ({ getCharacteristic: async name => { if (name === 'battery_level') throw new Error(); return this.measurement; } }) };
          async watchAdvertisements({ signal }) {
            this.watchingAdvertisements = true;
            signal.addEventListener('abort', () => { this.watchingAdvertisements = false; });
          }
        }
        const { HeldStrap } = await import('/held-strap.js');
        const device = new Device();
        const told = [];
        const strap = new HeldStrap(device, performance, kind => told.push(kind), () => told.push('(seen)'));
        """;

    [Fact]
    public Task The_clock_of_the_page_counts_a_sleep_in_which_the_browsers_stood_and_says_so_once() => TellsAsync(
        """
        const { PageClock } = await import('/page-clock.js');
        let wallMs = 1e12, uptimeMs = 1000;
        Date.now = () => wallMs;
        performance.now = () => uptimeMs;
        let steps = 0;
        const clock = new PageClock(() => steps++);
        const told = [clock.now()];
        wallMs += 1000; uptimeMs += 1000; told.push(clock.now(), steps);
        wallMs += 60500; uptimeMs += 500; told.push(clock.now(), steps); // asleep for a minute
        for (let i = 0; i < 5; i++) { wallMs += 200; told.push(clock.now()); } // put right little by little
        return [...told, steps];
        """,
        [1000, 2000, 0, 62500, 1, 62500, 62500, 62500, 62500, 62500, 1]);

    [Fact]
    public Task A_clock_that_was_read_while_something_else_ran_makes_no_step() => TellsAsync(
        """
        const { PageClock } = await import('/page-clock.js');
        let wallMs = 1e12, uptimeMs = 1000, held = 1;
        Date.now = () => wallMs + (held-- === 0 ? -900 : 0);
        performance.now = () => uptimeMs;
        let steps = 0;
        const clock = new PageClock(() => steps++);
        return [clock.now(), steps];
        """,
        [1000, 0]);

    [Fact]
    public Task A_link_that_comes_about_when_nobody_wants_it_any_longer_is_ended() => TellsAsync(
        Strap + """
        strap.connect();
        strap.disconnect();
        device.tries[0].succeed();
        await turn();
        return [...told, device.disconnects];
        """,
        [2]);

    [Fact]
    public Task Told_twice_to_connect_a_strap_is_connected_once_and_each_beat_comes_once() => TellsAsync(
        Strap + """
        strap.connect();
        strap.connect();
        for (const { succeed } of device.tries) succeed();
        await turn();
        device.measurement.beat();
        strap.connect();
        device.measurement.beat(); // at once: a link that is there is not made anew
        await turn();
        return [...told, device.tries.length, device.disconnects];
        """,
        ["connected", "notification", "connected", "notification", 2, 0]);

    [Fact]
    public Task A_strap_is_listened_for_while_it_is_lost_and_only_then() => TellsAsync(
        Strap + """
        const watched = [device.watchingAdvertisements];
        const note = () => watched.push(device.watchingAdvertisements);
        strap.connect();
        device.tries[0].succeed();
        await turn(); note();
        device.dispatchEvent(new Event('gattserverdisconnected'));
        await turn(); note();
        device.dispatchEvent(new Event('advertisementreceived'));
        strap.connect();
        device.tries[1].failed(new DOMException('', 'NetworkError'));
        await turn(); note();
        strap.connect();
        device.tries[2].succeed();
        await turn(); note();
        device.dispatchEvent(new Event('advertisementreceived'));
        return [...watched, ...told];
        """,
        [false, false, true, true, false, "connected", "lost", "(seen)", "failed", "connected"]);

    [Fact]
    public Task A_button_to_reconnect_is_not_replaced_while_it_may_be_pressed() => TellsAsync(
        """
        const { radio } = await import('/radio.js');
        const { offerReconnect } = await import('/reconnect.js');
        const element = document.createElement('p');
        const places = (...held) => {
          radio.places = held.map((isHeld, i) => ({ place: 'AB'[i], device: 'h10', name: 'H10', isHeld }));
          radio.dispatchEvent(new Event('places'));
          return [...element.querySelectorAll('button:not([hidden])')];
        };
        offerReconnect(element, () => {}, new AbortController().signal);
        const [b] = places(true, false);
        const [first, second] = places(false, false);
        return [b.textContent, first.textContent, second === b, places(true, true).length, element.hidden];
        """,
        ["Reconnect B", "Reconnect A", true, 0, true]);

    private async Task TellsAsync(string script, object[] says)
    {
        await using var live = await LiveProgram.StartAsync(null, "live");
        var page = await chromium.NewPageAsync();
        await page.GotoAsync(live.Url.AbsoluteUri);

        var told = await page.EvaluateAsync<string>($"async () => JSON.stringify(await (async () => {{ {script} }})())");

        Assert.Equal(JsonSerializer.Serialize(says), told);
        await page.Context.CloseAsync();
    }
}
