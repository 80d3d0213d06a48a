import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Authorities } from '../../src/authorities/index.js';
import { Roles } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import {
  Notifications,
  Queries,
  Register,
  Sensitivities,
  type InterestDetails,
  type ToldInterest,
} from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { foundCouncil, type Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { notify } from '../support/notify.js';
import { agreeSensitive } from '../support/sensitive.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';

let app: TestApp;
let council: Council;
let officer: Visitor;
let deputy: Visitor;
let auditor: Visitor;

beforeAll(async () => {
  app = await startApp({ at: '2021-09-20T10:00' });
  council = await foundCouncil(app);
  await council.inUnit((uow) =>
    app.get(Authorities).adoptCode(uow, { code: 'lga-model-2020', fromOn: civilDate('2021-05-01') }),
  );
  const sign = async (name: string, role: 'monitoring-officer' | 'deputy-monitoring-officer' | 'auditor') => {
    const accountId = await app.addPerson(`${name}@example.org`, { name });
    await council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
    return app.signIn(`${name}@example.org`);
  };
  officer = await sign('Olive Orr', 'monitoring-officer');
  deputy = await sign('Dan Dale', 'deputy-monitoring-officer');
  auditor = await sign('Aud Ames', 'auditor');
});
afterAll(() => app.close());

let people = 0;
const councillor = (): Promise<SignedMember> =>
  addMember(app, council, `member-${++people}@example.org`, { on: '2021-05-10' });
const land = (address: string): InterestDetails => ({ category: 'land', address, natureOfInterest: 'Owner' });
const job = (employer: string, role = 'Clerk'): InterestDetails => ({
  category: 'employment',
  role,
  employer,
});

/** Everything the member holds, told. Gives the address of its page. */
async function whole(member: SignedMember, ...interests: InterestDetails[]): Promise<string> {
  const given = interests.map(({ category }) => [
    `${category}/self`,
    { answer: 'entries', interests: interests.filter((one) => one.category === category) },
  ]);
  const answers = Object.fromEntries(given) as Parameters<typeof notify>[2]['answers'];
  return `/officer/notifications/${await notify(app, council, { ...member, ...(answers && { answers }) })}`;
}
async function tell({ memberId, accountId }: SignedMember, told: ToldInterest): Promise<string> {
  const acting = { authorityId: council.authorityId, actor: { kind: 'person', accountId } } as const;
  const { id } = await app.database.unitOfWork(acting, (uow) =>
    app.get(Notifications).receiveChange(uow, memberId, told),
  );
  return `/officer/notifications/${id}`;
}
const enter = async (path: string): Promise<number> =>
  (await officer.fill(path, {}, { form: '/enter' })).status;
const entryId = async ({ memberId }: SignedMember, words: string): Promise<string> => {
  const entries = await council.inUnit((uow) => app.get(Register).current(uow, memberId));
  return entries.find(({ details }) => JSON.stringify(details).includes(words))?.entry.id ?? '';
};
const textAt = async (path: string, reader = officer): Promise<string> => mainText(await reader.open(path));

describe('the comparison with the register', () => {
  it('says in plain words what is new, told otherwise, unchanged and no longer told', async () => {
    const member = await councillor();
    await enter(await whole(member, land('3 Mill Lane'), land('Plot 7'), job('Quay School')));
    const path = await whole(member, land('3 Mill Lane'), land('Quay House'), job('Quay School', 'Manager'));
    const page = await textAt(path);
    expect(page).toMatch(/New \(1\).*Quay House.*Told otherwise \(1\).*Unchanged \(1\).*3 Mill Lane/);
    expect(page).toContain('Role: from “Clerk” to “Manager”');
    expect(page).toMatch(/No longer told \(1\).*Land, member Owner: Plot 7/);
    expect(await enter(path)).toBe(303);
    const register = await textAt(`/officer/members/${member.memberId}/register`);
    expect(register).toMatch(
      /Ended .*Plot 7 .*Ended 20 September 2021: a later notification of everything held/,
    );
  });

  it('of a change shows before and after, its days, and the code’s clock from the day of becoming aware', async () => {
    const member = await councillor();
    await enter(await whole(member, job('Quay School')));
    const told = { heldBy: 'self', details: job('Quay School', 'Head'), act: 'change' } as const;
    const aboutEntryId = await entryId(member, 'Quay School');
    const path = await tell(member, {
      ...{ ...told, aboutEntryId, effectiveOn: civilDate('2021-09-01'), awareOn: civilDate('2021-08-24') },
    });
    const page = await textAt(path);
    expect(page).toContain('What Change');
    expect(page).toContain('Last day 20 September 2021 or, arguably, 21 September 2021, by the code');
    expect(page).toContain('In time? Received in time');
    expect(page).toContain('Change (1) It is another now.');
    expect(page).toMatch(/by the code Source LGA Model/);
    expect(page).toContain('In the register: Clerk, Quay School');
    expect(page).toContain('Role: from “Clerk” to “Head”');
    expect(page).toContain('So since 1 September 2021 The member became aware on 24 August 2021');
    expect(await textAt('/officer/notifications')).toContain('Change 20 September 2021 at 10am');
    await enter(path);
    const register = await textAt(`/officer/members/${member.memberId}/register`);
    expect(register).toContain('Head, Quay School Began 1 September 2021 Entered 20 September 2021');
    expect(register).toContain(
      'Ceased 1 September 2021 Entered 20 September 2021 Ended 20 September 2021: it changed, and another entry took its place',
    );
  });

  it.each([
    ['2021-08-23', 'Received on the arguable last day'],
    ['2021-08-22', 'Received late'],
  ])('of a new interest known of since %s says: %s', async (day, expected) => {
    const told = { act: 'add', heldBy: 'self', details: job('Teme Press'), awareOn: civilDate(day) } as const;
    expect(await textAt(await tell(await councillor(), told))).toContain(`In time? ${expected}`);
  });

  it('of gifts that add up says by when the second one had to be told', async () => {
    const member = await councillor();
    const gift = (valuePence: number): ToldInterest => ({
      ...{ act: 'add', heldBy: 'self' },
      details: {
        ...{ category: 'gifts', donor: 'Teme Press', what: 'Books', valuePence, valueIs: 'known' },
        ...{ offeredOn: '2021-08-22', accepted: true, asCouncillor: true },
      },
    });
    expect(await textAt(await tell(member, gift(3000)))).not.toContain('Received late');
    const second = await tell(member, gift(4000));
    expect(await textAt(second)).toContain('In time? Received late');
    expect(await textAt('/officer/notifications')).toContain('Received late');
  });

  it('of an end and a correction says so, with the clock of the end, and that a correction has none', async () => {
    const member = await councillor();
    await enter(await whole(member, job('Quay School'), land('3 Mill Lane')));
    const about = async (told: Omit<ToldInterest, 'heldBy'>, words: string): Promise<string> =>
      textAt(await tell(member, { ...told, heldBy: 'self', aboutEntryId: await entryId(member, words) }));
    const ended = { act: 'end', details: job('Quay School'), effectiveOn: civilDate('2021-08-22') } as const;
    const end = await about(ended, 'Quay School');
    expect(end).toMatch(/What End .*Received late.*Ends \(1\).*Clerk, Quay School/);
    const correction = await about({ act: 'correct', details: land('3a Mill Lane') }, '3 Mill Lane');
    expect(correction).toMatch(
      /What Correction .*No last day applies.*Correction \(1\).*Address: from “3 Mill Lane” to “3a Mill Lane”/,
    );
  });

  it('warns that an interest has ended meanwhile, and refuses to change it', async () => {
    const member = await councillor();
    await enter(await whole(member, job('Quay School')));
    const aboutEntryId = await entryId(member, 'Quay School');
    const end = await tell(member, { act: 'end', heldBy: 'self', details: job('Quay School'), aboutEntryId });
    const change = await tell(member, {
      act: 'change',
      heldBy: 'self',
      details: job('Quay', 'Head'),
      aboutEntryId,
    });
    await enter(end);
    expect(await textAt(change)).toContain('No longer in the register (1)');
    const answer = await officer.fill(change, {}, { form: '/enter' });
    expect([answer.status, mainText(answer)]).toEqual([
      400,
      expect.stringContaining('it has ended meanwhile'),
    ]);
  });
});

describe('entering part of it', () => {
  it('enters what is selected, says so, and keeps the rest in the queue', async () => {
    const member = await councillor();
    const path = await whole(member, land('3 Mill Lane'), job('Quay School'));
    const { text } = await officer.open(path);
    const [, lane = ''] = /value="([^"]+)"[^>]*>\s*<label[^>]*>\s*Owner: 3 Mill Lane/.exec(text) ?? [];
    const answer = await officer.fill(path, { now: lane }, { form: '/part' });
    expect([answer.status, answer.headers.location]).toEqual([303, `${path}?part=yes`]);
    const page = await textAt(`${path}?part=yes`);
    expect(page).toContain('What you selected is in the register. The rest waits.');
    expect(page).toContain('Entered in the register In part');
    expect(page).toMatch(/What became of it .*3 Mill Lane Entered in the register/);
    expect(await textAt(`/officer/members/${member.memberId}/register`)).not.toContain('Quay School');
    expect(await enter(path)).toBe(303);
    expect(await textAt(`/officer/members/${member.memberId}/register`)).toContain('Quay School');
  });

  it.each([[{}], [{ now: 'nothing-that-is-there' }]])(
    'asks what to enter when %j is selected',
    async (answers) => {
      const path = await whole(await councillor(), land('3 Mill Lane'), job('Quay School'));
      const answer = await officer.fill(path, answers, { form: '/part' });
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('<title>Error: ');
      expect(mainText(answer)).toContain('Select what you want to enter now');
    },
  );
});

