// The live stream: server-sent events, and the certainty that they still come.

const silenceMs = 4000; // the server gives a sign of life every 1.5 s

/**
 * Listens to the stream. `on` has a function for each kind of event (snapshot gets index and data, the others data),
 * `opened`, called when the stream begins (again), and `lost` and `found`, called when the program stops and starts answering.
 * Ends with `signal`.
 */
export function listen(on, signal) {
  let source;
  let heardAt = performance.now();
  let lost = false;

  const heard = () => {
    heardAt = performance.now();
    if (lost) {
      lost = false;
      on.found();
    }
  };
  const lose = () => {
    if (!lost) {
      lost = true;
      on.lost();
    }
  };
  const connect = () => {
    source?.close();
    source = new EventSource('/api/live/stream');
    source.addEventListener('open', () => {
      heard();
      on.opened();
    });
    source.addEventListener('alive', heard);
    source.addEventListener('snapshot', event => {
      heard();
      on.snapshot(Number(event.lastEventId), JSON.parse(event.data));
    });
    for (const kind of ['transport', 'marker', 'reset', 'recording', 'straps']) {
      source.addEventListener(kind, event => {
        heard();
        on[kind](JSON.parse(event.data));
      });
    }
    source.addEventListener('error', lose); // the connection is gone; the browser tries again by itself
  };

  connect();
  const watch = setInterval(() => {
    const silence = performance.now() - heardAt;
    if (silence > silenceMs) lose();
    // A connection that is open but dead, or one that the browser has given up, is made anew.
    if (silence > 2 * silenceMs || source.readyState === EventSource.CLOSED) {
      heardAt = performance.now();
      connect();
    }
  }, 1000);
  signal.addEventListener('abort', () => {
    clearInterval(watch);
    source.close();
  });
}
