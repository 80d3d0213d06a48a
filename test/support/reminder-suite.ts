import { afterAll, afterEach, beforeAll, beforeEach, jest } from '@jest/globals';
import { startApp, type TestApp } from './app.js';
import { sceneOfBriefings, type Scene } from './briefed.js';
import { reminded, type Reminded } from './reminded.js';

/** What a test of reminders stands on: the application, a council of its own, and the address of a member in it. */
export interface OfThisTest {
  readonly app: TestApp;
  readonly scene: Scene;
  readonly told: Reminded;
  readonly email: string;
}

/** What a worker does in the council of the test that runs, and what came of it. */
export interface ReminderSuite {
  readonly now: () => OfThisTest;
  readonly plan: Reminded['plan'];
  readonly gather: Reminded['gather'];
  readonly send: Reminded['send'];
  /** Plans, gathers and sends. Whether anything went out. */
  readonly tell: () => Promise<boolean>;
  readonly reminders: Reminded['reminders'];
  readonly steps: Reminded['steps'];
  /** What reached the address of the test, the newest first. */
  readonly outbox: () => ReturnType<Reminded['outbox']>;
}

/** Starts the application for a suite of reminders, and founds a council at eight on 8 May 2017 before each test. */
export function reminderSuite(name: string): ReminderSuite {
  let app: TestApp;
  let current: OfThisTest;
  let people = 0;
  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(async () => {
    app.moveClockTo('2017-05-08T08:00');
    const scene = await sceneOfBriefings(app);
    const email = `${name}-${++people}@example.org`;
    current = { app, scene, told: reminded(app, scene.council), email };
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => app.close());
  return {
    now: () => current,
    plan: () => current.told.plan(),
    gather: () => current.told.gather(),
    send: (messageId) => current.told.send(messageId),
    tell: async () => (await current.told.tell()) > 0,
    reminders: (rule) => current.told.reminders(rule),
    steps: (state, rule) => current.told.steps(state, rule),
    outbox: () => current.told.outbox(current.email),
  };
}
