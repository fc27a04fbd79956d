// What is said of the recording: always in the bar, and in a sentence of its own while there is trouble. While nothing is recorded, it can be begun.

import { send } from './transport.js';

export class Recording {
  constructor(root, report) {
    const $ = selector => root.querySelector(selector);
    Object.assign(this, { element: $('#recording'), file: $('#recording-file'), trouble: $('#recording-trouble'), button: $('#record'), next: $('#mark'), report });
    this.button?.addEventListener('click', () => this.begin());
  }

  /** Whether it can be begun: nothing is recorded so far. */
  get canBegin() { return Boolean(this.button && !this.button.hidden); }

  begin() { return send('/api/setup/record', { record: true }, this.report); }

  show({ text, path, trouble, isRecorded }) {
    if (this.button) {
      if (isRecorded && document.activeElement === this.button) this.next.focus();
      this.button.hidden = isRecorded;
    }

    put(this.element, text.text);
    put(this.file, text.file && `recorded to ${text.file}`);
    this.file.title = path ?? '';
    this.element.dataset.state = trouble !== null ? 'attention' : path ? 'good' : 'unknown';
    put(this.trouble, text.trouble);
    this.trouble.hidden = text.trouble === '';
  }
}

function put(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
