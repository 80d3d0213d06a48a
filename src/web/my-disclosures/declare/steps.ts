import { IsIn, IsNotEmpty, MaxLength } from 'class-validator';
import {
  HOLDERS,
  INTENTIONS,
  INTEREST_KINDS,
  type DisclosedHolder,
  type DisclosedKind,
  type Intention,
  type KnownInterest,
  type WhichInterest,
} from '../../../disclosures/index.js';
import type { RegisterCategory } from '../../../law/index.js';
import {
  blankForm,
  refusedForm,
  validateForm,
  type FormError,
  type FormState,
  type Words,
} from '../../form/index.js';
import { wordsSent } from '../../my-interests/tell/words-sent.js';
import { DPI_OF_ANOTHER } from '../refusals.js';

/** The pages of a declaration, in their order. */
export type Step = 'which' | 'whose' | 'nature' | 'intends' | 'check';

class WhichForm {
  @IsNotEmpty({ message: 'Select which interest you have in this item' })
  which: string;
}

class WhoseForm {
  @IsIn(HOLDERS, { message: 'Select whose interest it is' })
  heldBy: DisclosedHolder;
}

class PrescribedForm extends WhoseForm {
  @IsNotEmpty({ message: 'Select what kind of interest it is' })
  category: string;
}

class NatureForm {
  @MaxLength(1000, { message: 'What the interest is must be 1,000 characters or less' })
  @IsNotEmpty({ message: 'Enter what the interest is' })
  nature: string;
}

class IntendsForm {
  @IsIn(INTENTIONS, { message: 'Select what you will do at this item' })
  intends: Intention;
}

/** What may be chosen. */
export interface Choices {
  /** What the member has told the monitoring officer of. */
  readonly known: readonly KnownInterest[];
  /** What else the Act and the council’s code know, in the code’s own words. */
  readonly kinds: readonly DisclosedKind[];
  /** The prescribed descriptions, and whether a partner’s counts under them. */
  readonly categories: readonly { readonly category: RegisterCategory; readonly asksPartner: boolean }[];
}

/** What was said so far, each part of it checked. */
export interface SaidSoFar {
  /** The interest that was pointed to; undefined for another one. */
  readonly known?: KnownInterest | undefined;
  readonly kind?: DisclosedKind;
  readonly interest?: WhichInterest;
  readonly nature?: string;
  readonly intends?: Intention;
}

/** What a form that was sent leads to. */
export interface Turn {
  readonly step: Step;
  readonly form: FormState;
  /** The answers of every page. The pages carry them: no draft is stored, and an address may tell nothing. */
  readonly words: Words;
  readonly returning: boolean;
  readonly refused: boolean;
  readonly said: SaidSoFar;
  readonly send: boolean;
}

/** Which pages there are after what was said: nobody is asked for the nature of what is withheld. */
export function stepsAfter({ known, kind }: SaidSoFar): readonly Step[] {
  const whose: Step[] = kind === undefined ? [] : ['whose'];
  const nature: Step[] = known !== undefined && known.sensitive !== 'no' ? [] : ['nature'];
  return ['which', ...whose, ...nature, 'intends', 'check'];
}

export const firstTurn = (words: Words): Turn => ({
  ...{ step: 'which', form: blankForm(words), words, said: {} },
  ...{ returning: false, refused: false, send: false },
});

/** Every answer is checked again, whatever page it came from: the pages carry them through the browser. */
export function nextTurn(choices: Choices, body: unknown): Turn {
  const { words, step: from, go, returning } = wordsSent(body);
  let said: SaidSoFar = {};
  let passed = false;
  for (const step of ['which', 'whose', 'nature', 'intends'] as const) {
    if (!stepsAfter(said).includes(step)) continue;
    const page = { step, words, said, returning: false, refused: false, send: false };
    const shown = filled(step, words, said);
    if (step === go) return { ...page, form: blankForm(shown), returning: true };
    // What follows the page that was sent has not been asked yet, unless the member came back to change one thing.
    if (passed && !returning && from !== 'check') return { ...page, form: blankForm(shown) };
    const read = readPage(choices, step, said, words);
    if ('errors' in read) {
      const unasked = passed && unanswered(step, words);
      const form = unasked ? blankForm(shown) : refusedForm({ errors: read.errors, words });
      return { ...page, form, returning, refused: !unasked };
    }
    said = read.said;
    passed ||= step === from;
  }
  const send = from === 'check';
  return { step: 'check', form: blankForm(words), words, said, returning: false, refused: false, send };
}

/** A page that an answer on another one has brought up: it was never asked, so nothing is wrong yet. */
const unanswered = (step: Step, words: Words): boolean =>
  FIELDS[step as keyof typeof FIELDS].some((field) => words[field] === undefined);

const FIELDS = {
  which: ['which'],
  whose: ['heldBy'],
  nature: ['nature'],
  intends: ['intends'],
} as const;

/** The words of a registered interest stand in the box already: they are what the register says. */
function filled(step: Step, words: Words, { known }: SaidSoFar): Words {
  return step === 'nature' && words.nature === undefined && known !== undefined
    ? { ...words, nature: known.description }
    : words;
}

type Read = { readonly said: SaidSoFar } | { readonly errors: readonly FormError[] };

function readPage(choices: Choices, step: Exclude<Step, 'check'>, said: SaidSoFar, words: Words): Read {
  switch (step) {
    case 'which':
      return readWhich(choices, words);
    case 'whose':
      return readWhose(choices, said, words);
    case 'nature': {
      const form = validateForm(NatureForm, words);
      return form.ok ? { said: { ...said, nature: form.value.nature } } : form;
    }
    case 'intends': {
      const form = validateForm(IntendsForm, words);
      return form.ok ? { said: { ...said, intends: form.value.intends } } : form;
    }
  }
}

function readWhich({ known, kinds }: Choices, words: Words): Read {
  const form = validateForm(WhichForm, words);
  if (!form.ok) return form;
  const { which } = form.value;
  const one = known.find(({ knownAs }) => knownAs.includes(which));
  if (one !== undefined) return { said: { known: one, interest: { known: one.id } } };
  const kind = INTEREST_KINDS.find((each) => each === which && kinds.includes(each));
  return kind === undefined
    ? problem('which', 'Select which interest you have in this item')
    : { said: { kind } };
}

function readWhose({ categories }: Choices, said: SaidSoFar, words: Words): Read {
  const { kind } = said;
  if (kind === undefined) return { said };
  const form = validateForm(kind === 'dpi' ? PrescribedForm : WhoseForm, words);
  if (!form.ok) return form;
  const { heldBy } = form.value;
  if (kind !== 'dpi') return { said: { ...said, interest: { kind, heldBy } } };
  const asked = categories.find(({ category }) => category === words.category);
  if (asked === undefined) return problem('category', 'Select what kind of interest it is');
  if (heldBy === 'other' || (heldBy === 'partner' && !asked.asksPartner)) {
    return problem('heldBy', heldBy === 'other' ? DPI_OF_ANOTHER : 'Only your own counts under this heading');
  }
  return { said: { ...said, interest: { kind, heldBy, category: asked.category } } };
}

const problem = (field: string, text: string): { errors: FormError[] } => ({
  errors: [{ field, href: `#${field}`, text }],
});
