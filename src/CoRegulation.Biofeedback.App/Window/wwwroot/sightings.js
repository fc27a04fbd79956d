// The list of straps in range. A row is never made anew while its strap is there, so that it keeps the focus.

import { put } from './straps.js';

const bars = 4;

export class SightingList {
  #rows = new Map();

  constructor(list, choose) {
    Object.assign(this, { list, choose });
  }

  show(straps, place) {
    const others = straps.filter(strap => strap.id !== place.strap?.id);
    const last = place.remembered && others.find(strap => strap.id === place.remembered.id);
    const shown = last ? [last, ...others.filter(strap => strap !== last)] : others;
    const ids = new Set(shown.map(strap => strap.id));
    for (const [id, row] of this.#rows) {
      if (ids.has(id)) continue;
      row.item.remove();
      this.#rows.delete(id);
    }
    shown.forEach((strap, i) => {
      const row = this.#rows.get(strap.id) ?? this.#add(strap.id);
      row.strap = strap;
      this.#fill(row, strap, strap === last, place);
      if (this.list.children[i] !== row.item) this.list.insertBefore(row.item, this.list.children[i] ?? null);
    });
  }

  #add(id) {
    const item = document.createElement('li');
    const button = item.appendChild(document.createElement('button'));
    button.type = 'button';
    const part = (name, className) => {
      const span = button.appendChild(document.createElement(name));
      span.className = className;
      return span;
    };
    const row = {
      item, button, strap: null,
      name: part('span', 'strap-name'), tail: part('span', 'unit tail'), note: part('span', 'unit strap-note'), signal: part('span', 'signal-bars'),
    };
    row.words = row.signal.appendChild(document.createElement('span'));
    row.words.className = 'unseen';
    for (let i = 0; i < bars; i++) row.signal.appendChild(document.createElement('i'));
    button.addEventListener('click', () => this.choose(row.strap));
    this.#rows.set(id, row);
    return row;
  }

  #fill(row, { name, tail, text, chosenBy }, isOfLastTime, place) {
    const isOthers = chosenBy !== null && chosenBy !== place.id;
    put(row.name, name);
    put(row.tail, tail);
    put(row.note, [isOthers ? `chosen for person ${chosenBy}` : '', isOfLastTime ? 'last time' : '', text.note].filter(Boolean).join(', '));
    put(row.words, text.signal);
    row.signal.title = text.signal;
    row.signal.dataset.bars = text.bars ?? 'none';
    row.button.classList.toggle('taken', isOthers); // to choose it says why it cannot be
  }
}
