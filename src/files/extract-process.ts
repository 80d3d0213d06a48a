/** The process that opens one file and ends. It knows no secret: it is started without an environment. */
import { extract } from './extract.js';
import type { FileKind } from './kind-of-file.js';

process.once('message', ({ kind, bytes }: { kind: FileKind; bytes: Uint8Array }) => {
  extract(kind, bytes).then(
    (answer) => process.send?.(answer, undefined, undefined, () => process.exit(0)),
    () => process.exit(1),
  );
});
// Whoever started it may be gone before it is done.
process.once('disconnect', () => process.exit(0));
