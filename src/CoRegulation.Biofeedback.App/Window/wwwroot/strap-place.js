// One of the two places: the straps it could have, or the strap it has.

import { Pulse } from './pulse.js';
import { radio } from './radio.js';
import { pickFor } from './reconnect.js';
import { SightingList } from './sightings.js';
import { put } from './straps.js';

const typingPauseMs = 600;

export class StrapPlace {
  #isChoosing = false; // another strap, while one is there
  #place = null;
  #typing = null;

  constructor(element, view) {
    Object.assign(this, { element, view, id: element.dataset.place });
    const $ = selector => element.querySelector(selector);
    this.title = $('h2');
    this.name = $('[data-name]');
    this.chosen = $('.chosen');
    this.choosing = $('.choosing');
    this.none = $('.none');
    this.ask = $('.ask');
    this.buttons = Object.fromEntries(['join', 'other', 'forget', 'keep', 'browser', 'reconnect'].map(name => [name, $(`.${name}`)]));
    this.texts = [...element.querySelectorAll('[data-text]')];
    this.pulse = new Pulse($('.pulse'));
    this.list = new SightingList($('.sightings'), strap => this.choose(strap));
  }

  listen(signal) {
    const { join, other, forget, keep, browser, reconnect } = this.buttons;
    browser.hidden = !radio.isThere;
    const on = (element, kind, action) => element.addEventListener(kind, action, { signal });
    on(this.name, 'change', () => this.sendName());
    on(this.name, 'input', () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.sendName(), typingPauseMs);
    });
    on(other, 'click', () => this.#choose(true));
    on(keep, 'click', () => this.#choose(false));
    on(forget, 'click', () => this.view.post('forget', { place: this.id }));
    for (const button of [browser, reconnect]) on(button, 'click', async () => {
      this.view.refuse('');
      if (await pickFor(this.id, words => this.view.refuse(words))) this.#choose(false);
    });
    on(join, 'click', async () => {
      this.sendName();
      await this.view.post('join', { place: this.id });
    });
  }

  async choose(strap) {
    if (await this.view.post('choose', { place: this.id, id: strap.id })) this.#choose(false);
  }

  sendName() {
    clearTimeout(this.#typing);
    this.#typing = null;
    if (!this.#place || this.#place.takesPart) return;
    const name = this.name.value.trim();
    if (name !== given(this.#place)) this.view.post('name', { place: this.id, name });
  }

  show(place, state) {
    const before = this.#place;
    const focused = this.element.contains(document.activeElement) ? document.activeElement : null;
    this.#place = place;
    const isTyping = this.#typing !== null || document.activeElement === this.name;
    if (!isTyping && this.name.value !== given(place)) this.name.value = given(place);
    this.name.parentElement.hidden = place.takesPart;
    put(this.title, place.takesPart ? place.name : `Person ${place.id}`);
    if (before?.strap?.id !== place.strap?.id) this.#isChoosing = false;

    const words = { ...place.text, name: place.strap?.name ?? '', tail: place.strap?.tail ?? '' };
    for (const element of this.texts) put(element, words[element.dataset.text] ?? '');
    this.element.dataset.state = place.text.attention ? 'attention' : place.heartRateBpm !== null ? 'good' : 'unknown';
    this.ask.hidden = place.takesPart;
    this.pulse.follow(place.beatCount, place.newestRrMs);

    this.list.show(state.inRange, place);
    this.none.hidden = state.inRange.some(strap => strap.id !== place.strap?.id);
    this.buttons.forget.hidden = place.remembered === null;
    this.buttons.join.hidden = !(state.started && place.strap && !place.takesPart);
    this.buttons.reconnect.hidden = !(place.needsReconnect && radio.isThere);
    this.#layOut();
    if (focused && !isSeen(focused)) this.#focus();
  }

  /** What had the focus is gone, a strap that was chosen for instance: what comes next in this place has it. */
  #focus() {
    [this.buttons.other, ...this.choosing.querySelectorAll('button'), this.buttons.join, this.name].find(isSeen)?.focus();
  }

  #choose(isChoosing) {
    this.#isChoosing = isChoosing;
    this.#layOut();
    if (isChoosing || this.#place?.strap) this.#focus();
  }

  #layOut() {
    const hasStrap = Boolean(this.#place?.strap);
    this.chosen.hidden = !hasStrap;
    this.choosing.hidden = hasStrap && !this.#isChoosing;
    this.buttons.other.hidden = this.#isChoosing;
    this.buttons.keep.hidden = !hasStrap;
  }
}

function isSeen(element) { return element.getClientRects().length > 0; }

/** The name that was given; empty for the one that the program gives itself. */
function given({ id, name }) {
  return name === `Person ${id}` ? '' : name;
}
