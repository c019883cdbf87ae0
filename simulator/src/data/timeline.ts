type Event = {
  readonly atSeconds: number;
  readonly number: number;
  readonly run: (atSeconds: number) => void;
};

const isBefore = (a: Event, b: Event): boolean =>
  a.atSeconds < b.atSeconds || (a.atSeconds === b.atSeconds && a.number < b.number);

/** Events run in order of time, equal times in order of planning; running one may plan more (a binary heap). */
export class Timeline {
  readonly #heap: Event[] = [];
  #planned = 0;

  plan(atSeconds: number, run: (atSeconds: number) => void): void {
    this.#planned += 1;
    const event = { atSeconds, number: this.#planned, run };
    let index = this.#heap.push(event) - 1;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = this.#heap[parentIndex];
      if (parent === undefined || !isBefore(event, parent)) break;
      this.#heap[index] = parent;
      index = parentIndex;
    }
    this.#heap[index] = event;
  }

  run(): void {
    for (let event = this.#take(); event !== undefined; event = this.#take()) event.run(event.atSeconds);
  }

  #take(): Event | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (first === undefined || last === undefined || this.#heap.length === 0) return first;
    let index = 0;
    for (;;) {
      const left = this.#heap[2 * index + 1];
      const right = this.#heap[2 * index + 2];
      const child = left !== undefined && right !== undefined && isBefore(right, left) ? right : left;
      if (child === undefined || !isBefore(child, last)) break;
      this.#heap[index] = child;
      index = 2 * index + (child === left ? 1 : 2);
    }
    this.#heap[index] = last;
    return first;
  }
}