describe('asking the member', () => {
  const ask = (path: string, question: string) => officer.fill(path, { question });

  it('about one interest is shown in the queue and on the page, with the answer when it comes', async () => {
    const member = await councillor();
    const path = await whole(member, land('3 Mill Lane'), job('Quay School'));
    const [, href = ''] =
      /href="([^"]+\/ask\/[^"]+)"[^>]*>Ask the member about it<[^>]*>: Land/.exec(
        (await officer.open(path)).text,
      ) ?? [];
    expect(await textAt(href)).toContain('About Land, member: Owner: 3 Mill Lane');
    const answer = await ask(href, 'Which of the two?\nThe form is not clear.');
    expect(answer.headers.location).toBe(`${path}?asked=yes`);
    expect(await textAt(`${path}?asked=yes`)).toMatch(
      /Land, member: Owner: 3 Mill Lane Asked .* by Olive Orr Which of the two\? The form is not clear\. Answer Waiting for the member/,
    );
    expect((await officer.open('/officer/notifications')).text).toMatch(
      /member-\d+<span[^<]*<\/span><\/a>[\s\S]*?Waiting for an answer/,
    );
    await council.inUnit(async (uow) => {
      const [waiting] = await app.get(Queries).waitingFor(uow, member.memberId);
      const given = { queryId: waiting?.query.id ?? '', answer: 'The one by the mill.', withdraws: true };
      await app.get(Queries).answer(uow, member.memberId, given);
    });
    const page = await textAt(path);
    expect(page).toContain('The one by the mill.');
    expect(page).toContain('Taken back by the member, and not entered');
    await enter(path);
    expect(await textAt(`/officer/members/${member.memberId}/register`)).not.toContain('3 Mill Lane');
  });

  it('needs words, no more than 10,000 characters of them, and keeps what was typed', async () => {
    const path = `${await whole(await councillor(), land('3 Mill Lane'))}/ask`;
    const refused = async (question: string): Promise<string> => {
      const answer = await ask(path, question);
      expect(answer.status).toBe(400);
      return answer.text;
    };
    expect(await refused('  ')).toContain('Enter what you want to ask the member, and why');
    const long = await refused(`${'a'.repeat(10_000)}b`);
    expect(long).toContain('Your answer must be 10,000 characters or less');
    expect(long).toContain('aaab</textarea>');
    expect(await refused('Is it \u202Eso?')).toContain('cannot be seen');
    expect(await refused('')).toContain('<title>Error: ');
    expect((await ask(path, 'a'.repeat(10_000))).status).toBe(303);
  });

  it('shows what was typed as words, whatever it holds', async () => {
    const path = await whole(await councillor(), land('3 Mill Lane'));
    await ask(`${path}/ask`, '<script>alert(1)</script>');
    expect((await officer.open(path)).text).toContain('&lt;script&gt;alert(1)');
  });

  it('is refused about what is entered already, in words', async () => {
    const path = await whole(await councillor(), land('3 Mill Lane'));
    const form = formOf(await officer.open(`${path}/ask`));
    await enter(path);
    const answer = await officer.send(`${path}/ask`, { ...form.hidden, question: 'Is it so?' });
    expect([answer.status, mainText(answer)]).toEqual([
      400,
      expect.stringContaining('Your question was not sent'),
    ]);
  });

  it('is for officers only, about what is there', async () => {
    const path = await whole(await councillor(), land('3 Mill Lane'));
    await auditor.open(`${path}/ask`).expect(403);
    await officer.open(`${path}/ask/${council.authorityId}`).expect(404);
  });
});

