/** What every engine gets to index: a talk, or a document of a judged collection. */
export interface SearchDocument {
  readonly id: string
  /** Empty where the collection has no titles. */
  readonly title: string
  readonly text: string
}

/**
 * A search engine as the benchmark sees it. The methods may answer at once or with a promise; a peer that throws on a
 * query is counted as having found nothing, and the failure is reported.
 */
export interface Peer {
  /** As the tables show it. */
  readonly name: string
  /** One line: what was chosen, so that a reader can judge whether the comparison is fair. */
  readonly configuration: string
  /** Called before anything is measured: what a program that searches these documents holds in any case. */
  prepare?(documents: readonly SearchDocument[]): void
  build(documents: readonly SearchDocument[]): PeerIndex | Promise<PeerIndex>
  /** Opens what `save` wrote; builds anew from the same documents where the engine has no saved form. */
  load(file: string, documents: readonly SearchDocument[]): PeerIndex | Promise<PeerIndex>
}

export interface PeerIndex {
  /** Ids of the best `limit` documents, best first, none twice. */
  search(text: string, limit: number): readonly string[] | Promise<readonly string[]>
  /** Writes one file that `Peer.load` can open in another process. Absent where the engine has no saved form. */
  save?(file: string): void | Promise<void>
}
