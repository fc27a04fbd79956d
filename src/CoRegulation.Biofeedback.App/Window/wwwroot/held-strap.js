// One strap that this page may use: connects when it is told to, and says what comes.

export class HeldStrap {
  #turn = 0; // counts wishes: only the newest is carried out
  #isWanted = false;
  #measurement = null;
  #battery = null;
  #watching = null;

  /** `clock` stamps; `tell(kind, more)` passes on what happens and must not be lost, `seen()` that the strap is heard. */
  constructor(device, clock, tell, seen) {
    Object.assign(this, { device, clock, tell });
    device.addEventListener('gattserverdisconnected', () => {
      const atMs = clock.now();
      if (!this.isConnected) return;
      this.#leave();
      tell('lost', { atMs });
      this.#watch();
    });
    device.addEventListener('advertisementreceived', () => { if (!this.isConnected) seen(); });
  }

  /** Connected and subscribed. */
  isConnected = false;

  async connect() {
    this.#isWanted = true;
    if (this.isConnected) return this.tell('connected', {}); // to do it again would lose beats
    const turn = ++this.#turn;
    try {
      this.#leave();
      const server = await this.device.gatt.connect();
      const service = await server.getPrimaryService('heart_rate');
      const measurement = await service.getCharacteristic('heart_rate_measurement');
      await endSubscription(measurement);
      if (this.#isOutOfDate(turn)) return;
      this.#measurement = measurement;
      measurement.addEventListener('characteristicvaluechanged', this.#beat);
      await measurement.startNotifications();
      if (this.#isOutOfDate(turn)) return;
      this.isConnected = true;
      this.#watching?.abort();
      this.tell('connected', {});
      await this.#readBattery(server, turn);
    } catch (error) {
      if (turn !== this.#turn || this.isConnected) return;
      this.#leave();
      this.tell('failed', { error: error.name });
      this.#watch();
    }
  }

  disconnect() {
    this.#isWanted = false;
    this.#turn++;
    this.#leave();
    this.#watching?.abort();
    this.device.gatt.disconnect();
  }

  /** Whether something else was wished for meanwhile; a link that came about although nobody wants it any longer is ended. */
  #isOutOfDate(turn) {
    if (turn === this.#turn) return false;
    if (!this.#isWanted) this.device.gatt.disconnect();
    return true;
  }

  // Where the browser can: to hear a strap that is back ends the pause before the next try. Only then, for listening takes air time;
  // and again each time, for the browser ends it when the page is hidden.
  #watch() {
    if (!this.#isWanted || this.device.watchingAdvertisements) return;
    this.#watching = new AbortController();
    this.device.watchAdvertisements?.({ signal: this.#watching.signal }).catch(() => {});
  }

  // The old connection's handlers go, or every beat would come twice after a reconnect.
  #leave() {
    this.isConnected = false;
    this.#measurement?.removeEventListener('characteristicvaluechanged', this.#beat);
    this.#battery?.removeEventListener('characteristicvaluechanged', this.#charge);
    this.#measurement = this.#battery = null;
  }

  #beat = event => {
    const atMs = this.clock.now(); // first of all
    this.tell('notification', { atMs, hex: hex(event.target.value) });
  };

  #charge = event => {
    if (event.target.value.byteLength > 0) this.tell('battery', { atMs: this.clock.now(), percent: event.target.value.getUint8(0) });
  };

  async #readBattery(server, turn) {
    try {
      const service = await server.getPrimaryService('battery_service');
      const level = await service.getCharacteristic('battery_level');
      const value = await level.readValue();
      await endSubscription(level);
      if (turn !== this.#turn || !this.isConnected) return;
      this.tell('battery', { atMs: this.clock.now(), percent: value.getUint8(0) });
      level.addEventListener('characteristicvaluechanged', this.#charge);
      this.#battery = level;
      await level.startNotifications();
    } catch {
      // Not every strap tells, and none must.
    }
  }
}

// After a link was lost, Chromium takes the subscription that it had for one that holds still, and the new one hears nothing. One that is ended
// first begins anew; where there is none, this does nothing.
async function endSubscription(characteristic) {
  await characteristic.stopNotifications().catch(() => {});
}

function hex(view) {
  return [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
