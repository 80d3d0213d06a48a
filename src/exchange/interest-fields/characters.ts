/** What a database or a reader cannot bear: control characters other than a line's end. */
const CONTROL = /[^\P{Cc}\n]/u;
/** Characters that turn the direction of what follows, so that a text reads otherwise than it is. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Whether text holds characters that nobody types and that no register should print. Tabs are to be replaced before. */
export function characterProblem(text: string): { wrong: string; write: string } | undefined {
  const write = 'Delete it and type the words again';
  if (CONTROL.test(text)) return { wrong: 'holds a control character, which cannot be seen', write };
  if (DIRECTION.test(text)) return { wrong: 'holds a character that turns the direction of the text', write };
  return undefined;
}
