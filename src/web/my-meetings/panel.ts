import type { Explanation } from '../../wording/index.js';
import { layerOf, type DutyPanel } from '../my/duty-panel.js';

/** 'By law', 'By your council’s code', 'So, do this', 'If you do not'. */
export function panelOf(explained: Explanation, heading: string): DutyPanel {
  const { byLaw, byCode, soDoThis, ifYouDoNot } = explained;
  return {
    heading,
    headingLevel: 3,
    layers: [
      layerOf('By law', byLaw),
      ...(byCode === null ? [] : [layerOf('By your council’s code', byCode)]),
    ],
    soDo: soDoThis,
    ifNot: ifYouDoNot,
  };
}
