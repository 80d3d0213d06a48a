import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Roles, type Role } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import { LetterSending } from '../../src/oversight/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { addPanel, foundCouncil, type Council } from '../support/council.js';
import { notify } from '../support/notify.js';
import { reminded } from '../support/reminded.js';
import { formOf, mainText, type Answers, type Visitor } from '../support/visitor.js';

let app: TestApp;
let council: Council;
let officer: Visitor;
let panelId: string;
const ids: Record<string, string> = {};
const accounts: Record<string, string> = {};

async function withRole(role: Exclude<Role, 'member'>, of = council): Promise<Visitor> {
  const email = `${role}-${of.slug}@example.org`;
  const accountId = await app.addPerson(email, { name: role });
  await of.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  return app.signIn(email);
}

async function councillor(name: string, email?: string): Promise<void> {
  const accountId = await app.addPerson(`${name.toLowerCase()}@example.org`, { name });
  accounts[name] = accountId;
  ids[name] = await council.inUnit(async (uow) => {
    const { id } = await app
      .get(Members)
      .add(uow, { name, accountId, ...(email !== undefined && { email }) });
    const office = { memberId: id, standing: 'elected', votesOn: 'any' } as const;
    await app.get(Members).takeOffice(uow, { ...office, becameMemberOn: civilDate('2017-05-08') });
    return id;
  });
}

/** The address of somebody's ladder, as the list links to it. */
async function ladderOf(name: string): Promise<string> {
  const { text } = await officer.open('/officer/escalations');
  return new RegExp(`/officer/escalations/${ids[name] ?? ''}/[0-9a-f-]{36}`).exec(text)?.[0] ?? '';
}
const day = (words: string): Answers => {
  const [d = '', m = '', y = ''] = words.split('/');
  return { 'on-day': d, 'on-month': m, 'on-year': y };
};
/** Opens the letter, changes it and goes to the page that asks to check it. */
const letter = (at: string, answers: Answers): ReturnType<Visitor['fill']> =>
  officer.fill(`${at}/letter`, {
    subject: 'About your notification',
    text: 'Dear Ann\n\nWhat of it?',
    ...answers,
  });
const sendChecked = async (check: { text: string }): ReturnType<Visitor['fill']> => {
  const { action = '', hidden } = formOf(check);
  return officer.send(action, { ...hidden, step: 'send' });
};

beforeAll(async () => {
  app = await startApp({ at: '2017-05-08T09:00' });
  council = await foundCouncil(app);
  panelId = await council.inUnit((uow) => addPanel(uow, app, 'Standards Committee'));
  officer = await withRole('monitoring-officer');
  await councillor('Ann', 'ann@example.org');
  await councillor('Bob');
  await councillor('Cat', 'cat@example.org');
  await reminded(app, council).tell();
  app.moveClockTo('2017-07-03T10:00');
});
afterAll(() => app.close());

describe('the list', () => {
  it('shows who has not answered after the last day, how far it went and what may come next, and accuses nobody', async () => {
    const board = await officer.open('/officer');
    expect(board.text).toContain('href="/officer/escalations"');
    const list = mainText(await officer.open('/officer/escalations').expect(200));
    expect(list).toContain('State Not answered Reminded Duty On taking office (Localism Act 2011 s.30(1))');
    expect(list).toContain('Last day 4 June 2017, 29 days ago Next Write a letter');
    expect(list).toContain('This finds nothing against anybody');
    expect(list).toMatch(/Bob .*Nothing sent yet.*Next Remind the member/);
  });

  it('is read by the auditor, who climbs nothing and reads no words; by no clerk, member or other council', async () => {
    const auditor = await withRole('auditor');
    const clerk = await withRole('democratic-services');
    const member = await app.signIn('ann@example.org');
    const foreigner = await withRole('monitoring-officer', await foundCouncil(app));
    const at = await ladderOf('Ann');
    const seen = await auditor.open(at).expect(200);
    expect(seen.text).not.toContain(`${at}/`);
    for (const page of ['letter', 'report', 'refused', 'reminder']) {
      await auditor.open(`${at}/${page}`).expect(403);
      await clerk.open(`${at}/${page}`).expect(403);
      await foreigner.open(`${at}/${page}`).expect(404);
    }
    for (const by of [clerk, member]) await by.open('/officer/escalations').expect(403);
    await foreigner.open(at).expect(404);
    await officer.open(at.replace(/[0-9a-f-]{36}$/, panelId)).expect(404);
  });
});

