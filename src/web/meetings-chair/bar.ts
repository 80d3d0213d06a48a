import type { ChairedItem } from '../../briefings/index.js';

/** A bar of the members expected, for an image of 100 by 10 units; what it shows stands in words beside it. */
export interface Bar {
  readonly parts: readonly {
    readonly x: number;
    readonly width: number;
    readonly kind: 'votes' | 'may-vote' | 'out';
  }[];
  /** Where the quorum stands; undefined where it is more than everybody. */
  readonly quorumAt: number | undefined;
  readonly says: string;
}

const WIDTH = 100;

export function barOf({ expected, voting, quorum }: ChairedItem['forecast']): Bar {
  const at = (count: number): number => (expected === 0 ? 0 : (count / expected) * WIDTH);
  const parts = [
    { from: 0, to: voting.atLeast, kind: 'votes' },
    { from: voting.atLeast, to: voting.atMost, kind: 'may-vote' },
    { from: voting.atMost, to: expected, kind: 'out' },
  ] as const;
  return {
    parts: parts
      .filter(({ from, to }) => to > from)
      .map(({ from, to, kind }) => ({ x: at(from), width: at(to) - at(from), kind })),
    quorumAt: quorum > expected || expected === 0 ? undefined : at(quorum),
    says: `${voting.atLeast} can vote for certain, ${voting.atMost - voting.atLeast} may be able to, ${expected - voting.atMost} cannot; the quorum is ${quorum}.`,
  };
}
