import { checkStore, type StoreState } from '../store/check-store.ts'
import { StoreError } from '../store/store-error.ts'
import { amountOf } from '../text/amount-of.ts'

interface CheckDatabaseOptions {
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
}

/**
 * `hallway check --database`: says whether the database is whole, and what to do if not. Changes nothing.
 * @param print receives one line at a time, without its line break
 * @returns the exit code: 0 only if there is one, and it is whole and of this version or an earlier one
 */
export async function checkDatabase(
  options: CheckDatabaseOptions,
  print: (line: string) => void,
): Promise<number> {
  try {
    const state = await checkStore(options)
    print(describe(state))
    return state.kind === 'whole' ? 0 : 1
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    print(error.explanation)
    return 1
  }
}

/** @param where a file, or the server of a database that holds nothing */
export const whyNoDatabase = (where: string): string =>
  `There is nothing in ${where} yet: the bot makes it when it starts. Is it the right place (HALLWAY_DATA, DATABASE_URL)?`

function describe(state: StoreState): string {
  if (state.kind === 'none') return whyNoDatabase(state.where)
  const { where, missing, rows } = state
  const version = missing === 0 ? '' : ' The next start brings it to this version.'
  const counts = [
    amountOf(rows.hallway_tip_subscriptions, 'channel with tips', 'channels with tips'),
    amountOf(rows.hallway_tip_deliveries, 'tip on record', 'tips on record'),
    amountOf(rows.hallway_feedback, 'verdict', 'verdicts'),
    amountOf(rows.hallway_events, 'event of the last day', 'events of the last day'),
  ]
  return `${where} is whole: ${counts.join(', ')}.${version}`
}
