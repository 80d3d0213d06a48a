import { CommandFailure } from '../command-failure.js';

/** Refuses facts that cannot be true together. The sentence names the fields. */
export function refuseIf(contradictory: boolean | undefined, sentence: string): void {
  if (contradictory) throw new CommandFailure(`The facts contradict each other: ${sentence}.`);
}

/** What is entered in the register is no longer pending (s.31(11)). */
export function refuseEnteredAndPending(given: {
  readonly enteredInRegister?: boolean;
  readonly pendingNotification?: boolean;
}): void {
  refuseIf(
    given.enteredInRegister && given.pendingNotification,
    'facts.pendingNotification says that it is not entered yet, and facts.enteredInRegister that it is',
  );
}
