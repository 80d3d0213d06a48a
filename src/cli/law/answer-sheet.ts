import type { FactName, Finding, Reason } from '../../law/index.js';
import { questionFor, reasonInWords } from '../../wording/index.js';

/** What an answer is made of: findings of the law, groups of them, and the reasons beside them. */
export interface Parts {
  readonly [key: string]: Part;
}
type Part = Finding<unknown> | Plain | Parts | null;

/** A value that needs no reason of its own, or one that was worked out from findings. */
interface Plain {
  readonly plain: unknown;
}

export function plain(value: unknown): Plain {
  return { plain: value };
}

/** A finding with its value as the cases write it. */
export function as<V>(finding: Finding<V>, write: (value: V) => unknown): Finding<unknown> {
  return finding.kind === 'cannot-tell'
    ? { ...finding, couldBe: finding.couldBe.map(write) }
    : { ...finding, value: write(finding.value) };
}

/** How a type of case calls the facts of the law. A fact that is not listed keeps its name. */
export type FactNames = Partial<Record<FactName, string>>;

/**
 * The answer of a line: the keys that the facts determine; where some are open, the facts that they wait for and the
 * question to ask first; and every reason once, with its sentence and its source.
 */
export function answerSheet(parts: Parts, names: FactNames = {}, more: readonly Reason[] = []): object {
  const findings = findingsIn(parts);
  const open = findings.filter((finding) => finding.kind === 'cannot-tell');
  const missing = [...new Set(open.flatMap((finding) => finding.missing.map((fact) => names[fact] ?? fact)))];
  const [first] = open;
  return {
    ...valuesOf(parts),
    ...(first === undefined ? {} : { cannotTell: missing, askFirst: asked(first.question, names) }),
    reasons: distinctReasons([...findings.flatMap((finding) => finding.reasons), ...more]),
  };
}

function asked(fact: FactName, names: FactNames): object {
  return { fact: names[fact] ?? fact, ...questionFor(fact) };
}

function valuesOf(parts: Parts): object {
  const entries = Object.entries(parts).flatMap(([key, part]): [string, unknown][] => {
    if (part === null) return [[key, null]];
    if (isPlain(part)) return [[key, part.plain]];
    if (!isFinding(part)) return [[key, valuesOf(part)]];
    return part.kind === 'cannot-tell' ? [] : [[key, part.value]];
  });
  return Object.fromEntries(entries);
}

function findingsIn(parts: Parts): readonly Finding<unknown>[] {
  return Object.values(parts).flatMap((part) => {
    if (part === null || isPlain(part)) return [];
    return isFinding(part) ? [part] : findingsIn(part);
  });
}

function distinctReasons(reasons: readonly Reason[]): readonly object[] {
  const written = reasons.map(({ rule, layer, citation, sanction, lastDay, ...rest }) => ({
    rule,
    layer,
    citation: citation.text,
    ...(citation.url === undefined ? {} : { url: citation.url }),
    sanction,
    ...(lastDay === undefined ? {} : { lastDay }),
    text: reasonInWords({ ...rest, ...(lastDay === undefined ? {} : { lastDay }) }),
  }));
  const seen = new Set<string>();
  return written.filter((one) => {
    const key = JSON.stringify(one);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function isPlain(part: Finding<unknown> | Plain | Parts): part is Plain {
  return 'plain' in part;
}

function isFinding(part: Finding<unknown> | Parts): part is Finding<unknown> {
  return 'kind' in part && typeof part.kind === 'string';
}
