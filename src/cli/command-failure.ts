/** A failure that the person at the keyboard can mend: its message is printed as it is, without a stack. */
export class CommandFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandFailure';
  }
}
