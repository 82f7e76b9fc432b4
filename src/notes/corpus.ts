import type { Problem } from './problem.ts'
import type { Event, Talk } from './talk.ts'

/** Phrases that mean the same. */
export type SynonymGroup = readonly string[]

/** One reading of the corpus folder: an immutable snapshot. */
export interface Corpus {
  /** The folder as given, for messages. */
  readonly folder: string
  readonly events: readonly Event[]
  /** In order of id. */
  readonly talks: readonly Talk[]
  readonly problems: readonly Problem[]
  /** The team's own, from synonyms.yml: each group's phrases mean the same. */
  readonly synonyms?: readonly SynonymGroup[]
  /** Twelve hex digits of a hash over all served content: the same notes have the same version on every machine. */
  readonly version: string
}
