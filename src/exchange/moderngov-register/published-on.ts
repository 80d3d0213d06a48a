import { parseCivilDate, type CivilDate } from '../../law/index.js';

/** Months as ModernGov prints them in English and in Welsh, those that change their first letter after "o" too. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'ionawr'],
  ['february', 'chwefror'],
  ['march', 'mawrth', 'fawrth'],
  ['april', 'ebrill'],
  ['may', 'mai', 'fai'],
  ['june', 'mehefin', 'fehefin'],
  ['july', 'gorffennaf', 'orffennaf'],
  ['august', 'awst'],
  ['september', 'medi', 'fedi'],
  ['october', 'hydref'],
  ['november', 'tachwedd', 'dachwedd'],
  ['december', 'rhagfyr', 'ragfyr'],
];
const NAMES = MONTHS.flat().join('|');
const DAY = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th|af|ail|il|ydd|ed|eg|fed|ain)?\\s+(?:o\\s+)?(${NAMES})\\s+(\\d{4})\\b`,
  'i',
);
const SAYS_WHEN = /published on|chyhoeddi ar|cyhoeddwyd/i;

/** The day in words that name one, English or Welsh: 'Tuesday, 10 March 2026, 11.00 a.m.'. */
export function dayInWords(text: string): CivilDate | undefined {
  const [, day = '', month = '', year = ''] = DAY.exec(text) ?? [];
  const number = MONTHS.findIndex((names) => names.includes(month.toLowerCase())) + 1;
  if (number === 0) return undefined;
  return parseCivilDate(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** When the page says that its register was published. */
export function publishedOn(actions: readonly string[]): CivilDate | undefined {
  for (const line of actions) {
    const day = SAYS_WHEN.test(line) ? dayInWords(line) : undefined;
    if (day !== undefined) return day;
  }
  return undefined;
}
