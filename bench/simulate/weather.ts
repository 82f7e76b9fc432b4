import { StoreError, type StoreErrorCode } from '../../src/store/store-error.ts'

/** What happens to one request to Slack. */
export type Fault =
  /** It takes effect, and its answer is lost. */
  | 'reset after'
  | 'half an answer'
  | 'gateway failure after'
  | 'no answer after'
  | 'slow'
  /** It takes no effect. */
  | 'reset before'
  | 'no answer before'
  | 'refused'
  | 'too many, wait'
  | 'too many, wait long'
  | 'too many'
  | 'too busy'
  | { readonly refusal: string }

/**
 * Where a bot can die: as Slack delivers something to it, or before or after a request to Slack or a call of its store,
 * by the method's name.
 */
export type DeathPoint = 'on delivery' | `before ${string}` | `after ${string}`

/** What happens to a database server. Whoever asks it next waits until it is over, and goes on. */
export type DatabaseFault = 'connections drop' | 'server restarts'

/** An envelope that Slack delivered. */
interface Delivered {
  readonly text: string
  /** When, by the clock of the simulation. */
  readonly at: number
}

/** What is about to go wrong between one workspace and its bots: whichever of them comes first meets it. */
export interface Weather {
  arm(method: string, fault: Fault): void
  takeFault(method: string): Fault | undefined
  /** Until it is calm, each request that shows something meets this. */
  goOut(fault: Fault): void
  /** How many calls of the store fail: for the disk, or since the server cannot be reached. */
  failStore(code: StoreErrorCode, calls: number): void
  /** @throws {StoreError} if the store is to fail, and not by losing an answer */
  touchStore(): void
  /** That one takes effect, which whoever called it does not hear: the server cannot be reached any more. */
  loseAnswer(): void
  /** @throws {StoreError} if the answer is to be lost */
  hearStore(): void
  befall(fault: DatabaseFault): void
  takeDatabaseFault(): DatabaseFault | undefined
  killAt(point: DeathPoint): void
  takeDeath(point: DeathPoint): boolean
  /** The bot that comes there stands still, as a machine does that is short of memory, for a minute. */
  standStillAt(point: DeathPoint): void
  takeStandstill(point: DeathPoint): boolean
  /** What was armed and not met is off. */
  calm(): void
  /** What Slack has delivered of events, oldest first. */
  readonly delivered: Delivered[]
  /** Requests of the bots that are not answered yet. */
  inFlight: number
  /** Envelopes that wait on their way while `isHolding`. */
  isHolding: boolean
  readonly held: string[]
}

export function createWeather(): Weather {
  const faults = new Map<string, Fault[]>()
  let outage: Fault | undefined
  let death: DeathPoint | undefined
  let standstill: DeathPoint | undefined
  let failing: { readonly code: StoreErrorCode; left: number } | undefined
  let isAnswerLost = false
  let databaseFault: DatabaseFault | undefined
  return {
    arm: (method, fault) => void faults.set(method, [...(faults.get(method) ?? []), fault]),
    takeFault: (method) => (shows.test(method) ? outage : undefined) ?? faults.get(method)?.shift(),
    goOut(fault) {
      outage = fault
    },
    failStore(code, left) {
      failing = { code, left }
    },
    touchStore() {
      if (failing === undefined || failing.left === 0) return
      failing.left -= 1
      throw failure(failing.code)
    },
    loseAnswer() {
      isAnswerLost = true
    },
    hearStore() {
      if (!isAnswerLost) return
      isAnswerLost = false
      throw failure('unreachable')
    },
    befall(fault) {
      databaseFault = fault
    },
    takeDatabaseFault() {
      const fault = databaseFault
      databaseFault = undefined
      return fault
    },
    killAt(point) {
      death = point
    },
    takeDeath(point) {
      if (death !== point) return false
      death = undefined
      return true
    },
    standStillAt(point) {
      standstill = point
    },
    takeStandstill(point) {
      if (standstill !== point) return false
      standstill = undefined
      return true
    },
    calm() {
      faults.clear()
      outage = undefined
      death = undefined
      standstill = undefined
      failing = undefined
      isAnswerLost = false
      databaseFault = undefined
    },
    delivered: [],
    inFlight: 0,
    isHolding: false,
    held: [],
  }
}

const failure = (code: StoreErrorCode) =>
  new StoreError({ code, message: 'the simulated store fails', advice: 'Wait.' })

const shows = /^(?:chat\.post\w+|responses)$/
