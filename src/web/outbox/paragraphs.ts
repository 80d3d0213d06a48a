/** A piece of a message: words, or an address that can be followed. */
export interface Part {
  readonly text: string;
  readonly href: string | undefined;
}

/** An address of the web, up to a blank or to what ends the sentence around it. No other kind becomes a link. */
const ADDRESS = /(https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)])/;

/** The lines of a message that say something, with its addresses told apart. The page escapes both. */
export function paragraphsOf(body: string): Part[][] {
  return body
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line
        .split(ADDRESS)
        // What is between the matches stands at the even places.
        .map((text, index) => ({ text, href: index % 2 === 1 ? text : undefined }))
        .filter(({ text }) => text !== ''),
    );
}
