import { expect, onTestFinished, test, vi } from 'vitest'
import { openLocalWorkspace } from '../src/local-workspace.ts'
import type { Problem } from '../src/notes/problem.ts'
import { makeCorpus, makeTalk } from './helpers/make-talk.ts'

test('the page says what is wrong with the notes, for as long as it is', async () => {
  let problems: readonly Problem[] = []
  vi.useFakeTimers({ toFake: ['setInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const workspace = await openLocalWorkspace(0)
  onTestFinished(() => workspace.close())
  let folder = 'corpus'
  workspace.showProblems?.(() => ({ ...makeCorpus(makeTalk('lids')), folder, problems }))
  const notice = async () => {
    const response = await fetch(`${workspace.hint.replace('Open ', '')}/workspace/state`)
    return ((await response.json()) as { readonly notice: string }).notice
  }
  expect(await notice()).toBe('')
  const problem = { severity: 'warning', file: 'a.md', line: 3, advice: 'mend it' } as const
  problems = [
    { ...problem, message: '`starts` cannot be read' },
    { ...problem, message: 'no tags', isStyle: true },
  ]
  vi.advanceTimersByTime(1_000)
  expect(await notice()).toBe('In the notes: a.md:3 `starts` cannot be read (mend it).')
  problems = [...problems, { ...problem, message: 'has no speakers', advice: 'name one' }]
  for (const [notes, command] of [
    ['/srv/vault', '`npx hallway check /srv/vault`'],
    ['/srv/My notes', '`npx hallway check "/srv/My notes"`'],
  ] as const) {
    folder = notes
    vi.advanceTimersByTime(1_000)
    expect(await notice()).toMatch(new RegExp(`1 more: run ${command}\\.$`))
  }
  problems = []
  vi.advanceTimersByTime(1_000)
  expect(await notice()).toBe('')
})
