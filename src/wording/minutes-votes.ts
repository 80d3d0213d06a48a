import { listInWords } from './dates.js';

/** A vote as it was recorded: by name, or by numbers alone. */
export interface VoteMinuted {
  readonly question: 'motion' | 'amendment-1' | 'amendment-2' | 'amendment-3';
  readonly outcome: 'carried' | 'lost' | undefined;
  readonly result:
    | { readonly named: Readonly<Record<'for' | 'against' | 'abstained', readonly string[]>> }
    | { readonly counts: Readonly<Record<'for' | 'against' | 'abstained', number>> };
}

const QUESTIONS: Readonly<Record<VoteMinuted['question'], string>> = {
  motion: 'the motion',
  'amendment-1': 'the first amendment',
  'amendment-2': 'the second amendment',
  'amendment-3': 'the third amendment',
};

/** What was put to the vote, after 'the vote on'. */
export const questionInWords = (question: VoteMinuted['question']): string => QUESTIONS[question];

/** A vote for the minutes: a sentence, a list where members are named, and what became of it. */
export function votedInWords({ question, outcome, result }: VoteMinuted): {
  readonly sentence: string;
  readonly named: readonly string[];
  readonly outcome: string | undefined;
} {
  const put = QUESTIONS[question];
  return {
    ...('named' in result
      ? {
          sentence: `A vote was taken on ${put} and recorded by name:`,
          named: [
            votersInWords('For', result.named.for),
            votersInWords('Against', result.named.against),
            votersInWords('Abstained', result.named.abstained),
          ],
        }
      : {
          sentence: `A vote was taken on ${put}: ${result.counts.for} for, ${result.counts.against} against, ${result.counts.abstained} abstained.`,
          named: [],
        }),
    outcome: outcome === undefined ? undefined : `${capital(put)} was ${outcome}.`,
  };
}

function votersInWords(way: string, names: readonly string[]): string {
  return `${way} (${names.length}): ${names.length === 0 ? 'none' : listInWords(names, 'and')}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
