// What is said of the recording: always in the bar, and in a sentence of its own while there is trouble.

export class Recording {
  constructor(element, trouble) {
    Object.assign(this, { element, trouble });
  }

  show({ text, path, trouble }) {
    put(this.element, text.text);
    this.element.title = path ?? '';
    this.element.classList.toggle('attention', trouble !== null);
    put(this.trouble, text.trouble);
    this.trouble.hidden = text.trouble === '';
  }
}

function put(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
