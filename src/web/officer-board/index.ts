import { BoardController } from './board.controller.js';
import { ParishesController } from './parishes/parishes.controller.js';
import { ReasonsController } from './reasons/reasons.controller.js';
import { TrendsController } from './trends/trends.controller.js';

/** The compliance board, its reasons, its trends, and the parishes beside it. */
export const officerBoardControllers = [
  BoardController,
  ParishesController,
  ReasonsController,
  TrendsController,
];
