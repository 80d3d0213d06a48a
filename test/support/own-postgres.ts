import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A PostgreSQL server of the test's own, which it may stop and start again: its addresses stay the same. */
export interface OwnPostgres {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Ends every session, stops, and starts again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const EMBEDDED = new URL('../../dist/src/platform/embedded-postgres/index.js', import.meta.url);

/** Outside Jest, whose errors of the file system are not Node's own. It starts the server anew for each message. */
const PROGRAM = `
  const { startEmbeddedPostgres } = await import(${JSON.stringify(EMBEDDED.href)});
  let server;
  process.on('message', async (what) => {
    await server?.stop();
    if (what === 'end') process.exit(0);
    server = await startEmbeddedPostgres({ dataDir: process.argv[1], log: () => {}, durable: false });
    process.send({ ownerUrl: server.ownerUrl, appUrl: server.appUrl });
  });
`;

interface Urls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** @param within the folder that it lies in; on a disk of its own, that disk is full when the test has filled it */
export async function ownPostgres(within = tmpdir()): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(within, 'probity-own-'));
  chmodSync(folder, 0o711);
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, join(folder, 'data')], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // Each start makes another folder for the socket: programs are given one name that always leads to it.
  const door = join(folder, 'door');
  const start = async (): Promise<Urls> => {
    child.send('start');
    const [urls] = (await once(child, 'message')) as [Urls];
    symlinkSync(socketFolderOf(urls.ownerUrl), door);
    return urls;
  };
  const through = (url: string): string =>
    url.replace(encodeURIComponent(socketFolderOf(url)), encodeURIComponent(door));
  const { ownerUrl, appUrl } = await start();
  return {
    ownerUrl: through(ownerUrl),
    appUrl: through(appUrl),
    restart: async () => {
      unlinkSync(door);
      await start();
    },
    close: async () => {
      const ended = once(child, 'exit');
      child.send('end');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function socketFolderOf(url: string): string {
  return decodeURIComponent(/@([^:/]+):/.exec(url)?.[1] ?? '');
}
