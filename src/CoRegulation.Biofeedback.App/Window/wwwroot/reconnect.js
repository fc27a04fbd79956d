// Offers to reconnect straps that a browser held: after the page was loaded anew, where the browser does not remember them.

import { radio } from './radio.js';
import { send } from './transport.js';

/** Shows a button in `element` for each place that needs one; `report` gets what goes wrong. */
export function offerReconnect(element, report, signal) {
  const show = () => {
    const missing = radio.places.filter(place => !place.isHeld);
    element.hidden = missing.length === 0;
    element.replaceChildren(...missing.map(({ place, name }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = `Reconnect ${place}`;
      button.title = name;
      button.addEventListener('click', () => pickFor(place, report));
      return button;
    }));
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
