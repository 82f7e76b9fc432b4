import { harmless } from './fold.ts'

/** A text as one line of a log or a terminal, of which nothing is obeyed and nothing passes for a line of its own. */
export const logLine = (text: string): string => harmless(text).replace(/(?<!\s)\s*\n\s*/g, ' ')
