import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { Roles, type Role } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Attachments, Drafts, Notifications, Register } from '../../src/register/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import { foundCouncil, type Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { CATEGORIES } from '../support/notify-journey.js';
import { notify } from '../support/notify.js';
import { agreeSensitive } from '../support/sensitive.js';
import { formOf, mainText, type Answers, type Visitor } from '../support/visitor.js';

const PDF = Buffer.from('%PDF-1.4 the form, signed');
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

let app: TestApp;
let council: Council;
let officer: Visitor;
let deputy: Visitor;
/** The officer again, with a browser that can send files. */
let uploader: ReturnType<typeof request.agent>;
let members = 0;

const addOfficer = async (email: string, role: Exclude<Role, 'member'>): Promise<Visitor> => {
  const accountId = await app.addPerson(email, { name: email.split('@')[0] ?? '' });
  await council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  return app.signIn(email);
};

beforeAll(async () => {
  app = await startApp({ at: '2017-06-05T10:00' });
  council = await foundCouncil(app);
  officer = await addOfficer('olive@example.org', 'monitoring-officer');
  deputy = await addOfficer('dan@example.org', 'deputy-monitoring-officer');
  uploader = request.agent(app.url).set('Accept', 'text/html');
  const { hidden } = formOf(await uploader.get('/sign-in'));
  const words = { ...hidden, email: 'olive@example.org', password: PASSWORD };
  await uploader.post('/sign-in').type('form').send(words).expect(303);
});
afterAll(() => app.close());

const newMember = (): Promise<SignedMember> =>
  addMember(app, council, `paper-${++members}@example.org`, { on: '2017-05-08' });
const paperOf = ({ memberId }: SignedMember): string => `/officer/members/${memberId}/paper`;

/** Types in a form that says nothing but a house. */
async function typeIn(member: SignedMember): Promise<string> {
  const paper = paperOf(member);
  const answer = async (path: string, answers: Answers): Promise<void> => {
    const response = await officer.fill(`${paper}${path}`, answers);
    if (response.status !== 303) throw new Error(`${path}: ${mainText(response)}`);
  };
  await answer('/partner', { hasPartner: 'no' });
  for (const category of CATEGORIES) {
    if (category !== 'land') await answer(`/${category}/self`, { any: 'no' });
  }
  await answer('/land/self', { any: 'yes' });
  await answer('/land/self/add', { address: '3 Mill Lane', natureOfInterest: 'Owner' });
  return paper;
}

const day = (date: string): Record<string, string> => {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-');
  return { 'arrivedOn-day': dayOfMonth, 'arrivedOn-month': month, 'arrivedOn-year': year };
};

/** Sends the last page of the form on paper. */
async function record(paper: string, words: Record<string, string>, scan?: Buffer): Promise<Response> {
  const { hidden } = formOf(await uploader.get(`${paper}/check`));
  const sending = uploader.post(`${paper}/check`);
  for (const [name, value] of Object.entries({ ...hidden, ...words })) void sending.field(name, value);
  if (scan !== undefined) void sending.attach('scan', scan, 'form.pdf');
  return sending;
}
const RIGHT = { ...day('2017-06-04'), asOnForm: 'yes' };

