import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Authorities, RegisterSettings } from '../../src/authorities/index.js';
import { civilDate } from '../../src/law/index.js';
import { Confirmations, Notifications, Queries, Register } from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { notify } from '../support/notify.js';
import { formOf, mainText, type Answers, type Visitor } from '../support/visitor.js';

const MINE = '/my/interests';
const LAND = { category: 'land', address: '3 Mill Lane, Tarrow', natureOfInterest: 'Owner' } as const;
const JOB = { category: 'employment', role: 'Nurse', employer: 'Tarrow Surgery' } as const;

let app: TestApp;
let council: Council;
let member: SignedMember;
let visitor: Visitor;
let people = 0;

beforeAll(async () => {
  app = await startApp({ at: '2023-06-01T09:00' });
  council = await foundCouncil(app);
  await council.inUnit((uow) =>
    app.get(Authorities).adoptCode(uow, { code: 'lga-model-2020', fromOn: civilDate('2023-05-18') }),
  );
});
afterAll(() => app.close());
/** A member whose register holds a piece of land and their partner’s job since 1 June 2023. */
beforeEach(async () => {
  app.moveClockTo('2023-06-01T09:00');
  member = await addMember(app, council, `holder-${++people}@example.org`, { on: '2023-05-08' });
  const answers = {
    'land/self': { answer: 'entries', interests: [LAND] },
    'employment/partner': { answer: 'entries', interests: [JOB] },
  } as const;
  await enter(await notify(app, council, { ...member, hasPartner: true, answers }));
  visitor = await app.signIn(member.email);
  app.moveClockTo('2023-06-20T10:05');
});

const enter = (id: string): ReturnType<Register['enter']> =>
  council.inUnit((uow) => app.get(Register).enter(uow, id));
const told = (): Promise<string[]> =>
  council.inUnit(async (uow) =>
    (await app.get(Notifications).list(uow, member.memberId))
      .filter(({ kind }) => kind === 'change')
      .map(({ id }) => id),
  );
async function entryOf(category: 'land' | 'employment', whose = member): Promise<string> {
  const held = await council.inUnit((uow) => app.get(Register).current(uow, whose.memberId));
  return held.find(({ entry }) => entry.category === category)?.entry.id ?? '';
}
const page = async (path = ''): Promise<string> => mainText(await visitor.open(`${MINE}${path}`).expect(200));

const day = (name: string, date: string): Answers => {
  const [year = '', month = '', number = ''] = date.split('-');
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: number };
};

/** One page after the other, each filled in as it comes; gives what the last one answers. */
async function go(path: string, ...pages: readonly Answers[]): ReturnType<Visitor['send']> {
  let response = await visitor.open(`${MINE}${path}`).expect(200);
  for (const answers of pages)
    response = await visitor.send(`${MINE}${path}`, { ...formOf(response).hidden, ...answers });
  return response;
}
const errorsOn = (response: { text: string; status: number }): string => {
  expect(response.status).toBe(400);
  expect(response.text).toContain('<title>Error: ');
  return mainText(response);
};

const LET: Answers = { address: LAND.address, natureOfInterest: 'Landlord', postcode: '' };
const CHANGED: readonly Answers[] = [
  LET,
  { inArea: 'yes', gives: 'income' },
  { ...day('effectiveOn', '2023-06-10'), ...day('awareOn', '2023-06-12') },
];

