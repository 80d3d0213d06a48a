/**
 * How a process of the runner loads a module: TypeScript is stripped by swc, with the decorator metadata that Nest and
 * TypeORM need, and kept by its content; `@jest/globals` is the runner's own.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync, version } from '@swc/core';

const OPTIONS = {
  swcrc: false,
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};
const TESTS = new URL('..', import.meta.url).href;
const GLOBALS = new URL('globals.js', import.meta.url).href;
const KEPT = fileURLToPath(new URL('../../node_modules/.cache/probity-tests/', import.meta.url));
mkdirSync(KEPT, { recursive: true });

export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && isTypeScript(context.parentURL)) {
    const url = new URL(specifier.replace(/js$/, 'ts'), context.parentURL);
    if (existsSync(url)) return { url: `${url.href}${suiteOf(url, context.parentURL)}`, shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!isTypeScript(url)) return next(url, context);
  return { format: 'module', source: stripped(fileURLToPath(withoutQuery(url))), shortCircuit: true };
}

function stripped(file) {
  const text = readFileSync(file, 'utf8');
  const key = createHash('sha256').update(`${version}\0${JSON.stringify(OPTIONS)}\0${file}\0${text}`);
  const kept = join(KEPT, `${key.digest('hex')}.js`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const { code } = transformSync(text, { ...OPTIONS, filename: file });
  // Another process may keep the same at the same moment: neither sees half of it.
  writeFileSync(`${kept}.${process.pid}`, code);
  renameSync(`${kept}.${process.pid}`, kept);
  return code;
}

/** What tests share counts and remembers for one suite: it is loaded anew for each, as the suite itself is. */
function suiteOf({ href }, parent) {
  return href.startsWith(TESTS) ? (/\?suite=\d+$/.exec(parent)?.[0] ?? '') : '';
}

const withoutQuery = (url) => url.replace(/\?.*$/, '');
const isTypeScript = (url) => url?.startsWith('file:') && withoutQuery(url).endsWith('.ts');
