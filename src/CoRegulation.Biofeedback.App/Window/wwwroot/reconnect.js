// Offers to reconnect straps that a browser held: after the page was loaded anew, where the browser does not remember them.

import { radio } from './radio.js';
import { send } from './transport.js';

/** Shows a button in `element` for each place that needs one; `report` gets what goes wrong. */
export function offerReconnect(element, report, signal) {
  // Made once: of a button that is replaced while it is pressed the click is lost.
  const buttons = ['A', 'B'].map(place => {
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', textContent: `Reconnect ${place}` });
    button.addEventListener('click', () => pickFor(place, report));
    element.append(button);
    return { place, button };
  });
  const show = () => {
    for (const { place, button } of buttons) {
      const missing = radio.places.find(one => one.place === place && !one.isHeld);
      button.hidden = !missing;
      button.title = missing?.name ?? '';
    }
    element.hidden = buttons.every(({ button }) => button.hidden);
  };
  radio.addEventListener('places', show, { signal });
  show();
}

/** Lets the person choose a strap in the browser's dialog and gives it to a place; false when none was chosen. */
export async function pickFor(place, report) {
  try {
    const device = await radio.pick();
    if (device === null) return false;
    await send('/api/setup/choose', { place, id: `web:${device}` }, report);
    return true;
  } catch (error) {
    report(`The browser does not let this page look for straps: ${error.message}`);
    return false;
  }
}
