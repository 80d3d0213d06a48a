import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Roles, type Role } from '../../src/identity/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { agendaAbout, clerkOfNewCouncil, item, type Clerk } from '../support/clerk.js';
import { foundCouncil, type Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { formOf, mainText, type Answers, type Visitor } from '../support/visitor.js';

const WEIR = 'Rebuilding of Thornfield Weir';
const REASON = 'Six of eight could not vote, says Quillfeather.';
const ASK = '/my/dispensations/request';

let app: TestApp;
let clerk: Clerk;
let council: Council;
let member: SignedMember;
let ann: Visitor;
let officer: Visitor;
let people = 0;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
});
beforeEach(async () => {
  app.moveClockTo('2017-10-16T09:00');
  clerk = await clerkOfNewCouncil(app);
  council = clerk.council;
  member = await addMember(app, council, `ann-${++people}@example.org`, { on: '2017-05-08' });
  ann = await app.signIn(member.email);
  officer = await withRole('monitoring-officer');
});
afterAll(() => app.close());

async function withRole(role: Exclude<Role, 'member'>, of = council): Promise<Visitor> {
  const email = `${role}-${++people}@example.org`;
  const accountId = await app.addPerson(email, { name: role });
  await of.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  return app.signIn(email);
}
const another = async (): Promise<Visitor> =>
  app.signIn((await addMember(app, council, `bo-${++people}@example.org`, { on: '2017-05-08' })).email);

const day = (name: string, words: string): Answers => {
  const [d = '', m = '', y = ''] = words.split('/');
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y };
};
const asked = (more: Answers = {}): Answers => ({
  ...{ matter: WEIR, scope: 'both', ground: 'a', reason: REASON },
  ...day('from', '16/10/2017'),
  ...day('to', '31/12/2017'),
  ...more,
});
/** Asks, checked. Gives the request's id. */
const ask = async (more: Answers = {}, by = ann, at = ASK): Promise<string> => {
  const sent = await by.fill(at, { ...asked(more), step: 'send' });
  expect(sent.status).toBe(303);
  return /dispensations\/([0-9a-f-]{36})\?done=asked$/.exec(sent.headers.location ?? '')?.[1] ?? '';
};
const granted = (more: Answers = {}): Answers => ({
  ...{ outcome: 'granted', decidedBy: 'officer', bodyId: '', reason: 'It would be inquorate.' },
  ...{ cases: WEIR, scope: 'discussion', ground: 'a' },
  ...day('decidedOn', '16/10/2017'),
  ...day('from', '16/10/2017'),
  ...day('to', '31/12/2017'),
  ...more,
});
const decide = (id: string, answers: Answers = granted(), by = officer): ReturnType<Visitor['fill']> =>
  by.fill(`/officer/dispensations/${id}/decide`, answers);