describe('an officer with an interest of their own', () => {
  it('leaves it to a deputy, who is named, enters nothing more, and the deputy does', async () => {
    const member = await councillor();
    const path = await whole(member, land('3 Mill Lane'), job('Quay School'));
    expect(await textAt(`${path}/step-aside`)).toContain('Who can act then: Dan Dale.');
    const before = formOf(await officer.open(path), '/enter');
    const ask = formOf(await officer.open(`${path}/ask`));
    expect((await officer.fill(`${path}/step-aside`, {})).headers.location).toBe(`${path}?aside=yes`);
    const page = await textAt(`${path}?aside=yes`);
    expect(page).toContain('Olive Orr left this member’s interests to others.');
    expect(page).toContain('Who can act: Dan Dale.');
    expect(page).not.toContain('Enter what is selected');
    for (const [at, body] of [
      [`${path}/enter`, before.hidden],
      [`${path}/ask`, { ...ask.hidden, question: 'Is it so?' }],
    ] as const) {
      const answer = await officer.send(at, body);
      expect([answer.status, mainText(answer)]).toEqual([
        ...[400, expect.stringContaining('You have left this member’s interests to a deputy')],
      ]);
    }
    await officer.open(`/officer/members/${member.memberId}/paper`).expect(403);
    expect((await deputy.fill(path, {}, { form: '/enter' })).status).toBe(303);
    expect(await textAt('/officer/audit')).toContain('by Dan Dale');
  });

  it('says when nobody else can act', async () => {
    const path = await whole(await councillor(), land('3 Mill Lane'));
    await deputy.fill(`${path}/step-aside`, {});
    expect(await textAt(`${path}/step-aside`)).toContain('Nobody else can act');
  });
});

