// The cards: words made by the program, put where they belong. Nothing is computed here.

const noNumber = '–';

export class Cards {
  #fields = new Map();

  constructor(root) {
    for (const card of root.querySelectorAll('[data-person], [data-pair]')) {
      const key = card.dataset.person ?? 'pair';
      for (const element of card.querySelectorAll('[data-text]')) this.#fields.set(`${key} ${element.dataset.text}`, element);
      card.dataset.state = 'unknown';
    }
    this.root = root;
  }

  show(snapshot) {
    for (const { id, text, heartRateBpm } of snapshot.people) {
      this.#fill(id, text);
      this.#state(`[data-person="${CSS.escape(id)}"]`, text.attention ? 'attention' : heartRateBpm.state === 'valid' ? 'good' : 'unknown');
    }
    if (snapshot.dyad) {
      this.#fill('pair', snapshot.dyad.text);
      this.#state('[data-pair]', snapshot.dyad.text.trendKnown ? 'good' : 'unknown');
    }
  }

  /** Shows no number, and why. */
  blank(reason) {
    for (const [key, element] of this.#fields) {
      const field = key.slice(key.indexOf(' ') + 1);
      const isNumber = element.tagName === 'OUTPUT';
      put(element, isNumber ? noNumber : field === 'signal' || field === 'trend' ? reason : field === 'together' ? element.textContent : '');
    }
    for (const card of this.root.querySelectorAll('[data-state]')) card.dataset.state = 'attention';
  }

  #fill(key, text) {
    for (const [field, words] of Object.entries(text)) {
      const element = this.#fields.get(`${key} ${field}`);
      if (element) put(element, words);
    }
  }

  #state(selector, state) {
    const card = this.root.querySelector(selector);
    if (card && card.dataset.state !== state) card.dataset.state = state;
  }
}

// Only a change is written, so that a screen reader says a state once.
function put(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
