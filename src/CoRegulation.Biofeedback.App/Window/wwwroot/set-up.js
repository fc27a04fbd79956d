// The page on which straps are chosen, until the session starts.

import { turnToSession } from './page.js';
import { radio } from './radio.js';
import { StrapsView } from './straps.js';
import { Theme } from './theme.js';

const start = document.querySelector('#start');
const recording = document.querySelector('#recording-text');
const record = document.querySelector('#record');
const recordChoice = document.querySelector('#record-choice');
const over = new AbortController();
const view = new StrapsView(document.querySelector('.straps'), show);
new Theme(document.querySelector('#theme'), () => {}, over.signal);

radio.start();

start.addEventListener('click', async () => {
  start.disabled = true;
  await view.settled();
  if (await view.post('start', {})) return;
  start.disabled = false;
  start.focus(); // what is disabled has lost it
});

let wishes = 0; // on their way: what the program says meanwhile is older than the box

record.addEventListener('change', async () => {
  wishes++;
  await view.post('record', { record: record.checked });
  wishes--;
});

function show(state) {
  if (over.signal.aborted) return;
  if (state.started) {
    over.abort();
    view.end();
    turnToSession();
    return;
  }
  start.disabled = !state.canStart;
  const people = state.places.filter(place => place.strap).length;
  const words = people === 2 ? 'Start with both' : people === 1 ? 'Start with one person' : 'Start';
  if (start.textContent !== words) start.textContent = words;
  recordChoice.hidden = state.recordInto === null;
  if (wishes === 0) record.checked = state.isRecorded;
  record.title = state.recordInto ?? '';
  if (recording.textContent !== state.recordingText) recording.textContent = state.recordingText;
}
