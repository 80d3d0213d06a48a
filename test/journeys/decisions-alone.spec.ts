import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Authorities } from '../../src/authorities/index.js';
import { Roles, type Role } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { formOf, mainText, type Answers, type Visitor } from '../support/visitor.js';

const MATTER = 'Grant to Thornfield Mill';
const NEW = '/my/decisions/new';
const CLERKS = '/meetings/decisions';

let app: TestApp;
let council: Council;
let member: SignedMember;
let ann: Visitor;
let clerk: Visitor;
let people = 0;

beforeAll(async () => {
  app = await startApp({ at: '2026-11-26T09:00' });
});
beforeEach(async () => {
  council = await foundCouncil(app);
  member = await addMember(app, council, `ann-${++people}@example.org`, { on: '2025-05-06' });
  ann = await app.signIn(member.email);
  clerk = await withRole('democratic-services');
});
afterAll(() => app.close());

async function withRole(role: Exclude<Role, 'member'>): Promise<Visitor> {
  const email = `${role}-${++people}@example.org`;
  const accountId = await app.addPerson(email, { name: role });
  await council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  return app.signIn(email);
}
const day = (name: string, words: string): Answers => {
  const [d = '', m = '', y = ''] = words.split('/');
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y };
};
const told = (more: Answers = {}): Answers => ({
  ...{ matter: MATTER, hasInterest: 'no', conflictDeclared: 'no', conflict: '', dispensed: 'no' },
  ...day('decidedOn', '25/11/2026'),
  ...more,
});
const INTEREST: Answers = {
  ...{ hasInterest: 'yes', heldBy: 'self', register: 'neither', whatWasDone: 'hands-over' },
  ...day('becameAwareOn', '24/11/2026'),
};
/** Records, checked. Gives the address of the record. */
const record = async (more: Answers = {}, by = ann, at = NEW): Promise<string> => {
  const sent = await by.fill(at, { ...told(more), step: 'record' });
  expect([sent.status, mainText(sent)]).toEqual([303, expect.anything()]);
  return (sent.headers.location ?? '').replace('?done', '');
};

describe('a member who decides alone', () => {
  it('reads what the law says before it is recorded, and after', async () => {
    const check = await ann.fill(NEW, told(INTEREST));
    expect(check.status).toBe(200);
    const law = [
      'You must not deal with the matter, or go on dealing with it.',
      'Localism Act 2011 s.31(8)',
      'Notify the monitoring officer of the interest by Monday 21 December 2026.',
      'can be a criminal offence',
    ];
    for (const words of law) expect(mainText(check)).toContain(words);
    expect(mainText(await ann.open('/my/decisions'))).toContain('None is recorded.');
    const { hidden, action } = formOf(check);
    const changed = await ann.send(action ?? '', { ...hidden, step: 'change' });
    expect([changed.status, changed.text]).toEqual([200, expect.stringContaining(`>${MATTER}</textarea>`)]);
    const sent = await ann.send(action ?? '', { ...hidden, step: 'record' });
    const page = mainText(await ann.open(sent.headers.location ?? ''));
    for (const words of [...law, 'Recorded.', MATTER]) expect(page).toContain(words);
  });

  it('reads the council’s code beside the law, where it knows of it', async () => {
    await council.inUnit(async (uow) =>
      done(
        await app
          .get(Authorities)
          .adoptCode(uow, { code: 'lga-model-2020', fromOn: civilDate('2021-05-01') }),
      ),
    );
    const check = mainText(await ann.fill(NEW, told(INTEREST)));
    expect(check).toContain('By your council’s code');
    expect(check).toContain('App B para 5');
  });

  it('is told that a step beyond handing over is not allowed', async () => {
    const check = mainText(await ann.fill(NEW, told({ ...INTEREST, whatWasDone: 'does-more' })));
    expect(check).toContain('does more than let somebody else deal with the matter');
    expect(check).toContain('tell the monitoring officer at once');
  });

  it('who is not sure is told to find out, and not that there is nothing', async () => {
    const check = mainText(await ann.fill(NEW, told({ hasInterest: 'not-sure' })));
    expect(check).toContain('Find out whether you have an interest');
    expect(check).not.toContain('you may deal with the matter');
  });

  it.each<[string, Answers, string]>([
    ['no matter', { matter: '' }, 'Enter the matter'],
    ['no day', day('decidedOn', '//'), 'Enter the day of the decision'],
    ['a day of tomorrow', day('decidedOn', '27/11/2026'), 'must be today or in the past'],
    ['a day before they took office', day('decidedOn', '5/5/2025'), 'The member held no office'],
    ['no word on an interest', { hasInterest: '' }, 'Choose whether there is such an interest'],
    ['an interest of nobody', { ...INTEREST, heldBy: '' }, 'Choose whose interest it is'],
    ['an interest and no register', { ...INTEREST, register: '' }, 'Choose whether it is in the register'],
    ['an interest and no step', { ...INTEREST, whatWasDone: '' }, 'Choose what was done'],
    [
      'an interest known since no day',
      { ...INTEREST, ...day('becameAwareOn', '//') },
      'Enter the day on which the member came to know',
    ],
    ['a conflict without words', { conflictDeclared: 'yes' }, 'Enter who declared a conflict'],
    ['no word on a dispensation', { dispensed: '' }, 'Choose whether there is a dispensation'],
  ])('with %s is told so, and their words are kept', async (_, answers, text) => {
    const refused = await ann.fill(NEW, { ...told({ conflict: 'Kept words.', ...answers }), step: 'record' });
    // A conflict that is declared and not told has no words to keep.
    const sent =
      answers.conflictDeclared === 'yes' ? await ann.fill(NEW, told({ ...answers, conflict: '' })) : refused;
    expect([sent.status, mainText(sent)]).toEqual([400, expect.stringContaining(text)]);
    expect(sent.text).toContain(answers.conflictDeclared === 'yes' ? MATTER : 'Kept words.');
    if (answers.conflictDeclared !== 'yes')
      expect(mainText(await ann.open('/my/decisions'))).toContain('None is recorded.');
  });

  it('puts a record right by another, once, and what was recorded first stays', async () => {
    const first = await record();
    const second = await record({ matter: 'Grant to the Mill' }, ann, `${first}/correct`);
    expect(mainText(await ann.open(first))).toContain('This record was put right.');
    expect(mainText(await ann.open(first))).toContain(MATTER);
    expect(mainText(await ann.open(second))).toContain('What was recorded before');
    expect((await ann.open(`${first}/correct`)).status).toBe(409);
    expect(mainText(await ann.open('/my/decisions'))).toContain('Put right since');
  });

  it('tells of their own decisions and of nobody else’s', async () => {
    const bo = await addMember(app, council, `bo-${++people}@example.org`, { on: '2025-05-06' });
    const page = await record({ memberId: bo.memberId });
    expect(mainText(await ann.open(page))).toContain('Decided by ann-');
    const other = await app.signIn(bo.email);
    for (const rest of ['', '/correct']) expect((await other.open(`${page}${rest}`)).status).toBe(404);
    const { hidden } = formOf(await other.open(NEW));
    expect((await other.send(`${page}/correct`, { ...hidden, ...told() })).status).toBe(404);
    for (const address of ['/my/decisions', '/my', '/meetings'])
      expect((await other.open(address)).text).not.toContain('Thornfield');
    expect((await other.open(CLERKS)).status).toBe(403);
  });
});

