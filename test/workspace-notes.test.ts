import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLibrary } from '../src/library/library.ts'
import { createWorkspaceNotes, type WorkspaceNotesParts } from '../src/workspace-notes.ts'
import { silent } from './helpers/silent-log.ts'
import { temporaryFolder, writeFolder } from './helpers/temporary-folder.ts'

const files = {
  'common/tea-days-2024/kettles.md': '# Kettles\n\n- They whistle.\n',
  'corpora/TA/oar-days-2024/tides.md': '# Tides\n\n- They rise.\n',
  'corpora/E1/rope-days-2024/knots.md': '# Knots\n\n- They hold.\n',
}

async function open(given: Partial<WorkspaceNotesParts>) {
  const folder = writeFolder(files)
  const dataFolder = temporaryFolder()
  const common = await openLibrary({ folder: join(folder, 'common'), dataFolder, log: silent })
  const notes = createWorkspaceNotes({
    common,
    corpora: join(folder, 'corpora'),
    corpusFor: [],
    dataFolder,
    log: silent,
    ...given,
  })
  onTestFinished(async () => {
    await notes.close()
    await common.close()
  })
  return async (teamId: string, organizationId?: string) => {
    const answers = await notes.answersOf({ teamId, organizationId })
    return answers().corpus.talks.map(({ title }) => title)
  }
}

test('a workspace with a folder is answered from it alone, also where the common notes are for all', async () => {
  const titlesOf = await open({ corpusFor: 'all' })
  expect(await titlesOf('TA')).toEqual(['Tides'])
  expect(await titlesOf('TA', 'E1')).toEqual(['Tides'])
})

test('one without is answered from its organization’s, or else from the common notes if they are for it', async () => {
  const titlesOf = await open({ corpusFor: ['TC', 'E2'] })
  expect(await titlesOf('TB', 'E1')).toEqual(['Knots'])
  expect(await titlesOf('TC')).toEqual(['Kettles'])
  expect(await titlesOf('TD', 'E2')).toEqual(['Kettles'])
  expect(await titlesOf('TB')).toEqual([])
})

test('without folders for workspaces, all are answered from the common notes', async () => {
  const titlesOf = await open({ corpora: undefined, corpusFor: 'all' })
  expect(await titlesOf('TA')).toEqual(['Kettles'])
})

test.each(['../common', '..', '', 'TA/oar-days-2024', 'TA/../../common', '.'])(
  'no id leads to a folder of anybody else: %j',
  async (teamId) => {
    expect(await (await open({}))(teamId)).toEqual([])
  },
)

test('notes are closed once no workspace needs them any more, and opened anew when one does', async () => {
  const folder = writeFolder(files)
  const open: string[] = []
  const notes = createWorkspaceNotes({
    ...{ common: undefined, corpora: join(folder, 'corpora'), corpusFor: [], dataFolder: temporaryFolder() },
    log: silent,
    async open(options) {
      const library = await openLibrary(options)
      open.push(options.folder.slice(-2))
      const close = async () => {
        await library.close()
        open.splice(open.indexOf(options.folder.slice(-2)), 1)
      }
      return { ...library, close }
    },
  })
  onTestFinished(() => notes.close())
  const [one, other] = [
    { teamId: 'TB', organizationId: 'E1' },
    { teamId: 'TC', organizationId: 'E1' },
  ]
  for (const team of [one, other, { teamId: 'TA' }]) await notes.answersOf(team)
  expect(open).toEqual(['E1', 'TA'])
  notes.letGo(one)
  notes.letGo({ teamId: 'TA' })
  await expect.poll(() => open).toEqual(['E1'])
  notes.letGo(other)
  // Asked for before it is closed: the same notes again, once.
  const answers = await notes.answersOf(other)
  expect(answers().corpus.talks.map(({ title }) => title)).toEqual(['Knots'])
  expect(open).toEqual(['E1'])
})
