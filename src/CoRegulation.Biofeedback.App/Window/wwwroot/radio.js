// The browser as the radio: this page holds straps by Web Bluetooth and passes on what they say, bytes and time of arrival, untouched.
// The program decides when to connect; what it could not be told because the socket was down waits here and is sent when it is up
// and the program knows this page's clock.

import { HeldStrap } from './held-strap.js';
import { PageClock } from './page-clock.js';

const heartRate = 'heart_rate';
const battery = 'battery_service';
const mostWaiting = 20000; // more than two hours of two straps
const retryMs = 500;

class Radio extends EventTarget {
  #page = '';
  #straps = new Map(); // by the browser's name for the device
  #socket = null;
  #waiting = [];
  #number = 0;
  #isOn = false;
  #lateMs = 0;      // the most that a timer was late and the program was not told of
  #toldMs = 0;      // what it was told last
  #isReady = false; // the program takes what must not be lost
  #clock = new PageClock(() => {
    this.#isReady = false;
    this.#send({ kind: 'step' });
  });

  /** The places whose straps a browser holds, as the program last told. */
  places = [];

  /** Whether this browser can hold straps. */
  get isThere() { return Boolean(navigator.bluetooth?.requestDevice); }

  /** Begins to talk with the program; offers it the straps that this page may use already. */
  async start() {
    if (this.#isOn || !this.isThere) return;
    this.#isOn = true;
    this.#page = crypto.randomUUID(); // not before: a page that is no secure one, as over a network, has none
    this.#connect();
    this.#watchTab();
    // A page that was loaded anew gets its straps back where the browser remembers them.
    const known = await navigator.bluetooth.getDevices?.().catch(() => []) ?? [];
    for (const device of known) this.#hold(device);
  }

  /** Asks the person for a strap, in the browser's own dialog; null when none was chosen. Throws what the browser says otherwise. */
  async pick() {
    try {
      const device = await navigator.bluetooth.requestDevice({ filters: [{ services: [heartRate] }], optionalServices: [battery] });
      this.#hold(device);
      return device.id;
    } catch (error) {
      if (error.name !== 'NotFoundError' && error.name !== 'AbortError') throw error;
      // So says a browser whose dialog was closed without a choice, and one that has no Bluetooth to look with.
      if (await navigator.bluetooth.getAvailability?.() === false) throw new Error('Bluetooth is off, or not there.');
      return null;
    }
  }

  #hold(device) {
    const { id } = device;
    if (!this.#straps.has(id)) {
      this.#straps.set(id, new HeldStrap(device, this.#clock, (kind, more) => this.#tell(id, kind, more), () => this.#send({ kind: 'seen', device: id })));
    }
    this.#announce(this.#straps.get(id));
  }

  #announce(strap) {
    this.#send({ kind: 'device', device: strap.device.id, name: strap.device.name ?? '', connected: strap.isConnected });
  }

  /** What must not be lost: kept until the program says that it has it. */
  #tell(device, kind, more) {
    const message = { kind, device, number: ++this.#number, ...more };
    this.#waiting.push(message);
    if (this.#waiting.length > mostWaiting) this.#waiting.shift();
    if (this.#isReady) this.#send(message);
  }

  #send(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #connect() {
    const socket = new WebSocket(`ws://${location.host}/api/radio`);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#send({ kind: 'hello', page: this.#page });
      for (const strap of this.#straps.values()) this.#announce(strap);
      this.#tellTab(); // after the straps: of a tab without one nobody wants to know
    });
    socket.addEventListener('message', event => this.#hear(JSON.parse(event.data)));
    socket.addEventListener('close', () => {
      this.#isReady = false;
      this.#lateMs = Math.max(this.#lateMs, this.#toldMs); // it may have gone into a socket that was no more
      setTimeout(() => this.#connect(), retryMs);
    });
  }

  #hear(message) {
    const strap = this.#straps.get(message.device);
    switch (message.kind) {
      case 'ping':
        this.#send({ kind: 'pong', ping: message.ping, atMs: this.#clock.now() });
        break;
      case 'ready':
        this.#isReady = true;
        this.#send({ kind: 'ready' });
        for (const message of this.#waiting) this.#send(message);
        break;
      case 'ack':
        while (this.#waiting[0]?.number <= message.number) this.#waiting.shift();
        break;
      case 'connect':
        strap?.connect();
        break;
      case 'disconnect':
        strap?.disconnect();
        break;
      case 'places':
        this.places = message.places;
        this.dispatchEvent(new Event('places'));
        break;
    }
  }

  /** Tells when the tab is in the background, and when its timers come late: then the browser lets it wait. */
  #watchTab() {
    const everyMs = 1000;
    const lateFromMs = 2000;
    let dueMs = performance.now() + everyMs;
    let wasLate = false;
    document.addEventListener('visibilitychange', () => this.#tellTab());
    setInterval(() => {
      const lateMs = Math.max(0, performance.now() - dueMs);
      dueMs = performance.now() + everyMs;
      const wasUntold = this.#lateMs > 0;
      const isLate = lateMs >= lateFromMs;
      if (isLate) this.#lateMs = Math.max(this.#lateMs, lateMs);
      if (isLate || wasLate) this.#tellTab();
      wasLate = isLate || wasUntold;
    }, everyMs);
  }

  /** A browser that freezes a tab may close its socket, too: then this is told when it is open again. */
  #tellTab() {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#send({ kind: 'tab', hidden: document.hidden, lateMs: Math.round(this.#lateMs) });
    [this.#toldMs, this.#lateMs] = [this.#lateMs, 0];
  }
}

/** The one of this page; it stays when the page turns from the choosing of straps to the session. */
export const radio = new Radio();
