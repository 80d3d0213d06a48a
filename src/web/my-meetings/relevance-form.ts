import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  INTERVIEW_ANSWERS,
  INTERVIEW_FACTS,
  RELEVANCE,
  type InterviewFact,
  type Relevance,
} from '../../disclosures/index.js';

/** 'Is this item about your …?' */
export class RelevanceForm {
  @IsUUID('all', { message: 'Select an answer' })
  interest: string;

  /** What the item was called when it was asked about: a revised agenda may put another matter in its place. */
  @IsString({ message: 'Select an answer' })
  itemTitle: string;

  @IsIn(RELEVANCE, { message: 'Select whether this item is about it' })
  answer: Relevance;

  @IsOptional()
  @IsString({ message: 'Say why in words' })
  @MaxLength(500, { message: 'Why must be 500 characters or fewer' })
  because?: string;
}

/** One of the law's further questions, put once the item is known to concern the interest. */
export class InterviewForm {
  @IsUUID('all', { message: 'Select an answer' })
  interest: string;

  @IsString({ message: 'Select an answer' })
  itemTitle: string;

  @IsIn(INTERVIEW_FACTS, { message: 'Select an answer' })
  fact: InterviewFact;

  @IsIn(INTERVIEW_ANSWERS, { message: 'Select yes, no or “I am not sure”' })
  answer: (typeof INTERVIEW_ANSWERS)[number];
}
