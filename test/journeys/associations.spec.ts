import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Roles } from '../../src/identity/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { clerkOfNewCouncil, type Clerk } from '../support/clerk.js';
import { addMember } from '../support/members.js';
import { mainText, type Visitor } from '../support/visitor.js';

let app: TestApp;
let clerk: Clerk;
let ann: Visitor;
let bob: Visitor;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  clerk = await clerkOfNewCouncil(app);
  for (const email of ['ann@example.org', 'bob@example.org'])
    await addMember(app, clerk.council, email, { on: '2017-05-08' });
  ann = await app.signIn('ann@example.org');
  bob = await app.signIn('bob@example.org');
});
afterAll(() => app.close());

const SISTER = {
  ...{ kind: 'family', name: 'Petronella Quince' },
  ...{ otherNames: 'Nell Quince\n\n Nell Quince \nQuince Boats', connection: 'My sister' },
};
const list = async (by: Visitor): Promise<string> => mainText(await by.open('/my/associations').expect(200));
const firstChange = async (): Promise<string> =>
  /\/my\/associations\/[0-9a-f-]{36}/.exec((await ann.open('/my/associations')).text)?.[0] ?? '';

describe('a member’s private list', () => {
  it('says what it is for and that nobody else sees it, and is found from “My duties”', async () => {
    expect((await ann.open('/my').expect(200)).text).toContain('href="/my/associations"');
    const page = await list(ann);
    expect(page).toContain('Only you can read this list.');
    expect(page).toContain('nothing here is a notification to the monitoring officer');
    expect(page).toContain('Your list is empty.');
  });

  it('sends a form back that lacks something, with the words kept', async () => {
    const sent = await ann.fill('/my/associations/new', { ...SISTER, kind: '', name: '  ' });
    expect(sent.status).toBe(400);
    const page = mainText(sent);
    expect(page).toContain('Select what they are to you');
    expect(page).toContain('Enter their name');
    expect(sent.text).toContain('href="#name"');
    expect(sent.text).toContain('Quince Boats');
    expect(await list(ann)).toContain('Your list is empty.');
  });

  it('is added to, changed and taken from; names on lines of their own, each once', async () => {
    const added = await ann.fill('/my/associations/new', SISTER);
    expect([added.status, added.headers.location]).toEqual([303, '/my/associations?done=added']);
    const page = await list(ann);
    expect(page).toContain('Petronella Quince My sister Also: Nell Quince, Quince Boats');

    const at = await firstChange();
    expect((await ann.open(at).expect(200)).text).toContain('Nell Quince\nQuince Boats');
    const changed = await ann.fill(at, { ...SISTER, name: 'Petronella Reed', otherNames: '' });
    expect(changed.headers.location).toBe('/my/associations?done=changed');
    expect(await list(ann)).toContain('Petronella Reed');

    await ann.open(`${at}/remove`).expect(200);
    const removed = await ann.fill(`${at}/remove`, {});
    expect(removed.headers.location).toBe('/my/associations?done=removed');
    expect(await list(ann)).toContain('Your list is empty.');
    await ann.open(at).expect(404);
  });

  it('is nobody else’s: another member and every officer find nothing', async () => {
    await ann.fill('/my/associations/new', SISTER);
    const at = await firstChange();
    for (const path of [at, `${at}/remove`]) await bob.open(path).expect(404);
    expect(await list(bob)).toContain('Your list is empty.');
    for (const role of ['monitoring-officer', 'democratic-services', 'auditor'] as const) {
      const email = `${role}@example.org`;
      const accountId = await app.addPerson(email);
      await clerk.council.inUnit((uow) =>
        app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }),
      );
      const officer = await app.signIn(email);
      for (const path of ['/my/associations', at, `${at}/remove`]) await officer.open(path).expect(403);
    }
    await app.visitor().open('/my/associations').expect(303);
  });

  it('cannot be changed or taken from by another member who knows the address', async () => {
    const at = await firstChange();
    const token =
      /name="_csrf" value="([^"]+)"/.exec((await bob.open('/my/associations/new')).text)?.[1] ?? '';
    const acting = { actingAuthority: clerk.council.slug, _csrf: token };
    expect((await bob.send(at, { ...SISTER, ...acting, name: 'Bob' })).status).toBe(404);
    expect((await bob.send(`${at}/remove`, acting)).status).toBe(404);
    expect(await list(ann)).toContain('Petronella Quince');
  });
});
