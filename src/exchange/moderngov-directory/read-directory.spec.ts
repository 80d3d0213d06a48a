import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { withoutPersonalParts } from './at-the-door.js';
import { proposedKind, proposedQuorum } from './proposals.js';
import { readDirectory } from './read-directory.js';
import type { DirectoryReading } from './reading.js';

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../../test/fixtures/moderngov/${name}`, import.meta.url));

async function read(bytes: Uint8Array | string): Promise<DirectoryReading> {
  const answer = await readDirectory(Buffer.from(bytes));
  if (!('reading' in answer)) throw new Error(JSON.stringify(answer));
  return answer.reading;
}

describe('the answer of GetCommittees', () => {
  it('names the bodies, with titles that were escaped twice, and says which are gone', async () => {
    const reading = await read(fixture('GetCommittees.xml'));
    if (reading.kind !== 'bodies') throw new Error(reading.kind);
    expect(reading.leftOut).toBe(1);
    expect(reading.bodies.map(({ externalId, name, isGone }) => [externalId, name, isGone])).toEqual([
      ['101', 'Council', false],
      ['102', 'Cabinet', false],
      ['103', 'Planning & Licensing Committee', false],
      ['104', "Children's Services Panel", false],
      ['105', 'Hackney Carriage Sub-Committee', false],
      ['106', 'Tarrow Valley Joint Waste Committee', false],
      ['90', 'Market Hall Working Party (2011)', true],
      ['91', 'Test committee', true],
    ]);
    expect(reading.bodies.map(({ name, category }) => proposedKind(name, category)).slice(0, 6)).toEqual([
      'council',
      'executive',
      'committee',
      'overview-and-scrutiny',
      'sub-committee',
      'joint-committee',
    ]);
  });
  it('is read with one committee as with many', async () => {
    const one =
      '<committees><committee><committeeid>1</committeeid><committeetitle>A</committeetitle></committee></committees>';
    expect(await read(one)).toMatchObject({ bodies: [{ externalId: '1', name: 'A', isGone: false }] });
  });
});

describe('the answer of GetMeetings', () => {
  it('tells each meeting with its day, time and status', async () => {
    const reading = await read(fixture('GetMeetings.xml'));
    if (reading.kind !== 'meetings') throw new Error(reading.kind);
    expect(reading.leftOut).toBe(1);
    expect(
      reading.meetings.map(({ externalId, bodyExternalId, meetsOn, startsAt, status }) => [
        ...[externalId, bodyExternalId, meetsOn, startsAt, status],
      ]),
    ).toEqual([
      ['7001', '101', '2026-12-09', '18:30', 'confirmed'],
      ['7002', '101', '2021-11-03', '18:30', 'confirmed'],
      ['7003', '103', '2026-12-01', '10:00', 'rescheduled'],
      ['7004', '103', '2026-12-15', '10:00', 'cancelled'],
      ['7005', '103', '2027-01-12', '12:00', 'provisional'],
      ['7006', '103', '2027-01-19', null, 'unknown'],
    ]);
  });
  it.each([
    ['12.15 am', '00:15'],
    ['12.15 pm', '12:15'],
    ['9.05 am', '09:05'],
    ['18:30', '18:30'],
    ['18:30:00', '18:30'],
    ['13.00 pm', null],
    ['10.60 am', null],
    ['after the rising of the Council', null],
  ])('reads the time %j as %s', async (time, startsAt) => {
    const xml = fixture('GetMeetings.xml').toString().replace('6.30 pm', time);
    expect(await read(xml)).toMatchObject({
      meetings: expect.arrayContaining([expect.objectContaining({ externalId: '7001', startsAt })]),
    });
  });
});

describe('the answer of GetCouncillorsByWard', () => {
  it('tells who they are, and each of them once', async () => {
    expect(await read(fixture('GetCouncillorsByWard.xml'))).toEqual({
      kind: 'members',
      leftOut: 1,
      members: [
        {
          ...{ externalId: '501', name: 'Ottilie Brackwater', group: 'Riverside and Independent Group' },
          wards: ['Ashford Magna & Mill End', 'Weavers'],
          terms: [
            { from: '2021-05-06', to: '2025-05-01' },
            { from: '2025-05-01', to: '2029-05-03' },
          ],
        },
        {
          ...{
            externalId: '502',
            name: "Mrs Imke O'Farrow OBE",
            group: null,
            wards: ['Ashford Magna & Mill End'],
          },
          terms: [
            { from: '2025-05-01', to: null },
            { from: '2025-05-01', to: null },
          ],
        },
        {
          ...{ externalId: '503', name: 'Bede Tallow', group: 'Commons Party', wards: ['Weavers'] },
          terms: [{ from: '2011-05-05', to: '2015-05-07' }],
        },
      ],
    });
  });
  it('leaves outside where they live and how they are reached', async () => {
    const text = JSON.stringify(await read(fixture('GetCouncillorsByWard.xml')));
    for (const personal of ['Secret', 'ZZ99', '01632', '07700', '@', 'http', 'Library', 'Info0000'])
      expect(text).not.toContain(personal);
    expect(withoutPersonalParts(fixture('GetCouncillorsByWard.xml').toString())).not.toMatch(
      /Secret|ZZ99|01632|07700|@|http/,
    );
  });
});

describe('the door', () => {
  it('cuts out elements however they are written, and leaves the rest as it is', () => {
    expect(withoutPersonalParts('a<HomeAddress x="1">b<line1/></homeaddress >c<homeaddress/>d')).toBe(
      'ac<homeaddress/>d',
    );
    expect(withoutPersonalParts('<homeaddresses>a</homeaddresses>')).toBe('<homeaddresses>a</homeaddresses>');
    expect(withoutPersonalParts('a<homeaddress>b')).toBe('a<homeaddress>b');
  });
  it.each([
    ['never closed', '<homeaddress>'],
    ['never ended', '<homeaddress '],
    ['closed at once', '<homeaddress></homeaddress>'],
  ])('takes no longer for a hostile file: %s', (_, part) => {
    const began = performance.now();
    withoutPersonalParts(part.repeat(Math.floor(10_000_000 / part.length)));
    expect(performance.now() - began).toBeLessThan(8_000);
  });
});

describe('what is no directory', () => {
  const entities = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><committees>&e;</committees>';
  it.each([
    ['nothing', '', 'empty'],
    ['a text', 'Agenda', 'not-xml'],
    ['a page', '<!doctype html><html><body><p>Sign in</p></body></html>', 'not-xml'],
    ['entities', entities, 'entities'],
    ['a document type by itself', '<!DOCTYPE committees><committees></committees>', 'entities'],
    ['a damaged file', '<committees><committee>', 'damaged'],
    ['another answer', '<memberlist><members/></memberlist>', 'no-directory'],
    [
      'an answer without entries',
      '<committees><committeescount> 0</committeescount></committees>',
      'no-entries',
    ],
    ['an empty answer', '<committees></committees>', 'no-directory'],
    ['Latin-1', Buffer.from('<committees>\u00e9</committees>', 'latin1'), 'not-utf-8'],
    ['too much', Buffer.alloc(10 * 1024 * 1024 + 1, 'x'), 'too-large'],
  ])('is refused: %s', async (_, bytes, refused) => {
    expect(await readDirectory(Buffer.from(bytes))).toEqual({ refused });
  });
  it('is refused with more entries than a council can have', async () => {
    const many = Array.from(
      { length: 2_001 },
      (_, n) =>
        `<committee><committeeid>${n + 1}</committeeid><committeetitle>C</committeetitle></committee>`,
    ).join('');
    expect(await readDirectory(Buffer.from(`<committees>${many}</committees>`))).toEqual({
      refused: 'too-many',
    });
  });
  it('is an agenda where it is the answer of GetMeeting, and is handed on as it came', async () => {
    const bytes = fixture('GetMeeting.xml');
    expect(await readDirectory(bytes)).toEqual({ agenda: bytes });
  });
  it('keeps nothing that cannot be seen, or that a database refuses', async () => {
    const xml =
      '<committees><committee><committeeid>1</committeeid><committeetitle>A&amp;#0;B&amp;#xD800;C\u0085D</committeetitle></committee></committees>';
    const reading = await read(xml);
    expect(JSON.stringify(reading)).not.toMatch(/\\u0000|\\ud800/i);
  });
});

describe('what a body seems to be', () => {
  it.each([
    ['Full Council', 'council'],
    ['Tarrow Borough Council', 'council'],
    ['Annual Meeting of the Council', 'council'],
    ['Youth Council', 'committee'],
    ['Council Tax Setting Committee', 'committee'],
    ['The Executive', 'executive'],
    ['Executive Scrutiny Committee', 'overview-and-scrutiny'],
    ['Scrutiny Sub-Committee', 'overview-and-scrutiny'],
    ['Cabinet Member for Highways', 'executive'],
    ['Joint Planning Committee', 'joint-committee'],
    ['Licensing Subcommittee', 'sub-committee'],
    ['Audit Committee', 'committee'],
    ['Health and Wellbeing Board', 'committee'],
  ])('%s: %s', (name, kind) => {
    expect(proposedKind(name)).toBe(kind);
  });
  it('has the quorum of its kind of council to begin with', () => {
    expect(proposedQuorum('county')).toEqual({ kind: 'fraction', oneIn: 4, atLeast: 3 });
    expect(proposedQuorum('parish')).toEqual({ kind: 'fraction', oneIn: 3, atLeast: 3 });
  });
});

/** Answers of real councils, where somebody has put them beside this project. They are no part of it. */
const REAL = new URL('../../../../shared/data/moderngov/', import.meta.url);
const real = existsSync(REAL) ? readdirSync(REAL).filter((name) => name.endsWith('.xml')) : [];
describe('real answers', () => {
  if (real.length === 0) {
    it.skip('are not here: nothing was compared', () => undefined);
    return;
  }
  it.each(real.filter((name) => !name.startsWith('GetMeeting_')))('%s is read whole', async (name) => {
    const bytes = readFileSync(new URL(name, REAL));
    const reading = await read(bytes);
    const count = (tag: string): number => bytes.toString().split(`<${tag}>`).length - 1;
    const entries = { bodies: 'committee', meetings: 'meeting', members: 'councillor' }[reading.kind];
    const found =
      reading.kind === 'bodies'
        ? reading.bodies
        : reading.kind === 'meetings'
          ? reading.meetings
          : reading.members;
    expect(found).toHaveLength(count(entries));
    expect(reading.leftOut).toBe(0);
    expect(JSON.stringify(reading)).not.toMatch(/Example Road|@|http|01234/);
  });
});
