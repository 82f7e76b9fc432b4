import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLibrary } from '../../src/library/library.ts'
import { teaCorpus, teaNote } from '../corpora/tea.ts'
import { silent } from '../helpers/silent-log.ts'
import { temporaryFolder, writeFolder } from '../helpers/temporary-folder.ts'
import { openHallway, seen } from './open-hallway.ts'

const dataFolder = temporaryFolder()

// How soon, `npm run bench` tells: half a second on a machine that has nothing else to do.
test('a question in Slack is answered from a note that was just written', async () => {
  const folder = writeFolder(teaCorpus)
  const library = await openLibrary({ folder, dataFolder, log: silent })
  onTestFinished(() => library.close())
  library.watch()
  const { workspace, answerTo } = await openHallway({ answers: library.current })
  const ask = async () => seen(await answerTo('dm', (await workspace.say('dm', 'samovars')).ts))
  expect(await ask()).toContain('No note mentions “samovars”')

  await writeFile(join(folder, 'potcon/samovars.md'), teaNote('Samovars'))
  await expect.poll(() => library.current().findTalk('potcon/samovars')).toBeDefined()
  expect(await ask()).toMatch(/^Samovars and tea\.\nSamovars · PotCon/)

  const help = seen(await answerTo('dm', (await workspace.say('dm', 'help')).ts))
  expect(help).toContain('**4 talks of 2 events**')
  expect(help).toContain(`version ${library.current().corpus.version}, read on `)
})
