import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Post, Req, Res, UnauthorizedException } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { NextFunction, Request, Response } from 'express';
import session from 'express-session';
import request from 'supertest';
import type { Person } from '../../identity/index.js';
import { ERROR_PAGES, ErrorFilter, Refusal } from '../../platform/errors/index.js';
import { LOGGER } from '../../platform/logging/index.js';
import { blankForm, refusedForm } from '../form/index.js';
import { configureWeb, errorPages, uploadedFile } from './index.js';

const member = {
  name: 'Amina <b>Okafor</b>',
  permissions: new Set(['NotifyOwnInterests']),
  acting: { authorityName: 'Fernhill District Council', slug: 'fernhill', roles: ['member'] },
  memberships: [{ slug: 'fernhill' }],
} as unknown as Person;

const logged: object[] = [];
let received: object[] = [];

/** A few routes that do what pages do. */
@Controller()
class Pages {
  @Get('plain')
  plain(@Res() response: Response): void {
    response.render('web/layout/error-page.njk', { title: 'Plain', paragraphs: [] });
  }
  @Get('form')
  form(@Res() response: Response): void {
    response.render('web/form/form.njk', { title: 'A form', form: blankForm(), backHref: '/plain' });
  }
  @Get('refused')
  refused(@Res() response: Response): void {
    const form = refusedForm({ words: {}, errors: [{ field: 'a', href: '#a', text: 'Enter <i>a</i>' }] });
    response.status(400).render('web/form/form.njk', { title: 'A form', form });
  }
  @Post(['form', 'api/form'])
  send(@Req() sent: Request, @Res() response: Response): void {
    received.push({ ...(sent.body as object), file: uploadedFile(sent, 'agenda') });
    response.redirect(303, '/plain');
  }
  @Get(['conflict', 'api/conflict'])
  conflict(): void {
    throw new Refusal(409, 'You have switched to <another> council.');
  }
  @Get(['private', 'api/private'])
  private(): void {
    throw new UnauthorizedException();
  }
  @Get(['broken', 'api/broken'])
  broken(): void {
    throw new Error('could not save Jane Smith');
  }
  @Get('broken-view')
  brokenView(@Res() response: Response): void {
    response.render('web/no-such-page.njk');
  }
}

@Module({
  controllers: [Pages],
  providers: [
    { provide: APP_FILTER, useClass: ErrorFilter },
    { provide: ERROR_PAGES, useValue: errorPages },
    { provide: LOGGER, useValue: { error: (entry: object) => logged.push(entry) } },
  ],
})
class PagesModule {}

let app: NestExpressApplication;
let agent: ReturnType<typeof request.agent>;

beforeAll(async () => {
  const testing = await Test.createTestingModule({ imports: [PagesModule] }).compile();
  app = testing.createNestApplication<NestExpressApplication>();
  configureWeb(app, {
    sessionMiddleware: [
      session({ secret: 'only for this test', resave: false, saveUninitialized: false }),
      // Stands for the guard of identity.
      (sent: Request & { person?: Person }, _response: Response, next: NextFunction) => {
        if (sent.get('x-signed-in') !== undefined) sent.person = member;
        next();
      },
    ],
    https: false,
    developmentOutbox: false,
  });
  await app.init();
});
beforeEach(() => {
  agent = request.agent(app.getHttpServer());
  received = [];
  logged.length = 0;
});
afterAll(() => app.close());

/** Opens the form as a browser does, and takes the token out of it. */
async function openForm(): Promise<string> {
  const { text } = await agent.get('/form').expect(200);
  return /name="_csrf" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? '';
}

describe('a page', () => {
  it('has a title with page, service and council, and who is signed in, escaped', async () => {
    const { text } = await agent.get('/plain').set('x-signed-in', 'yes').expect(200);
    expect(text).toContain('<title>Plain – Probity – Fernhill District Council</title>');
    expect(text).toContain('<strong>Amina &lt;b&gt;Okafor&lt;/b&gt;</strong>');
    expect(text).toContain('My duties');
  });
  it('for a visitor has neither council nor sign-out, and makes no session', async () => {
    const { text, headers } = await agent.get('/plain').expect(200);
    expect(text).toContain('<title>Plain – Probity</title>');
    expect(text).not.toContain('/sign-out');
    expect(headers['set-cookie']).toBeUndefined();
  });
  it('lets no browser keep it or run a script that is not ours', async () => {
    const { text, headers } = await agent.get('/plain');
    const nonce = /<script nonce="([^"]+)"/.exec(text)?.[1] ?? 'no nonce on the page';
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none';script-src 'self' 'nonce-${nonce}';style-src 'self';img-src 'self' data:;font-src 'self';` +
        `form-action 'self';connect-src 'self';object-src 'none';base-uri 'none';frame-ancestors 'none';` +
        `require-trusted-types-for 'script';trusted-types probity-record`,
    );
    expect((await agent.get('/plain')).headers['content-security-policy']).not.toContain(nonce);
  });
  it('that comes back says so in its title and sums its errors up first in main, escaped', async () => {
    const { text } = await agent.get('/refused').expect(400);
    expect(text).toContain('<title>Error: A form – Probity</title>');
    const main = text.slice(text.indexOf('<main'));
    expect(main.indexOf('There is a problem')).toBeLessThan(main.indexOf('<form'));
    expect(main).toContain('<a href="#a">Enter &lt;i&gt;a&lt;/i&gt;</a>');
  });
});

