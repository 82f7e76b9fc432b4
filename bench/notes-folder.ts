import { readCommandSettings } from '../src/defaults.ts'

/** Where the notes are that something is measured on: those that Hallway would serve. */
export const notesFolder = (): string => readCommandSettings(process.env).corpusFolder
