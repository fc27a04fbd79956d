// The colours of the page for what is drawn on canvas.

export function palette() {
  const style = getComputedStyle(document.documentElement);
  const colour = name => style.getPropertyValue(`--${name}`).trim();
  return Object.fromEntries(['paper', 'a', 'b', 'between', 'opposite', 'ink', 'muted', 'attention', 'grid', 'hatch'].map(name => [name, colour(name)]));
}

/** A colour `#RRGGBB` with an opacity from 0 to 1. */
export function faded(colour, opacity) {
  const [r, g, b] = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16));
  return `rgba(${r},${g},${b},${opacity})`;
}