describe('what is asked to be sensitive and not decided', () => {
  it('is withheld from officers who may not read it, while it is pending too', async () => {
    const member = await councillor();
    const path = await whole(member, land('Hidden Farm'), job('Quay School'));
    expect(await textAt(path, deputy)).toContain('Hidden Farm');
    const { accountId, memberId } = member;
    const acting = { authorityId: council.authorityId, actor: { kind: 'person', accountId } } as const;
    await app.database.unitOfWork(acting, async (uow) => {
      const opened = await app.get(Notifications).open(uow, path.split('/').at(-1) ?? '');
      const interestId = opened?.interests.find(({ category }) => category === 'land')?.id ?? '';
      await app.get(Sensitivities).request(uow, memberId, { interestId, reason: 'Threats were made.' });
    });
    await officer.fill(`${path}/ask`, { question: 'Is Hidden Farm let?' });
    for (const reader of [deputy, auditor]) {
      const shown = await textAt(path, reader);
      expect(shown).not.toContain('Hidden Farm');
      expect(shown).toContain('Details withheld: sensitive');
      expect(shown).toContain('Quay School');
    }
    expect(await textAt(path)).toContain('Is Hidden Farm let?');
    await enter(path);
    const register = `/officer/members/${memberId}/register`;
    expect(await textAt(register, deputy)).not.toContain('Hidden Farm');
    expect(await textAt(register)).toContain('Hidden Farm');
    expect(await textAt(`/officer/members/${memberId}`, deputy)).not.toContain('Hidden Farm');
  });

  it('is withheld under another heading too, where that names the same', async () => {
    const member = await councillor();
    const path = await whole(member, land('Hidden Farm'), job('Hidden Farm School'));
    const { accountId, memberId } = member;
    const acting = { authorityId: council.authorityId, actor: { kind: 'person', accountId } } as const;
    await app.database.unitOfWork(acting, async (uow) => {
      const opened = await app.get(Notifications).open(uow, path.split('/').at(-1) ?? '');
      const interestId = opened?.interests.find(({ category }) => category === 'land')?.id ?? '';
      await app.get(Sensitivities).request(uow, memberId, { interestId, reason: 'Threats were made.' });
    });
    expect(await textAt(path, deputy)).not.toContain('Hidden Farm');
    expect(await textAt(path)).toContain('Hidden Farm School');
  });

  it('is withheld in a change too, before and after, and in its history', async () => {
    const member = await councillor();
    await enter(await whole(member, land('Hidden Farm')));
    const id = await entryId(member, 'Hidden Farm');
    const change = {
      act: 'change',
      heldBy: 'self',
      details: land('New Hidden Farm'),
      aboutEntryId: id,
    } as const;
    await agreeSensitive(app, council, { ...member, entryId: id, reviewOn: civilDate('2022-09-20') });
    const path = await tell(member, change);
    expect(await textAt(path, deputy)).not.toContain('Hidden Farm');
    expect(await textAt(path)).toContain('Address: from “Hidden Farm” to “New Hidden Farm”');
    await enter(path);
    for (const at of [path, `/officer/members/${member.memberId}/register`])
      expect(await textAt(at, auditor)).not.toContain('Hidden Farm');
  });
});

