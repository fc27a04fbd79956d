// What this browser's reader chose; never anything about the session, which the program alone holds.

export function read(name, fallback, allowed) {
  try {
    const value = localStorage.getItem(`coreg.${name}`);
    return allowed.includes(value) ? value : fallback;
  } catch {
    return fallback;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(`coreg.${name}`, value);
  } catch {
    // Storage may be forbidden; then a choice lasts as long as the page.
  }
}

/** A group of radio buttons whose choice is kept; `changed` is called at each change. */
export function choice(fieldset, name, changed) {
  const inputs = [...fieldset.querySelectorAll('input')];
  const initial = read(name, inputs.find(input => input.checked).value, inputs.map(input => input.value));
  const check = value => inputs.forEach(input => { input.checked = input.value === value; });
  check(initial);
  fieldset.addEventListener('change', event => {
    keep(name, event.target.value);
    changed();
  });
  return {
    get value() { return inputs.find(input => input.checked).value; },
    set value(value) {
      check(value);
      keep(name, value);
      changed();
    },
  };
}
