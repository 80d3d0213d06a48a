/** A message: its heading and its words, with an empty line between paragraphs. */
interface AdviceMessage {
  readonly subject: string;
  readonly text: string;
}

/** To a member: the monitoring officer has answered, or has put an answer right. It says nothing of what was asked. */
export function adviceAnswered(answer: {
  readonly name: string;
  readonly address: string;
  readonly isCorrection: boolean;
}): AdviceMessage {
  const { name, address, isCorrection } = answer;
  return {
    subject: isCorrection
      ? 'The monitoring officer has corrected an answer to you'
      : 'The monitoring officer has answered your question',
    text: [
      `Dear ${name}`,
      isCorrection
        ? 'The monitoring officer has put right an answer to a question that you asked about an agenda item.'
        : 'The monitoring officer has answered a question that you asked about an agenda item.',
      `This message does not say what it is about. Sign in to read it: ${address}`,
    ].join('\n\n'),
  };
}