describe('a member who asks for a dispensation', () => {
  it('answers, checks, sends and has a receipt; and takes it back', async () => {
    const check = await ann.fill(ASK, asked());
    expect(check.status).toBe(200);
    for (const words of ['Check what you ask', WEIR, REASON, 'Speaking and voting', 'to 31 December 2017'])
      expect(mainText(check)).toContain(words);
    const { hidden, action } = formOf(check);
    const changed = await ann.send(action ?? '', { ...hidden, step: 'change' });
    expect([changed.status, changed.text]).toEqual([200, expect.stringContaining(REASON)]);
    const sent = await ann.send(action ?? '', { ...hidden, step: 'send' });
    const receipt = mainText(await ann.open(sent.headers.location ?? ''));
    for (const words of ['This page is your receipt', 'Waiting', '16 October 2017 at 9am', REASON])
      expect(receipt).toContain(words);
    const page = (sent.headers.location ?? '').replace('?done=asked', '');
    expect(mainText(await ann.open('/my/dispensations'))).toContain(WEIR);
    expect((await ann.fill(page, {})).headers.location).toBe(`${page}?done=withdrawn`);
    expect(mainText(await ann.open(page))).toContain('Taken back');
    const again = await ann.send(`${page}/withdraw`, hidden);
    expect([again.status, mainText(again)]).toEqual([409, expect.stringContaining('decided already')]);
  });

  it.each<[string, Answers, string]>([
    ['no matter', { matter: ' ' }, 'Enter the matter'],
    ['no restriction', { scope: '' }, 'Choose what the dispensation is to allow'],
    ['no ground', { ground: '' }, 'Choose a ground, or that you are not sure'],
    ['a ground that is none', { ground: 'f' }, 'Choose a ground, or that you are not sure'],
    ['no last day', day('to', '//'), 'Enter the last day'],
    ['a first day of yesterday', day('from', '15/10/2017'), 'must be today or in the future'],
    [
      'a last day before the first',
      { ...day('from', '20/10/2017'), ...day('to', '19/10/2017') },
      'The last day must be the same as or after the first day',
    ],
    [
      'a day more than four years',
      day('to', '16/10/2021'),
      'Its period must not be more than four years (Localism Act 2011 s.33(3)).',
    ],
    ['no reason', { reason: '' }, 'Enter the reason'],
  ])('with %s is told so beside the question, and their words are kept', async (_, answers, text) => {
    const refused = await ann.fill(ASK, asked({ reason: REASON, ...answers }));
    expect([refused.status, mainText(refused)]).toEqual([400, expect.stringContaining(text)]);
    expect(mainText(refused)).toContain('There is a problem');
    expect(refused.text).toContain(answers.reason === '' ? WEIR : REASON);
    expect(mainText(await ann.open('/my/dispensations'))).toContain('You have asked for none.');
  });

  it('for exactly four years may send it', async () => {
    expect(await ask(day('to', '15/10/2021'))).not.toBe('');
  });

  it('may leave the ground open', async () => {
    const id = await ask({ ground: 'not-sure' });
    expect(mainText(await ann.open(`/my/dispensations/${id}`))).toContain('Ground None named');
  });

  it('begins at an item of a coming meeting, with its words and its day', async () => {
    const { meetingId } = await clerk.saved(agendaAbout('Weir'), { items: [item('1', WEIR)] });
    const [first] = await clerk.items(meetingId);
    const address = `/my/meetings/${meetingId}/items/${first?.id ?? ''}/dispensation`;
    const page = await ann.open(address);
    expect(page.text).toContain(`>${WEIR}</textarea>`);
    expect(page.text).toMatch(/name="to-day"[^>]*value="24"/);
    const id = await ask(day('to', '24/10/2017'), ann, address);
    expect(mainText(await ann.open(`/my/dispensations/${id}`))).toContain(
      `Item 1, ${WEIR}. Highways Panel, Tuesday 24 October 2017`,
    );
    expect(mainText(await officer.open('/officer/dispensations'))).toContain(
      'Meeting Tuesday 24 October 2017',
    );
    const other = (await clerk.saved(agendaAbout('Other'), { startsAt: '14:00' })).meetingId;
    expect((await ann.open(address.replace(meetingId, other))).status).toBe(404);
    expect((await ann.open(address.replace(first?.id ?? '', 'nothing'))).status).toBe(404);
    app.moveClockTo('2017-10-25T09:00');
    expect((await ann.open(address)).status).toBe(404);
  });

  it('is read by no other member, and nobody else takes it back', async () => {
    const { meetingId } = await clerk.saved(agendaAbout('Weir'), { items: [item('1', 'Thornfield again')] });
    const [first] = await clerk.items(meetingId);
    const at = `/my/meetings/${meetingId}/items/${first?.id ?? ''}/dispensation`;
    const id = await ask({}, ann, at);
    const bo = await another();
    expect((await bo.open(`/my/dispensations/${id}`)).status).toBe(404);
    const { hidden } = formOf(await bo.open(ASK));
    expect((await bo.send(`/my/dispensations/${id}/withdraw`, hidden)).status).toBe(404);
    for (const address of ['/my/dispensations', '/my', `/officer/dispensations/${id}`]) {
      const { text } = await bo.open(address);
      for (const mark of ['Thornfield', 'Quillfeather']) expect(text).not.toContain(mark);
    }
    expect((await bo.open('/officer/dispensations')).status).toBe(403);
    const auditor = await withRole('auditor');
    for (const address of ['/officer/dispensations', `/officer/dispensations/${id}`, '/officer/audit']) {
      const page = await auditor.open(address);
      expect(page.status).toBe(200);
      for (const mark of ['Thornfield', 'Quillfeather']) expect(page.text).not.toContain(mark);
    }
    expect((await auditor.open(`/officer/dispensations/${id}/decide`)).status).toBe(403);
  });
});

