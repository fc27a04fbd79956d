// The page of a session: what comes by the stream goes to cards and strips; what people want goes to the program.

import { Cards } from './cards.js';
import { SessionClock } from './clock.js';
import { Distance } from './distance.js';
import { Figure } from './figure.js';
import { HeartRates } from './heart-rates.js';
import { History } from './history.js';
import { listenToKeys } from './keys.js';
import { Notes } from './notes.js';
import { beginPage, turnToSession } from './page.js';
import { radio } from './radio.js';
import { offerReconnect } from './reconnect.js';
import { Recording } from './recording.js';
import { WholeSession } from './session.js';
import { choice } from './settings.js';
import { StrapsDialog } from './straps-dialog.js';
import { listen } from './stream.js';
import { Synchrony } from './synchrony.js';
import { Theme } from './theme.js';
import { TransportControls } from './transport.js';

const $ = selector => document.querySelector(selector);
const calmMotion = matchMedia('(prefers-reduced-motion: reduce)');
const frameMs = 1000 / 30;
const staleS = 5;

/** Brings the page's markup, which the program made, to life; again when the markup is another. */
export async function showSession() {
  const signal = beginPage();
  const session = await (await fetch('/api/live/session')).json();
  const { people, durationS } = session;
  const isPair = people.length === 2;
  const events = [...session.events];
  const history = new History(people.length);
  const clock = new SessionClock();
  const cards = new Cards(document);
  const notice = $('#notice');
  const transport = new TransportControls(document, say);
  const notes = new Notes(document, say);
  const recording = $('#recording') ? new Recording(document, say) : null;
  const straps = $('#straps-dialog') ? new StrapsDialog($('#straps-dialog'), $('#straps-button'), say, signal) : null;
  if (straps) {
    offerReconnect($('#reconnect'), say, signal);
    radio.start();
  }

  const heartRates = new HeartRates($('#heart-rates'), history, people, events);
  const wholeSession = new WholeSession($('#session'), history, people, events, durationS);
  const synchrony = isPair ? new Synchrony($('[data-panel=synchrony]'), history) : null;
  const distance = isPair ? new Distance($('[data-panel=distance]'), history) : null;
  const figures = [...document.querySelectorAll('[data-figure]')]
    .map(element => new Figure(element, `/figures/${element.dataset.figure}.svg${element.dataset.of ? `?person=${encodeURIComponent(element.dataset.of)}` : ''}`, signal));
  if (isPair) figures.push(new Figure($('#lag-map'), '/figures/lag-map.svg', signal));
  const strips = [heartRates, wholeSession, synchrony, distance].filter(Boolean);

  let newest = null;      // the newest snapshot
  let shownNewest = null; // the one that the cards show
  let newestAtMs = 0;
  let isLost = false;
  let latestTransport = session.transport;
  let redrawSession = true;

  // ---- what the program says

  listen({
    snapshot(index, snapshot) {
      if (snapshot.people.length !== people.length) return; // somebody joined: the page is about to change
      history.add(index, snapshot);
      clock.snapshot(snapshot.timeS);
      newest = snapshot;
      newestAtMs = performance.now();
    },
    transport(now) {
      latestTransport = now;
      clock.transport(now);
      transport.show(now);
      newestAtMs = performance.now();
      if (now.ended && !transport.canSeek) say('The session has ended. It can be looked at until the program is closed.');
    },
    marker(event) {
      events.push(event);
      events.sort((one, other) => one.timeS - other.timeS);
      redrawSession = true;
    },
    opened: beginAnew,
    reset: beginAnew,
    lost() {
      isLost = true;
      blank('The program does not answer: it was closed, or has stopped. Start it again for a new window.');
    },
    found() {
      isLost = false;
      shownNewest = null;
      say('');
    },
    recording(now) { recording?.show(now); },
    straps({ trouble }) {
      const element = $('#strap-trouble');
      if (!element) return;
      put(element, trouble ?? '');
      element.hidden = trouble === null;
    },
  }, signal);
  /** After a jump, and when the stream was opened (again): what was drawn may be of another run. */
  async function beginAnew() {
    history.clear();
    clock.reset();
    events.length = 0;
    redrawSession = true;
    const now = await (await fetch('/api/live/session')).json();
    if (signal.aborted) return;
    if (now.started !== session.started) return location.reload(); // another session at this address
    if (now.people.length !== people.length) return turnToSession(); // somebody joined
    const isSame = one => other => one.timeS === other.timeS && one.kind === other.kind && one.label === other.label;
    const since = events.filter(event => !now.events.some(isSame(event)));
    events.splice(0, events.length, ...now.events, ...since);
    redrawSession = true;
  }

  clock.transport(session.transport);
  transport.show(session.transport);

  // ---- what people want

  const span = choice($('#span'), 'span', showChoices);
  const scale = isPair ? choice($('#scale'), 'scale', showChoices) : null;
  const view = choice($('#view'), 'view', showChoices);
  showChoices();

  const theme = new Theme($('#theme'), () => {
    for (const { strip } of strips) strip.colour();
    for (const figure of figures) figure.refresh();
    redrawSession = true;
  }, signal);

  function showChoices() {
    const sparse = view.value === 'sparse';
    document.documentElement.dataset.view = view.value;
    for (const strip of [heartRates, synchrony, distance]) if (strip) strip.spanS = Number(span.value) * 60;
    for (const figure of figures) {
      figure.spanS = figure.element.dataset.span === 'all' ? null : Number(span.value) * 60;
      figure.refresh();
    }
    // The simple view shows the very distance that its number names; from baselines it would be another one.
    heartRates.show({ fromBaseline: isPair && !sparse && scale.value === 'baseline', filled: isPair && sparse });
  }

  function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => say('This browser does not allow full screen here.'));
  }

  function help() {
    $('#help-dialog').showModal();
  }

  $('#full-screen').addEventListener('click', fullScreen);
  $('#help').addEventListener('click', help);

  listenToKeys({
    ' ': () => {
      if (transport.canSeek) transport.toggle();
      else if (recording?.canBegin) recording.begin();
      else straps?.end();
    },
    ArrowLeft: () => transport.jump((newest?.timeS ?? 0) - 10),
    ArrowRight: () => transport.jump((newest?.timeS ?? 0) + 10),
    m: () => notes.ask(),
    b: () => notes.phase('baseline'),
    i: () => notes.phase('interaction'),
    r: () => notes.phase('recovery'),
    preset: number => notes.preset(number),
    t: () => { if (isPair) view.value = view.value === 'pair' ? 'dense' : 'pair'; },
    p: () => { if (isPair) view.value = view.value === 'person' ? 'dense' : 'person'; },
    s: () => { view.value = view.value === 'sparse' ? 'dense' : 'sparse'; },
    d: () => theme.toggle(),
    f: fullScreen,
    '?': help,
    w: () => straps?.open(),
  }, signal);

  function say(words) {
    notice.hidden = words === '';
    notice.textContent = words;
  }

  function blank(words) {
    cards.blank('stale');
    synchrony && (synchrony.lag = null);
    document.body.classList.add('stale');
    say(words);
  }

  // ---- frames

  let drawnAtMs = -Infinity;
  let turn = 0;

  function frame(nowMs) {
    if (signal.aborted) return;
    requestAnimationFrame(frame);
    const calm = calmMotion.matches;
    if (nowMs - drawnAtMs < (calm || isLost ? 1000 : frameMs) - 4) return; // nothing moves once the program is gone
    drawnAtMs = nowMs;
    turn++;
    showNumbers();
    const edgeS = isLost ? clock.shownS : clock.advance(nowMs, calm);
    heartRates.draw(edgeS, nowMs, calm);
    // The smaller strips take turns, so that no frame is long; each still moves fifteen times a second.
    if (calm || turn % 2 === 0) synchrony?.draw(edgeS, nowMs, calm);
    if (calm || turn % 2 === 1) distance?.draw(edgeS, nowMs, calm);
    if (calm || turn % 15 === 0 || redrawSession) {
      redrawSession = false;
      wholeSession.draw(edgeS);
    }
  }

  function showNumbers() {
    if (isLost || !newest) return;
    const { playing, ended, speed } = latestTransport;
    const waitS = staleS + 0.5 / (speed === 'max' ? 1 : speed);
    if (playing && !ended && performance.now() - newestAtMs > waitS * 1000) {
      if (shownNewest !== null) blank('Nothing new has come for five seconds.');
      shownNewest = null;
      return;
    }
    if (newest === shownNewest) return;
    if (document.body.classList.contains('stale')) {
      document.body.classList.remove('stale');
      say('');
    }
    shownNewest = newest;
    cards.show(newest);
    heartRates.baselines = newest.people.map(person => person.baselineBpm.value);
    if (synchrony) synchrony.lag = newest.dyad?.lagS.value ?? null;
    for (const figure of figures) figure.follow(Math.floor(newest.timeS / 5));
    put($('#clock'), newest.clock);
    put($('#phase'), newest.phase ?? '');
    transport.at(newest.timeS, newest.clock);
  }

  function put(element, words) {
    if (element.textContent !== words) element.textContent = words;
  }

  requestAnimationFrame(frame);
}
