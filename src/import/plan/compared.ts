import type { TalkRecord } from '../../notes/talk-record.ts'
import type { ImportOutcome } from './import-plan.ts'
import type { Staged } from './staged.ts'

/** What became of a talk of a source. */
export interface Compared {
  readonly outcome: ImportOutcome
  readonly id: string
  readonly staged?: Staged
  readonly record?: TalkRecord
}