describe('an officer', () => {
  it('reads it, grants less, and the member reads what and why', async () => {
    const id = await ask();
    expect(mainText(await officer.open('/officer/dispensations'))).toContain(WEIR);
    expect(mainText(await officer.open(`/officer/dispensations/${id}`))).toContain(REASON);
    const form = await officer.open(`/officer/dispensations/${id}/decide`);
    expect(form.text).toContain(`>${WEIR}</textarea>`);
    expect((await decide(id)).headers.location).toBe('/officer/dispensations?done=granted');
    const page = mainText(await ann.open(`/my/dispensations/${id}`));
    for (const words of ['Granted', 'It allows Speaking, not voting', 'It would be inquorate.'])
      expect(page).toContain(words);
    const { hidden } = formOf(await officer.open('/officer/dispensations/paper'));
    const again = await officer.send(`/officer/dispensations/${id}/decide`, { ...hidden, ...granted() });
    expect([again.status, mainText(again)]).toEqual([
      409,
      expect.stringContaining('A decision is not changed'),
    ]);
  });

  it.each<[string, Answers, string]>([
    ['says nothing', { outcome: '' }, 'Choose what was decided'],
    ['gives no reasons', { reason: '' }, 'Enter the reasons'],
    ['says no cases', { cases: '' }, 'Enter the cases in which it has effect'],
    ['names no ground', { ground: '' }, 'At least one of the five grounds in the law must be'],
    ['states no period', day('to', '//'), 'It must state the period'],
    ['begins before it was asked to', day('from', '15/10/2017'), 'must not be before the first day that'],
    ['allows more than was asked', { scope: 'vote' }, 'It must allow no more than was asked'],
    [
      'goes beyond the last day asked',
      day('to', '1/1/2018'),
      'must not be after the last day that was asked',
    ],
    ['names no committee', { decidedBy: 'committee' }, 'Choose the committee that decided'],
    ['lets the head of paid service decide', { decidedBy: 'head-of-paid-service' }, 'Choose who decided'],
    [
      'decided yesterday by themselves',
      day('decidedOn', '15/10/2017'),
      'same as or after the day of the request',
    ],
    ['decides tomorrow', day('decidedOn', '17/10/2017'), 'must be today or in the past'],
  ])('who %s is told so, and the words are kept', async (_, answers, text) => {
    const id = await ask({ scope: 'discussion' });
    const refused = await decide(id, granted({ reason: 'Kept words.', ...answers }));
    expect([refused.status, mainText(refused)]).toEqual([400, expect.stringContaining(text)]);
    expect(refused.text).toContain(answers.reason === '' ? WEIR : 'Kept words.');
    expect(mainText(await officer.open(`/officer/dispensations/${id}`))).toContain('Waiting');
  });

  it('refuses, and nothing about a grant is asked', async () => {
    const id = await ask();
    const refused = { ...granted({ ground: '', cases: '', scope: '' }), outcome: 'refused' };
    expect((await decide(id, refused)).headers.location).toBe('/officer/dispensations?done=refused');
    const page = mainText(await ann.open(`/my/dispensations/${id}`));
    for (const words of ['Refused', 'It would be inquorate.', 'Nothing is lifted'])
      expect(page).toContain(words);
  });

  it('sees what ends soon, and so does the member', async () => {
    const id = await ask();
    await decide(id);
    expect(mainText(await officer.open('/officer/dispensations'))).not.toContain('Expires soon');
    app.moveClockTo('2017-11-01T09:00');
    expect(mainText(await officer.open('/officer/dispensations'))).toContain('Expires soon');
    expect(mainText(await ann.open('/my/dispensations'))).toContain('ends on 31 December 2017');
    app.moveClockTo('2018-01-01T09:00');
    expect(mainText(await officer.open('/officer/dispensations'))).toContain('Ended');
  });

  it('says which items it reaches, and cannot unsay it', async () => {
    const { meetingId } = await clerk.saved(agendaAbout('Weir'), {
      items: [item('1', WEIR), item('2', 'Other')],
    });
    const id = await ask();
    await decide(id);
    const page = `/officer/dispensations/${id}`;
    expect(mainText(await officer.open(page))).toContain('An item may be meant');
    expect(mainText(await officer.open('/officer/dispensations'))).toContain('Is this item meant?');
    const address = `${page}/meetings/${meetingId}`;
    const [first, second] = await clerk.items(meetingId);
    const answers = { [`item-${first?.id ?? ''}`]: 'yes', [`item-${second?.id ?? ''}`]: 'not-known' };
    expect(mainText(await officer.open(address))).toContain('The words are the same.');
    const none = await officer.fill(address, {});
    expect([none.status, mainText(none)]).toEqual([
      400,
      expect.stringContaining(`Choose whether it reaches “${WEIR}”`),
    ]);
    expect((await officer.fill(address, answers)).status).toBe(303);
    expect(mainText(await officer.open(page))).toContain('Reaches one item');
    expect(mainText(await officer.open('/officer/dispensations'))).not.toContain('Is this item meant?');
    const unsaid = await officer.fill(address, { ...answers, [`item-${first?.id ?? ''}`]: 'not-known' });
    expect(unsaid.status).toBe(400);
    const { hidden } = formOf(await officer.open(address));
    await clerk.saved(agendaAbout('Weir again'), { items: [item('1', WEIR), item('2', 'Another')] });
    const stale = await officer.send(address, { ...hidden, ...answers, [`item-${second?.id ?? ''}`]: 'yes' });
    expect(stale.status).not.toBe(303);
  });

  it('grants for the item that it was asked for, and says at once whether it reaches it', async () => {
    const { meetingId } = await clerk.saved(agendaAbout('Weir'), { items: [item('1', WEIR)] });
    const [first] = await clerk.items(meetingId);
    const at = `/my/meetings/${meetingId}/items/${first?.id ?? ''}/dispensation`;
    const id = await ask({}, ann, at);
    const silent = await decide(id);
    expect([silent.status, mainText(silent)]).toEqual([
      400,
      expect.stringContaining('Choose whether it reaches the item'),
    ]);
    expect((await decide(id, granted({ reaches: 'yes' }))).status).toBe(303);
    expect(mainText(await officer.open(`/officer/dispensations/${id}`))).toContain('Reaches one item');
  });

  it('types in what came on paper, and cannot grant what was only spoken', async () => {
    const address = '/officer/dispensations/paper';
    const paper = { ...asked(), memberId: member.memberId, inWriting: 'no', kind: 'restriction' };
    const received = day('receivedOn', '10/10/2017');
    const wrong = await officer.fill(address, { ...paper, ...day('receivedOn', '17/10/2017') });
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining(REASON)]);
    expect((await officer.fill(address, { ...paper, ...received })).status).toBe(303);
    const list = await officer.open('/officer/dispensations');
    const id = /\/officer\/dispensations\/([0-9a-f-]{36})/.exec(list.text)?.[1] ?? '';
    expect(mainText(await ann.open(`/my/dispensations/${id}`))).toContain('spoken, not in writing');
    const refused = await decide(id);
    expect([refused.status, mainText(refused)]).toEqual([
      400,
      expect.stringContaining('It must be asked for in writing'),
    ]);
  });
});

