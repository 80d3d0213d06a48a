import type { IncomingMessage } from 'node:http';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** Thrown while an answer is read, as soon as it has become too large. */
export class TooLarge extends Error {}

/** How an answer may be packed; undefined where it is packed in another way. */
export function unpackerOf(encoding: string): (() => Transform) | 'plain' | undefined {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return 'plain';
    case 'gzip':
    case 'x-gzip':
      return createGunzip;
    case 'deflate':
      return createInflate;
    case 'br':
      return createBrotliDecompress;
    default:
      return undefined;
  }
}

/** Reads an answer, and leaves off where it comes to more than so many bytes, packed or unpacked. */
export async function readAtMost(
  response: IncomingMessage,
  unpacker: (() => Transform) | 'plain',
  mostBytes: number,
): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  const keep = async (unpacked: AsyncIterable<Buffer>): Promise<void> => {
    for await (const part of counted(unpacked, mostBytes)) parts.push(part);
  };
  const packed = (source: Readable): AsyncIterable<Buffer> => counted(source, mostBytes);
  if (unpacker === 'plain') await pipeline(response, keep);
  else await pipeline(response, packed, unpacker(), keep);
  return Buffer.concat(parts);
}

async function* counted(source: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const part of source) {
    bytes += part.length;
    if (bytes > mostBytes) throw new TooLarge();
    yield part;
  }
}
