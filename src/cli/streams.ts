import type { Readable, Writable } from 'node:stream';

/** Where a command reads and writes; a test gives its own. */
export interface Streams {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
}

/** Writes and waits until the reader has caught up, so that a slow reader does not fill our memory. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await new Promise<void>((resolve) => stream.once('drain', resolve));
}
