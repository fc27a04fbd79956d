// Who is in range, who has which strap, and what each says. The program decides and words everything; this shows it and asks.

import { StrapPlace } from './strap-place.js';

export class StrapsView {
  #source;
  #pending = new Set();

  /** `root`: the markup of the places; `changed` is called with each new state. */
  constructor(root, changed = () => {}) {
    this.root = root;
    this.notes = root.querySelector('.radio-notes');
    this.browser = root.querySelector('.browser-note');
    this.refusal = root.querySelector('.refusal');
    this.swap = root.querySelector('.swap');
    this.places = [...root.querySelectorAll('[data-place]')].map(element => new StrapPlace(element, this));
    this.over = new AbortController();
    const { signal } = this.over;
    this.swap.addEventListener('click', () => this.post('swap', {}), { signal });
    for (const place of this.places) place.listen(signal);
    this.#source = new EventSource('/api/setup/stream');
    this.#source.addEventListener('setup', event => {
      const state = JSON.parse(event.data);
      this.#show(state);
      changed(state);
    });
    this.#source.addEventListener('error', () => this.#say(['The program does not answer: it was closed, or has stopped.']));
  }

  /** Asks the program for something; false when it refuses, and says why. */
  async post(what, body) {
    this.refuse('');
    const asking = this.#ask(what, body);
    this.#pending.add(asking);
    const problem = await asking;
    this.#pending.delete(asking);
    if (problem) this.refuse(problem);
    return !problem;
  }

  /** Ends when everything that was asked for has been answered, a name that was just typed too. */
  async settled() {
    for (const place of this.places) place.sendName();
    await Promise.all(this.#pending);
  }

  refuse(words) {
    put(this.refusal, words);
    this.refusal.hidden = words === '';
  }

  end() {
    this.over.abort();
    this.#source.close();
  }

  async #ask(what, body) {
    try {
      const answer = await fetch(`/api/setup/${what}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      return answer.ok ? '' : (await answer.text()).trim();
    } catch {
      return 'The program does not answer.';
    }
  }

  #show(state) {
    this.#say([...state.troubles.map(trouble => trouble.text), ...(state.browser?.attention ? [state.browser.text] : [])]);
    put(this.browser, state.browser && !state.browser.attention ? state.browser.text : '');
    this.swap.disabled = !state.canSwap;
    state.places.forEach((place, i) => this.places[i].show(place, state));
  }

  #say(sentences) {
    const words = sentences.join(' ');
    put(this.notes, words);
    this.notes.hidden = words === '';
  }
}

export function put(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
