import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PersonalTokens } from '../../src/identity/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { formOf } from '../support/visitor.js';

let app: TestApp;
let council: Council;
let ann: SignedMember;

beforeAll(async () => {
  app = await startApp({ at: '2017-05-20T09:00' });
  council = await foundCouncil(app);
  ann = await addMember(app, council, 'ann@example.org', { on: '2017-05-08' });
});
afterAll(() => app.close());

it('a member’s copy has the tokens of their programs and where they are signed in, and nothing that opens anything', async () => {
  const visitor = await app.signIn(ann.email);
  const acting = { ...council.acting, actor: { kind: 'person', accountId: ann.accountId } } as const;
  const { token } = await app.database.unitOfWork(acting, async (uow) =>
    done(await app.get(PersonalTokens).make(uow, { name: 'Diary', scopes: ['meetings:read'], days: 30 })),
  );
  await app.owner.query(
    `insert into account_notice (account_id, change, happened_at) values ($1, 'code-app-added', '2017-05-20T08:00:00Z')`,
    [ann.accountId],
  );
  const { hidden } = formOf(await visitor.open('/my/data'));
  const answer = await visitor.download('/my/data', hidden);
  const files = unzipSync(new Uint8Array(answer.body as Buffer));
  const [html, text] = ['copy.html', 'copy.json'].map((name) => strFromU8(files[name] ?? new Uint8Array()));
  const { held } = JSON.parse(text ?? '') as { held: Readonly<Record<string, readonly object[]>> };
  expect(held.api_token).toEqual([
    {
      ...{ name: 'Diary', scopes: ['meetings:read'], withdrawn_at: null, last_used_at: null },
      ...{ made_at: expect.any(String), expires_at: expect.any(String) },
    },
  ]);
  const sessions = held.session ?? [];
  expect(sessions.length).toBeGreaterThan(0);
  expect(sessions.every((row) => Object.keys(row).sort().join() === 'ends_at,last_used_at')).toBe(true);
  expect(held.account_notice).toEqual([
    { change: 'code-app-added', happened_at: '2017-05-20 08:00:00+00', settled_at: null },
  ]);
  expect(html).toContain('Diary');
  const { rows: secrets } = await app.owner.query<{ secret: string }>(
    `select sid as secret from session where account_id = $1
     union all select encode(token_hash, 'hex') from api_token where account_id = $1
     union all select encode(token_hash, 'base64') from api_token where account_id = $1
     union all select encode(token_hash, 'hex') from known_device where account_id = $1`,
    [ann.accountId],
  );
  expect(secrets.length).toBeGreaterThan(3);
  for (const { secret } of [...secrets, { secret: token }])
    expect([text?.includes(secret), html?.includes(secret)]).toEqual([false, false]);
});