describe('a form', () => {
  it('carries the authority that the person acted for', async () => {
    const { text } = await agent.get('/form').set('x-signed-in', 'yes');
    expect(text).toContain('<input type="hidden" name="actingAuthority" value="fernhill">');
  });
  it('with its token is accepted', async () => {
    const _csrf = await openForm();
    await agent.post('/form').type('form').send({ _csrf, a: '1' }).expect(303);
    expect(received).toMatchObject([{ a: '1' }]);
  });
  it.each([
    ['without a token', {}],
    ['with a wrong token', { _csrf: 'f'.repeat(64) }],
    ['with two tokens', { _csrf: ['a', 'b'] }],
  ])('%s is refused with a sentence, and nothing is reached', async (_, body) => {
    await openForm();
    const { text } = await agent.post('/form').type('form').send(body).expect(403);
    expect(text).toContain('Your form was open too long');
    expect(text).toContain('Nothing was saved.');
    expect(received).toEqual([]);
  });
  it('with the token of another session is refused', async () => {
    const _csrf = await openForm();
    await request.agent(app.getHttpServer()).post('/form').type('form').send({ _csrf }).expect(403);
    expect(received).toEqual([]);
  });
  it('that is larger than anybody writes is refused', async () => {
    const _csrf = await openForm();
    const { text } = await agent
      .post('/form')
      .type('form')
      .send({ _csrf, a: 'x'.repeat(2_100_000) })
      .expect(413);
    expect(text).toContain('That is too large');
    expect(received).toEqual([]);
  });
});

describe('a form with a file', () => {
  it('gives the file and its name', async () => {
    const _csrf = await openForm();
    await agent
      .post('/form')
      .field({ _csrf })
      .attach('agenda', Buffer.from('1. Apologies'), 'Cyngor ŵ.txt')
      .expect(303);
    expect(received).toMatchObject([
      { file: { name: 'Cyngor ŵ.txt', content: Buffer.from('1. Apologies') } },
    ]);
  });
  it.each([
    ['a wrong token', { _csrf: 'wrong' }],
    ['no token', {}],
  ])('and %s is refused', async (_, fields) => {
    await openForm();
    await agent.post('/form').field(fields).attach('agenda', Buffer.from('x'), 'a.txt').expect(403);
    expect(received).toEqual([]);
  });
  it('from somebody without a session is refused', async () => {
    await agent.post('/form').field({ _csrf: 'x' }).attach('agenda', Buffer.from('x'), 'a.txt').expect(403);
  });
  it('to a page of the public register, which has no session, is refused', async () => {
    await agent.get('/register/fernhill').field({ _csrf: 'x' }).expect(403);
    expect(logged).toEqual([]);
  });
  it('larger than any page accepts is refused', async () => {
    const _csrf = await openForm();
    const file = Buffer.alloc(48 * 1024 * 1024 + 1);
    await agent.post('/form').field({ _csrf }).attach('agenda', file, 'a.txt').expect(413);
    expect(received).toEqual([]);
  });
});

describe('what goes wrong', () => {
  it('sends a visitor to sign in, and remembers what they were reading', async () => {
    await agent.get('/private').expect(303).expect('location', '/sign-in?returnTo=%2Fprivate');
  });
  it('answers an address that does not exist with a page', async () => {
    const { text } = await agent.get('/nowhere').set('accept', 'text/html').expect(404);
    expect(text).toContain('Page not found');
  });
  it('shows the sentence of a refusal, escaped', async () => {
    const { text } = await agent.get('/conflict').expect(409);
    expect(text).toContain('You have switched to &lt;another&gt; council.');
  });
  it('shows a reference that the log carries too, and nothing of what was wrong', async () => {
    const { text } = await agent.get('/broken').expect(500);
    const reference = /<strong>([0-9a-f]{8})<\/strong>/.exec(text)?.[1];
    expect(logged).toMatchObject([{ reference, method: 'GET', error: 'Error' }]);
    expect(text + JSON.stringify(logged)).not.toMatch(/jane/i);
  });
  it('treats a page that cannot be drawn as a bug', async () => {
    await agent.get('/broken-view').expect(500);
    expect(logged).toHaveLength(1);
  });
  it.each([
    ['/api/conflict', 409],
    ['/api/private', 401],
    ['/api/broken', 500],
    ['/api/nowhere', 404],
    ['/register/fernhill.json', 404],
  ])('%s always answers a program with a problem', async (path, status) => {
    const answer = await agent.get(path).set('accept', 'text/html').expect(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(answer.text)).toMatchObject({ status });
  });
  it('answers a program elsewhere as it asks', async () => {
    const { headers } = await agent.get('/nowhere').set('accept', 'application/json').expect(404);
    expect(headers['content-type']).toContain('application/problem+json');
  });
  it('tells a program about JSON that cannot be read', async () => {
    const { text } = await agent.post('/api/form').type('json').send('{"a":').expect(400);
    expect(JSON.parse(text)).toMatchObject({ title: 'Bad Request' });
  });
});
