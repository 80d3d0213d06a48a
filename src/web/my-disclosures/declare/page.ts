import type { FoundOccasion, Intention } from '../../../disclosures/index.js';
import {
  categoryInWords,
  declarationAloud,
  disclosedKindInWords,
  explainMeeting,
  intentionInWords,
  itemAloud,
  lineInWords,
  reasonInWords,
} from '../../../wording/index.js';
import type { MeetingResult, Reason } from '../../../law/index.js';
import { keptWords } from '../../my-interests/tell/words-sent.js';
import { panelOf } from '../../my-meetings/panel.js';
import { KIND_CHOICES } from './choices.js';
import { stepsAfter, type Choices, type SaidSoFar, type Step, type Turn } from './steps.js';

/** What every page of the declaration knows. */
export interface Declaring {
  readonly occasion: FoundOccasion & { readonly item: NonNullable<FoundOccasion['item']> };
  readonly choices: Choices;
  readonly turn: Turn;
  /** What the code’s rule says that the words lack, where they were refused. */
  readonly reasons?: readonly Reason[];
  /** By law and by the code, what to do; undefined where the law of the day is not held here. */
  readonly law: MeetingResult | undefined;
}

const TITLES: Readonly<Record<Step, string>> = {
  which: 'Which interest do you have in this item?',
  whose: 'Whose interest is it?',
  nature: 'What is the interest?',
  intends: 'What will you do at this item?',
  check: 'Check what you declare',
};

/** A page: its template and what that needs. */
export function declarePage(declaring: Declaring): { template: string; view: object } {
  const { occasion, turn } = declaring;
  const { step, form, words, returning, said } = turn;
  const { item, meeting } = occasion;
  const common = {
    title: step === 'whose' && said.kind === 'dpi' ? 'Your interest' : TITLES[step],
    caption: captionOf(item),
    backHref: `/my/meetings/${meeting.id}`,
    action: `/my/meetings/${meeting.id}/items/${item.id}/disclose`,
    ...{ step, form, returning },
    kept: keptWords(words),
  };
  return {
    template: `web/my-disclosures/declare/${step}.njk`,
    view: { ...common, ...stepView(declaring) },
  };
}

function stepView(declaring: Declaring): object {
  const { turn, choices } = declaring;
  switch (turn.step) {
    case 'which':
      return { known: choices.known.map(knownChoice), others: choices.kinds.map(otherChoice) };
    case 'whose':
      return {
        isDpi: turn.said.kind === 'dpi',
        categories: choices.categories.map(({ category: value }) => ({
          value,
          text: categoryInWords(value).name,
        })),
      };
    case 'nature':
      return { reasons: (declaring.reasons ?? []).map(reasonLine) };
    case 'intends':
      return { ...lawView(declaring), withheld: withheldView(turn.said), intentions: INTENDED };
    case 'check':
      return checkView(declaring);
  }
}

const knownChoice = ({ id, description, state, sensitive, heldBy }: Choices['known'][number]): object => ({
  value: id,
  text: description,
  hint: {
    text: [
      heldBy === 'partner' ? 'Your spouse or partner’s.' : undefined,
      state === 'entered' ? 'In the register.' : 'Waiting to be entered in the register.',
      sensitive === 'agreed' ? 'Sensitive: you will not be asked what it is.' : undefined,
      sensitive === 'claimed' ? 'You have asked for it to be treated as sensitive.' : undefined,
    ]
      .filter(Boolean)
      .join(' '),
  },
});

const otherChoice = (kind: Choices['kinds'][number]): object => ({
  value: kind,
  text: KIND_CHOICES[kind].text,
  hint: { text: KIND_CHOICES[kind].hint },
});

const INTENDED: readonly { value: Intention; text: string; hint?: { text: string } }[] = [
  { value: 'leaves', text: 'Leave the room while it is considered' },
  {
    value: 'speaks-and-leaves',
    text: 'Speak, then leave the room',
    hint: {
      text: 'Where a dispensation lets you speak, or the public may speak on it too and the code lets you',
    },
  },
  { value: 'stays-silent', text: 'Stay, without speaking or voting' },
  { value: 'takes-part', text: 'Take part' },
];

/** The law's answer stands beside the choice and never bars it: what the person will do is recorded as said. */
function lawView({ law }: Declaring): object {
  if (law === undefined) return { panel: undefined, advice: [] };
  const explained = explainMeeting(law);
  return {
    panel: { ...panelOf(explained, 'What you must do'), headingLevel: 2 },
    advice: explained.advice.map(lineInWords),
  };
}

/** Why the nature is not asked. */
function withheldView({ known }: SaidSoFar): 'agreed' | 'claimed' | undefined {
  return known === undefined || known.sensitive === 'no' ? undefined : known.sensitive;
}

function checkView(declaring: Declaring): object {
  const { turn, occasion } = declaring;
  const { said } = turn;
  const withheld = withheldView(said);
  return {
    rows: [
      { name: 'Item', value: captionOf(occasion.item) },
      { name: 'Interest', value: interestOf(said) },
      ...(said.kind === undefined ? [] : [{ name: 'Whose', value: whoseOf(said) }]),
      { name: 'What it is', value: withheld === undefined ? (said.nature ?? '') : 'Kept back' },
      {
        name: 'What you will do',
        value: said.intends === undefined ? '' : intentionInWords(said.intends),
      },
    ],
    backs: stepsAfter(said).flatMap((step) => BACK[step] ?? []),
    withheld,
    aloud: aloudOf(said, occasion.item),
    isBefore: occasion.stage === 'before',
    opensClock: said.kind === 'dpi',
  };
}

const BACK: Readonly<Partial<Record<Step, { step: Step; text: string }>>> = {
  which: { step: 'which', text: 'Change the interest' },
  whose: { step: 'whose', text: 'Change whose it is' },
  nature: { step: 'nature', text: 'Change the words' },
  intends: { step: 'intends', text: 'Change what you will do' },
};

const reasonLine = (reason: Reason): object => ({
  text: reasonInWords(reason),
  citations: [{ text: reason.citation.text, href: reason.citation.url }],
});

function interestOf({ known, kind }: SaidSoFar): string {
  if (known !== undefined) return known.description;
  return kind === undefined ? '' : upperFirst(disclosedKindInWords(kind));
}

const HOLDERS_IN_WORDS = {
  self: 'Yours',
  partner: 'Your spouse or partner’s',
  other: 'Of a person or body close to you',
};

function whoseOf({ interest }: SaidSoFar): string {
  return interest === undefined || 'known' in interest ? '' : HOLDERS_IN_WORDS[interest.heldBy];
}

function aloudOf({ known, kind, nature, intends }: SaidSoFar, item: Declaring['occasion']['item']): string {
  const withheld = known !== undefined && known.sensitive !== 'no';
  return declarationAloud({
    kind: known?.asLaw.kind ?? kind ?? 'dpi',
    item: itemAloud(item),
    nature: withheld ? undefined : nature,
    agreedSensitive: known?.sensitive === 'agreed',
    intends: intends ?? null,
  });
}

/** 'Item 5: Family Support Contract'. */
export function captionOf({ number, title }: { number: string | null; title: string }): string {
  return number === null ? title : `Item ${number}: ${title}`;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
