// Play, pause, speed and position of a replay. The program decides; this shows what it decided.

export class TransportControls {
  #transport = { playing: false, speed: 1, ended: false };
  #dragging = false;

  constructor(root, report) {
    this.report = report;
    this.root = root;
    this.play = root.querySelector('#play');
    this.speed = root.querySelector('#speed');
    this.position = root.querySelector('#position');
    this.play?.addEventListener('click', () => this.toggle());
    this.speed?.addEventListener('change', () => {
      const value = this.speed.value;
      this.#send({ action: 'speed', speed: value === 'max' ? 'max' : Number(value) });
    });
    this.position?.addEventListener('input', () => { this.#dragging = true; });
    this.position?.addEventListener('change', () => {
      this.#dragging = false;
      this.jump(Number(this.position.value));
    });
  }

  get canSeek() { return this.play !== null; }

  toggle() {
    if (this.canSeek) this.#send({ action: this.#transport.playing ? 'pause' : 'play' });
  }

  jump(positionS) {
    if (!this.canSeek) return;
    const lastS = Number(this.position?.max ?? Infinity);
    this.#send({ action: 'jump', positionS: Math.min(lastS, Math.max(0, positionS)) });
  }

  show(transport) {
    this.#transport = transport;
    if (!this.canSeek) return;
    document.body.dataset.playing = transport.playing;
    this.play.setAttribute('aria-label', transport.playing ? 'pause' : 'play');
    const value = String(transport.speed);
    if (![...this.speed.options].some(option => option.value === value)) this.speed.add(new Option(`${value}×`, value));
    this.speed.value = value;
  }

  /** Shows where the session stands, s; `clock` are its words. */
  at(timeS, clock) {
    if (!this.position || this.#dragging) return;
    this.position.value = timeS;
    this.position.setAttribute('aria-valuetext', clock);
  }

  async #send(request) {
    await send('/api/live/transport', request, this.report);
  }
}

/** Sends a wish to the program; what is wrong with it goes to `report`. */
export async function send(path, body, report) {
  try {
    const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!answer.ok) report((await answer.text()).trim());
  } catch {
    report('The program does not answer.');
  }
}
