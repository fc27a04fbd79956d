// One strap that this page may use: connects when it is told to, and says what comes.

export class HeldStrap {
  #turn = 0; // counts wishes: only the newest is carried out
  #measurement = null;
  #battery = null;

  /** `tell(kind, more)` passes on what happens. */
  constructor(device, tell) {
    Object.assign(this, { device, tell });
    device.addEventListener('gattserverdisconnected', () => {
      const atMs = performance.now();
      if (!this.isConnected) return;
      this.#leave();
      tell('lost', { atMs });
    });
    // Where the browser can: to hear a strap that is back ends the pause before the next try.
    device.watchAdvertisements?.().catch(() => {});
    device.addEventListener('advertisementreceived', () => { if (!this.isConnected) tell('seen', {}); });
  }

  /** Connected and subscribed. */
  isConnected = false;

  async connect() {
    const turn = ++this.#turn;
    try {
      this.#leave();
      const server = await this.device.gatt.connect();
      const service = await server.getPrimaryService('heart_rate');
      const measurement = await service.getCharacteristic('heart_rate_measurement');
      if (turn !== this.#turn) return;
      this.#measurement = measurement;
      measurement.addEventListener('characteristicvaluechanged', this.#beat);
      await measurement.startNotifications();
      if (turn !== this.#turn) return;
      this.isConnected = true;
      this.tell('connected', {});
      await this.#readBattery(server, turn);
    } catch (error) {
      if (turn !== this.#turn || this.isConnected) return;
      this.#leave();
      this.tell('failed', { error: error.name });
    }
  }

  disconnect() {
    this.#turn++;
    this.#leave();
    this.device.gatt.disconnect();
  }

  // The old connection's handlers go, or every beat would come twice after a reconnect.
  #leave() {
    this.isConnected = false;
    this.#measurement?.removeEventListener('characteristicvaluechanged', this.#beat);
    this.#battery?.removeEventListener('characteristicvaluechanged', this.#charge);
    this.#measurement = this.#battery = null;
  }

  #beat = event => {
    const atMs = performance.now(); // first of all
    this.tell('notification', { atMs, hex: hex(event.target.value) });
  };

  #charge = event => {
    if (event.target.value.byteLength > 0) this.tell('battery', { atMs: performance.now(), percent: event.target.value.getUint8(0) });
  };

  async #readBattery(server, turn) {
    try {
      const service = await server.getPrimaryService('battery_service');
      const level = await service.getCharacteristic('battery_level');
      const value = await level.readValue();
      if (turn !== this.#turn) return;
      this.tell('battery', { atMs: performance.now(), percent: value.getUint8(0) });
      level.addEventListener('characteristicvaluechanged', this.#charge);
      this.#battery = level;
      await level.startNotifications();
    } catch {
      // Not every strap tells, and none must.
    }
  }
}

function hex(view) {
  return [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