describe('the officer’s register of one member', () => {
  it('shows what was in it at the end of each past day, and who may not see it', async () => {
    const member = await councillor();
    await enter(await whole(member, job('Quay School')));
    app.moveClockTo('2021-09-22T10:00');
    await enter(await whole(member, job('Teme Press')));
    const path = `/officer/members/${member.memberId}/register`;
    expect(await textAt(`${path}?as-at=2021-09-19`)).toContain('At the end of'.toLowerCase());
    expect(await textAt(`${path}?as-at=2021-09-19`)).toContain('Nothing.');
    expect(await textAt(`${path}?as-at=2021-09-21`)).toMatch(/Quay School/);
    expect(await textAt(`${path}?as-at=2021-09-21`)).not.toMatch(/Teme Press/);
    expect(await textAt(`${path}?as-at=2021-09-22`)).toMatch(/Teme Press/);
    expect(await textAt(`${path}?as-at=2021-09-22`)).not.toMatch(/Quay School/);
    const day = { 'asAt-day': '21', 'asAt-month': '9', 'asAt-year': '2021' };
    const chosen = await officer.open(`${path}?${new URLSearchParams(day).toString()}`);
    expect([chosen.status, chosen.headers.location]).toEqual([303, `${path}?as-at=2021-09-21`]);
    for (const wrong of ['2021-09-23', '2021-02-30', 'x'])
      expect((await officer.open(`${path}?as-at=${wrong}`)).status).toBe(400);
    await (await app.signIn(member.email)).open(path).expect(403);
  });
});