describe('the main job', () => {
  it('a change: checked, told once, with a receipt and its clock, and in the register with its history', async () => {
    const path = `/${await entryOf('land')}/change`;
    const check = await go(path, ...CHANGED);
    expect(check.status).toBe(200);
    const words = mainText(check);
    expect(words).toContain('The register says Owner: 3 Mill Lane, Tarrow');
    expect(words).toContain('It is now Landlord: 3 Mill Lane, Tarrow');
    expect(words).toContain('You must register this, because it is a beneficial interest in land');
    expect(words).toContain('To be safe, do it by Sunday 9 July 2023');
    expect(await told()).toEqual([]);

    const sent = await visitor.send(`${MINE}${path}`, formOf(check).hidden);
    const [id = ''] = await told();
    expect([sent.status, sent.headers.location]).toEqual([303, `${MINE}/told/${id}`]);
    const receipt = await page(`/told/${id}`);
    expect(receipt).toContain('The monitoring officer received it on 20 June 2023 at 10:05am.');
    expect(receipt).toContain('It changed 10 June 2023');
    expect(receipt).toContain(
      'You told of it in time. Your council’s code gave you until Sunday 9 July 2023',
    );
    expect(receipt).toContain('28 days beginning with that meeting to notify it (s.31(3))');
    expect(await page()).toContain('Pending It has changed: Landlord: 3 Mill Lane, Tarrow');
    expect(mainText(await visitor.open('/my').expect(200))).toContain(
      'A change, received on 20 June 2023 at 10:05am, waiting to be entered in the register.',
    );

    await enter(id);
    const mine = await page();
    expect(mine).toContain('Landlord: 3 Mill Lane, Tarrow');
    expect(mine).toContain('It changed on 10 June 2023, as you said.');
    expect(await page(`/told/${id}`)).toContain(
      'The monitoring officer entered it in the register on 20 June 2023.',
    );
  });

  it('an end: in history with its last day, however its address is written', async () => {
    const check = await go(`/${await entryOf('employment')}/END/`, day('effectiveOn', '2023-06-19'));
    expect(mainText(check)).toContain('What has ended Nurse, Tarrow Surgery');
    await visitor.send(`${MINE}/${await entryOf('employment')}/end`, formOf(check).hidden);
    const [id = ''] = await told();
    expect(await page(`/told/${id}`)).toContain('We counted from the day on which it ended');
    await enter(id);
    expect(await page()).toContain('It ended on 19 June 2023, as you said.');
  });

  it('a new interest can be asked to be sensitive from its receipt on', async () => {
    const check = await go(
      '/new/other-bodies/self',
      { body: 'Weir Trust', role: 'Trustee', sort: 'charitable' },
      CHANGED[2] ?? {},
    );
    const sent = await visitor.send(`${MINE}/new/other-bodies/self`, formOf(check).hidden);
    const receipt = await visitor.open(sent.headers.location ?? '').expect(200);
    expect(mainText(receipt)).toContain('registers a place in a body of this sort');
    const [, path = ''] = /href="(\/my\/interests\/pending\/[^"]+)"/.exec(receipt.text) ?? [];
    await visitor.open(path).expect(200);
  });

  it('a correction: without any day', async () => {
    const path = `/${await entryOf('employment')}/correct`;
    const check = await go(path, { role: 'District nurse', employer: JOB.employer });
    expect(mainText(check)).toContain('It should say District nurse, Tarrow Surgery');
    expect(mainText(check)).toContain('No day is set for putting a mistake right.');
    await visitor.send(`${MINE}${path}`, formOf(check).hidden);
    await enter((await told())[0] ?? '');
    expect(await page()).toContain('It was a mistake, and you corrected it.');
  });

  it('a new interest of the partner, by the choice of what is new', async () => {
    expect(await page('/new')).toContain('A new job or other paid role: your spouse or partner’s');
    const check = await go(
      '/new/employment/partner',
      { role: 'Tutor', employer: 'self-employed', forProfitOrGain: 'yes' },
      { ...day('effectiveOn', '2023-05-01'), ...day('awareOn', '2023-05-22') },
    );
    expect(mainText(check)).toContain(
      'You must register this, because it is work carried on for profit or gain',
    );
    const sent = await visitor.send(`${MINE}/new/employment/partner`, formOf(check).hidden);
    const receipt = mainText(await visitor.open(sent.headers.location ?? '').expect(200));
    // 28 days of 22 May: the 19th of June at the latest that can be argued for.
    expect(receipt).toContain('You told of it after the last day by your council’s code');
    expect(receipt).toContain('Being late with this is no offence.');
    expect(await page()).toContain('Tutor, self-employed');
  });

  it('back from the check, an answer is changed and the rest is kept', async () => {
    const path = `/${await entryOf('land')}/change`;
    const check = await go(path, ...CHANGED, { go: 'days' }, day('effectiveOn', '2023-06-11'));
    expect(mainText(check)).toContain('It changed 11 June 2023');
    expect(mainText(check)).toContain('Landlord: 3 Mill Lane, Tarrow');
  });
});

