import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadDocument, RefusedFile } from './document.js';
import { type FileKind, kindOfFile } from './kind-of-file.js';
import { LIMITS } from './limits.js';
import { isOpened, withoutLibrary } from './without-library.js';

/** Limits that a test makes small. */
export interface ReadLimits {
  readonly milliseconds: number;
  readonly heapMegabytes: number;
  readonly memoryBytes: number;
}

/** Reads a file that somebody gave. It never throws for what is in the file, however hostile. */
export async function readFile(
  bytes: Uint8Array,
  limits: ReadLimits = LIMITS,
): Promise<ReadDocument | RefusedFile> {
  if (bytes.length === 0) return { refused: 'empty' };
  if (bytes.length > LIMITS.packedBytes) return { refused: 'too-large' };
  const kind = kindOfFile(bytes);
  const isPacked = kind === 'pdf' || kind === 'zip';
  if (!isPacked && bytes.length > LIMITS.plainBytes) return { refused: 'too-large' };
  if (!isOpened(kind)) return withoutLibrary(kind, bytes);
  await turn();
  try {
    return await inOwnProcess(kind, bytes, limits);
  } finally {
    atWork -= 1;
    waiting.shift()?.();
  }
}

let atWork = 0;
const waiting: (() => void)[] = [];

/** Waits until fewer files than the limit are being read. */
async function turn(): Promise<void> {
  if (atWork >= LIMITS.atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  atWork += 1;
}

function inOwnProcess(
  kind: FileKind,
  bytes: Uint8Array,
  limits: ReadLimits,
): Promise<ReadDocument | RefusedFile> {
  return new Promise((resolve) => {
    const child = fork(programme(), [], {
      env: {},
      execArgv: [`--max-old-space-size=${limits.heapMegabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const end = (answer: ReadDocument | RefusedFile): void => {
      clearTimeout(timer);
      clearInterval(watch);
      child.kill('SIGKILL');
      resolve(answer);
    };
    const timer = setTimeout(() => {
      end({ refused: 'took-too-long' });
    }, limits.milliseconds);
    const watch = setInterval(() => {
      if (memoryOf(child) > limits.memoryBytes) end({ refused: 'took-too-much-memory' });
    }, 100);
    child.once('message', (answer) => {
      end(answer as ReadDocument | RefusedFile);
    });
    child.once('error', () => {
      end({ refused: 'damaged' });
    });
    // Node ends a process with SIGABRT when its heap is full; the system ends one with SIGKILL when there is no memory.
    child.once('exit', (_code, signal) => {
      end({ refused: signal === null ? 'damaged' : 'took-too-much-memory' });
    });
    child.send({ kind, bytes }, () => undefined);
  });
}

/** Memory that a process holds, which is more than its JavaScript heap; 0 where the system does not tell it as files. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1];
    return Number(pages) * 4_096;
  } catch {
    return 0;
  }
}

/** The built programme, also when the tests run this file from its source. */
function programme(): string {
  const beside = fileURLToPath(new URL('./extract-process.js', import.meta.url));
  return existsSync(beside)
    ? beside
    : fileURLToPath(new URL('../../dist/src/files/extract-process.js', import.meta.url));
}
