import { endsSoon, openGrounds, type Decider, type OpenedDispensation } from '../../dispensations/index.js';
import { civilDate, londonDateOf, type CivilDate, type Ground, type Restriction } from '../../law/index.js';
import { dateInWords, groundInWords, reliefInWords, type GroundWords } from '../../wording/index.js';
import { instantInWords } from '../page/index.js';

/** A word for how it stands, and its colour. */
export interface StateTag {
  readonly text: string;
  readonly colour: string;
}

export interface Row {
  readonly name: string;
  readonly value: string;
}

/** Names that the words need: the item that it was asked for, and the committee that decided. */
export interface NamesOf {
  readonly item: (id: string) => string | undefined;
  readonly body: (id: string) => string | undefined;
  readonly isParish: boolean;
}

/** How a request stands today. */
export function tagOf(one: OpenedDispensation, today: CivilDate): StateTag {
  const { state, decision } = one;
  if (state === 'waiting') return { text: 'Waiting', colour: 'blue' };
  if (state === 'refused') return { text: 'Refused', colour: 'red' };
  if (state === 'withdrawn') return { text: 'Taken back', colour: 'grey' };
  if (endsSoon(one, today)) return { text: 'Expires soon', colour: 'yellow' };
  if (decision?.toOn && decision.toOn < today) return { text: 'Ended', colour: 'grey' };
  return { text: 'Granted', colour: 'green' };
}

/** The grounds that this council may use, as choices. */
export const groundChoices = (executiveArrangements: boolean, on: CivilDate): GroundWords[] =>
  openGrounds(executiveArrangements, on).map(({ ground, reason }) => groundInWords(ground, reason));

export function groundText(ground: Ground | null, on: CivilDate): string {
  const words = groundChoices(true, on).find((one) => one.ground === ground);
  return words === undefined ? 'None named' : `(${words.ground}) ${words.text}`;
}

export const reliefText = (relieves: readonly Restriction[]): string => {
  const words = reliefInWords(relieves);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export function periodText(from: string | null, to: string | null): string {
  const first = from === null ? 'no first day said' : `from ${dateInWords(civilDate(from))}`;
  const last = to === null ? 'no last day said' : `to ${dateInWords(civilDate(to))}`;
  const words = `${first} ${last}, both days included`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const KINDS = {
  restriction: 'To take part in a matter at meetings',
  'executive-decision': 'For a conflict of interest in an executive decision',
} as const;

/** What was asked, line by line. */
export function askedRows({ request, asked }: OpenedDispensation, names: NamesOf): Row[] {
  const { kind, relieves, ground, fromOn, toOn, agendaItemId, channel, inWriting } = request;
  const item = agendaItemId === null ? undefined : names.item(agendaItemId);
  return [
    { name: 'What it is for', value: KINDS[kind] },
    { name: kind === 'restriction' ? 'Matter' : 'Decision', value: asked.matter },
    ...(item === undefined ? [] : [{ name: 'Asked for this item', value: item }]),
    ...(kind === 'restriction'
      ? [
          { name: 'To allow', value: reliefText(relieves) },
          { name: 'Ground', value: groundText(ground, civilDate(request.requestedOn)) },
          { name: 'Period', value: periodText(fromOn, toOn) },
        ]
      : []),
    { name: 'Reason', value: asked.reason === '' ? 'None given' : asked.reason },
    {
      name: 'Received',
      value:
        channel === 'web'
          ? instantInWords(request.receivedAt)
          : `${dateInWords(civilDate(request.requestedOn))}, ${inWriting ? 'on paper' : 'spoken, not in writing'}`,
    },
  ];
}

/** Who decided. */
export function deciderText(by: Decider | 'member', bodyId: string | null, names: NamesOf): string {
  if (by === 'committee') return (bodyId === null ? undefined : names.body(bodyId)) ?? 'A committee';
  if (by === 'officer') return names.isParish ? 'The clerk, for the council' : 'An officer, for the council';
  return {
    council: 'The council',
    parish: 'The parish council',
    'head-of-paid-service': 'The head of paid service',
    member: 'The member',
  }[by];
}

/** What to look at where meetings had begun when a grant was recorded; undefined where none had. */
export function lateText(begunBefore: readonly string[]): string | undefined {
  if (begunBefore.length === 0) return undefined;
  return `It was recorded after these meetings in its period had begun: ${begunBefore.join('; ')}. A dispensation lifts nothing that was done before it was granted (Localism Act 2011 s.33). Check when it was decided before anybody relies on it there.`;
}

/** What was decided, line by line; none while it waits. */
export function decidedRows({ request, decision }: OpenedDispensation, names: NamesOf): Row[] {
  if (decision === undefined) return [];
  const { outcome, decidedBy, bodyId, decidedOn, recordedAt, relieves, ground, fromOn, toOn, words } =
    decision;
  const day = civilDate(decidedOn);
  if (outcome === 'withdrawn') return [{ name: 'Taken back', value: dateInWords(day) }];
  const granted = outcome === 'granted';
  const recordedOn = londonDateOf(recordedAt);
  return [
    { name: granted ? 'Granted' : 'Refused', value: dateInWords(day) },
    { name: 'By', value: deciderText(decidedBy, bodyId, names) },
    ...(recordedOn > day ? [{ name: 'Recorded on', value: dateInWords(recordedOn) }] : []),
    ...(granted ? [{ name: 'In these cases', value: words.cases }] : []),
    ...(granted && request.kind === 'restriction'
      ? [
          { name: 'It allows', value: reliefText(relieves) },
          { name: 'Ground', value: groundText(ground, day) },
          { name: 'Period', value: periodText(fromOn, toOn) },
        ]
      : []),
    { name: 'Reasons', value: words.reason },
  ];
}
