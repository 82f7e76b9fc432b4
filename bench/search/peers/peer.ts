/** What every engine gets to index: a talk, or a document of a judged collection. */
export interface SearchDocument {
  readonly id: string
  /** Empty if the collection has no titles. */
  readonly title: string
  readonly text: string
  readonly speakers?: readonly string[]
  readonly tags?: readonly string[]
}

/** The text for engines without fields for speakers and tags: these stand at its head, so that all have the same. */
export function textWithNames({ speakers = [], tags = [], text }: SearchDocument): string {
  return [speakers.join(', '), tags.join(', '), text].filter((part) => part !== '').join('\n\n')
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
  /** Opens what `save` wrote; builds anew from the same documents if the engine has no saved form. */
  load(file: string, documents: readonly SearchDocument[]): PeerIndex | Promise<PeerIndex>
}

/** From any text to the ids of at most `limit` documents. */
type Search = (text: string, limit: number) => readonly string[] | Promise<readonly string[]>

export interface PeerIndex {
  /** Ids of the best `limit` documents, best first, none twice. */
  readonly search: Search
  /** As the program around the engine asks it, if that is not the same. */
  readonly answer?: Search
  /** Writes one file that `Peer.load` can open in another process. Absent if the engine has no saved form. */
  save?(file: string): void | Promise<void>
}