describe('bad input', () => {
  it.each([
    [
      'a day after today',
      { effectiveOn: '2023-06-21', awareOn: '2023-06-20' },
      'The day it changed must be today or in the past',
    ],
    [
      'a day before 1900',
      { effectiveOn: '1899-12-31', awareOn: '2023-06-20' },
      'must be the same as or after 1 January 1900',
    ],
    ['no day', { effectiveOn: '', awareOn: '' }, 'Enter the day it changed'],
    [
      'awareness before the change',
      { effectiveOn: '2023-06-10', awareOn: '2023-06-09' },
      'must be the same as or after the day it changed',
    ],
  ])('%s is refused with its own words kept', async (_, { effectiveOn, awareOn }, text) => {
    const days = { ...day('effectiveOn', effectiveOn), ...day('awareOn', awareOn) };
    const response = await go(`/${await entryOf('land')}/change`, ...CHANGED.slice(0, 2), days);
    expect(errorsOn(response)).toContain(text);
    expect(response.text).toContain(`value="${awareOn.slice(0, 4)}"`);
    expect(await told()).toEqual([]);
  });

  it('an end before the interest began is refused', async () => {
    const check = await go(
      '/new/employment/self',
      { role: 'Clerk', employer: 'Tarrow Build' },
      CHANGED[2] ?? {},
    );
    await visitor.send(`${MINE}/new/employment/self`, formOf(check).hidden);
    await enter((await told())[0] ?? '');
    const held = await council.inUnit((uow) => app.get(Register).current(uow, member.memberId));
    const own =
      held.find(({ entry }) => entry.category === 'employment' && entry.heldBy === 'self')?.entry.id ?? '';
    const end = (date: string) => go(`/${own}/end`, day('effectiveOn', date));
    expect(errorsOn(await end('2023-06-09'))).toContain(
      'must be the same as or after the day it began, 10 June 2023',
    );
    expect((await end('2023-06-10')).status).toBe(200);
  });

  it('nothing changed, too long, and marks of HTML', async () => {
    const path = `/${await entryOf('employment')}/change`;
    expect(errorsOn(await go(path, { role: JOB.role, employer: JOB.employer }))).toContain(
      'This is what the register says already.',
    );
    expect(errorsOn(await go(path, { role: 'x'.repeat(201), employer: 'A' }))).toContain(
      'Job must be 200 characters or less',
    );
    const script = await go(path, { role: '<script>alert(1)</script>', employer: 'A' });
    expect(script.status).toBe(200);
    expect(script.text).not.toContain('<script>alert(1)');
  });

  it('answers that were changed on their way are asked again', async () => {
    const path = `/${await entryOf('land')}/change`;
    const check = await go(path, ...CHANGED);
    const { hidden } = formOf(check);
    const kept = JSON.stringify({ ...(JSON.parse(hidden.kept ?? '') as object), address: '' });
    expect(errorsOn(await visitor.send(`${MINE}${path}`, { ...hidden, kept }))).toContain(
      'Enter the address of the land',
    );
    expect((await visitor.send(`${MINE}${path}`, { ...hidden, kept: '{' })).status).toBe(400);
    expect(await told()).toEqual([]);
  });
});

