import { isOpen, type DisclosureDuty } from '../../duties/index.js';
import { civilDate, type CivilDate } from '../../law/index.js';
import { dateInWords, dayAndDateInWords, reasonInWords } from '../../wording/index.js';
import { daysLeftInWords, layerOf, STATE_TAGS, type DutyPanel } from './duty-panel.js';

/** Notifying what was declared at a meeting and is neither registered nor pending; undefined once it is done. */
export function disclosedPanel(duty: DisclosureDuty, today: CivilDate): DutyPanel | undefined {
  if (!isOpen(duty.state)) return undefined;
  const { disclosure, standingId, meeting, isCertain, notify, lastDay, category, heldBy } = duty;
  const when = dateInWords(civilDate(meeting.meetsOn));
  const nature = disclosure.details.nature;
  const said = nature === undefined ? '' : `: “${nature}”`;
  return {
    heading: 'Tell the monitoring officer what you declared',
    state: STATE_TAGS[duty.state],
    intro: [
      `At the meeting on ${when} you declared ${isCertain ? NOT_REGISTERED : 'an interest'}${said}.`,
      ...(isCertain ? [] : [IF_NOT_KNOWN]),
      `Last day: ${dayAndDateInWords(lastDay)}. ${daysLeftInWords(lastDay, today)}`,
    ].join(' '),
    button: {
      text: 'Tell the monitoring officer of it',
      href:
        category === undefined
          ? '/my/interests/new'
          : `/my/interests/new/${category}/${heldBy}?declared=${disclosure.id}`,
    },
    layers: [
      layerOf(
        'By law',
        notify.reasons.map((reason) => ({ text: reasonInWords(reason), citations: [reason.citation] })),
      ),
    ],
    soDo: [
      `${isCertain ? 'Tell' : 'If they do not know of it, tell'} the monitoring officer of this interest by ${dayAndDateInWords(lastDay)}.`,
    ],
    links:
      standingId === undefined
        ? []
        : [
            {
              text: 'The monitoring officer knows of it: say which interest it is',
              href: `/my/meetings/${meeting.id}/items/${disclosure.agendaItemId}/disclose?changes=${standingId}`,
            },
          ],
    ifNot: notify.reasons.some(({ sanction }) => sanction === 'criminal') ? [IF_NOT_NOTIFIED] : [],
  };
}

const NOT_REGISTERED = 'an interest that is not in the register';
/** A clerk wrote down what was said, and that says nothing of the register. */
const IF_NOT_KNOWN = 'We do not know whether it is in the register.';

const IF_NOT_NOTIFIED =
  'Not telling the monitoring officer in time, without a reasonable excuse, can be a criminal offence (Localism Act 2011 s.34).';
