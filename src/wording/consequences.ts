import type { Finding, MeetingAnswer, Overlay, Reason } from '../law/index.js';
import { listInWords } from './dates.js';
import { instrumentOf } from './sources.js';

/** One thing not to do, and why it is not to be done. */
interface Breach {
  readonly what: string;
  readonly reasons: readonly Reason[];
}

const BREACH: Record<keyof MeetingAnswer, string> = {
  disclose: 'not declaring',
  discuss: 'speaking',
  vote: 'voting',
  leave: 'staying in the room',
  notify: 'not notifying',
};

/** What can follow from not doing it, gravest first. Empty when nothing is required. */
export function consequencesInWords(
  effective: MeetingAnswer,
  overlays: readonly Overlay[] = [],
): readonly string[] {
  const breaches = breachesOf(effective, overlays);
  const complaints = breaches.filter(
    ({ reasons }) => carries(reasons, 'standards-complaint') && !carries(reasons, 'criminal'),
  );
  return [
    ...crimesInWords(breaches),
    ...(complaints.length > 0
      ? [sentence(complaints, 'can lead to a complaint under your council’s code. It is not a crime.')]
      : []),
  ];
}

function breachesOf(effective: MeetingAnswer, overlays: readonly Overlay[]): readonly Breach[] {
  const byRules = (Object.keys(BREACH) as (keyof MeetingAnswer)[]).map((aspect) => ({
    what: BREACH[aspect],
    reasons: reasonsOf(effective[aspect]),
  }));
  const beside = overlays.flatMap(({ declare }) =>
    declare === undefined ? [] : [{ what: BREACH.disclose, reasons: reasonsOf(declare) }],
  );
  return [...byRules, ...beside];
}

function reasonsOf(finding: Finding<unknown>): readonly Reason[] {
  return finding.kind === 'cannot-tell' ? [] : finding.reasons;
}

function carries(reasons: readonly Reason[], sanction: Reason['sanction']): boolean {
  return reasons.some((one) => one.sanction === sanction);
}

/** One sentence for each law that makes it a crime: what is barred by two of them is a crime under both. */
function crimesInWords(breaches: readonly Breach[]): readonly string[] {
  const byLaw = new Map<string, Breach[]>();
  for (const breach of breaches) {
    const crimes = breach.reasons.filter(({ sanction }) => sanction === 'criminal');
    for (const law of new Set(crimes.map(crimeInWords))) {
      byLaw.set(law, [...(byLaw.get(law) ?? []), breach]);
    }
  }
  return [...byLaw].map(([law, under]) => sentence(under, law));
}

/** Only the Localism Act has one section for all its offences, and an excuse in it. */
function crimeInWords({ citation }: Reason): string {
  return instrumentOf(citation.text) === 'Localism Act 2011'
    ? 'without a reasonable excuse can be a criminal offence (Localism Act 2011 s.34).'
    : `can be a criminal offence (${citation.text}).`;
}

function sentence(breaches: readonly Breach[], rest: string): string {
  const text = listInWords([...new Set(breaches.map(({ what }) => what))], 'or');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} ${rest}`;
}
