/** What is asked of the process that holds one engine. */
export type SpeedRequest =
  | { readonly do: 'build'; readonly documentsFile: string; readonly indexFile: string }
  | {
      readonly do: 'load'
      readonly documentsFile: string
      readonly indexFile: string
      readonly firstQuery: string
    }
  | ({ readonly do: 'ask' } & Asking)

/** The queries in turn, until the budget is used up. */
export interface Asking {
  readonly queries: readonly string[]
  readonly budgetMs: number
  /** How many results. */
  readonly limit: number
  /** Bare search, or `PeerIndex.answer` if the peer has it. */
  readonly how: 'search' | 'answer'
}

export interface Built {
  readonly buildMs: number
  /** The process at its largest, while building and saving. */
  readonly peakMb: number
  /** Absent if the engine has no saved form. */
  readonly diskMb?: number | undefined
}

export interface Loaded {
  readonly loadMs: number
  /** Loading and the first query: some engines read their file only then. */
  readonly firstAnswerMs: number
  /** JavaScript's heap and buffers that the loaded index takes. */
  readonly heapMb: number
  /** What the process grew by, memory outside JavaScript and garbage of loading included. */
  readonly rssMb: number
}

export interface Timed {
  /** Milliseconds, by query; fewer than the queries if the budget ran out. */
  readonly times: readonly number[]
}

export type SpeedReply = Built | Loaded | Timed | { readonly error: string }
