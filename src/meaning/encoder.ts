/** Turns texts into numbers that lie near each other if the texts mean about the same. */
export interface Encoder {
  /**
   * A vector of length 1 a text, in their order: the same for the same text.
   * @throws {EncoderFailure}
   */
  readonly encode: (texts: readonly Spelt[]) => Promise<readonly Float32Array[]>
}

/**
 * A text, or how it may be spelt: then the spelling of the fewest tokens is encoded, the first of several. A model has a token for
 * most words, and takes a slip to pieces, which mean nothing.
 */
export type Spelt = string | readonly string[]

/** Texts cannot be encoded; the message is one line that says why and what to do. */
export class EncoderFailure extends Error {
  readonly code = 'encoder_failure'
}
