import { relative, sep } from 'node:path'

/** A path as `Talk.file` and `Problem.file` give it: relative to the working folder, with `/`. */
export const pathForPeople = (path: string): string =>
  (relative(process.cwd(), path) || '.').split(sep).join('/')
