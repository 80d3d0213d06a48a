/** What an amount of money must be. Sentences are made from `enter` and `name`, in GOV.UK's error wording. */
export interface MoneyRule {
  /** Said when nothing was entered: 'Enter what it is worth'. */
  readonly enter: string;
  /** Begins every other message: 'The value'. */
  readonly name: string;
  readonly optional?: boolean;
  /** The least that it may be, in pence; nothing at all unless told. */
  readonly leastPence?: number;
}

/** A thousand million pounds: more than any council's contract, and a slip of the finger is noticed below it. */
const MOST_PENCE = 100_000_000_000;

const WITH_COMMAS = /^\d{1,3}(,\d{3})+(\.\d*)?$/;
const PLAIN = /^\d+(\.\d*)?$/;

/** The whole pence that somebody typed: '£1,200.50' and '1200.5' are both 120050. Undefined where it is no amount. */
export function readPence(typed: string): number | undefined {
  const amount = bare(typed);
  if (!WITH_COMMAS.test(amount) && !PLAIN.test(amount)) return undefined;
  const [pounds = '', pence = ''] = amount.replaceAll(',', '').split('.');
  if (pence.length > 2 || pounds.length > 15) return undefined;
  return Number(pounds) * 100 + Number(pence.padEnd(2, '0'));
}

/** The first thing wrong with an amount, or undefined. */
export function moneyProblem(typed: string, rule: MoneyRule): string | undefined {
  if (typed === '') return rule.optional === true ? undefined : rule.enter;
  const amount = bare(typed);
  if (/^[-–−(]/.test(amount)) return `${rule.name} must not be less than £0`;
  if (/^[\d,]*\.\d{3,}$/.test(amount)) return `${rule.name} must have no more than 2 digits for the pence`;
  if (/^\d{16,}/.test(amount.replaceAll(',', ''))) return tooMuch(rule);
  const pence = readPence(typed);
  if (pence === undefined) return `${rule.name} must be an amount of money, like 1200 or 1,200.50`;
  if (pence > MOST_PENCE) return tooMuch(rule);
  return pence < (rule.leastPence ?? 0) ? `${rule.name} must be more than £0` : undefined;
}

/** Whole pence as a person would type them: 120050 is '1200.50', 5000 is '50'. */
export function typedPounds(pence: number): string {
  const rest = pence % 100;
  const pounds = String(Math.floor(pence / 100));
  return rest === 0 ? pounds : `${pounds}.${String(rest).padStart(2, '0')}`;
}

const tooMuch = ({ name }: MoneyRule): string => `${name} must be £1,000,000,000 or less`;

/** Without the pound sign and the spaces that people put around it, or between thousands. */
const bare = (typed: string): string => typed.replace(/[£\s]/gu, '');
