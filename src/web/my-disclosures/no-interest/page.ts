import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { FoundOccasion } from '../../../disclosures/index.js';
import { addMonths, ask, civilDate, england, type NotEncoded, type Reason } from '../../../law/index.js';
import { arrearsAloud, itemAloud, reasonInWords } from '../../../wording/index.js';
import type { FormState } from '../../form/index.js';
import { layerOf, type DutyPanel } from '../../my/duty-panel.js';
import { captionOf } from '../declare/page.js';

type OccasionAtItem = FoundOccasion & { readonly item: NonNullable<FoundOccasion['item']> };

/** 'I am under a party whip on this item.' */
export class WhipForm {
  @IsString()
  declaration: string;

  @IsString()
  itemTitle: string;

  @MaxLength(200, { message: 'The name of the group must be 200 characters or less' })
  @IsNotEmpty({ message: 'Enter the political group that gives the whip' })
  group: string;

  @MaxLength(1000, { message: 'What the whip asks must be 1,000 characters or less' })
  @IsNotEmpty({ message: 'Enter what the whip asks you to do' })
  nature: string;
}

export function whipView(
  { item, meeting, stage }: OccasionAtItem,
  law: england.PartyWhipAnswer | NotEncoded,
  form: FormState,
): object {
  return {
    title: 'Declare a party whip',
    caption: captionOf(item),
    backHref: `/my/meetings/${meeting.id}`,
    action: `/my/meetings/${meeting.id}/items/${item.id}/whip`,
    button: 'Declare this',
    panel: whipPanel(law),
    isBefore: stage === 'before',
    form: { ...form, words: { ...form.words, itemTitle: form.words.itemTitle ?? item.title } },
  };
}

/** What stands behind it: no statute, so it is said under the council's own rules. */
function whipPanel(law: england.PartyWhipAnswer | NotEncoded): DutyPanel | undefined {
  if ('kind' in law) return undefined;
  const { mustDeclareWhip, mayVote } = law;
  const reasons = [
    ...(mustDeclareWhip.kind === 'cannot-tell' ? [] : mustDeclareWhip.reasons),
    ...law.isAnInterest.reasons,
    ...mayVote.reasons,
  ];
  return {
    heading: 'About a party whip',
    layers: [layerOf('By your council’s rules', linesOf(reasons))],
    soDo: [
      mustDeclareWhip.kind === 'cannot-tell'
        ? 'Whether this item is scrutiny is not confirmed yet. Declare the whip to be safe.'
        : mustDeclareWhip.value
          ? 'Declare the whip and what it asks. It is put into the minutes.'
          : 'No rule asks you to declare it here. You can.',
    ],
    ifNot: [],
  };
}

function linesOf(reasons: readonly Reason[]): { text: string; citations: Reason['citation'][] }[] {
  const lines = new Map<string, Reason['citation'][]>();
  for (const reason of reasons) {
    const text = reasonInWords(reason);
    const known = lines.get(text) ?? [];
    lines.set(
      text,
      known.some((one) => one.text === reason.citation.text) ? known : [...known, reason.citation],
    );
  }
  return [...lines].map(([text, citations]) => ({ text, citations }));
}

/** What the member supposes who opens this page: the tax is owed, and the item is about it or could affect it. */
function arrearsPanel({ meeting }: OccasionAtItem): DutyPanel | undefined {
  const day = civilDate(meeting.meetsOn);
  const supposed = {
    ...{ meetingDate: day, formalMeeting: true, present: true, stillUnpaid: true },
    ...{ councilTaxPayableSince: addMonths(day, -2), business: 'might-affect-calculation' as const },
  };
  const law = ask(england.s106_2, supposed, day);
  if ('kind' in law) return undefined;
  const { mustDiscloseThatSectionApplies: disclose, mayVote, mayDiscuss } = law;
  return {
    heading: 'If council tax is owed and this item could affect it',
    layers: [layerOf('By law', linesOf([disclose, mayVote, mayDiscuss].flatMap(({ reasons }) => reasons)))],
    soDo: ['Say that the section applies to you as soon as the meeting has begun. Do not vote on the item.'],
    ifNot: [],
  };
}

export const arrearsView = (occasion: OccasionAtItem, declarationId: string): object => ({
  title: 'Declare that council tax is owed',
  caption: captionOf(occasion.item),
  backHref: `/my/meetings/${occasion.meeting.id}`,
  ...{ declarationId, itemTitle: occasion.item.title, isBefore: occasion.stage === 'before' },
  aloud: arrearsAloud(itemAloud(occasion.item)),
  panel: arrearsPanel(occasion),
});
