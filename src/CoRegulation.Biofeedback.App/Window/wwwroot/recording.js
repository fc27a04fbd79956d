// What is said of the recording: always in the bar, and in a sentence of its own while there is trouble.

export class Recording {
  constructor(root) {
    const $ = selector => root.querySelector(selector);
    Object.assign(this, { element: $('#recording'), file: $('#recording-file'), trouble: $('#recording-trouble') });
  }

  show({ text, path, trouble }) {
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
