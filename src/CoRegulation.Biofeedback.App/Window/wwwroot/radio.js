// The browser as the radio: this page holds straps by Web Bluetooth and passes on what they say, bytes and time of arrival, untouched.
// The program decides when to connect; what it could not be told because the socket was down waits here and is sent when it is up.

import { HeldStrap } from './held-strap.js';

const heartRate = 'heart_rate';
const battery = 'battery_service';
const mostWaiting = 20000; // more than two hours of two straps
const retryMs = 500;

class Radio extends EventTarget {
  #page = crypto.randomUUID();
  #straps = new Map(); // by the browser's name for the device
  #socket = null;
  #waiting = [];
  #number = 0;
  #isOn = false;

  /** The places whose straps a browser holds, as the program last told. */
  places = [];

  /** Whether this browser can hold straps. */
  get isThere() { return Boolean(navigator.bluetooth?.requestDevice); }

  /** Begins to talk with the program; offers it the straps that this page may use already. */
  async start() {
    if (this.#isOn || !this.isThere) return;
    this.#isOn = true;
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
      if (error.name === 'NotFoundError' || error.name === 'AbortError') return null; // closed without a choice
      throw error;
    }
  }

  #hold(device) {
    if (!this.#straps.has(device.id)) this.#straps.set(device.id, new HeldStrap(device, (kind, more) => this.#tell(device.id, kind, more)));
    this.#announce(this.#straps.get(device.id));
  }

  #announce(strap) {
    this.#send({ kind: 'device', device: strap.device.id, name: strap.device.name ?? '', connected: strap.isConnected });
  }

  /** What must not be lost: kept until the program says that it has it. */
  #tell(device, kind, more) {
    const message = { kind, device, number: ++this.#number, ...more };
    this.#waiting.push(message);
    if (this.#waiting.length > mostWaiting) this.#waiting.shift();
    this.#send(message);
  }

  #send(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #connect() {
    const socket = new WebSocket(`ws://${location.host}/api/radio`);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#send({ kind: 'hello', page: this.#page });
      this.#send({ kind: 'tab', hidden: document.hidden, lateMs: 0 });
      for (const strap of this.#straps.values()) this.#announce(strap);
      for (const message of this.#waiting) this.#send(message);
    });
    socket.addEventListener('message', event => this.#hear(JSON.parse(event.data)));
    socket.addEventListener('close', () => setTimeout(() => this.#connect(), retryMs));
  }

  #hear(message) {
    const strap = this.#straps.get(message.device);
    switch (message.kind) {
      case 'ping':
        this.#send({ kind: 'pong', ping: message.ping, atMs: performance.now() });
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
    const tell = lateMs => this.#send({ kind: 'tab', hidden: document.hidden, lateMs: Math.round(lateMs) });
    document.addEventListener('visibilitychange', () => tell(0));
    setInterval(() => {
      const lateMs = Math.max(0, performance.now() - dueMs);
      dueMs = performance.now() + everyMs;
      const isLate = lateMs >= lateFromMs;
      if (isLate || wasLate) tell(lateMs);
      wasLate = isLate;
    }, everyMs);
  }
}

/** The one of this page; it stays when the page turns from the choosing of straps to the session. */
export const radio = new Radio();
