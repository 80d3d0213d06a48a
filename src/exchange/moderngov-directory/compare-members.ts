import type { CivilDate } from '../../law/index.js';
import { covers, type Member, type TermOfOffice } from '../../members/index.js';
import { bareName, memberNamed } from '../known-members.js';
import { byNumber, unknownElsewhere } from './origin.js';
import type { ReadMember } from './reading.js';

/** Something that a councillor has there and not here, so that somebody may take it over. */
export interface MemberRow {
  readonly index: number;
  readonly read: ReadMember;
  /** unmatched: not known here by their number. A title before a name, or letters after it, make no other name. */
  readonly fate: 'same' | 'renamed' | 'unmatched';
  readonly here?: Member;
  /** The one member here of this name. That it is the same person, somebody must say. */
  readonly proposal?: Member;
  /** Their group here today; undefined where none is known. */
  readonly groupHere?: string;
  /** Since when they hold office here, today. */
  readonly inOfficeSince?: string;
  /** The term that runs there today: the day on which it began. */
  readonly termThere?: CivilDate;
}

export interface MemberDifferences {
  readonly kind: 'members';
  readonly rows: readonly MemberRow[];
  readonly toChoose: readonly Member[];
  /** Members who hold office here today and whom no entry is, or seems to be. */
  readonly missing: readonly Member[];
}

export interface MembersHere {
  readonly members: readonly Member[];
  readonly terms: readonly TermOfOffice[];
  /** Groups of today by member. */
  readonly groups: ReadonlyMap<string, string>;
  readonly today: CivilDate;
}

/** What councillors elsewhere and members here are to each other: by number, and where there is none by name. */
export function compareMembers(read: readonly ReadMember[], here: MembersHere): MemberDifferences {
  const known = byNumber(here.members);
  const toChoose = unknownElsewhere(here.members);
  const since = new Map(
    here.terms.filter((term) => covers(term, here.today)).map((term) => [term.memberId, term.becameMemberOn]),
  );
  const rows = read.map((entry, index): MemberRow => {
    const member = known.get(entry.externalId);
    const proposal = member === undefined ? memberNamed(entry.name, toChoose) : undefined;
    const id = member?.id ?? proposal?.id ?? '';
    const [groupHere, inOfficeSince] = [here.groups.get(id), since.get(id)];
    const termThere = termOn(entry, here.today);
    return {
      ...{ index, read: entry, fate: fateOf(entry, member) },
      ...(member && { here: member }),
      ...(proposal && { proposal }),
      ...(groupHere !== undefined && { groupHere }),
      ...(inOfficeSince !== undefined && { inOfficeSince }),
      ...(termThere !== undefined && { termThere }),
    };
  });
  const met = new Set(rows.flatMap((row) => [row.here?.id, row.proposal?.id]));
  const missing = here.members.filter(({ id }) => since.has(id) && !met.has(id));
  return { kind: 'members', rows, toChoose, missing };
}

function fateOf({ name }: ReadMember, member: Member | undefined): MemberRow['fate'] {
  if (member === undefined) return 'unmatched';
  return bareName(name) === bareName(member.name) ? 'same' : 'renamed';
}

/** The newest term that has begun and has not run out. The last day there is when it runs out, and a day of the term. */
function termOn({ terms }: ReadMember, today: CivilDate): CivilDate | undefined {
  return terms.filter(({ from, to }) => from <= today && (to === null || to >= today)).at(-1)?.from;
}
