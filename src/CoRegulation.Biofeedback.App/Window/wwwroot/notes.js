// Markers and phases of a live session.

import { send } from './transport.js';

export class Notes {
  constructor(root, report) {
    this.report = report;
    this.dialog = root.querySelector('#marker-dialog');
    this.presets = [...root.querySelectorAll('#marker-presets option')].map(option => option.value);
    if (!this.dialog) return;
    const input = root.querySelector('#marker-label');
    for (const button of root.querySelectorAll('[data-phase]')) button.addEventListener('click', () => this.phase(button.dataset.phase));
    root.querySelector('#mark').addEventListener('click', () => this.ask());
    root.querySelector('#marker-cancel').addEventListener('click', () => this.dialog.close());
    this.dialog.addEventListener('close', () => {
      if (this.dialog.returnValue === 'mark') this.mark(input.value.trim() || 'marker');
      input.value = '';
    });
  }

  get canNote() { return this.dialog !== null; }

  ask() {
    if (!this.canNote || this.dialog.open) return;
    this.dialog.returnValue = '';
    this.dialog.showModal();
  }

  mark(label) { if (this.canNote) send('/api/live/marker', { label }, this.report); }

  preset(number) { if (this.presets[number - 1]) this.mark(this.presets[number - 1]); }

  phase(label) { if (this.canNote) send('/api/live/phase', { label }, this.report); }
}
