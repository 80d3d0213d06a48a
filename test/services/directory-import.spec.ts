import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import { Bodies, type Body } from '../../src/authorities/index.js';
import {
  DirectoryImports,
  readDirectory,
  type Choices,
  type DirectoryReading,
  type What,
} from '../../src/exchange/index.js';
import { civilDate } from '../../src/law/index.js';
import { Meeting, Meetings } from '../../src/meetings/index.js';
import { Members } from '../../src/members/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { done, foundCouncil, type Council } from '../support/council.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/moderngov/${name}`, import.meta.url), 'utf8');
const TODAY = civilDate('2026-11-26');

let app: TestApp;
let council: Council;

beforeAll(async () => {
  app = await startApp({ at: '2026-11-26T09:00' });
});
beforeEach(async () => {
  council = await foundCouncil(app);
});
afterAll(() => app.close());

async function read(xml: string): Promise<DirectoryReading> {
  const answer = await readDirectory(Buffer.from(xml));
  if (!('reading' in answer)) throw new Error(JSON.stringify(answer));
  return answer.reading;
}
const keep = async (xml: string): Promise<string> => {
  const reading = await read(xml);
  return (await council.inUnit((uow) => app.get(DirectoryImports).keep(uow, reading, 'file'))).id;
};
const takeOver = (id: string, choices: Choices): ReturnType<DirectoryImports['takeOver']> =>
  council.inUnit((uow) => app.get(DirectoryImports).takeOver(uow, id, choices));
const taken = async (xml: string, choices: Choices): Promise<object> => {
  const answer = await takeOver(await keep(xml), choices);
  if (!('counts' in answer)) throw new Error(JSON.stringify(answer));
  return answer.counts;
};
/** What each entry is to what is here: '101 same'. */
const fates = async (xml: string): Promise<string[]> => {
  const reading = await read(xml);
  const { rows } = await council.inUnit((uow) => app.get(DirectoryImports).differences(uow, reading));
  return rows.map(({ read: { externalId }, fate }) => `${externalId} ${fate}`);
};
const events = async (action: string): Promise<object[]> => {
  const all = await council.inUnit((uow) => app.get(Audit).newest(uow, 100));
  return all.filter((event) => event.action === action).map(({ payload }) => payload ?? {});
};
const rowsIn = async (table: string): Promise<number> => {
  const { rows } = await app.owner.query<{ count: number }>(
    `select count(*)::int as count from ${table} where authority_id = $1`,
    [council.authorityId],
  );
  return rows[0]?.count ?? 0;
};

const QUORUM = { kind: 'fraction', oneIn: 4, atLeast: 3 } as const;
const bodiesTaken = (...whats: What[]): Choices => ({
  kind: 'bodies',
  choices: whats.map((what, index) => ({ index, what, kind: 'committee', quorum: QUORUM })),
});
const COMMITTEES = fixture('GetCommittees.xml');
const ALL_NEW = bodiesTaken('new', 'new', 'new', 'new', 'new', 'new');
const addBody = async (name: string): Promise<string> =>
  done(await council.inUnit((uow) => app.get(Bodies).add(uow, { name, kind: 'committee', quorum: QUORUM })))
    .id;
const bodies = (): Promise<Body[]> => council.inUnit((uow) => app.get(Bodies).list(uow));

describe('bodies from elsewhere', () => {
  it('are told as they differ, and nothing is changed by asking', async () => {
    await addBody('planning & licensing  committee');
    await addBody('Rights of Way Panel');
    const reading = await read(COMMITTEES);
    const before = await rowsIn('audit_event');
    const differences = await council.inUnit((uow) => app.get(DirectoryImports).differences(uow, reading));
    if (differences.kind !== 'bodies') throw new Error(differences.kind);
    expect(differences.rows.map(({ fate, proposal }) => [fate, proposal?.name])).toEqual([
      ['unmatched', undefined],
      ['unmatched', undefined],
      ['unmatched', 'planning & licensing  committee'],
      ...Array.from({ length: 3 }, () => ['unmatched', undefined]),
      ['over', undefined],
      ['over', undefined],
    ]);
    expect(differences.missing.map(({ name }) => name)).toEqual(['Rights of Way Panel']);
    expect([await rowsIn('body'), await rowsIn('audit_event')]).toEqual([2, before]);
  });

  it('are taken over as a person chose, once, with one event that has counts only', async () => {
    const panel = await addBody('Children’s Panel');
    const id = await keep(COMMITTEES);
    const choices = bodiesTaken('new', 'leave', 'new', { sameAs: panel });
    expect(await takeOver(id, choices)).toEqual({ counts: { added: 2, recognised: 1, renamed: 0 } });
    expect((await bodies()).map(({ name, externalId }) => [name, externalId])).toEqual([
      ['Children’s Panel', '104'],
      ['Council', '101'],
      ['Planning & Licensing Committee', '103'],
    ]);
    expect(await events('directory.taken-over')).toEqual([
      { kind: 'bodies', added: 2, recognised: 1, renamed: 0 },
    ]);
    expect(await events('body.added')).toHaveLength(1);
    expect(await takeOver(id, choices)).toEqual({ refused: 'import-gone' });
  });

  it('change nothing when they are taken over again from another copy of the file', async () => {
    await taken(COMMITTEES, ALL_NEW);
    expect((await fates(COMMITTEES)).slice(0, 6).every((fate) => fate.endsWith(' same'))).toBe(true);
    const before = await bodies();
    expect(await taken(COMMITTEES, ALL_NEW)).toEqual({ added: 0, recognised: 0, renamed: 0 });
    expect(await bodies()).toEqual(before);
  });

  it('are known by their number when their name changes, and when they end', async () => {
    await taken(COMMITTEES, ALL_NEW);
    const changed = COMMITTEES.replace('>Cabinet<', '>The Executive<').replace(
      '<committeeexpired>False',
      '<committeeexpired>True',
    );
    expect((await fates(changed)).slice(0, 3)).toEqual(['101 gone', '102 renamed', '103 same']);
    expect(await taken(changed, bodiesTaken('leave', 'take'))).toMatchObject({ renamed: 1 });
    const names = (await bodies()).map(({ name }) => name);
    expect(names).toContain('The Executive');
    expect(names).not.toContain('Cabinet');
    expect(names).toContain('Council');
  });

  it.each([
    ['a new one whose name is taken', async () => bodiesTaken('new', { sameAs: await addBody('Council') })],
    ['one that is not here', () => bodiesTaken('new', { sameAs: '0b0e6c0e-0000-4000-8000-000000000000' })],
    [
      'one of another council',
      async () => {
        const mine = council;
        council = await foundCouncil(app);
        const theirs = await addBody('Planning Committee');
        council = mine;
        return bodiesTaken('new', { sameAs: theirs });
      },
    ],
    [
      'one that two entries would be',
      async () => {
        const panel = await addBody('Panel');
        return bodiesTaken({ sameAs: panel }, { sameAs: panel });
      },
    ],
  ])('are not taken over at all where one choice cannot be: %s', async (_, choices) => {
    const id = await keep(COMMITTEES);
    const chosen = await choices();
    const before = await bodies();
    expect(await takeOver(id, chosen)).toHaveProperty('problem');
    expect(await bodies()).toEqual(before);
    expect(await events('directory.taken-over')).toEqual([]);
    expect((await takeOver(id, bodiesTaken('leave', 'new'))) as object).toHaveProperty('counts.added', 1);
  });

  it('are made once by two who take the same over, or two copies of it, at the same time', async () => {
    const [one, copy] = [await keep(COMMITTEES), await keep(COMMITTEES)];
    const answers = await Promise.all([
      takeOver(one, ALL_NEW),
      takeOver(one, ALL_NEW),
      takeOver(copy, ALL_NEW),
    ]);
    const added = answers.map((answer) => ('counts' in answer ? answer.counts.added : answer));
    expect(added.filter((count) => count === 6)).toHaveLength(1);
    expect(await rowsIn('body')).toBe(6);
  });
});

const NOT_KNOWN_THERE = { source: null, externalId: null };
const MEETINGS = fixture('GetMeetings.xml');
const meetingsTaken = (...indices: number[]): Choices => ({
  kind: 'meetings',
  choices: indices.map((index) => ({ index, what: 'take' as const })),
});
const meetings = async (): Promise<string[]> =>
  (await council.inUnit((uow) => app.get(Meetings).list(uow))).map(
    ({ meetsOn, startsAt, status, externalId }) => `${externalId} ${meetsOn} ${startsAt} ${status}`,
  );

describe('meetings from elsewhere', () => {
  it('wait for their bodies', async () => {
    expect(await fates(MEETINGS)).toEqual([
      ...['7001 no-body', '7002 past', '7003 no-body', '7004 no-body', '7005 no-body', '7006 no-body'],
    ]);
    expect(await taken(MEETINGS, meetingsTaken(0, 1, 2, 3, 4, 5))).toMatchObject({ added: 0 });
    expect(await meetings()).toEqual([]);
  });

  it('are made without an agenda, and a cancelled one as cancelled; again nothing changes', async () => {
    await taken(COMMITTEES, ALL_NEW);
    expect(await fates(MEETINGS)).toEqual([
      ...['7001 new', '7002 past', '7003 new', '7004 new', '7005 new', '7006 no-time'],
    ]);
    const counts = { added: 2, recognised: 0, moved: 0, cancelled: 1 };
    expect(await taken(MEETINGS, meetingsTaken(0, 1, 2, 3, 5))).toEqual(counts);
    const made = [
      '7003 2026-12-01 10:00 confirmed',
      '7001 2026-12-09 18:30 confirmed',
      '7004 2026-12-15 10:00 cancelled',
    ];
    expect(await meetings()).toEqual(made);
    expect(await fates(MEETINGS)).toEqual([
      ...['7001 same', '7002 past', '7003 same', '7004 same', '7005 new', '7006 no-time'],
    ]);
    expect(await taken(MEETINGS, meetingsTaken(0, 2, 3))).toMatchObject({ added: 0, cancelled: 0 });
    expect(await meetings()).toEqual(made);
  });

  it('are moved and cancelled by their number', async () => {
    await taken(COMMITTEES, ALL_NEW);
    await taken(MEETINGS, meetingsTaken(0, 2));
    const later = MEETINGS.replace('09/12/2026', '16/12/2026').replace(
      'Confirmed; Rescheduled from 24/11/2026',
      'Cancelled',
    );
    expect((await fates(later)).slice(0, 3)).toEqual(['7001 moved', '7002 past', '7003 cancelled']);
    expect(await taken(later, meetingsTaken(0, 2))).toEqual({
      added: 0,
      recognised: 0,
      moved: 1,
      cancelled: 1,
    });
    expect(await meetings()).toEqual(['7003 2026-12-01 10:00 cancelled', '7001 2026-12-16 18:30 confirmed']);
    expect((await fates(MEETINGS))[2]).toBe('7003 held');
  });

  it('are the ones that are here already on that day at that time, and are missed where they are gone', async () => {
    await taken(COMMITTEES, ALL_NEW);
    await taken(MEETINGS, meetingsTaken(0, 2));
    await council.inUnit((uow) =>
      uow.manager.update(Meeting, { authorityId: uow.authorityId, externalId: '7001' }, NOT_KNOWN_THERE),
    );
    expect((await fates(MEETINGS))[0]).toBe('7001 recognised');
    expect(await taken(MEETINGS, meetingsTaken(0))).toMatchObject({ recognised: 1 });
    const other = MEETINGS.replace('<meetingid>7003', '<meetingid>7999');
    const reading = await read(other);
    const differences = await council.inUnit((uow) => app.get(DirectoryImports).differences(uow, reading));
    if (differences.kind !== 'meetings') throw new Error(differences.kind);
    expect(differences.rows[2]?.fate).toBe('taken');
    expect(differences.missing).toEqual([]);
    const without = MEETINGS.replace('<meetingid>7003', '<meetingid>7999').replace(
      '01/12/2026',
      '02/12/2026',
    );
    const fewer = await read(without.replace('09/12/2026', '01/12/2026'));
    const gone = await council.inUnit((uow) => app.get(DirectoryImports).differences(uow, fewer));
    expect(gone.kind === 'meetings' && gone.missing.map(({ externalId }) => externalId)).toEqual(['7003']);
  });
});

const COUNCILLORS = fixture('GetCouncillorsByWard.xml');
const membersTaken = (...each: { what: What; group?: string; beginsTerm?: boolean }[]): Choices => ({
  kind: 'members',
  choices: each.map(({ what, group, beginsTerm = false }, index) => ({
    ...{ index, what, beginsTerm },
    groupFrom: group === undefined ? undefined : civilDate(group),
  })),
});
const addMember = (name: string, since?: string): Promise<string> =>
  council.inUnit(async (uow) => {
    const { id } = await app.get(Members).add(uow, { name });
    if (since !== undefined) {
      const office = { memberId: id, standing: 'elected', votesOn: 'any' } as const;
      done(await app.get(Members).takeOffice(uow, { ...office, becameMemberOn: civilDate(since) }));
    }
    return id;
  });
const members = async (): Promise<string[]> =>
  council.inUnit(async (uow) => {
    const groups = await app.get(Members).groupsOn(uow, TODAY);
    const terms = await app.get(Members).terms(uow);
    return (await app.get(Members).list(uow)).map(({ id, name, externalId }) =>
      [
        ...[externalId ?? '-', name, groups.get(id) ?? '-'],
        ...terms.filter(({ memberId }) => memberId === id).map(({ becameMemberOn }) => becameMemberOn),
      ].join(', '),
    );
  });

describe('councillors from elsewhere', () => {
  it('are told as they differ: by number, and by name without titles as a proposal', async () => {
    await addMember("Imke O'Farrow", '2021-05-10');
    await addMember('Gwenllian Marsh', '2021-05-10');
    await addMember('Left Long Ago');
    const reading = await read(COUNCILLORS);
    const differences = await council.inUnit((uow) => app.get(DirectoryImports).differences(uow, reading));
    if (differences.kind !== 'members') throw new Error(differences.kind);
    expect(
      differences.rows.map(({ fate, proposal, inOfficeSince, termThere }) => [
        ...[fate, proposal?.name, inOfficeSince, termThere],
      ]),
    ).toEqual([
      ['unmatched', undefined, undefined, '2025-05-01'],
      ['unmatched', "Imke O'Farrow", '2021-05-10', '2025-05-01'],
      ['unmatched', undefined, undefined, undefined],
    ]);
    expect(differences.missing.map(({ name }) => name)).toEqual(['Gwenllian Marsh']);
  });

  it('take office only where it was ticked, for the clock of s.30 begins with it', async () => {
    const imke = await addMember("Imke O'Farrow");
    const counts = { added: 2, recognised: 1, renamed: 0, groups: 2, terms: 1 };
    const choices = membersTaken(
      { what: 'new', group: '2026-11-26', beginsTerm: true },
      { what: { sameAs: imke }, group: '2026-11-26' },
      { what: 'new', group: '2026-11-26', beginsTerm: true },
    );
    expect(await taken(COUNCILLORS, choices)).toEqual(counts);
    const now = [
      '503, Bede Tallow, Commons Party',
      "502, Imke O'Farrow, -",
      '501, Ottilie Brackwater, Riverside and Independent Group, 2025-05-01',
    ];
    expect(await members()).toEqual(now);
    expect(await events('directory.taken-over')).toEqual([{ kind: 'members', ...counts }]);
    expect(await fates(COUNCILLORS)).toEqual(['501 same', '502 same', '503 same']);
    expect(await taken(COUNCILLORS, choices)).toEqual({
      ...{ added: 0, recognised: 0, renamed: 0, groups: 0, terms: 0 },
    });
    expect(await members()).toEqual(now);
  });

  it('are renamed and change their group from a day, and the earlier group ends the day before', async () => {
    await taken(COUNCILLORS, membersTaken({ what: 'new', group: '2026-11-01' }));
    const changed = COUNCILLORS.replaceAll('Ottilie Brackwater', 'Ottilie Vane').replaceAll(
      'Riverside and Independent Group',
      'Commons Group',
    );
    expect((await fates(changed))[0]).toBe('501 renamed');
    expect(await taken(changed, membersTaken({ what: 'take', group: '2026-11-20' }))).toMatchObject({
      ...{ renamed: 1, groups: 1 },
    });
    expect(await members()).toEqual(['501, Ottilie Vane, Commons Group']);
    const before = await council.inUnit((uow) => app.get(Members).groupsOn(uow, civilDate('2026-11-19')));
    expect([...before.values()]).toEqual(['Riverside and Independent Group']);
    const back = await keep(COUNCILLORS);
    expect(await takeOver(back, membersTaken({ what: 'take', group: '2026-11-20' }))).toEqual({
      problem: { index: 0, why: 'joined-later' },
    });
    expect(await members()).toEqual(['501, Ottilie Vane, Commons Group']);
  });

  it('do not take office twice, and then nothing of it is taken over', async () => {
    const id = await addMember('Ottilie Brackwater', '2021-05-10');
    const choices = membersTaken({ what: { sameAs: id }, group: '2026-11-26', beginsTerm: true });
    expect(await takeOver(await keep(COUNCILLORS), choices)).toEqual({
      problem: { index: 0, why: 'in-office' },
    });
    expect(await members()).toEqual(['-, Ottilie Brackwater, -, 2021-05-10']);
  });

  it('are kept without where they live, and not at all once they are taken over', async () => {
    const id = await keep(COUNCILLORS);
    const stored = async (): Promise<string> =>
      JSON.stringify((await app.owner.query('select * from directory_import where id = $1', [id])).rows);
    expect(await stored()).toContain('Ottilie Brackwater');
    expect(await stored()).not.toMatch(/Secret|ZZ99|01632|07700|@|http/);
    await takeOver(id, membersTaken({ what: 'new' }));
    expect(await stored()).not.toContain('Brackwater');
    const { rows } = await app.owner.query('select payload from audit_payload where authority_id = $1', [
      council.authorityId,
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Brackwater|Secret/);
  });
});

describe('an import', () => {
  it('is nobody else’s, and can be thrown away once', async () => {
    const id = await keep(COMMITTEES);
    const mine = council;
    council = await foundCouncil(app);
    const imports = app.get(DirectoryImports);
    expect(await council.inUnit((uow) => imports.find(uow, id))).toBeUndefined();
    expect(await council.inUnit((uow) => imports.waiting(uow))).toEqual([]);
    expect(await takeOver(id, ALL_NEW)).toEqual({ refused: 'import-gone' });
    expect(await council.inUnit((uow) => imports.discard(uow, id))).toEqual({ refused: 'import-gone' });
    council = mine;
    expect((await council.inUnit((uow) => imports.waiting(uow))).map((one) => one.id)).toEqual([id]);
    expect(await council.inUnit((uow) => imports.discard(uow, id))).toEqual({ id });
    expect(await council.inUnit((uow) => imports.discard(uow, id))).toEqual({ refused: 'import-gone' });
    expect(await events('directory.discarded')).toHaveLength(1);
  });
});
