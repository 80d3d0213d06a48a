/** Longer subjects are cut by mail programs, and by some servers. */
const LONGEST = 120;
/** What a subject says comes last, such as what was found: the end is kept. */
const KEPT_END = 60;

/** A subject on one line. Of one that is too long the middle is left out. */
export function subjectLine(subject: string): string {
  const line = subject.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  if (letters.length <= LONGEST) return line;
  const start = letters.slice(0, LONGEST - KEPT_END - 1).join('');
  return `${start.trimEnd()}…${letters.slice(-KEPT_END).join('').trimStart()}`;
}
