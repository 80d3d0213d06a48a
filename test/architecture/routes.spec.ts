import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod, type Type } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { ACCESS, AUDITS, PERMISSIONS, SCOPE, STEP_UP } from '../../src/identity/index.js';
import { STEP_UP_BEFORE } from '../../src/identity/step-up/index.js';
import { startApp, type TestApp } from '../support/app.js';

/** One route as its controller states it. */
interface Route {
  readonly method: string;
  readonly path: string;
  /** Class and method, to find it. */
  readonly handler: string;
  readonly access: string | undefined;
  readonly event: string | undefined;
  /** Whoever uses it must have shown lately that it is they. */
  readonly asksAgain: boolean;
  /** For programs, which show a token at each request. */
  readonly scope: string | undefined;
}

/** Methods that change nothing (RFC 9110, safe methods). */
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Saving a draft is no event: what a member has not sent yet is said to nobody, and nothing of it is recorded. These
 * are the only changes that leave no trace.
 */
const DRAFTS = ['/my/interests/notify', '/officer/members/:member/paper'];
const savesOnlyADraft = ({ path }: Route): boolean =>
  DRAFTS.some((draft) => path.startsWith(`${draft}/`) && path !== `${draft}/check`);

/**
 * What is changed without showing again who one is: a member’s own answers, and daily work, some of it in the middle of a
 * meeting, which stays within the council, is seen by the next officer and can be mended by doing it again.
 */
const WITHOUT_STEP_UP = [
  ...['AskForAdvice', 'CloseFinding', 'DiscloseInterest', 'GiveAdvice', 'ImportAgenda', 'ImportDirectory'],
  ...['KeepAssociations', 'ManageReminders', 'NotifyOwnInterests', 'ReadOwnBriefings', 'RecordMeeting'],
  'RequestDispensation',
];

let app: TestApp;
let routes: Route[] = [];

beforeAll(async () => {
  app = await startApp();
  const controllers = [...app.get(ModulesContainer).values()].flatMap(({ controllers }) =>
    [...controllers.values()].map(({ metatype }) => metatype as Type),
  );
  routes = controllers.flatMap(routesOf);
});
afterAll(() => app.close());

/** Reads what Nest’s decorators and ours have left on a controller. */
function routesOf(controller: Type): Route[] {
  const prototype = controller.prototype as object;
  const reflector = new Reflector();
  const bases = [Reflect.getMetadata('path', controller) as string | string[]].flat();
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = (prototype as Record<string, unknown>)[name];
    if (typeof handler !== 'function' || !Reflect.hasMetadata('method', handler)) return [];
    const method = RequestMethod[Reflect.getMetadata('method', handler) as number] ?? '';
    const paths = [Reflect.getMetadata('path', handler) as string | string[]].flat();
    const stated = (key: string): string | undefined =>
      reflector.getAllAndOverride(key, [handler, controller]);
    const asksAgain =
      reflector.getAllAndOverride<boolean | undefined>(STEP_UP, [handler, controller]) === true ||
      STEP_UP_BEFORE.has(stated(ACCESS) ?? '');
    return bases.flatMap((base) =>
      paths.map((path) => ({
        ...{ method, handler: `${controller.name}.${name}` },
        path: `/${base}/${path}`.replace(/\/+/g, '/').replace(/(?<=.)\/$/, ''),
        ...{ access: stated(ACCESS), event: stated(AUDITS), asksAgain, scope: stated(SCOPE) },
      })),
    );
  });
}

const named = (found: readonly Route[]): string[] =>
  found.map(({ method, path, handler }) => `${method} ${path} (${handler})`);

describe('every route', () => {
  it('is looked at: the pages of every role are among them', () => {
    const paths = routes.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        '/sign-in',
        '/my',
        '/officer',
        '/meetings/:id',
        '/admin/people',
        '/health/live',
      ]),
    );
  });

  it('states who may use it, by a permission that exists', () => {
    const known: readonly string[] = ['anybody', 'signed-in', ...PERMISSIONS];
    expect(named(routes.filter(({ access }) => access === undefined || !known.includes(access)))).toEqual([]);
  });

  it('states its audit event', () => {
    expect(named(routes.filter(({ event }) => event === undefined || event === ''))).toEqual([]);
  });

  it('that may change something states an event other than none, unless it only saves a member’s draft', () => {
    const changing = routes.filter(({ method }) => !SAFE.includes(method));
    expect(changing.length).toBeGreaterThan(0);
    expect(named(changing.filter((route) => route.event === 'none' && !savesOnlyADraft(route)))).toEqual([]);
  });

  it('that changes something in an office’s name asks again who it is, but for daily work', () => {
    const without = routes.filter(
      ({ method, access = '', asksAgain, scope }) =>
        !SAFE.includes(method) &&
        !['anybody', 'signed-in'].includes(access) &&
        !asksAgain &&
        scope === undefined,
    );
    expect([...new Set(without.map(({ access }) => access))].sort()).toEqual(WITHOUT_STEP_UP);
  });

  it('that takes a record away as a file asks again who it is', () => {
    const taken = routes.filter(({ event = '' }) => /^(audit|case-file)\.exported$|subject-copy/.test(event));
    expect(taken.length).toBeGreaterThan(3);
    expect(named(taken.filter(({ asksAgain }) => !asksAgain))).toEqual([]);
  });

  it('is there once: no two of them take the same address', () => {
    const addresses = routes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });
});

it('prints who may do what, and what is recorded of it', () => {
  const rows = routes
    .map(({ method, path, access = '-', event = '-' }) => [method, path, access, event] as const)
    .sort((a, b) => a[1].localeCompare(b[1]) || a[0].localeCompare(b[0]));
  const width = (column: 0 | 1 | 2): number => Math.max(...rows.map((row) => row[column].length));
  const lines = rows.map((row) =>
    [row[0].padEnd(width(0)), row[1].padEnd(width(1)), row[2].padEnd(width(2)), row[3]].join('  '),
  );
  process.stdout.write(`\nRoute, permission, audit event\n${lines.join('\n')}\n`);
  expect(lines).toHaveLength(routes.length);
});
