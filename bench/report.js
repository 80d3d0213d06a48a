/** What a benchmark says: notes, tables and figures, in Markdown. */
export class Report {
  #name;
  #parts;
  #figures = [];
  /** Whether it is written to bench/results; a bench that was only tried says no. */
  isKept = true;

  constructor(name, title, machine) {
    this.#name = name;
    this.#parts = [`# ${title}`, `Machine: ${machine}.`];
  }

  /** A paragraph: sizes, how it was measured, what was left out and why. */
  note(sentence) {
    this.#parts.push(sentence);
  }

  /** @param {string[]} head @param {(string | number)[][]} rows */
  table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    this.#parts.push([line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'));
  }

  /** One line at the end, for people and programs that compare runs. */
  figure(label, value, goal) {
    this.#figures.push(`${this.#name} ${label}: ${value} (goal ${goal})`);
  }

  markdown() {
    return [...this.#parts, this.#figures.join('\n')].join('\n\n') + '\n';
  }
}

/** The middle one of several timings, so that one disturbed run does not count. Milliseconds. */
export function medianOf(times, work) {
  const timings = [];
  for (let run = 0; run < times; run += 1) {
    const start = performance.now();
    work();
    timings.push(performance.now() - start);
  }
  timings.sort((a, b) => a - b);
  return timings[Math.floor(timings.length / 2)];
}
