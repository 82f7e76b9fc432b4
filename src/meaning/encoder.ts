/** Turns texts into numbers that lie near each other if the texts mean about the same. */
export interface Encoder {
  /**
   * A vector of length 1 a text, in their order: the same for the same text.
   * @throws {EncoderFailure}
   */
  readonly encode: (texts: readonly string[]) => Promise<readonly Float32Array[]>
}

/** Texts cannot be encoded; the message is one line that says why and what to do. */
export class EncoderFailure extends Error {
  readonly code = 'encoder_failure'
}
