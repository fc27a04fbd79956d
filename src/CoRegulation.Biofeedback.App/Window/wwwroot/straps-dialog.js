// Straps while the session runs: the same places as before it, in a dialog.

import { StrapsView } from './straps.js';

export class StrapsDialog {
  #view = null;

  constructor(dialog, button, signal) {
    Object.assign(this, { dialog });
    button.addEventListener('click', () => this.open());
    dialog.addEventListener('close', () => this.#end());
    signal.addEventListener('abort', () => this.#end());
  }

  open() {
    if (this.dialog.open) return;
    this.#view = new StrapsView(this.dialog.querySelector('.straps'));
    this.dialog.showModal();
  }

  // Listens only while it is seen: a browser opens few connections to one address.
  #end() {
    this.#view?.end();
    this.#view = null;
  }
}
