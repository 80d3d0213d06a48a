/**
 * Builds src and migrations into dist: TypeScript, views, style sheet and the files that browsers fetch.
 *
 *   node scripts/build.js              builds
 *   node scripts/build.js --if-stale   builds only when dist is not what the sources would give
 *
 * Staleness is decided by content (a digest of every source and of package-lock.json) and never by dates, because a
 * checkout, an unpacked archive and a copied folder all set dates as they please.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withBuildLock } from './build-lock.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const stampFile = join(dist, '.stamp');
const compilerMemory = join(dist, '.build.tsbuildinfo');
const assets = 'src/web/layout/assets';
const library = 'src/law';
const styleSheet = `${assets}/app.scss`;
const govukScript = 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js';
const settings = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/build.js'];

/** The build failed; the compiler has already said why on standard error. */
export class BuildFailed extends Error {}

/**
 * Builds when dist is not what the sources would give. Where only dist was installed, without sources, it is trusted.
 * @param {(sentence: string) => void} say told before and after a build; not called when there is nothing to do
 * @throws {BuildFailed} when the sources do not compile
 */
export async function ensureBuilt(say = () => {}) {
  if (!existsSync(join(root, 'src')) || !isStale()) return;
  say('Probity is not built, or its sources have changed: building.');
  await withBuildLock(dist, async () => {
    // Another process may have built while this one waited for its turn.
    if (isStale()) await build();
  });
  say('Built.');
}

async function build() {
  if (!existsSync(join(root, 'node_modules/typescript'))) {
    throw new BuildFailed('Probity’s packages are not installed: run npm ci first.');
  }
  const digest = digestOfSources();
  const outputs = plannedOutputs();
  // The compiler trusts its memory of what it wrote before, so a missing output must make it forget.
  if (outputs.some(({ from, to }) => from.endsWith('.ts') && !existsSync(to)))
    rmSync(compilerMemory, { force: true });
  rmSync(stampFile, { force: true });
  const [compiled, styled] = await Promise.all([compileTypeScript(), compileStyleSheet()]);
  copyFiles(outputs);
  removeLeftOvers(outputs);
  if (!compiled) throw new BuildFailed('The TypeScript sources do not compile.');
  if (!styled) throw new BuildFailed('The style sheet does not compile.');
  writeFileSync(stampFile, digest);
}

function isStale() {
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== digestOfSources()) return true;
  return plannedOutputs().some(({ to }) => !existsSync(to));
}

function digestOfSources() {
  const digest = createHash('sha256');
  for (const file of [...settings, ...filesUnder('src'), ...filesUnder('migrations')]) {
    if (file.endsWith('.spec.ts') || !existsSync(join(root, file))) continue;
    digest
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return digest.digest('hex');
}

/** What a complete dist holds: each source (relative to the project) and the absolute path that it becomes. */
function plannedOutputs() {
  const outputs = [];
  for (const file of [...filesUnder('src'), ...filesUnder('migrations')]) {
    if (file.endsWith('.spec.ts') || file.endsWith('.d.ts')) continue;
    if (file.endsWith('.ts')) outputs.push({ from: file, to: join(dist, file.replace(/\.ts$/, '.js')) });
    // The compiler makes types for everything; those of the library of law are for other programs, and are kept.
    if (file.startsWith(`${library}/`) && file.endsWith('.ts')) {
      outputs.push({ from: file, to: join(dist, file.replace(/\.ts$/, '.d.ts')) });
    }
    if (file.endsWith('.njk')) outputs.push({ from: file, to: join(dist, file) });
    if (file.startsWith(`${assets}/`) && !file.endsWith('.scss')) {
      outputs.push({ from: file, to: join(dist, 'public', relative(assets, file)) });
    }
  }
  if (existsSync(join(root, styleSheet))) {
    outputs.push({ from: styleSheet, to: join(dist, 'public/app.css') });
    outputs.push({ from: govukScript, to: join(dist, 'public/govuk-frontend.min.js') });
  }
  return outputs;
}

/** Everything is reported on standard error: the `probity` command keeps standard output for its answers. */
async function compileTypeScript() {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const options = ['-p', 'tsconfig.build.json', '--incremental', '--tsBuildInfoFile', compilerMemory];
  const child = spawn(process.execPath, [compiler, ...options], { cwd: root, stdio: ['ignore', 2, 2] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status) => resolve(status === 0));
  });
}

async function compileStyleSheet() {
  if (!existsSync(join(root, styleSheet))) return true;
  const sass = await import('sass');
  // Warnings about govuk-frontend's own Sass are its makers' to mend.
  const options = { loadPaths: [join(root, 'node_modules')], style: 'compressed', quietDeps: true };
  try {
    const { css } = await sass.compileAsync(join(root, styleSheet), options);
    mkdirSync(join(dist, 'public'), { recursive: true });
    writeFileSync(join(dist, 'public/app.css'), css);
    return true;
  } catch (error) {
    if (!(error instanceof sass.Exception)) throw error;
    process.stderr.write(`${error.message}\n`);
    return false;
  }
}

function copyFiles(outputs) {
  for (const { from, to } of outputs) {
    if (from.endsWith('.ts') || from.endsWith('.scss')) continue;
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(join(root, from), to);
  }
}

/** A source that was deleted or renamed must not live on in dist: migrations and views are found by looking there. */
function removeLeftOvers(outputs) {
  const wanted = new Set(outputs.flatMap(({ to }) => [to, `${to}.map`]));
  for (const file of ['dist/src', 'dist/migrations', 'dist/public'].flatMap(filesUnder)) {
    if (!wanted.has(join(root, file))) rmSync(join(root, file));
  }
}

/** Every file below a folder, relative to the project, in a settled order; none when the folder is absent. */
function filesUnder(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

const calledByName = process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (calledByName) {
  const say = (sentence) => process.stderr.write(`${sentence}\n`);
  try {
    if (process.argv.includes('--if-stale')) await ensureBuilt(say);
    else await withBuildLock(dist, build);
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