describe('several members for one matter', () => {
  it('are invited, ask each in their own name, and are decided together', async () => {
    const boIs = await addMember(app, council, `bo-${++people}@example.org`, { on: '2017-05-08' });
    const bo = await app.signIn(boIs.email);
    const address = '/officer/dispensations/invite';
    const nobody = await officer.fill(address, asked());
    expect([nobody.status, mainText(nobody)]).toEqual([
      400,
      expect.stringContaining('Choose at least one member'),
    ]);
    const too = { ...asked(), members: [member.memberId], ...day('to', '16/10/2021') };
    expect(mainText(await officer.fill(address, too))).toContain('must not be more than four years');
    const sent = await officer.fill(address, { ...asked(), members: [member.memberId, boIs.memberId] });
    expect(sent.headers.location).toBe('/officer/dispensations?done=invited');
    const list = mainText(await officer.open('/officer/dispensations'));
    expect(list).toContain('Nothing is waiting.');
    expect(list).toContain('Invited, and not asked yet');
    const ids: string[] = [];
    for (const visitor of [ann, bo]) {
      const { text } = await visitor.open('/my/dispensations');
      const invitation = /\/my\/dispensations\/invitations\/[0-9a-f-]+/.exec(text)?.[0] ?? '';
      const other = visitor === ann ? bo : ann;
      expect((await other.open(invitation)).status).toBe(404);
      expect(mainText(await visitor.open(invitation))).toContain(WEIR);
      const asking = await visitor.fill(invitation, {});
      ids.push(/([0-9a-f-]{36})\?done=asked/.exec(asking.headers.location ?? '')?.[1] ?? '');
      expect(mainText(await visitor.open(invitation))).toContain('You have asked for it.');
    }
    const both = await decide(ids[0] ?? '', granted({ also: ids[1] ?? '' }));
    expect(both.headers.location).toBe('/officer/dispensations?done=several');
    for (const [visitor, id] of [
      [ann, ids[0]],
      [bo, ids[1]],
    ] as const)
      expect(mainText(await visitor.open(`/my/dispensations/${id ?? ''}`))).toContain(
        'It would be inquorate.',
      );
  });
});