describe('a letter by e-mail', () => {
  it('is made from the facts, changed, checked, sent, kept as sent, and downloaded', async () => {
    const at = await ladderOf('Ann');
    const first = mainText(await officer.open(`${at}/letter`).expect(200));
    for (const words of [
      'Dear Ann',
      'We have no answer from you.',
      'Sunday 4 June 2017',
      '/my/interests/notify',
    ])
      expect(first).toContain(words);
    const check = await letter(at, { how: 'mail' });
    expect([check.status, mainText(check)]).toEqual([
      200,
      expect.stringContaining('By e-mail to ann@example.org'),
    ]);
    const { action = '', hidden } = formOf(check);
    const changed = await officer.send(action, { ...hidden, step: 'change' });
    expect([changed.status, changed.text]).toEqual([200, expect.stringContaining('About your notification')]);
    const sent = await sendChecked(check);
    expect([sent.status, sent.headers.location]).toEqual([303, `${at}?done=mail`]);
    // The same form sent once more finds that the ladder was climbed meanwhile.
    const twice = await sendChecked(check);
    expect([twice.status, mainText(twice)]).toEqual([
      409,
      expect.stringContaining('Somebody has recorded a step here'),
    ]);
    expect(twice.text).toContain('What of it?');
    const ladder = await officer.open(at);
    expect(mainText(ladder)).toContain('Letter by e-mail is being sent');
    const rung = /\/rungs\/([0-9a-f-]{36})/.exec(ladder.text)?.[1] ?? '';
    await app.get(LetterSending).send(council.authorityId, rung);
    expect(mainText(await officer.open(at))).toMatch(
      /Reminder: .*3 July 2017 Letter sent by e-mail Recorded by monitoring-officer/,
    );
    const page = mainText(await officer.open(`${at}/rungs/${rung}`));
    for (const words of ['Letter sent by e-mail', 'About your notification', 'Dear Ann What of it?'])
      expect(page).toContain(words);
    const file = await officer.open(`${at}/rungs/${rung}/document.docx`).expect(200);
    expect(file.headers['content-type']).toContain('wordprocessingml');
    expect(mainText(await officer.open('/officer/escalations'))).toContain(
      'Wait for an answer until 17 July 2017',
    );
    expect(mainText(await officer.open('/officer/audit'))).toMatch(/\d+\. Sent a letter about a duty/);
  });

  it('to a wrong address is shown as failed with the reason, and is tried again at the corrected one', async () => {
    await officer.fill(`/officer/members/${ids.Cat ?? ''}/email`, { email: 'cat@example.org' });
    const at = await ladderOf('Cat');
    await sendChecked(await letter(at, { how: 'mail' }));
    const rung = /\/rungs\/([0-9a-f-]{36})/.exec((await officer.open(at)).text)?.[1] ?? '';
    // What the mail server said of it, and the address was corrected since.
    await council.inUnit((uow) =>
      uow.manager.query(
        `insert into escalation_letter_event (authority_id, id, step_id, kind, reason, happened_at)
         values ($1, gen_random_uuid(), $2, 'failed', 'address-refused', '2017-07-03T09:00:00Z')`,
        [council.authorityId, rung],
      ),
    );
    const failed = mainText(await officer.open(`${at}/rungs/${rung}`));
    expect(failed).toContain('was not sent: the mail server refused the address');
    expect(failed).toContain('Change the e-mail address of Cat');
    await officer.fill(`/officer/members/${ids.Cat ?? ''}/email`, { email: '' });
    const refused = await officer.fill(`${at}/rungs/${rung}`, {}, { form: 'try-again' });
    expect([refused.status, mainText(refused)]).toEqual([
      400,
      expect.stringContaining('has no e-mail address'),
    ]);
    await officer.fill(`/officer/members/${ids.Cat ?? ''}/email`, { email: 'cat.new@example.org' });
    const again = await officer.fill(`${at}/rungs/${rung}`, {}, { form: 'try-again' });
    expect([again.status, again.headers.location]).toEqual([303, `${at}?done=again`]);
    await app.get(LetterSending).send(council.authorityId, rung);
    expect(mainText(await officer.open(at))).toContain('Letter sent by e-mail');
  });
});

