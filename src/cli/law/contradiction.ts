import { CommandFailure } from '../command-failure.js';

/** Refuses facts that cannot be true together. The sentence names the fields. */
export function refuseIf(contradictory: boolean | undefined, sentence: string): void {
  if (contradictory) throw new CommandFailure(`The facts contradict each other: ${sentence}.`);
}
