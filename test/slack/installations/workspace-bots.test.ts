import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WorkspaceIds } from '../../../src/slack/installations/installations.ts'
import { createWorkspaceBots, type WorkspaceBot } from '../../../src/slack/installations/workspace-bots.ts'
import { StoreError } from '../../../src/store/store-error.ts'
import { runs } from '../../helpers/runs.ts'
import { silent } from '../../helpers/silent-log.ts'

const team: WorkspaceIds = { teamId: 'TA' }

interface NamedBot extends WorkspaceBot {
  readonly revision: string
}

/** Bots that are ready when it is said, of a workspace whose installation changes when it is said. */
function openBots() {
  const state = { revision: undefined as string | undefined, fails: false, leftOpen: 0 }
  const making: { readonly revision: string; end(fails: boolean): void }[] = []
  /** What has been opened for the workspace: as its notes, from when a bot is made, well or not, until it is said to be gone. */
  const opened = new Set<string>()
  const bots = createWorkspaceBots<NamedBot>({
    installations: {
      async of() {
        const { revision } = state
        const stored = { teamId: 'TA', sealed: '', revision: revision ?? '' }
        return revision === undefined ? undefined : { botToken: 't', botId: 'B', botUserId: 'U', stored }
      },
      async leave() {
        if (state.fails) throw new StoreError({ code: 'unreachable', message: 'no answer', advice: 'Wait.' })
        state.revision = undefined
      },
    },
    create: (_workspace, { stored: { revision } }) =>
      new Promise((resolve, reject) => {
        making.push({
          revision,
          end(fails) {
            opened.add('notes')
            const app = { init: async () => {}, processEvent: async () => {} }
            if (fails) reject(new TypeError('no bot'))
            else resolve({ revision, app })
          },
        })
      }),
    onGone: () => opened.clear(),
    leaveOpen: () => {
      state.leftOpen += 1
    },
    now: () => 0,
    log: silent,
  })
  const leave = () =>
    bots.processEvent({
      body: { team_id: 'TA', event: { type: 'app_uninstalled' } },
      ack: async () => {},
    })
  return { state, making, opened, bots, leave }
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

test('a bot that cannot be made is not kept: who asks next has one made again', async () => {
  const { state, making, bots } = openBots()
  state.revision = '1'
  const first = bots.of(team)
  await settled()
  making[0]!.end(true)
  await expect(first).rejects.toThrow('no bot')
  const second = bots.of(team)
  await settled()
  making[1]!.end(false)
  expect(await second).toMatchObject({ revision: '1' })
  expect(bots.all().size).toBe(1)
})

test('whatever comes while bots are made, the one of the last installation stays, or none and nothing open', async () => {
  const step = fc.constantFrom('ask', 'install', 'leave', 'idle', 'made', 'made', 'not-made')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const { state, making, opened, bots, leave } = openBots()
      let installed = 0
      const act = (name: (typeof steps)[number]) => {
        if (name === 'ask') void bots.of(team).catch(() => {})
        else if (name === 'install') state.revision = `${installed++}`
        else if (name === 'leave') void leave()
        else if (name === 'idle') bots.letIdleGo(1)
        // The one that was begun last is ready first.
        else making.pop()?.end(name === 'not-made')
      }
      for (const name of steps) {
        act(name)
        await settled()
      }
      while (making.length > 0) making.pop()!.end(false)
      await settled()
      const kept = [...bots.all().values()].map(({ revision }) => revision)
      if (state.revision === undefined) expect(kept).toEqual([])
      expect(opened.size).toBe(kept.length)
      const last = bots.of(team)
      await settled()
      making.pop()?.end(false)
      expect((await last)?.revision).toBe(state.revision)
      expect([...bots.all().values()].map(({ revision }) => revision)).toEqual(
        state.revision === undefined ? [] : [state.revision],
      )
    }),
    { numRuns: runs(400) },
  )
})

test('a notice that cannot be followed is left open, and of a store that fails it is told', async () => {
  const { state, leave } = openBots()
  state.fails = true
  await expect(leave()).rejects.toThrow('no answer')
  expect(state.leftOpen).toBe(1)
})
