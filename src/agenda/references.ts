/** The references of planning and other applications, as the authorities that decide on them write them. */

/** 24/00123/FUL, E/40070, NP/DDD/1016/0972, 2024/0123, C/2/2017/2010, EPF/1234/24, DC/24/00551. */
export const REFERENCE =
  /(?:[A-Z]{1,5}[/.-])?(?:[A-Z0-9]{1,4}[/.-])?\d{2,4}[/.-]\d{3,6}(?:[/.-]?[A-Z]{1,6}\d{0,2}){0,2}\b|[A-Z]{1,5}\/\d{4,6}(?:\/\d{2,4})?\b/;
