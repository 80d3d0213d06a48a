import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Database } from '../../src/platform/database/index.js';
import { Outbox } from '../../src/platform/mail/index.js';
import { CONCURRENCY } from '../../src/platform/queue/connection.js';
import { startApp, type TestApp } from '../support/app.js';
import { foundCouncil, type Council } from '../support/council.js';

let app: TestApp;
let council: Council;

beforeAll(async () => {
  app = await startApp({ env: { PROBITY_PROCESS: 'all' } });
  council = await foundCouncil(app);
});
afterAll(() => app.close());

test('as many jobs as run at once all send while each holds a connection', async () => {
  const subject = 'Sent while every job holds a connection';
  const acting = { authorityId: council.authorityId, actor: { kind: 'system', name: 'test' } } as const;
  let holding = 0;
  let letGo = (): void => undefined;
  const allHold = new Promise<void>((resolve) => (letGo = resolve));
  const job = (n: number): Promise<void> =>
    app.get(Database).unitOfWork(acting, async () => {
      holding += 1;
      if (holding === CONCURRENCY) letGo();
      await allHold;
      await app.get(Outbox).send({
        ...{ messageId: `<${n}@connections.example>`, reference: `${n}`, to: 'member@wyre.example' },
        ...{ subject, body: 'Good evening.', triedBefore: false },
      });
    });
  await Promise.all(Array.from({ length: CONCURRENCY }, (_, n) => job(n)));
  const sent = await app.get(Outbox).newest(CONCURRENCY * 2);
  expect(sent.filter((mail) => mail.subject === subject)).toHaveLength(CONCURRENCY);
}, 20_000);
