// All snapshots of this run as columns, as the program has them; holes that a slow page left are fetched.

const refetchMs = 400;

class Column {
  values = new Float32Array(4096).fill(NaN);

  set(index, value) {
    if (index >= this.values.length) {
      const larger = new Float32Array(Math.max(index + 1, 2 * this.values.length)).fill(NaN);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[index] = value ?? NaN;
  }
}

export class History {
  perSecond = 4;
  #fetching = null;
  #fetchedAt = -Infinity;
  #holeFrom = null;
  #run = 0;

  constructor(people) {
    this.people = people;
    this.clear();
  }

  /** Forgets everything: the program has jumped. */
  clear() {
    this.#run++;
    this.count = 0;
    this.columns = { r: new Column(), lag: new Column(), distance: new Column() };
    for (let person = 0; person < this.people; person++) this.columns[`rate${person}`] = new Column();
    this.corrected = Array.from({ length: this.people }, () => []);
    this.#holeFrom = 0;
    this.#fill();
  }

  /** The values of a column, of which the first `count` are meant; NaN where there is no number. */
  column(name) { return this.columns[name].values; }

  /** Session time of the newest snapshot, s. */
  get newestS() { return (this.count - 1) / this.perSecond; }

  add(index, snapshot) {
    if (index < this.count && this.#holeFrom === null) return;
    if (index > this.count) {
      this.#holeFrom ??= this.count;
      this.#fill();
    }
    snapshot.people.forEach((person, i) => {
      this.columns[`rate${i}`].set(index, person.heartRateBpm.value);
      this.#correct(i, person.correctedBeats);
    });
    if (snapshot.dyad) {
      this.columns.r.set(index, snapshot.dyad.r.value);
      this.columns.lag.set(index, snapshot.dyad.lagS.value);
      this.columns.distance.set(index, snapshot.dyad.distanceBpm.value);
    }
    this.count = Math.max(this.count, index + 1);
  }

  /** Takes times of corrected beats, s; some of them may be known already. */
  #correct(person, beats) {
    const times = this.corrected[person];
    for (const { timeS } of beats) {
      if (times.length === 0 || timeS > times.at(-1)) times.push(timeS);
      else if (!times.includes(timeS)) times.splice(times.findIndex(other => other > timeS), 0, timeS);
    }
  }

  #fill() {
    if (this.#fetching) return;
    const wait = Math.max(0, this.#fetchedAt + refetchMs - performance.now());
    this.#fetching = new Promise(done => setTimeout(done, wait)).then(() => this.#fetch()).catch(() => {
      this.#fetchedAt = performance.now(); // the stream says when the program is gone; the hole is asked for again
    }).finally(() => {
      this.#fetching = null;
      if (this.#holeFrom !== null) this.#fill();
    });
  }

  async #fetch() {
    const run = this.#run;
    const from = this.#holeFrom;
    this.#holeFrom = null;
    try {
      const answer = await fetch(`/api/live/history?from=${from}`);
      if (!answer.ok) throw new Error(answer.statusText);
      const history = await answer.json();
      this.#fetchedAt = performance.now();
      if (run !== this.#run) return;
      const put = (name, values) => values.forEach((value, i) => this.columns[name].set(history.firstIndex + i, value));
      history.heartRateBpm.forEach((values, person) => put(`rate${person}`, values));
      history.correctedBeats.forEach((beats, person) => this.#correct(person, beats));
      put('r', history.r);
      put('lag', history.lagS);
      put('distance', history.distanceBpm);
      this.count = Math.max(this.count, history.firstIndex + history.heartRateBpm[0].length);
    } catch (error) {
      this.#holeFrom = Math.min(from, this.#holeFrom ?? from);
      throw error;
    }
  }
}
