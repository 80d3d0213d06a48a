import type { BriefingEdition } from '../../briefings/index.js';
import type { Member } from '../../members/index.js';
import type { Message } from '../../reminders/index.js';
import { instantInWords } from '../page/index.js';

/** What a member was told, word for word. */
interface ToldView {
  readonly title: string;
  readonly backHref: string;
  readonly facts: readonly { name: string; value: string }[];
  /** The lines; undefined where they are withheld from this reader. */
  readonly lines: readonly string[] | undefined;
}

type Named = Pick<Member, 'id' | 'name'>;

/** Whose message it is, and the page from which it is opened. */
interface ToldReader {
  readonly name: string;
  readonly backHref: string;
}

/** An edition of a briefing, as the member was shown it outside their own page. */
export function briefingTold(
  { id, name }: Named,
  edition: BriefingEdition,
  lines: readonly string[] | undefined,
): ToldView {
  return {
    title: `Briefing of ${name}`,
    backHref: `/officer/members/${id}`,
    facts: [
      { name: 'Edition', value: String(edition.edition) },
      { name: 'Made', value: instantInWords(edition.madeAt) },
      { name: 'Sent', value: momentOrNo(edition.sentAt) },
      { name: 'First opened', value: momentOrNo(edition.firstOpenedAt) },
    ],
    lines,
  };
}

/** A message, as it was sent or will be. */
export function messageTold(
  { name, backHref }: ToldReader,
  message: Message,
  lines: readonly string[] | undefined,
): ToldView {
  return {
    title: `Message to ${name}`,
    backHref,
    facts: [
      { name: 'To', value: message.toAddress },
      ...(lines === undefined ? [] : [{ name: 'Subject', value: message.subject }]),
      { name: 'Written', value: instantInWords(message.fixedAt) },
      { name: 'Sent', value: momentOrNo(message.sentAt) },
      ...(message.withdrawnAt === null
        ? []
        : [{ name: 'Taken back', value: `${instantInWords(message.withdrawnAt)}: it no longer held` }]),
    ],
    lines,
  };
}

function momentOrNo(moment: Date | null): string {
  return moment === null ? 'No' : instantInWords(moment);
}
