import { defaultPlaces } from '../src/defaults.ts'

/** Where the notes are that something is measured on: those that Hallway would serve. */
export const notesFolder = (): string => defaultPlaces(process.env).corpusFolder
