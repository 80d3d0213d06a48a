/** A piece of a message: words, or an address that can be followed. */
export interface Words {
  readonly text: string;
  readonly href: string | undefined;
}

/** An address of the web, up to a blank or to what ends the sentence around it. No other kind becomes a link. */
const ADDRESS = /(https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)])/;

/** A longer address is nothing to read. */
const LONGEST_TO_READ = 120;

/** The lines of a message that say something, with its addresses told apart. The page escapes both. */
export function paragraphsOf(body: string): Words[][] {
  return body
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) =>
      named(
        line
          .split(ADDRESS)
          // What is between the matches stands at the even places.
          .map((text, index) => ({ text, href: index % 2 === 1 ? text : undefined }))
          .filter(({ text }) => text !== ''),
      ),
    );
}

/** 'Turn it off: https://…', where the address is too long to read, is the link 'Turn it off'. */
function named(line: Words[]): Words[] {
  const [before, address] = line;
  const isLong = line.length === 2 && (address?.href?.length ?? 0) > LONGEST_TO_READ;
  if (!isLong || before?.text.endsWith(': ') !== true) return line;
  return [{ text: before.text.slice(0, -2), href: address?.href }];
}
