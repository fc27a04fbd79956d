// Straps while the session runs: the same places as before it, in a dialog.

import { StrapsView } from './straps.js';
import { send } from './transport.js';

export class StrapsDialog {
  #view = null;

  constructor(dialog, button, report, signal) {
    const [end, surely, sentence] = ['#end-session', '#end-surely', '.end-session .sentence'].map(selector => dialog.querySelector(selector));
    Object.assign(this, { dialog, surely });
    // Asked once more: somebody who reaches for "Close" must not end an evening.
    this.ask = isAsked => {
      end.hidden = isAsked;
      surely.hidden = sentence.hidden = !isAsked;
    };
    end.addEventListener('click', () => {
      this.ask(true);
      surely.focus();
    });
    surely.addEventListener('click', async () => {
      dialog.close();
      await send('/api/setup/end', {}, report);
    });
    button.addEventListener('click', () => this.open());
    button.disabled = false; // only now there is somebody who hears it
    dialog.addEventListener('close', () => this.#end());
    signal.addEventListener('abort', () => this.#end());
  }

  /** Asks whether to end the session. */
  end() {
    if (this.dialog.open) return;
    this.open();
    this.ask(true);
    this.surely.focus();
  }

  open() {
    if (this.dialog.open) return;
    this.ask(false);
    this.#view = new StrapsView(this.dialog.querySelector('.straps'));
    this.dialog.showModal();
  }

  // Listens only while it is seen: a browser opens few connections to one address.
  #end() {
    this.#view?.end();
    this.#view = null;
  }
}
