import { Audit } from '../../src/audit/index.js';
import { civilDate } from '../../src/law/index.js';
import {
  AgendaImports,
  Meetings,
  proposedFacts,
  type AgendaItem,
  type AgendaRefusal,
  type CorrectedAgenda,
  type CorrectedItem,
  type SaveRefusal,
} from '../../src/meetings/index.js';
import { addPanel, done, foundCouncil, type Council } from './council.js';
import type { Rooms } from './rooms.js';

/** A small agenda of a fictional panel. */
export const AGENDA = `Agenda

Highways Panel

Tuesday, 24 October 2017, 10.00 am, Town Hall, Ashford Magna

Agenda

Item No\tSubject\tPage No
1\tApologies and Welcome
2\tDeclarations of Interest
3\tResurfacing of Mill Lane\t1 - 4

Date of Issue: Friday 13 October 2017
`;

/** The same agenda with other words in its third item: other content for the same meeting. */
export const agendaAbout = (words: string): string => AGENDA.replace('Mill Lane', words);

export const item = (
  number: string | null,
  title: string,
  more: Partial<CorrectedItem> = {},
): CorrectedItem => ({ number, title, restricted: false, facts: proposedFacts(undefined), ...more });

/** The items of AGENDA as its clerk corrects them. */
export const ITEMS = [
  item('1', 'Apologies and Welcome'),
  item('2', 'Declarations of Interest'),
  item('3', 'Resurfacing of Mill Lane'),
];

/** A clerk at work: what they do with agendas, each in a unit of work of its own. */
export interface Clerk {
  readonly council: Council;
  readonly panelId: string;
  receive(file: string | Uint8Array, fileName?: string): Promise<{ id: string } | AgendaRefusal>;
  /** Receives a text that is not refused. Answers the draft's id. */
  received(text: string): Promise<string>;
  /** AGENDA as the clerk corrected it, but for what is given. */
  corrected(more?: Partial<CorrectedAgenda>): CorrectedAgenda;
  save(
    importId: string,
    more?: Partial<CorrectedAgenda>,
  ): Promise<{ meetingId: string; revision: number } | SaveRefusal>;
  /** Receives and saves a text, neither of which is refused. */
  saved(text: string, more?: Partial<CorrectedAgenda>): Promise<{ meetingId: string; revision: number }>;
  items(meetingId: string): Promise<AgendaItem[]>;
  /** How often an action stands in the council's audit. */
  audited(action: string): Promise<number>;
  /** How many rows of a table the council has. */
  rowsIn(table: string): Promise<number>;
}

/** Founds a council with a panel for a clerk to work for. */
export async function clerkOfNewCouncil(rooms: Rooms): Promise<Clerk> {
  const council = await foundCouncil(rooms);
  const panelId = await council.inUnit((uow) => addPanel(uow, rooms, 'Highways Panel'));
  const clerk: Clerk = {
    council,
    panelId,
    receive: (file, fileName = 'agenda.txt') => {
      const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
      return council.inUnit((uow) => rooms.get(AgendaImports).receive(uow, { fileName, bytes }));
    },
    received: async (text) => done(await clerk.receive(text)).id,
    corrected: (more = {}) => ({
      bodyId: panelId,
      meetsOn: civilDate('2017-10-24'),
      startsAt: '10:00',
      venue: 'Town Hall, Ashford Magna',
      items: ITEMS,
      ...more,
    }),
    save: (importId, more) =>
      council.inUnit((uow) => rooms.get(Meetings).saveFromImport(uow, importId, clerk.corrected(more))),
    saved: async (text, more) => done(await clerk.save(await clerk.received(text), more)),
    items: (meetingId) => council.inUnit((uow) => rooms.get(Meetings).items(uow, meetingId)),
    audited: async (action) => {
      const events = await council.inUnit((uow) => rooms.get(Audit).newest(uow, 100));
      return events.filter((event) => event.action === action).length;
    },
    rowsIn: async (table) => {
      const { rows } = await rooms.owner.query<{ count: number }>(
        `select count(*)::int as count from ${table} where authority_id = $1`,
        [council.authorityId],
      );
      return rows[0]?.count ?? 0;
    },
  };
  return clerk;
}
