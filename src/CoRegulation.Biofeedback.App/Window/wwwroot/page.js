// From one page to the next without leaving the document: a strap that this browser holds would be lost with it.

let shown = new AbortController();

/** A signal that ends with the page that is shown; what ran for the one before is ended. */
export function beginPage() {
  shown.abort();
  shown = new AbortController();
  return shown.signal;
}

/** Shows the page of the session; nothing happens while there is none. */
export async function turnToSession() {
  const answer = await fetch('/');
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (next.body.dataset.page !== 'session') return;
  shown.abort(); // before its elements go
  for (const strip of document.querySelectorAll('.strip')) globalThis.echarts?.getInstanceByDom(strip)?.dispose();
  document.title = next.title;
  const { body } = document;
  for (const { name } of [...body.attributes]) body.removeAttribute(name);
  for (const { name, value } of next.body.attributes) body.setAttribute(name, value);
  body.replaceChildren(...next.body.children);
  const title = body.querySelector('h1');
  title.tabIndex = -1;
  title.focus({ preventScroll: true }); // a screen reader begins to read here, as on a page that was opened
  await charts();
  const { showSession } = await import('./session-page.js');
  await showSession();
}

function charts() {
  return globalThis.echarts ?? new Promise((done, failed) => {
    const script = document.createElement('script');
    script.addEventListener('load', done);
    script.addEventListener('error', failed);
    script.src = '/echarts.js';
    document.head.append(script);
  });
}
