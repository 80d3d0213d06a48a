import { Module } from '@nestjs/common';
import { ComplianceBoard } from './compliance-board.js';
import { OwedByLaw } from './owed-by-law.js';
import { OwedByPractice } from './owed-by-practice.js';
import { Parishes } from './parishes.js';
import { MemberPlaces } from './places.js';
import { Trends } from './trends.js';

const shown = [ComplianceBoard, Parishes, Trends];

/** The compliance board: who owes what by when, in counts and over time. */
@Module({ providers: [...shown, MemberPlaces, OwedByLaw, OwedByPractice], exports: shown })
export class BoardModule {}
