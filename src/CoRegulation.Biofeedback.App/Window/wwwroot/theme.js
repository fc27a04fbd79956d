// Light or dark: the system's choice until the reader makes one.

import { keep } from './settings.js';

const root = document.documentElement;
const systemDark = matchMedia('(prefers-color-scheme: dark)');

export class Theme {
  constructor(button, changed, signal) {
    this.button = button;
    this.changed = changed;
    button.addEventListener('click', () => this.toggle());
    systemDark.addEventListener('change', () => this.#show(), { signal });
    this.#show();
  }

  get isDark() { return root.dataset.theme ? root.dataset.theme === 'dark' : systemDark.matches; }

  toggle() {
    root.dataset.theme = this.isDark ? 'light' : 'dark';
    keep('theme', root.dataset.theme);
    this.#show();
  }

  #show() {
    this.button.setAttribute('aria-pressed', this.isDark);
    this.changed();
  }
}
