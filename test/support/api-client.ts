import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import createClient, { type Client } from 'openapi-fetch';
import { ApiClients, type Scope } from '../../src/identity/index.js';
import type { paths } from '../fixtures/api/schema.js';
import type { TestApp } from './app.js';
import type { Council } from './council.js';

/** A client whose types were generated from the description: what it may ask and what it is told. */
export type GeneratedClient = Client<paths>;

/** The generated client with a token. */
export const clientWith = (app: TestApp, token: string): GeneratedClient =>
  createClient<paths>({ baseUrl: app.url, headers: { Authorization: `Bearer ${token}` } });

/** A program that a council has made known. */
export interface KnownProgram {
  readonly id: string;
  readonly secret: string;
  readonly token: string;
  readonly api: GeneratedClient;
}

/** Makes a program known with these scopes, and takes a token for it. */
export async function programOf(
  app: TestApp,
  council: Council,
  scopes: readonly Scope[],
): Promise<KnownProgram> {
  const clients = app.get(ApiClients);
  const { id, secret } = await council.inUnit((uow) => clients.make(uow, { name: 'Website', scopes }));
  const signedIn = await clients.signIn(id, secret);
  if ('refused' in signedIn) throw new Error(signedIn.refused);
  return { id, secret, token: signedIn.token, api: clientWith(app, signedIn.token) };
}

/** Generates the types anew from a description, in a process of its own, as a user does. */
export async function generatedTypes(description: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'probity-api-'));
  try {
    const [from, to] = [join(folder, 'openapi.json'), join(folder, 'schema.ts')];
    await writeFile(from, description);
    const packageJson = createRequire(import.meta.url).resolve('openapi-typescript/package.json');
    const cli = join(dirname(packageJson), 'bin', 'cli.js');
    await promisify(execFile)(process.execPath, [cli, from, '-o', to]);
    return `/* eslint-disable */\n${await readFile(to, 'utf8')}`;
  } finally {
    await rm(folder, { recursive: true });
  }
}