describe('a form on paper', () => {
  it('is typed in with the member’s pages, received when it arrived and not when it was typed in', async () => {
    const member = await newMember();
    const paper = await typeIn(member);
    expect(mainText(await officer.open(paper))).toContain('Type in the form of paper-1');
    const answer = await record(paper, RIGHT, PDF);
    expect(answer.status).toBe(303);
    const path = (answer.headers.location ?? '').replace(/\?.*/, '');
    const page = mainText(await officer.open(answer.headers.location ?? ''));
    expect(page).toContain('The form is recorded.');
    expect(page).toContain('Arrived 4 June 2017 Typed in 5 June 2017 at 10am, by olive How On paper');
    expect(page).toContain('Last day 4 June 2017 In time? Received in time');
    expect(page).toContain('Land Member Owner: 3 Mill Lane');
    expect((await officer.fill(path, {}, { form: '/enter' })).status).toBe(303);
    const board = mainText(await officer.open(`/officer/members/${member.memberId}`));
    expect(board).toContain('Received 4 June 2017 Everything held');
    expect(board).not.toContain('Notified late');
  });

  it('gives the scan to whoever may read it, as a file and nothing else', async () => {
    const answer = await record(await typeIn(await newMember()), RIGHT, PNG);
    const page = await officer.open(answer.headers.location ?? '');
    const [, href = ''] = /href="([^"]+\/scans\/[^"]+)"/.exec(page.text) ?? [];
    const scan = await officer.open(href).expect(200);
    expect((scan.body as Buffer).equals(PNG)).toBe(true);
    expect(scan.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'attachment; filename="form-received-2017-06-04.png"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    await app.visitor().open(href).expect(303);
    await officer.open(href.replace(/[^/]+$/, council.authorityId)).expect(404);
  });

  it('withholds the scan from who may not read sensitive details, once the member has any', async () => {
    const member = await newMember();
    const answer = await record(await typeIn(member), RIGHT, PDF);
    const path = (answer.headers.location ?? '').replace(/\?.*/, '');
    const [, href = ''] = /href="([^"]+\/scans\/[^"]+)"/.exec((await officer.open(path)).text) ?? [];
    await deputy.open(href).expect(200);
    await officer.fill(path, {}, { form: '/enter' });
    const [entry] = await council.inUnit((uow) => app.get(Register).current(uow, member.memberId));
    await agreeSensitive(app, council, { ...member, entryId: entry?.entry.id ?? '' });
    await deputy.open(href).expect(403);
    expect(mainText(await deputy.open(path))).toContain('Scan withheld');
    await officer.open(href).expect(200);
    await deputy.open(paperOf(member)).expect(403);
    await officer.open(paperOf(member)).expect(200);
  });

  it.each<[string, Record<string, string>, Buffer | undefined, string]>([
    ['without a day', { asOnForm: 'yes' }, PDF, 'Enter the day on which the form arrived'],
    [
      'that arrives tomorrow',
      { ...day('2017-06-06'), asOnForm: 'yes' },
      PDF,
      'The day on which the form arrived must be today or in the past',
    ],
    ['without its scan', RIGHT, undefined, 'Choose the scan of the form'],
    [
      'with a page of the web for a scan',
      RIGHT,
      Buffer.from('<html>%PDF-'),
      'The scan must be a PDF, a JPEG or a PNG',
    ],
    ['with an empty scan', RIGHT, Buffer.alloc(0), 'The scan must be a PDF, a JPEG or a PNG'],
    [
      'with a scan of more than 10 MB',
      RIGHT,
      Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]),
      'The scan must be 10 MB or smaller',
    ],
    ['that nobody compared', day('2017-06-04'), PDF, 'Confirm that what is typed in is what the form says'],
  ])('%s is refused, and nothing is recorded', async (_, words, scan, message) => {
    const member = await newMember();
    const answer = await record(await typeIn(member), words, scan);
    expect([answer.status, mainText(answer)]).toEqual([400, expect.stringContaining(message)]);
    expect(answer.text).toContain('<title>Error: ');
    const { memberId } = member;
    expect(await council.inUnit((uow) => app.get(Notifications).list(uow, memberId))).toEqual([]);
    const { version } = await council.inUnit((uow) =>
      app.get(Drafts).find(uow, { memberId, channel: 'paper' }),
    );
    expect(version).toBeGreaterThan(0);
  });

  it('that arrives today is taken, and one that is not typed in whole is not', async () => {
    const member = await newMember();
    const paper = await typeIn(member);
    expect((await record(paper, { ...RIGHT, ...day('2017-06-05') }, PDF)).status).toBe(303);
    const again = await officer.open(`${paper}/check`);
    expect([again.status, again.headers.location]).toEqual([303, `${paper}?missing`]);
  });

  it('that was changed in another tab after it was checked is not recorded', async () => {
    const paper = await typeIn(await newMember());
    const { hidden } = formOf(await uploader.get(`${paper}/check`));
    await officer.fill(`${paper}/land/self/1/change`, { address: 'Quay House', natureOfInterest: 'Owner' });
    const answer = await record(paper, { ...RIGHT, version: hidden.version ?? '' }, PDF);
    expect([answer.status, mainText(answer)]).toEqual([409, expect.stringContaining('Nothing was recorded')]);
  });

  it('is a draft beside the member’s own, which neither sees nor changes the other', async () => {
    const member = await newMember();
    await typeIn(member);
    const visitor = await app.signIn(member.email);
    expect(mainText(await visitor.open('/my/interests/notify'))).toContain('You have completed 0 of');
    await visitor.open(paperOf(member)).expect(403);
  });

  it('can begin with what the member said last', async () => {
    const member = await newMember();
    await notify(app, council, {
      ...member,
      answers: {
        'land/self': {
          answer: 'entries',
          interests: [{ category: 'land', address: 'Quay House', natureOfInterest: 'Owner' }],
        },
      },
    });
    expect((await officer.fill(paperOf(member), {}, { form: 'start-from' })).status).toBe(303);
    expect(mainText(await officer.open(`${paperOf(member)}/check`))).toContain('Quay House');
  });

  it('of an officer who is a member themselves is typed in by another one', async () => {
    const member = await newMember();
    const { accountId } = member;
    const role = { accountId, role: 'deputy-monitoring-officer', fromOn: civilDate('2017-01-01') } as const;
    await council.inUnit((uow) => app.get(Roles).grant(uow, role));
    const both = await app.signIn(member.email);
    const answer = await both.open(paperOf(member));
    expect([answer.status, mainText(answer)]).toEqual([403, expect.stringContaining('This is you')]);
  });

  it('keeps nothing of the form when its scan cannot be kept', async () => {
    const member = await newMember();
    const paper = await typeIn(member);
    const attachments = app.get(Attachments);
    const look = attachments.look.bind(attachments);
    let looked = 0;
    attachments.look = (content) => (++looked === 1 ? look(content) : { refused: 'not-a-scan' });
    try {
      expect((await record(paper, RIGHT, PDF)).status).toBe(500);
    } finally {
      attachments.look = look;
    }
    const { memberId } = member;
    expect(await council.inUnit((uow) => app.get(Notifications).list(uow, memberId))).toEqual([]);
    expect((await record(paper, RIGHT, PDF)).status).toBe(303);
  });
});