describe('a clerk', () => {
  it('records a member’s decision, which the member reads', async () => {
    const more = { kind: 'single-member', memberId: member.memberId, ...INTEREST };
    const page = await record(more, clerk, `${CLERKS}/new`);
    expect(mainText(await clerk.open(page))).toContain('What the law says to the member');
    expect(mainText(await ann.open('/my/decisions'))).toContain(MATTER);
    expect((await clerk.fill(`${CLERKS}/new`, told({ kind: '' }))).status).toBe(400);
    const nobody = await clerk.fill(`${CLERKS}/new`, told({ kind: 'single-member', memberId: '' }));
    expect([nobody.status, mainText(nobody)]).toEqual([400, expect.stringContaining('Choose the member')]);
  });

  it('records an officer’s, with the conflict and the dispensation that its record must state', async () => {
    const conflict = {
      conflictDeclared: 'yes',
      conflict: 'Cllr Birch, who was consulted.',
      dispensed: 'yes',
    };
    const page = await record({ kind: 'delegated', ...conflict }, clerk, `${CLERKS}/new`);
    const text = mainText(await clerk.open(page));
    for (const words of [
      'Decided by An officer',
      'must state the conflict of interest',
      'reg 13(4)(d)',
      'It lets nobody speak or vote at a meeting',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('s.31(8)');
  });

  it('is not asked about an executive’s record where there is no executive', async () => {
    await changeAsOwner(
      app,
      council,
      `update authority set executive_arrangements = false where id = '${council.authorityId}'`,
    );
    expect(mainText(await clerk.open(`${CLERKS}/new`))).not.toContain('executive decision');
    const answers = { kind: 'delegated', matter: MATTER, ...day('decidedOn', '25/11/2026'), step: 'record' };
    const sent = await clerk.fill(`${CLERKS}/new`, answers);
    expect(sent.status).toBe(303);
    expect(mainText(await clerk.open(sent.headers.location ?? ''))).toContain('Conflict declared Not known');
  });

  it('of another council finds none of them', async () => {
    const page = await record({ kind: 'delegated' }, clerk, `${CLERKS}/new`);
    council = await foundCouncil(app);
    const theirs = await withRole('democratic-services');
    for (const rest of ['', '/correct']) expect((await theirs.open(`${page}${rest}`)).status).toBe(404);
    expect(mainText(await theirs.open(CLERKS))).toContain('None is recorded.');
  });
});
