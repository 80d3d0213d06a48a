/**
 * How much of a file is read. A pack of 300 pages with pictures has 30 MB and takes a few seconds; what goes beyond is
 * refused, or read up to the limit with a note that says so.
 */
export const LIMITS = {
  /** The file as it comes: 40 MB for a PDF or a Word document, 10 MB for text, HTML and XML. */
  packedBytes: 40 * 1024 * 1024,
  plainBytes: 10 * 1024 * 1024,
  /** What the parts of a Word document that are read may become when they are unpacked. */
  unpackedBytes: 48 * 1024 * 1024,
  zipEntries: 5_000,
  pages: 1_000,
  /** Characters of text out of one file. */
  characters: 4_000_000,
  milliseconds: 60_000,
  /** Of the process that reads: its JavaScript heap, and all its memory where the machine tells it. */
  heapMegabytes: 640,
  memoryBytes: 1_200 * 1024 * 1024,
  /** So many files are read at once; others wait. */
  atOnce: 2,
} as const;
