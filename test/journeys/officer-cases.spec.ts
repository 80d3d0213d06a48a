import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { Authorities } from '../../src/authorities/index.js';
import { Disclosures, RelevanceAnswers } from '../../src/disclosures/index.js';
import { Roles, type Role } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Meetings, Observations } from '../../src/meetings/index.js';
import { Assembly, CaseFiles } from '../../src/oversight/index.js';
import { Clock } from '../../src/platform/clock/index.js';
import { Register, Sensitivities } from '../../src/register/index.js';
import { questionFor } from '../../src/wording/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { EMPLOYMENT, sceneOfBriefings } from '../support/briefed.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { notify } from '../support/notify.js';
import { pdfWords } from '../support/pdf-words.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';

/** Case files over HTTP: who may open, read and keep them, and what is refused. */
let app: TestApp;
let council: Council;
let elsewhere: Council;
let officer: Visitor;
let deputy: Visitor;
let auditor: Visitor;
let stranger: Visitor;
let officerAccount: string;
let member: SignedMember;

const WORDS = 'A resident writes that the Zanderwick land was not notified.';

beforeAll(async () => {
  app = await startApp({ at: '2017-05-20T09:00' });
  council = await foundCouncil(app, 'district');
  elsewhere = await foundCouncil(app, 'district');
  await council.inUnit((uow) =>
    app.get(Authorities).adoptCode(uow, { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') }),
  );
  officerAccount = await withRole(council, 'officer', 'monitoring-officer');
  await withRole(council, 'deputy', 'deputy-monitoring-officer');
  await withRole(council, 'auditor', 'auditor');
  await withRole(elsewhere, 'stranger', 'monitoring-officer');
  member = await addMember(app, council, 'ann@example.org', { on: '2017-05-08' });
  const land = { category: 'land', address: 'Zanderwick Row', natureOfInterest: 'Owner' } as const;
  const notification = await notify(app, council, {
    ...member,
    answers: { 'land/self': { answer: 'entries', interests: [land] } },
  });
  await asOfficer((uow) => app.get(Register).enter(uow, notification));
  app.moveClockTo('2017-10-16T09:00');
  [officer, deputy, auditor, stranger] = (await Promise.all(
    ['officer', 'deputy', 'auditor', 'stranger'].map((name) => app.signIn(`${name}@example.org`)),
  )) as [Visitor, Visitor, Visitor, Visitor];
});
afterAll(() => app.close());

type Work<T> = Parameters<Council['inUnit']>[0] extends (uow: infer U) => unknown
  ? (uow: U) => Promise<T>
  : never;
const asOfficer = <T>(work: Work<T>): Promise<T> =>
  app.database.unitOfWork(
    { authorityId: council.authorityId, actor: { kind: 'person', accountId: officerAccount } },
    work,
  );

async function withRole(of: Council, name: string, role: Exclude<Role, 'member'>): Promise<string> {
  const accountId = await app.addPerson(`${name}@example.org`, { name });
  await of.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  return accountId;
}

/** Opens a file by hand, without a meeting, and gives its address. */
async function openCase(day = { day: '6', month: '6', year: '2017' }): Promise<string> {
  const { status, headers, text } = await officer.fill(
    `/officer/cases/new?member=${member.memberId}&meeting=`,
    { alleged: WORDS, 'offenceOn-day': day.day, 'offenceOn-month': day.month, 'offenceOn-year': day.year },
  );
  if (status !== 303) throw new Error(mainText({ text }));
  return String(headers.location).split('?')[0] ?? '';
}

const actionsIn = async (of: Council): Promise<string[]> => {
  const { rows } = await app.owner.query<{ action: string }>(
    `select action from audit_event where authority_id = $1 and action like 'case-file.%' order by "position"`,
    [of.authorityId],
  );
  return rows.map(({ action }) => action);
};

describe('opening one by hand', () => {
  it('numbers it within the year, and reads back what was alleged and what s.30 asked', async () => {
    const path = await openCase();
    const text = mainText(await officer.open(path));
    expect(text).toMatch(/Case file 2017\/\d\d: ann/);
    expect(text).toContain(WORDS);
    expect(text).toContain('Last day of the 28 4 June 2017');
    expect(text).toContain('Whether anybody is prosecuted is for the Director of Public Prosecutions alone');
    expect(text).toContain('Last day to bring proceedings Cannot tell. It depends on this:');
    expect(text).not.toMatch(/guilty|breach of the law|committed an offence/i);
  });

  it('gives two that are opened at once different numbers', async () => {
    const open = (): Promise<{ reference: string }> =>
      asOfficer(async (uow) =>
        done(
          await app.get(CaseFiles).open(uow, {
            ...{ memberId: member.memberId, meetingId: null, agendaItemId: null, alleged: WORDS },
            offenceOn: civilDate('2017-06-06'),
            evidence: { evidenceKnownOn: null, certifiedOn: null },
          }),
        ),
      );
    const references = (await Promise.all([open(), open(), open()])).map(({ reference }) => reference);
    expect(new Set(references).size).toBe(3);
  });

  it.each([
    [
      'a day that is none',
      { 'offenceOn-day': '31', 'offenceOn-month': '2', 'offenceOn-year': '2017' },
      'must be a real date',
    ],
    [
      'a day to come',
      { 'offenceOn-day': '17', 'offenceOn-month': '10', 'offenceOn-year': '2017' },
      'must be today or in the past',
    ],
    ['no day at all', {}, 'Enter the day'],
    [
      'evidence that was known before',
      {
        ...{ 'offenceOn-day': '6', 'offenceOn-month': '6', 'offenceOn-year': '2017' },
        ...{ 'evidenceKnownOn-day': '5', 'evidenceKnownOn-month': '6', 'evidenceKnownOn-year': '2017' },
      },
      'must be the same as or after the day that the file is about',
    ],
  ])('refuses %s, and keeps the words', async (_, days, sentence) => {
    const path = `/officer/cases/new?member=${member.memberId}&meeting=`;
    const refused = await officer.fill(path, { alleged: WORDS, ...days });
    expect(refused.status).toBe(400);
    expect(mainText(refused)).toContain(sentence);
    expect(refused.text).toContain(WORDS);
  });

  it('refuses a member and a meeting of another council, or none', async () => {
    const other = await addMember(app, elsewhere, 'tom@example.org', { on: '2017-05-08' });
    for (const query of [`member=${other.memberId}&meeting=`, 'member=&meeting=', 'member=x&meeting='])
      expect((await officer.open(`/officer/cases/new?${query}`)).status).toBe(400);
    const meeting = await officer.open(
      `/officer/cases/new?member=${member.memberId}&meeting=${other.memberId}`,
    );
    expect(mainText(meeting)).toContain('Choose a meeting of the list, or none');
  });
});

describe('a file of another council', () => {
  it('is not found, and that somebody asked stands in the record of the council that they act for', async () => {
    const path = await openCase();
    const [before, theirs] = [await actionsIn(council), await actionsIn(elsewhere)];
    for (const rest of ['', '/case.pdf', '/folder.zip', '/note', '/evidence', '/close'])
      expect({ rest, status: (await stranger.open(`${path}${rest}`)).status }).toEqual({ rest, status: 404 });
    expect(await actionsIn(council)).toEqual(before);
    expect((await actionsIn(elsewhere)).slice(theirs.length)).toEqual(
      Array.from({ length: 6 }, () => 'case-file.refused'),
    );
    const { rows } = await app.owner.query<{ subject_id: string }>(
      `select subject_id from audit_event where authority_id = $1 and action = 'case-file.refused' limit 1`,
      [elsewhere.authorityId],
    );
    expect(path).toContain(rows[0]?.subject_id ?? 'nothing');
  });
});

describe('reading and keeping', () => {
  it('an auditor reads and exports, and changes nothing', async () => {
    const path = await openCase();
    expect((await auditor.open(path)).status).toBe(200);
    expect((await auditor.open(`${path}/case.pdf`)).status).toBe(200);
    expect(mainText(await auditor.open('/officer/cases'))).not.toContain('Open a case file');
    expect((await auditor.open(`${path}/note`)).status).toBe(403);
  });

  it('is not there for the member whom it is about, whatever else they are in the council', async () => {
    const id = (await openCase()).split('/').at(-1) ?? '';
    const as = <T>(work: Work<T>): Promise<T> =>
      app.database.unitOfWork(
        { authorityId: council.authorityId, actor: { kind: 'person', accountId: member.accountId } },
        work,
      );
    const files = app.get(CaseFiles);
    const before = await actionsIn(council);
    expect(await as((uow) => files.find(uow, id))).toBeUndefined();
    expect((await actionsIn(council)).slice(before.length)).toEqual(['case-file.refused']);
    expect(await as((uow) => files.list(uow))).toEqual([]);
    for (const keeping of [
      (uow: Parameters<Work<unknown>>[0]) => files.note(uow, id, 'Not so.'),
      (uow: Parameters<Work<unknown>>[0]) => files.close(uow, id, 'Nothing.'),
      (uow: Parameters<Work<unknown>>[0]) =>
        files.recordEvidence(uow, id, { evidenceKnownOn: null, certifiedOn: null }),
    ])
      expect(await as<unknown>(keeping)).toEqual({ refused: 'not-found' });
  });

  it('of two officers who close it at once, one is told, and what the other wrote stands', async () => {
    const path = await openCase();
    const by = [officer, deputy];
    const forms = await Promise.all(by.map(async (one) => formOf(await one.open(`${path}/close`)).hidden));
    const closed = await Promise.all(
      by.map((one, index) => one.send(`${path}/close`, { ...forms[index], outcome: `Outcome ${index}.` })),
    );
    expect(closed.map(({ status }) => status).sort()).toEqual([303, 409]);
    const stands = closed.findIndex(({ status }) => status === 303);
    expect(mainText(await officer.open(path))).toContain(`Outcome ${stands}.`);
  });

  it('a closed file stays closed, takes notes, and the database keeps what it is about', async () => {
    const path = await openCase();
    expect((await officer.fill(`${path}/close`, { outcome: '' })).status).toBe(400);
    expect((await officer.fill(`${path}/close`, { outcome: 'Nothing came of it.' })).status).toBe(303);
    expect((await officer.open(`${path}/close`)).status).toBe(409);
    expect((await officer.open(`${path}/evidence`)).status).toBe(409);
    expect((await officer.fill(`${path}/note`, { words: 'Heard again.' })).status).toBe(303);
    const text = mainText(await officer.open(path));
    expect(text).toContain('Nothing came of it.');
    expect(text).toContain('Heard again.');
    const id = path.split('/').at(-1);
    const change = (sql: string): Promise<unknown> => asOfficer((uow) => uow.manager.query(sql, [id]));
    await expect(change(`update case_file set offence_on = '2017-06-07' where id = $1`)).rejects.toThrow(
      'what a case file is about is not changed',
    );
    await expect(
      change(`update case_file set closed_at = null, closed_by = null, outcome = null where id = $1`),
    ).rejects.toThrow('a closed case file stays closed');
    await expect(change(`update case_file_note set words = 'v1.x' where case_file_id = $1`)).rejects.toThrow(
      'permission denied',
    );
  });

  it('withholds details and words from whoever may not read them, in every form', async () => {
    const path = await openCase();
    expect(mainText(await deputy.open(path))).toContain('Zanderwick');
    await agreeThatItIsSensitive();
    const everyForm = async (reader: Visitor): Promise<string> => {
      const page = (await reader.open(path)).text;
      const pdf = await bytesOf(reader, `${path}/case.pdf`);
      const folder = unzipSync(new Uint8Array(await bytesOf(reader, `${path}/folder.zip`)));
      const parts = Object.entries(folder).map(([name, part]) =>
        name.endsWith('.pdf') ? pdfWords(Buffer.from(part)) : strFromU8(part),
      );
      return [page, pdfWords(pdf), ...parts].join('\n');
    };
    for (const reader of [deputy, auditor]) {
      const read = await everyForm(reader);
      expect(read).not.toContain('anderwick');
      expect(read).toContain('Details withheld: sensitive');
      expect(read).toContain('The words are withheld');
    }
    expect(await everyForm(officer)).toContain('Zanderwick');
    // On the day that the file is about, it was not sensitive yet.
    expect(mainText(await officer.open(path))).toContain('Sensitive on that day No');
    // On this day it was, whatever becomes of it later.
    const today = await openCase({ day: '16', month: '10', year: '2017' });
    expect(mainText(await officer.open(today))).toContain('Sensitive on that day Yes, agreed');
    app.moveClockTo('2017-10-18T09:00');
    await asOfficer(async (uow) => {
      const [held] = await app.get(Register).current(uow, member.memberId);
      done(await app.get(Sensitivities).end(uow, held?.entry.id ?? '', 'They moved away.'));
    });
    expect(mainText(await officer.open(today))).toContain('Sensitive on that day Yes, agreed');
    expect(mainText(await officer.open(path))).toContain('Sensitive on that day No');
    app.moveClockTo('2017-10-16T09:00');
  });
});

/** An item with a registered interest, and a meeting that has begun. */
async function atTheMeeting() {
  const scene = await sceneOfBriefings(app);
  const ann = await scene.seat();
  await scene.register(ann, EMPLOYMENT);
  const meetingId = await scene.meeting();
  const [, item] = await scene.clerk.items(meetingId);
  if (item === undefined) throw new Error('The agenda has three items.');
  const said = { memberId: ann.memberId, meetingId, item: { id: item.id, title: item.title } };
  const inUnit: Council['inUnit'] = (work) => scene.council.inUnit(work);
  app.moveClockTo('2017-10-24T10:05');
  /** Opens a file about the item, and reads it as somebody who may read everything. */
  const read = async (): Promise<string> =>
    inUnit(async (uow) => {
      const { id } = done(
        await app.get(CaseFiles).open(uow, {
          ...{ memberId: ann.memberId, meetingId, agendaItemId: item.id, offenceOn: undefined },
          ...{ alleged: WORDS, evidence: { evidenceKnownOn: null, certifiedOn: null } },
        }),
      );
      const nothing = { interest: () => false, entry: () => false, advice: () => false };
      const withheld = { ...nothing, words: false, dispensationWords: false };
      return JSON.stringify(await app.get(Assembly).of(uow, id, () => Promise.resolve(withheld)));
    });
  return { ann, meetingId, item, said, inUnit, read };
}

describe('what happened at the meeting', () => {
  afterEach(() => {
    app.moveClockTo('2017-10-16T09:00');
  });

  it('says beside a declaration that was put right or taken back that it does not stand', async () => {
    const { said, inUnit, read } = await atTheMeeting();
    const declare = async (nature: string, corrects?: string): Promise<string> =>
      inUnit(async (uow) => {
        const declared = await app.get(Disclosures).declare(uow, {
          ...{
            ...said,
            id: randomUUID(),
            nature,
            intends: 'leaves',
            atMeeting: true,
            ...(corrects && { corrects }),
          },
          interest: { kind: 'dpi', heldBy: 'self', category: 'employment' },
        });
        if (!('id' in declared)) throw new Error(JSON.stringify(declared));
        return declared.id;
      });
    const first = await declare('I am its director.');
    expect(await read()).not.toContain('"Stands"');
    const second = await declare('I was its director until May.', first);
    expect(await read()).toContain('"name":"Stands","value":"No: put right 24 October 2017 at');
    await inUnit(async (uow) =>
      done(
        await app.get(Disclosures).takeBack(uow, {
          ...{ memberId: said.memberId, meetingId: said.meetingId, id: randomUUID() },
          ...{ takesBack: second, atMeeting: true },
        }),
      ),
    );
    const file = await read();
    expect(file).toContain('"name":"Stands","value":"No: taken back 24 October 2017 at');
    expect(file).toContain('"name":"Takes back"');
  });

  it('can be about an item that was withdrawn and a meeting that was cancelled, and says that they were', async () => {
    const { meetingId, item, inUnit, read } = await atTheMeeting();
    await inUnit((uow) =>
      uow.manager.query('update agenda_item set withdrawn_in_revision = 1 where id = $1', [item.id]),
    );
    await inUnit((uow) => app.get(Meetings).cancel(uow, meetingId));
    const offered = await inUnit((uow) => app.get(CaseFiles).itemsOf(uow, meetingId));
    expect(offered.map(({ id }) => id)).toContain(item.id);
    const file = await read();
    expect(file).toContain('withdrawn in agenda 1');
    expect(file).toContain('10am (cancelled)');
  });

  it('takes nobody who abstained for one who voted', async () => {
    const { ann, meetingId, item, inUnit, read } = await atTheMeeting();
    const [known] = await inUnit((uow) => app.get(Register).current(uow, ann.memberId));
    const about = { agendaItemId: item.id, itemTitle: item.title, interestId: known?.entry.id ?? '' };
    await inUnit((uow) =>
      app.get(RelevanceAnswers).record(uow, { memberId: ann.memberId, ...about, answer: 'about-it' }),
    );
    const vote = (way: 'for' | 'abstained', question: 'motion' | 'amendment-1'): Promise<unknown> => {
      const result = { named: [{ memberId: ann.memberId, vote: way }] };
      const seen = { kind: 'vote', itemId: item.id, question, result } as const;
      const observations = [{ id: randomUUID(), seen, saidAt: app.get(Clock).now() }];
      return inUnit((uow) => app.get(Observations).record(uow, { meetingId, observations }));
    };
    await vote('abstained', 'amendment-1');
    expect(await read()).toContain(`"${questionFor('voted').question}"`);
    await vote('for', 'motion');
    expect(await read()).not.toContain(`"${questionFor('voted').question}"`);
  });
});

async function bytesOf(reader: Visitor, path: string): Promise<Buffer> {
  const response = await reader
    .open(path)
    .buffer(true)
    .parse((stream, give) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        give(null, Buffer.concat(parts));
      });
    });
  return response.body as Buffer;
}

async function agreeThatItIsSensitive(): Promise<void> {
  const acting = {
    authorityId: council.authorityId,
    actor: { kind: 'person', accountId: member.accountId },
  } as const;
  const id = await app.database.unitOfWork(acting, async (uow) => {
    const [held] = await app.get(Register).current(uow, member.memberId);
    const asked = { entryId: held?.entry.id ?? '', reason: 'They came to the house.' };
    return done(await app.get(Sensitivities).request(uow, member.memberId, asked)).id;
  });
  await asOfficer(async (uow) =>
    done(
      await app.get(Sensitivities).decide(uow, id, {
        ...{ decision: 'agreed', reason: 'It is so.', reviewOn: civilDate('2018-10-16') },
      }),
    ),
  );
}
