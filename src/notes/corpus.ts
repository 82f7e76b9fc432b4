import type { Event, Talk } from './talk.ts'

/** Something wrong with a file of the corpus, said so that its author can mend it. */
export interface Problem {
  /** An `error` keeps the file from being served, a `warning` does not. */
  readonly severity: 'error' | 'warning'
  /** Path for people, as in `Talk.file`; the corpus folder itself if no single file is meant. */
  readonly file: string
  /** 1-based; absent if the whole file is meant. */
  readonly line?: number
  readonly column?: number
  /** What is wrong, naming the key or value. */
  readonly message: string
  /** What to do about it. */
  readonly advice: string
}

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
