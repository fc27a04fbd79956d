// Keys; they rest while somebody types, chooses from a list, or a dialog is open.

export function listenToKeys(actions, signal) {
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isBusy(event)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const action = actions[key] ?? (/^[1-8]$/.test(key) ? () => actions.preset(Number(key)) : null);
    if (!action) return;
    event.preventDefault();
    if (!event.repeat || key.startsWith('Arrow')) action();
  }, { signal });
}

function isBusy(event) {
  if (document.querySelector('dialog[open]')) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select, input:not([type=radio], [type=range])')) return true;
  // What has the focus keeps the keys that it needs itself.
  if (event.key === ' ') return target.matches('button, summary, a[href]');
  return event.key.startsWith('Arrow') && target.matches('input');
}
