import type { Fault } from '../../src/workspace/server/open-workspace.ts'
import { pick } from '../random.ts'

/** A failure of Slack's by chance, with its name. */
export function anyFault(chance: () => number): { readonly name: string; readonly fault: Fault } {
  const [name, fault] = pick(faults, chance)
  return { name, fault: typeof fault === 'function' ? fault(chance) : fault }
}

/** Slack's failures by name. */
const faults: readonly (readonly [string, Fault | ((chance: () => number) => Fault)])[] = [
  ['429', (chance) => ({ status: 429, retryAfter: 1 + Math.floor(chance() * 10) })],
  ['503', { status: 503 }],
  ['503 after it was accepted', { status: 503, accepted: true }],
  ['internal_error', { error: 'internal_error' }],
  ['no answer', { connection: 'hang', accepted: false }],
  ['no answer after it was accepted', { connection: 'hang', accepted: true }],
  ['connection reset', { connection: 'reset', accepted: false }],
  ['connection reset after it was accepted', { connection: 'reset', accepted: true }],
]