describe('bad input', () => {
  it.each<[string, Answers, string]>([
    ['no heading', { subject: ' ', how: 'mail' }, 'Enter a heading for the letter'],
    ['no letter', { text: '', how: 'mail' }, 'Enter the letter'],
    [
      'a letter too long',
      { text: 'x'.repeat(10_001), how: 'mail' },
      'The letter must be 10,000 characters or less',
    ],
    ['no way', { how: '' }, 'Choose how the letter goes'],
    [
      'e-mail to somebody without an address',
      { how: 'mail' },
      'The member has no e-mail address. Choose to send the letter by post',
    ],
    ['post without a day', { how: 'post' }, 'Enter the day of posting'],
    ['a day to come', { how: 'post', ...day('4/7/2017') }, 'must be today or in the past'],
    [
      'a day before the office',
      { how: 'post', ...day('7/5/2017') },
      'The day must not be before the duty began',
    ],
  ])('%s comes back with the words kept, and nothing is sent', async (_, answers, says) => {
    const at = await ladderOf('Bob');
    const answer = await letter(at, answers);
    expect([answer.status, mainText(answer)]).toEqual([400, expect.stringContaining('There is a problem')]);
    expect(mainText(answer)).toContain(says);
    if (answers.subject === undefined) expect(answer.text).toContain('About your notification');
    expect((await officer.open(at)).text).not.toContain('/rungs/');
  });
});

describe('by post, to the committee, and to the end', () => {
  it('each step is recorded, a refusal as one, and an answer closes it all by itself', async () => {
    const at = await ladderOf('Bob');
    const page = await officer.open(`${at}/letter`);
    expect(page.text).toMatch(/value="post" checked/);
    const posted = await sendChecked(await letter(at, { how: 'post', ...day('1/7/2017') }));
    expect(posted.headers.location).toBe(`${at}?done=post`);
    const unsaid = await officer.fill(`${at}/refused`, { by: 'telephone', ...day('2/7/2017') });
    expect([unsaid.status, mainText(unsaid)]).toEqual([400, expect.stringContaining('Enter what was said')]);
    const refused = await officer.fill(`${at}/refused`, {
      by: 'telephone',
      note: 'Not now.',
      ...day('2/7/2017'),
    });
    expect(refused.headers.location).toBe(`${at}?done=refused`);
    const report = await officer.open(`${at}/report`);
    for (const words of [
      'State on 3 July 2017: not answered.',
      'this report finds no breach',
      '1 July 2017: letter posted',
      '2 July 2017: the member said by telephone that they will not answer',
    ])
      expect(mainText(report)).toContain(words);
    const text = 'Bob: not answered.';
    const nobody = await officer.fill(`${at}/report`, { subject: 'Bob', text });
    expect([nobody.status, mainText(nobody)]).toEqual([400, expect.stringContaining('Choose the committee')]);
    const check = await officer.fill(`${at}/report`, { subject: 'Bob', text, bodyId: panelId });
    expect(mainText(check)).toContain('To Standards Committee Meeting None is named');
    expect((await sendChecked(check)).headers.location).toBe(`${at}?done=report`);
    const ladder = mainText(await officer.open(at));
    expect(ladder).toContain('Reported to Standards Committee');
    expect(ladder).toContain('Suggested: Nothing: it lies with the committee');
    await notify(app, council, { memberId: ids.Bob ?? '', accountId: accounts.Bob ?? '' });
    const closed = mainText(await officer.open(at));
    expect(closed).toContain('An answer was received on 3 July 2017, so this has closed by itself.');
    await officer.open(`${at}/letter`).expect(404);
    const late = await officer.send(`${at}/refused`, {
      ...formOf(report).hidden,
      by: 'telephone',
      note: 'x',
      ...day('2/7/2017'),
    });
    expect([late.status, mainText(late)]).toEqual([
      409,
      expect.stringContaining('This has closed by itself'),
    ]);
    expect(mainText(await officer.open('/officer/escalations'))).toMatch(/Closed by themselves Bob/);
  });
});
