/** Half-open range `[start, end)` of UTF-16 indices into the text that it belongs to. */
export type Range = readonly [start: number, end: number]
