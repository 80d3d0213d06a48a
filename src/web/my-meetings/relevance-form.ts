import { IsIn, IsString, IsUUID } from 'class-validator';
import { RELEVANCE, type Relevance } from '../../disclosures/index.js';

/** 'Is this item about your …?' */
export class RelevanceForm {
  @IsUUID('all', { message: 'Select an answer' })
  interest: string;

  /** What the item was called when it was asked about: a revised agenda may put another matter in its place. */
  @IsString({ message: 'Select an answer' })
  itemTitle: string;

  @IsIn(RELEVANCE, { message: 'Select whether this item is about it' })
  answer: Relevance;
}
