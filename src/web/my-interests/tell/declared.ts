import type { CivilDate, RegisterCategory } from '../../../law/index.js';
import { dateInWords } from '../../../wording/index.js';
import type { Words } from '../../form/index.js';

/** What the member said to a meeting of an interest that they now tell the monitoring officer of. */
export interface DeclaredBefore {
  readonly nature: string;
  readonly meetsOn: CivilDate;
}

/** The box that asks what it is, where a heading has one; the others ask for names and figures. */
const WHAT_IT_IS: Readonly<Partial<Record<RegisterCategory, string>>> = {
  employment: 'role',
  contracts: 'subject',
  land: 'natureOfInterest',
  'other-bodies': 'role',
};

/** The draft: the member's own words in that box, for them to put into the shape of the register. */
export function draftWords(category: RegisterCategory, { nature }: DeclaredBefore): Words {
  const field = WHAT_IT_IS[category];
  return field === undefined ? {} : { [field]: nature };
}

export const declaredIntro = ({ nature, meetsOn }: DeclaredBefore): string =>
  `At the meeting on ${dateInWords(meetsOn)} you declared: “${nature}”. Put that into these boxes, then check it and send it.`;