describe('an executive decision', () => {
  it('has a dispensation of its own kind, given by the head of paid service', async () => {
    const address = `${ASK}/executive-decision`;
    const words = { matter: 'Sale of the mill', reason: 'A friend bids.' };
    expect((await ann.fill(address, { ...words, reason: '' })).status).toBe(400);
    const sent = await ann.fill(address, { ...words, step: 'send' });
    const id = /dispensations\/([0-9a-f-]{36})/.exec(sent.headers.location ?? '')?.[1] ?? '';
    const form = mainText(await officer.open(`/officer/dispensations/${id}/decide`));
    expect(form).toContain('The head of paid service');
    expect(form).not.toContain('Which ground is met?');
    const given = { outcome: 'granted', decidedBy: 'head-of-paid-service', reason: 'It is remote.' };
    const decided = await decide(id, {
      ...given,
      cases: 'Sale of the mill',
      ...day('decidedOn', '16/10/2017'),
    });
    expect(decided.status).toBe(303);
    expect(mainText(await ann.open(`/my/dispensations/${id}`))).toContain(
      'The record of the decision notes it',
    );
  });

  it('is none at a council without an executive', async () => {
    await changeAsOwner(
      app,
      council,
      `update authority set executive_arrangements = false where id = '${council.authorityId}'`,
    );
    expect((await ann.open(`${ASK}/executive-decision`)).status).toBe(404);
    expect(mainText(await ann.open(ASK))).not.toContain('No member of the executive could take part');
  });
});

describe('a parish', () => {
  it('grants its own: its clerk records it, and the principal authority’s officer reads', async () => {
    council = await foundCouncil(app, 'parish', council.authorityId);
    const parishioner = await addMember(app, council, `pat-${++people}@example.org`, { on: '2017-05-08' });
    const principal = await withRole('monitoring-officer');
    const parishClerk = await withRole('parish-clerk');
    const id = await ask({}, await app.signIn(parishioner.email));
    expect(mainText(await principal.open('/officer/dispensations'))).toContain('its clerk records them');
    const page = await principal.open(`/officer/dispensations/${id}/decide`);
    expect([page.status, mainText(page)]).toEqual([403, expect.stringContaining('its clerk records them')]);
    expect((await principal.open('/officer/dispensations/invite')).status).toBe(403);
    const decided = await decide(id, granted({ decidedBy: 'parish' }), parishClerk);
    expect(decided.status).toBe(303);
    expect(mainText(await parishClerk.open(`/officer/dispensations/${id}`))).toContain(
      'By The parish council',
    );
  });
});

it('another council’s request is not found', async () => {
  const id = await ask();
  council = await foundCouncil(app);
  const theirs = await withRole('monitoring-officer');
  for (const rest of ['', '/decide']) {
    expect((await theirs.open(`/officer/dispensations/${id}${rest}`)).status).toBe(404);
  }
});
