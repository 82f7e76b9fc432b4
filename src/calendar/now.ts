/** When something is asked. */
export interface Now {
  /** Epoch milliseconds. */
  readonly at: number
  /** IANA name of the clocks of whoever asks, as far as one zone can be named. */
  readonly zone: string
}
