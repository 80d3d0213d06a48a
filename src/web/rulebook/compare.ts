import { ALL_RULES, KNOWN_CODES, compareCodes } from '../../law/index.js';
import type { CodeComparison, ComparedCode, SomeRule } from '../../law/index.js';
import { dateInWords, ordersInWords, readingInWords } from '../../wording/index.js';
import { blankForm, refusedForm, type FormState } from '../form/index.js';
import { addressOf } from './versions.js';

interface Side {
  readonly says: string;
  readonly citation: string;
  readonly href: string;
}

interface SharedQuestion {
  readonly question: string;
  readonly left: Side;
  readonly right: Side;
}

interface OwnQuestions {
  readonly title: string;
  readonly rules: readonly (Side & { readonly question: string })[];
}

interface MeetingRow {
  readonly name: string;
  readonly same: boolean;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

export interface ComparedView {
  readonly on: string;
  readonly left: string;
  readonly right: string;
  readonly shared: readonly SharedQuestion[];
  readonly own: readonly OwnQuestions[];
  readonly meetings: readonly MeetingRow[];
  readonly differing: number;
}

export interface CompareView {
  readonly title: string;
  readonly backHref: string;
  readonly form: FormState;
  readonly codes: readonly { readonly value: string; readonly text: string }[];
  /** Undefined until two codes are chosen. */
  readonly compared: ComparedView | undefined;
}

/** Two codes of conduct side by side: what their paragraphs say, and what each makes of the same meetings. */
export function compareView(left: unknown, right: unknown): CompareView {
  const page = {
    title: 'Compare two codes of conduct',
    backHref: '/rulebook',
    codes: KNOWN_CODES.map(({ code, title }) => ({ value: code, text: title })),
  };
  if (typeof left !== 'string' || typeof right !== 'string') {
    const [first, second] = page.codes;
    return {
      ...page,
      form: blankForm({ left: first?.value ?? '', right: second?.value ?? '' }),
      compared: undefined,
    };
  }
  const words = { left, right };
  const comparison = left === right ? null : compareCodes(left, right);
  if (comparison === null) {
    const text = 'Choose two different codes of this list';
    const errors = [{ field: 'right', href: '#right', text }];
    return { ...page, form: refusedForm({ words, errors }), compared: undefined };
  }
  return { ...page, form: blankForm(words), compared: comparedView(comparison) };
}

/** The comparison in words. `rules` are those among which the paragraphs of the two codes are found. */
export function comparedView(
  comparison: CodeComparison,
  rules: readonly SomeRule[] = ALL_RULES,
): ComparedView {
  const { left, right, on } = comparison;
  const [ofLeft, ofRight] = [paragraphsOf(left, rules), paragraphsOf(right, rules)];
  const asked = (question: string, among: readonly SomeRule[]): SomeRule | undefined =>
    among.find((rule) => rule.question === question);
  const meetings = comparison.meetings.map(meetingRow);
  return {
    on: dateInWords(on),
    left: left.title,
    right: right.title,
    shared: ofLeft.flatMap((rule) => {
      const other = asked(rule.question, ofRight);
      return other ? [{ question: rule.question, left: sideOf(rule), right: sideOf(other) }] : [];
    }),
    own: [
      { title: left.title, rules: ofLeft.filter(({ question }) => !asked(question, ofRight)) },
      { title: right.title, rules: ofRight.filter(({ question }) => !asked(question, ofLeft)) },
    ].map(({ title, rules: only }) => ({
      title,
      rules: only.map((rule) => ({ question: rule.question, ...sideOf(rule) })),
    })),
    meetings,
    differing: meetings.filter(({ same }) => !same).length,
  };
}

/** The paragraphs of a code, without the code as a whole: what it makes of meetings is shown by the meetings. */
function paragraphsOf({ rule }: ComparedCode, rules: readonly SomeRule[]): readonly SomeRule[] {
  return rules.filter(({ id }) => id.startsWith(`${rule}/`));
}

function sideOf({ id, says, citation }: SomeRule): Side {
  return { says: readingInWords(says), citation: citation.text, href: addressOf(id) };
}

function meetingRow({ name, left, right }: CodeComparison['meetings'][number]): MeetingRow {
  const [one, other] = [ordersInWords(left), ordersInWords(right)];
  return { name, left: one, right: other, same: one.join('\n') === other.join('\n') };
}