describe('whose it is, and whether it is there', () => {
  it('pressed twice, it is told once, with one receipt', async () => {
    const path = `/${await entryOf('land')}/change`;
    const { hidden } = formOf(await go(path, ...CHANGED));
    const [first, second] = await Promise.all([
      visitor.send(`${MINE}${path}`, hidden),
      visitor.send(`${MINE}${path}`, hidden),
    ]);
    const third = await visitor.send(`${MINE}${path}`, hidden);
    expect(first.status).toBe(303);
    expect([second.headers.location, third.headers.location]).toEqual([
      first.headers.location,
      first.headers.location,
    ]);
    expect(await told()).toHaveLength(1);
  });

  it('another member’s entry, question and receipt are not found', async () => {
    const check = await go(`/${await entryOf('employment')}/end`, day('effectiveOn', '2023-06-19'));
    await visitor.send(`${MINE}/${await entryOf('employment')}/end`, formOf(check).hidden);
    const [notificationId = ''] = await told();
    const question = { notificationId, question: 'Which of the two?' };
    const { id: queryId } = done(await council.inUnit((uow) => app.get(Queries).ask(uow, question)));
    const mine = `${MINE}/${await entryOf('land')}`;
    const [whole = ''] = await council.inUnit(async (uow) =>
      (await app.get(Notifications).list(uow, member.memberId)).map(({ id }) => id),
    );

    const other = await addMember(app, council, `other-${people}@example.org`, { on: '2023-05-08' });
    const stranger = await app.signIn(other.email);
    const { hidden } = formOf(await stranger.open(`${MINE}/new/employment/self`));
    for (const path of [`${mine}/change`, `${mine}/end`, `${mine}/correct`]) {
      await stranger.open(path).expect(404);
      expect((await stranger.send(path, { ...hidden, step: 'check' })).status).toBe(404);
    }
    for (const path of [`told/${notificationId}`, `receipts/${whole}`, `questions/${queryId}`])
      await stranger.open(`${MINE}/${path}`).expect(404);
    const answer = { ...hidden, answer: 'Mine.' };
    expect((await stranger.send(`${MINE}/questions/${queryId}`, answer)).status).toBe(404);
  });

  it.each([
    '/nonsense/change',
    '/new/land/nobody',
    '/new/shares/self',
    '/new/sponsorship/partner',
    '/told/nonsense',
  ])('%s is not found', async (path) => {
    await visitor.open(`${MINE}${path}`).expect(404);
  });

  it('an entry that was ended after its page was opened is refused in clear words', async () => {
    const path = `/${await entryOf('land')}/change`;
    const { hidden } = formOf(await go(path, ...CHANGED));
    await enter(await notify(app, council, { ...member, hasPartner: false }));
    const sent = await visitor.send(`${MINE}${path}`, hidden);
    expect(sent.status).toBe(409);
    expect(mainText(sent)).toContain('This is no longer in the register');
    expect((await visitor.open(`${MINE}${path}`)).status).toBe(409);
  });

  it('an interest of which it is told that it has ended takes no other change', async () => {
    const id = await entryOf('land');
    const check = await go(`/${id}/end`, day('effectiveOn', '2023-06-19'));
    await visitor.send(`${MINE}/${id}/end`, formOf(check).hidden);
    const again = await visitor.open(`${MINE}/${id}/change`);
    expect([again.status, mainText(again)]).toEqual([
      409,
      expect.stringContaining('You have told that this has ended'),
    ]);
  });

  it('needs somebody who is signed in and a member', async () => {
    for (const path of ['', '/new', '/gifts', '/confirm', '/new/land/self']) {
      const { headers } = await app.visitor().open(`${MINE}${path}`).expect(303);
      expect(headers.location).toMatch(/^\/sign-in/);
    }
  });
});

