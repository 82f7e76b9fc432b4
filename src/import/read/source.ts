import type { ImportedEvent } from '../talk/imported-talk.ts'

/** One file to import. */
export interface Source {
  readonly path: string
  /** For people: relative to the working folder, with `/`. */
  readonly file: string
  /** The event that its folder describes, if one does. */
  readonly event?: ImportedEvent
  /** Its bytes, unpacked. */
  readonly bytes: () => AsyncIterable<Buffer>
}