describe('a question of the officer', () => {
  async function asked(): Promise<string> {
    const check = await go(`/${await entryOf('land')}/change`, ...CHANGED);
    await visitor.send(`${MINE}/${await entryOf('land')}/change`, formOf(check).hidden);
    const [notificationId = ''] = await told();
    return council.inUnit(async (uow) => {
      const opened = await app.get(Notifications).open(uow, notificationId);
      const interestId = opened?.interests[0]?.id ?? '';
      const question = 'Since when?\nTo whom is it let?';
      return done(await app.get(Queries).ask(uow, { notificationId, interestId, question })).id;
    });
  }

  it('waits under My duties and My interests, and is answered', async () => {
    const id = await asked();
    expect(mainText(await visitor.open('/my').expect(200))).toContain('The monitoring officer asks you');
    expect(await page()).toContain('Answer the question of 20 June 2023 at 10:05am');
    expect(await page(`/questions/${id}`)).toContain('It is now Landlord: 3 Mill Lane, Tarrow');
    const path = `${MINE}/questions/${id}`;
    expect(errorsOn(await visitor.fill(path, { answer: ' ' }))).toContain('Enter your answer');
    expect(errorsOn(await visitor.fill(path, { answer: 'x'.repeat(2001) }))).toContain(
      '2,000 characters or less',
    );
    const { hidden } = formOf(await visitor.open(path));
    const sent = await visitor.send(path, { ...hidden, answer: 'Since June, to a tenant.' });
    expect([sent.status, sent.headers.location]).toEqual([303, `${path}?sent`]);
    const after = await page(`/questions/${id}?sent`);
    expect(after).toContain('Your answer was sent to the monitoring officer.');
    expect(after).toContain('Since June, to a tenant.');
    expect((await visitor.send(path, { ...hidden, answer: 'Again.' })).status).toBe(409);
    expect(await page()).not.toContain('The monitoring officer asks you');
  });

  it('may be answered by taking back what was told', async () => {
    const id = await asked();
    await visitor.fill(`${MINE}/questions/${id}`, { answer: 'A mistake.', withdraws: 'yes' });
    expect(await page(`/questions/${id}`)).toContain(
      'You took this back, so it is not entered in the register.',
    );
    expect(await page(`/told/${(await told())[0]}`)).toContain('You took it back.');
    expect(await page()).not.toContain('It has changed: Landlord');
  });
});

describe('the yearly confirmation', () => {
  const confirmed = (): Promise<number> =>
    council.inUnit(async (uow) => (await app.get(Confirmations).list(uow, member.memberId)).length);

  it.each([
    ['2024-05-03', undefined],
    ['2024-05-04', 'Your council asks you to confirm by Saturday 1 June 2024'],
    ['2024-06-01', 'Your council asks you to confirm by Saturday 1 June 2024'],
    ['2024-06-02', 'Your council asked you to confirm by Saturday 1 June 2024'],
  ])('is shown on %s as %s', async (today, words) => {
    app.moveClockTo(`${today}T10:00`);
    visitor = await app.signIn(member.email);
    for (const path of ['/my', MINE]) {
      const shown = mainText(await visitor.open(path).expect(200));
      if (words === undefined) expect(shown).not.toContain('Confirm that all is right');
      else expect(shown).toContain(words);
    }
  });

  it('shows everything held, wants its box ticked, and is not asked for again', async () => {
    app.moveClockTo('2024-06-02T10:00');
    visitor = await app.signIn(member.email);
    const shown = await page('/confirm');
    expect(shown).toContain('This is its practice, and no law');
    expect(shown).toContain('Owner: 3 Mill Lane, Tarrow (yours)');
    expect(errorsOn(await visitor.fill(`${MINE}/confirm`, {}))).toContain('Confirm that all of it is right');
    const sent = await visitor.fill(`${MINE}/confirm`, { allRight: 'yes' });
    expect([sent.status, sent.headers.location]).toEqual([303, `${MINE}?confirmed`]);
    expect(await confirmed()).toBe(1);
    expect(mainText(await visitor.open('/my').expect(200))).not.toContain('Confirm that all is right');
  });

  it('of what was changed after the page was opened is refused', async () => {
    const { hidden } = formOf(await visitor.open(`${MINE}/confirm`));
    await enter(await notify(app, council, { ...member, hasPartner: false }));
    const sent = await visitor.send(`${MINE}/confirm`, { ...hidden, allRight: 'yes' });
    expect([sent.status, mainText(sent)]).toEqual([
      409,
      expect.stringContaining('The register was changed after you opened this page'),
    ]);
    expect(await confirmed()).toBe(0);
  });

  it('is asked for as often as the council has set', async () => {
    await council.inUnit((uow) => app.get(RegisterSettings).set(uow, { confirmEveryMonths: 6 }));
    app.moveClockTo('2023-12-01T10:00');
    visitor = await app.signIn(member.email);
    expect(await page()).toContain('confirm by Friday 1 December 2023');
    await council.inUnit((uow) => app.get(RegisterSettings).set(uow, { confirmEveryMonths: 12 }));
  });
});
